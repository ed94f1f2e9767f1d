"""Disagreements that appeared or were settled, and numbers that were revised."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from dateline.model.claim import Claim
from dateline.model.relation import Relation, RelationKind
from dateline.store.base import Held, Store
from dateline.views.evidence import published_day
from dateline.views.insights import Insight, InsightKind, basis

KINDS = {RelationKind.CONTRADICTION: InsightKind.DISAGREEMENT, RelationKind.UPDATE: InsightKind.REVISED}
RULES = {
    InsightKind.DISAGREEMENT: "two texts on one happening that cannot both be true, the later one of these days",
    InsightKind.REVISED: "a later report gives another number for one happening",
    InsightKind.SETTLED: "an outlet that told otherwise now tells what the other did",
}


def pairs(store: Store, claims: Sequence[Claim], held: Mapping[str, Held], until: date) -> list[Insight]:
    """Contradictions and updates with the later end in these articles and both published by a day, each happening and
    slot once."""
    seen: set[tuple[str, ...]] = set()
    found = []
    for relation in store.links.relations_of([c.id for c in claims]):
        name = (relation.kind, relation.slot or "", *sorted(relation.values))
        if relation.kind not in KINDS or name in seen:
            continue
        ends = _ends(store, relation, held)
        if len(ends) == 2 and all((published_day(h) or date.max) <= until for _, h in ends):
            seen.add(name)
            kind = KINDS[relation.kind]
            told = _told(relation, ends[-1][0])
            found.append(Insight(kind, told, tuple(basis(c, h) for c, h in ends), relation.id, RULES[kind]))
    return found


def _ends(store: Store, relation: Relation, held: Mapping[str, Held]) -> list[tuple[Claim, Held]]:
    """Both claims with their articles, the later one first."""
    found = store.claims.get([relation.a, relation.b])
    both = [(c, h) for c in found if (h := held.get(c.article_id) or store.articles.get(c.article_id))]
    return sorted(both, key=lambda end: (-(published_day(end[1]) or date.min).toordinal(), end[0].id))


def _told(relation: Relation, earlier: Claim) -> str:
    """What differs; of a revision, the value of the earlier text first."""
    slot = relation.slot or "what is told"
    if relation.kind is RelationKind.CONTRADICTION or len(relation.values) != 2:
        return f"{slot}: {' against '.join(relation.values)}"
    old, new = relation.values if earlier.id == relation.a else reversed(relation.values)
    return f"{slot}: {old}, then {new}"


def settled(store: Store, claims: Sequence[Claim], held: Mapping[str, Held]) -> list[Insight]:
    """Contradictions of older texts of which one side now tells what the other did: the same outlet, in a text of
    these days, on the same happening, without contradicting it any more."""
    beside = _beside(store, claims)
    clashes = _clashes(store, {c for ids in beside.values() for c in ids} | beside.keys())
    found: dict[str, Insight] = {}
    for claim in claims:
        new = held[claim.article_id]
        for relation, given_up, kept in _given_up(store, claim, new, beside.get(claim.id, ()), clashes):
            if relation.id not in found and relation.slot:
                told = f"{relation.slot}: {new.outlet.name} now tells as {kept[1].outlet.name} does"
                ends = (basis(claim, new), basis(*given_up), basis(*kept))
                found[relation.id] = Insight(InsightKind.SETTLED, told, ends, relation.id, RULES[InsightKind.SETTLED])
    return [found[r] for r in sorted(found)]


def _beside(store: Store, claims: Sequence[Claim]) -> dict[str, tuple[str, ...]]:
    """The other claims of the happening of each claim, where there are two at least."""
    ours, found = {c.id for c in claims}, dict[str, tuple[str, ...]]()
    for event in store.links.events_of(sorted(ours)):
        for one in event.claims if len(event.claims) > 2 else ():
            if one in ours:
                found[one] = tuple(c for c in event.claims if c != one)
    return found


def _clashes(store: Store, claims: Collection[str]) -> dict[str, list[Relation]]:
    """The relations in which claims differ, by each claim at an end."""
    found: dict[str, list[Relation]] = {}
    for relation in store.links.relations_of(sorted(claims)) if claims else ():
        for end in {relation.a, relation.b} if _differs(relation) else ():
            found.setdefault(end, []).append(relation)
    return found


def _given_up(
    store: Store, claim: Claim, new: Held, others: Sequence[str], clashes: Mapping[str, Sequence[Relation]]
) -> Iterator[tuple[Relation, tuple[Claim, Held], tuple[Claim, Held]]]:
    """Contradictions in the happening of a claim, with the older text of its outlet and the one that it agrees with."""
    own = {r.b if r.a == claim.id else r.a for r in clashes.get(claim.id, ())}
    among = {r.id: r for c in others for r in clashes.get(c, ()) if claim.id not in (r.a, r.b)}
    for relation in (among[r] for r in sorted(among)) if own else ():
        ends = _ends(store, relation, {})
        mine = [e for e in ends if e[1].outlet.id == new.outlet.id and _older(e[1], new)]
        theirs = [e for e in ends if e[1].outlet.id != new.outlet.id]
        if len(mine) == len(theirs) == 1 and mine[0][0].id in own and theirs[0][0].id not in own:
            yield relation, mine[0], theirs[0]


def _differs(relation: Relation) -> bool:
    return relation.kind in (RelationKind.CONTRADICTION, RelationKind.UPDATE)


def _older(held: Held, new: Held) -> bool:
    a, b = published_day(held), published_day(new)
    return a is not None and b is not None and a < b
