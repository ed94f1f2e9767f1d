"""Lines of happenings, each told once: what stands in the same words, or says the same of the same days, is one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.link.words import faint, groups_in, rarity, stem, stems
from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.time import Days
from dateline.views.dossier.choosing import Chosen, Place, chosen, overlap
from dateline.views.dossier.making import line_by
from dateline.views.dossier.material import Material
from dateline.views.dossier.parts import DossierLine, PieceKind
from dateline.views.dossier.weighing import Weights

SAME = 0.6  # share of the lighter line's telling words that the other one has, from which it says the same
FEW = 2  # telling words that two lines share at least
BETTER = 0.5  # points by which the sentence of one happening tells both better than that of the weightier one
NEAR = 31  # days within which two happenings dated alike are compared


@dataclass(frozen=True, slots=True)
class Telling:
    """What tells a happening from others: stems of its words, ids of its parties, the kinds of happening it can be."""

    words: frozenset[str]
    parties: frozenset[str]
    kinds: frozenset[str]

    @property
    def size(self) -> int:
        """How many words and parties."""
        return len(self.words) + len(self.parties)


@dataclass(slots=True)
class _Candidate:
    event: Event
    made: Chosen
    weight: float
    telling: Telling
    also: list[str]


def told_once(
    events: Iterable[Event],
    material: Material,
    weights: Weights,
    most: int,
    before: Collection[Place] = (),
    *,
    latest: bool = False,
) -> tuple[list[DossierLine], int]:
    """At most `most` lines, the weightiest happenings first, and how many were left out. Words that stand in a line
    `before` are not told again. With `latest` the last happenings come first."""
    ranked = weights.ranked(events) if not latest else sorted(events, key=_latest)
    kept: list[_Candidate] = []
    looked_at = ranked[: 2 * most]
    for event in looked_at:
        made = chosen(event, material, before)
        if made is None:
            continue
        found = _Candidate(event, made, weights.of(event), telling(event, material), [])
        same = next((k for k in kept if _says_the_same(k, found, material)), None)
        if same:
            _join(same, found)
        elif not (made.open and len(ranked) > most):
            kept.append(found)
    shown = [c for n, c in enumerate(kept) if n < most or c.event.id in weights.pinned]
    left = len(kept) - len(shown) + len(ranked) - len(looked_at)
    return [_line(c, material, weights) for c in shown], left


def _latest(event: Event) -> tuple[int, str]:
    return (-(event.days.lower.toordinal() if event.days else 0), event.id)


def places(lines: Iterable[DossierLine]) -> frozenset[Place]:
    """Which words of which revisions the lines quote."""
    return frozenset(
        (line.cited[0].revision, (p.start, p.end))
        for line in lines
        for p in line.pieces
        if p.kind is PieceKind.QUOTED and line.cited
    )


def _join(held: _Candidate, other: _Candidate) -> None:
    """Tells the second with the first; where both stand in the same words, the line is that of what these assert."""
    one, two = held.made.claim, other.made.claim
    asserts = (nominal(two), two.anchor.start) < (nominal(one), one.anchor.start)
    alike = one.sentence == two.sentence and one.article_id == two.article_id
    if asserts if alike else other.made.score > held.made.score + BETTER:
        held.event, other.event = other.event, held.event
        held.made = other.made
    held.also.append(other.event.id)


def nominal(claim: Claim) -> bool:
    """Whether a claim only names its happening in a sentence that asserts another one ("months after the coup")."""
    return any("happening" in w and ("name" in w or "counted" in w) for w in claim.why)


def _line(found: _Candidate, material: Material, weights: Weights) -> DossierLine:
    why = tuple(r.words for r in weights.reasons(found.event))
    return replace(line_by(found.made, found.event, material, found.weight, why), also=tuple(found.also))


def telling(event: Event, material: Material) -> Telling:
    """The telling words of a happening: stems of its clauses and its parties, and of what kind it is."""
    claims = material.gathered.claims_of(event)
    words = {s for c in claims for t in (*c.terms, c.head) if (s := stem(t)) and rarity(s) > 0.2}
    kinds = {g for c in claims for g in groups_in(stems(c.anchor.exact)) if not faint((g,))}
    return Telling(frozenset(words), frozenset(a for c in claims for a in c.actors), frozenset(kinds))


def _says_the_same(held: _Candidate, other: _Candidate, material: Material) -> bool:
    one, two = held.made, other.made
    if one.claim.revision_id == two.claim.revision_id and overlap(one.reach, two.reach):
        return True
    if one.claim.article_id != two.claim.article_id and _plain(one) == _plain(two):
        return True
    if not _same_days(held.event.days, other.event.days):
        return False
    one_day = held.event.days is not None and held.event.days == other.event.days and held.event.days.length() == 1
    if one_day and held.telling.kinds & other.telling.kinds:
        a, b = held.telling.parties, other.telling.parties
        return not (a and b) or bool(a & b)
    return says(held.telling, other.telling)


def hears(undated: Telling, told: Telling) -> bool:
    """Whether an undated mention is of what a line tells: alike in words, or of one kind with words in common."""
    common = len(undated.words & told.words) + len(undated.parties & told.parties)
    return says(undated, told) or (bool(undated.kinds & told.kinds) and common > FEW)


def says(one: Telling, two: Telling) -> bool:
    """Whether two happenings share so many telling words that they are one as far as words go."""
    words, parties = len(one.words & two.words), len(one.parties & two.parties)
    return words > 0 and words + parties > FEW and words + parties >= SAME * min(one.size, two.size)


def _plain(made: Chosen) -> str:
    return " ".join(made.claim.sentence.exact.split())


def _same_days(a: Days | None, b: Days | None) -> bool:
    if a is None or b is None:
        return a is b
    lengths: Sequence[int] = [(d.length() or 10**6) for d in (a, b)]
    return a.overlaps(b) and (max(lengths) <= NEAR or a == b or max(lengths) <= 2 * min(lengths))
