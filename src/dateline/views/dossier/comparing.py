"""What changed in a dossier between two moments of the store, computed from its rows: each change with its lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.relation import RelationKind
from dateline.views.dossier.calendar import PLANS, plan_of
from dateline.views.dossier.choosing import chosen
from dateline.views.dossier.making import line_by, told_by
from dateline.views.dossier.material import Material
from dateline.views.dossier.parts import DossierLine
from dateline.views.dossier.weighing import Weights
from dateline.views.findings import Disagreement, Finding, findings
from dateline.views.versions import in_words


class ChangeKind(StrEnum):
    """What can change, the weightiest first."""

    WITHDRAWN = "withdrawn"
    DISPUTED = "newly disputed"
    REVISED = "revised"
    SETTLED = "settled"
    NEW = "new"
    BORNE_OUT = "borne out"


HEAVY = {
    ChangeKind.WITHDRAWN: 1.0,
    ChangeKind.DISPUTED: 0.9,
    ChangeKind.REVISED: 0.8,
    ChangeKind.SETTLED: 0.6,
    ChangeKind.NEW: 0.5,
    ChangeKind.BORNE_OUT: 0.1,
}

ALIKE = 0.6  # share of the words of two sentences from which one took the place of the other
LOOKED_AT = 400  # happenings whose sentences are read


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the line as it is now (for what was withdrawn: as it was), the line that it took the place of or
    that disagrees with it, if there is one, how much it weighs, and what changed, in words made of marks."""

    kind: ChangeKind
    line: DossierLine
    before: DossierLine | None
    weight: float
    why: tuple[str, ...]


class Two:
    """The material of a dossier then and now (None for nothing held), with the claims of each by id."""

    def __init__(self, then: Material | None, now: Material | None) -> None:
        self.then, self.now = then, now
        self.held, self.holds = _claims(then), _claims(now)
        self.texts_then = {_words(c) for c in self.held.values()}
        self.sentences_now = {(c.article_id, c.sentence.exact) for c in self.holds.values()}
        self.by_article_then, self.by_article_now = _by_article(self.held), _by_article(self.holds)

    def came(self, claim: Claim) -> bool:
        """Whether a claim of now was not there then, nor its words."""
        return claim.id not in self.held and _words(claim) not in self.texts_then


def _claims(material: Material | None) -> dict[str, Claim]:
    if material is None:
        return {}
    return {c.id: c for e in material.gathered.events for c in material.gathered.claims_of(e)}


def _words(claim: Claim) -> tuple[str, str, str]:
    return claim.article_id, claim.sentence.exact, claim.anchor.exact


def _by_article(claims: Mapping[str, Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims.values():
        found.setdefault(claim.article_id, []).append(claim)
    return found


def changes(two: Two) -> list[Change]:
    """All changes, the weightiest first."""
    found = [*_withdrawn(two), *_disputed(two), *_settled(two), *_happenings(two)]
    once: dict[tuple[str, ...], Change] = {}
    for change in sorted(found, key=lambda c: (-c.weight, c.line.id, c.kind)):
        once.setdefault((change.kind, change.line.text, *change.why), change)
    return list(once.values())


def _happenings(two: Two) -> Iterable[Change]:
    """Happenings that are new, told otherwise, or borne out by another voice: the weightiest LOOKED_AT of them."""
    if two.now is None:
        return
    weights, gathered = Weights(two.now), two.now.gathered
    fresh = {e.id: [c for c in gathered.claims_of(e) if two.came(c)] for e in gathered.events}
    for event in weights.ranked([e for e in gathered.events if fresh[e.id]])[:LOOKED_AT]:
        if len(fresh[event.id]) == len(gathered.claims_of(event)):
            yield from _new(event, two, two.now, weights)
        else:
            yield from _joined(event, fresh[event.id], two.now, weights)
    for event in gathered.events if two.then else ():
        yield from _turned(event, two, weights)


def _line(event: Event, material: Material, weights: Weights) -> DossierLine | None:
    made = chosen(event, material)
    why = tuple(r.words for r in weights.reasons(event))
    return line_by(made, event, material, weights.of(event), why) if made else None


def _new(event: Event, two: Two, now: Material, weights: Weights) -> Iterable[Change]:
    line, former = _line(event, now, weights), _former(event, two, now)
    if line and former and two.then:
        before = told_by(former, two.then)
        yield _change(ChangeKind.REVISED, line, before, ("the article was changed",), weights.of(event))
    elif line:
        yield _change(ChangeKind.NEW, line, None, (f"told by {line.voiced}",), weights.of(event))


def _former(event: Event, two: Two, now: Material) -> Claim | None:
    """The claim of an earlier state of the same article that this happening took the place of."""
    for new in now.gathered.claims_of(event):
        for old in two.by_article_then.get(new.article_id, ()):
            if old.id not in two.holds and old.revision_id != new.revision_id and _alike(old, new):
                return old
    return None


def _alike(old: Claim, new: Claim) -> bool:
    """Whether most words of two sentences are the same."""
    one, two = (set(c.sentence.exact.lower().split()) for c in (old, new))
    return len(one & two) >= ALIKE * max(len(one), len(two))


def _joined(event: Event, fresh: Sequence[Claim], now: Material, weights: Weights) -> Iterable[Change]:
    """A happening that others tell now, too: borne out by another voice, or with another number."""
    gathered, ids = now.gathered, {c.id for c in fresh}
    before = {gathered.voice(c.article_id) for c in gathered.claims_of(event) if c.id not in ids}
    own = {gathered.voice(c.article_id) for c in fresh} - before
    update = next((r for c in fresh for r in now.related(c.id) if r.kind is RelationKind.UPDATE), None)
    line = _line(event, now, weights)
    if update and line:
        values = " → ".join(in_words(update, gathered))
        yield _change(ChangeKind.REVISED, line, None, (f"{update.slot or 'told anew'}: {values}",), weights.of(event))
    elif own and line:
        yield _change(ChangeKind.BORNE_OUT, line, None, (f"now {line.voiced}",), weights.of(event))


def _turned(event: Event, two: Two, weights: Weights) -> Iterable[Change]:
    """A plan that stands otherwise now."""
    if two.then is None or two.now is None:
        return
    for claim in two.now.gathered.claims_of(event):
        if claim.status in PLANS and claim.when and claim.id in two.held:
            was, stands = plan_of(two.held[claim.id], two.then), plan_of(claim, two.now)
            if was.state is not stands.state:
                why = tuple(w for w in (f"{was.state} → {stands.state}", stands.why) if w)
                yield _change(ChangeKind.REVISED, told_by(claim, two.now), None, why, weights.of(event))


def _withdrawn(two: Two) -> Iterable[Change]:
    """What no article says any more: withdrawn, or no longer in the text (and nothing like it is)."""
    if two.then is None:
        return
    for event in two.then.gathered.events:
        gone = [c for c in two.then.gathered.claims_of(event) if _is_gone(c, two)]
        if gone and len(gone) == len(two.then.gathered.claims_of(event)):
            line = told_by(gone[0], two.then)
            yield _change(ChangeKind.WITHDRAWN, line, None, (_why_gone(gone[0], two.then),), 0.5)


def _is_gone(claim: Claim, two: Two) -> bool:
    if claim.id in two.holds or (claim.article_id, claim.sentence.exact) in two.sentences_now or two.then is None:
        return False
    alike = any(_alike(claim, c) for c in two.by_article_now.get(claim.article_id, ()))
    return not alike and not two.then.store.claims.get([claim.id])


def _why_gone(claim: Claim, then: Material) -> str:
    held = then.store.articles.get(claim.article_id)
    if held is None:
        return "the article is not held any more"
    return "the outlet withdrew the article" if held.revision.withdrawn else "the article says so no more"


def _disputed(two: Two) -> Iterable[Change]:
    """Disagreements none of whose pairs was known then."""
    known = {r.id for r in two.then.gathered.relations} if two.then else set()
    for found in _disagreements(two.now):
        if two.now and not known & set(found.relations):
            yield _dispute(ChangeKind.DISPUTED, found, two.now)


def _settled(two: Two) -> Iterable[Change]:
    """Disagreements of then, none of whose pairs stands now though both sides are still told."""
    known = {r.id for r in two.now.gathered.relations} if two.now else set()
    for found in _disagreements(two.then):
        told = {e.claim for side in found.sides for e in side.evidence}
        if two.now and two.then and not known & set(found.relations) and told <= set(two.holds):
            yield _dispute(ChangeKind.SETTLED, found, two.now)


def _disagreements(material: Material | None) -> tuple[Disagreement, ...]:
    if material is None:
        return ()
    told = findings(material.gathered.relations, material.gathered, (Finding.CONTRADICTION,))
    return tuple(f for f in told if all(e.claim in material.event_of for s in f.sides for e in s.evidence))


def _dispute(kind: ChangeKind, found: Disagreement, material: Material) -> Change:
    values = " ≠ ".join(side.value for side in found.sides)
    lines = [told_by(material.gathered.claims[s.evidence[0].claim], material) for s in found.sides if s.evidence]
    before = lines[1] if len(lines) > 1 else None
    return _change(kind, lines[0], before, (f"{found.slot or 'what happened'}: {values}",), 0.5)


def _change(
    kind: ChangeKind, line: DossierLine, before: DossierLine | None, why: tuple[str, ...], weight: float
) -> Change:
    return Change(kind, line, before, round((HEAVY[kind] + weight) / 2, 3), why)
