"""Disagreements that appeared or were settled, and numbers that were revised."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model.claim import Claim
from dateline.model.gist import Outline
from dateline.model.relation import Relation, RelationKind
from dateline.store.base import Store
from dateline.views.gists import outlines
from dateline.views.insights import Basis, Insight, InsightKind, basis
from dateline.views.wording import a_day

KINDS = {RelationKind.CONTRADICTION: InsightKind.DISAGREEMENT, RelationKind.UPDATE: InsightKind.REVISED}
RULES = {
    InsightKind.DISAGREEMENT: "two texts on one happening that cannot both be true, the later one of these days",
    InsightKind.REVISED: "a later report gives another number for one happening",
    InsightKind.SETTLED: "an outlet that told otherwise now tells what the other did",
}
DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
FEW = 5  # insights of a kind of which nobody says how many are wanted

Window = Mapping[str, Outline]


@dataclass(frozen=True, slots=True)
class Pair:
    """A relation in which two claims differ, with these and the outlines of their articles, the later one first."""

    relation: Relation
    ends: tuple[tuple[Claim, Outline], ...]

    @property
    def order(self) -> tuple[int, int, int, str, str]:
        """The latest first; of what one text differs from, who told it first, in the words that are nearest."""
        (claim, outline), (other, earlier) = self.ends
        alike = len({claim.head, *claim.terms} & {other.head, *other.terms})
        days = (-(outline.day or date.min).toordinal(), (earlier.day or date.max).toordinal())
        return (*days, -alike, claim.id, other.id)


def differing(store: Store, window: Window) -> list[Pair]:
    """The contradictions and updates with an end in these articles, the latest first."""
    return sorted(_paired(store, store.links.differing(window)), key=lambda pair: pair.order)


def _paired(store: Store, found: Iterable[Relation]) -> Iterator[Pair]:
    """The relations of claims that differ, with both ends."""
    relations = [r for r in found if r.kind in KINDS]
    claims = {c.id: c for c in store.claims.get(dict.fromkeys(e for r in relations for e in (r.a, r.b)))}
    known = outlines(store, {c.article_id for c in claims.values()})
    for relation in relations:
        ends = [(c, known[c.article_id]) for e in (relation.a, relation.b) if (c := claims.get(e)) is not None]
        ends.sort(key=lambda end: (-(end[1].day or date.min).toordinal(), end[0].id))
        if len(ends) == 2:
            yield Pair(relation, tuple(ends))


def pairs(store: Store, found: Sequence[Pair], until: date, most: Mapping[InsightKind, int]) -> list[Insight]:
    """Those of which both ends were published by a day, each slot and its values once: so many of a kind."""
    seen, counted, told = set[tuple[str, ...]](), Counter[InsightKind](), list[Insight]()
    for pair in found:
        relation, kind = pair.relation, KINDS[pair.relation.kind]
        name = (relation.kind, relation.slot or "", *sorted(relation.values))
        known = all((outline.day or date.max) <= until for _, outline in pair.ends)
        if not known or name in seen or counted[kind] >= most.get(kind, FEW):
            continue
        seen.add(name)
        counted[kind] += 1
        told += _insight(store, pair, kind)
    return told


def _insight(store: Store, pair: Pair, kind: InsightKind) -> Iterator[Insight]:
    ends = [_basis(store, claim) for claim, _ in pair.ends]
    told = _told(pair.relation, pair.ends[-1][0])
    yield Insight(kind, told, tuple(e for e in ends if e), pair.relation.id, RULES[kind])


def _basis(store: Store, claim: Claim) -> Basis | None:
    held = store.articles.get(claim.article_id)
    return basis(claim, held) if held else None


def _told(relation: Relation, earlier: Claim) -> str:
    """What differs; of a revision, the value of the earlier text first."""
    slot = relation.slot or "what is told"
    if relation.kind is RelationKind.CONTRADICTION or len(relation.values) != 2:
        return f"{slot}: {' against '.join(_days_told(v) for v in relation.values)}"
    values = [_days_told(v) for v in relation.values]
    old, new = values if earlier.id == relation.a else reversed(values)
    return f"{slot}: {old}, then {new}"


def _days_told(value: str) -> str:
    """A value, its days as an editor writes them."""
    return DAY.sub(lambda m: a_day(date.fromisoformat(m.group())), value)


def settled(store: Store, differ: Sequence[Pair], window: Window) -> list[Insight]:
    """Contradictions of older texts of which one side now tells what the other did: the same outlet, in a text of
    these days, on the same happening, without contradicting it any more; the latest first."""
    beyond = _beyond(differ)
    claims = [c for c in _at_odds(differ, window) if _corrects(beyond[c.id], window[c.article_id])]
    beside = _beside(store, claims)
    clashes = _clashes(store, {c for ids in beside.values() for c in ids} | beside.keys())
    found: dict[str, tuple[tuple[int, str], Insight]] = {}
    for claim in claims:
        for pair, mine, theirs in _given_up(claim, window[claim.article_id], beside.get(claim.id, ()), clashes):
            if pair.relation.id not in found and pair.relation.slot:
                order = (-(window[claim.article_id].day or date.min).toordinal(), claim.id)
                insight = _settled(store, pair.relation, claim, mine, theirs)
                found |= {pair.relation.id: (order, insight)} if insight else {}
    return [insight for _, insight in sorted(found.values(), key=lambda f: (f[0], f[1].relation))]


def _settled(store: Store, relation: Relation, new: Claim, mine: Claim, theirs: Claim) -> Insight | None:
    now, other = store.articles.get(new.article_id), store.articles.get(theirs.article_id)
    given_up = _basis(store, mine)
    if not (now and other and given_up):
        return None
    told = f"{relation.slot}: {now.outlet.name} now tells as {other.outlet.name} does"
    ends = (basis(new, now), given_up, basis(theirs, other))
    return Insight(InsightKind.SETTLED, told, ends, relation.id, RULES[InsightKind.SETTLED])


def _at_odds(differ: Sequence[Pair], window: Window) -> list[Claim]:
    """The claims of these articles that differ from others, by article, in the order of its text."""
    found = {c.id: c for pair in differ for c, _ in pair.ends if c.article_id in window}
    return sorted(found.values(), key=lambda c: (c.article_id, c.sentence.start, c.anchor.start, c.id))


def _beyond(differ: Sequence[Pair]) -> dict[str, list[Outline]]:
    """The articles from whose claims each claim differs."""
    found: dict[str, list[Outline]] = {}
    for pair in differ:
        for (claim, _), (_, other) in (pair.ends, pair.ends[::-1]):
            found.setdefault(claim.id, []).append(other)
    return found


def _corrects(others: Iterable[Outline], new: Outline) -> bool:
    """Whether an article differs from an older one of its own outlet, whose claim it may have given up."""
    return any(o.outlet_id == new.outlet_id and _older(o, new) for o in others)


def _beside(store: Store, claims: Sequence[Claim]) -> dict[str, tuple[str, ...]]:
    """The other claims of the happening of each claim, where there are two at least."""
    ours, found = {c.id for c in claims}, dict[str, tuple[str, ...]]()
    for event in store.links.events_of(sorted(ours)):
        for one in event.claims if len(event.claims) > 2 else ():
            if one in ours:
                found[one] = tuple(c for c in event.claims if c != one)
    return found


def _clashes(store: Store, claims: Collection[str]) -> dict[str, list[Pair]]:
    """Where claims differ, by each claim at an end."""
    found: dict[str, list[Pair]] = {}
    for pair in _paired(store, store.links.relations_of(sorted(claims)) if claims else ()):
        for end in {pair.relation.a, pair.relation.b}:
            found.setdefault(end, []).append(pair)
    return found


def _given_up(
    claim: Claim, new: Outline, others: Sequence[str], clashes: Mapping[str, Sequence[Pair]]
) -> Iterator[tuple[Pair, Claim, Claim]]:
    """Contradictions in the happening of a claim, with its outlet's older claim and the one that it agrees with."""
    relations = [p.relation for p in clashes.get(claim.id, ())]
    own = {r.b if r.a == claim.id else r.a for r in relations}
    among = {p.relation.id: p for c in others for p in clashes.get(c, ())}
    for pair in (among[r] for r in sorted(among)) if own else ():
        if claim.id in (pair.relation.a, pair.relation.b):
            continue
        mine = [c for c, o in pair.ends if o.outlet_id == new.outlet_id and _older(o, new)]
        theirs = [c for c, o in pair.ends if o.outlet_id != new.outlet_id]
        if len(mine) == len(theirs) == 1 and mine[0].id in own and theirs[0].id not in own:
            yield pair, mine[0], theirs[0]


def _older(one: Outline, new: Outline) -> bool:
    return one.day is not None and new.day is not None and one.day < new.day
