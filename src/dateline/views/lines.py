"""A line: one happening as a chronology tells it, with every sentence that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model.claim import Claim, Status
from dateline.model.event import Event
from dateline.model.relation import Relation, RelationKind, Slot
from dateline.views.evidence import Evidence, evidence, in_order, voices
from dateline.views.gather import Gathered
from dateline.views.versions import versions
from dateline.views.wording import Stated, stated, stated_days


@dataclass(frozen=True, slots=True)
class Clash:
    """That claims of one happening cannot both be true in one slot; `values` in words."""

    relation: str
    slot: Slot | None
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A happening: when (None if nobody dates it), what in the words of a claim, who and where by name, how it stands,
    how many independent articles tell it, what they disagree on, and their sentences."""

    event: str
    occurred: Stated | None
    label: str
    who: tuple[str, ...]
    where: tuple[str, ...]
    status: Status
    voices: int
    clashes: tuple[Clash, ...]
    evidence: tuple[Evidence, ...]
    relevance: float = 1.0
    why: tuple[str, ...] = ()


def line(event: Event, gathered: Gathered, relevance: float = 1.0, why: tuple[str, ...] = ()) -> Line:
    """The line of an event; claims that were not gathered are left out of it."""
    claims = _first_as_it_stands(event, in_order(gathered.claims_of(event), gathered))
    return Line(
        event=event.id,
        occurred=occurred(event, claims),
        label=event.label or (claims[0].anchor.exact if claims else ""),
        who=_who(claims, gathered),
        where=_where(claims, gathered),
        status=event.status,
        voices=voices(claims, gathered),
        clashes=clashes(gathered, claims),
        evidence=tuple(evidence(c, gathered) for c in claims),
        relevance=round(relevance, 3),
        why=why,
    )


def _first_as_it_stands(event: Event, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with those first that tell the happening as it stands, of its own time if there are any: what was
    "planned" is not what a reader should see of a meeting that was cancelled."""

    def key(claim: Claim) -> tuple[bool, bool]:
        return (claim.status is not event.status, not claim.when or claim.when.days != event.days)

    return sorted(claims, key=key)


def occurred(event: Event, claims: Sequence[Claim]) -> Stated | None:
    """The event's time, worded as by the first claim that gives exactly these days."""
    if event.days is None:
        return None
    exact = [c.when for c in claims if c.when and c.when.days == event.days]
    best = min(exact, key=lambda w: w.granularity is not event.granularity, default=None)
    return stated(best) if best else stated_days(event.days, event.granularity)


def clashes(gathered: Gathered, claims: Sequence[Claim]) -> tuple[Clash, ...]:
    """The contradictions between these claims, one for each slot."""
    ids = {c.id for c in claims}
    slots: dict[str, list[Relation]] = {}
    for relation in gathered.relations:
        if relation.kind is RelationKind.CONTRADICTION and {relation.a, relation.b} <= ids:
            slots.setdefault(relation.slot or "", []).append(relation)
    return tuple(_clash(slots[slot], claims, gathered) for slot in sorted(slots))


def _clash(relations: Sequence[Relation], claims: Sequence[Claim], gathered: Gathered) -> Clash:
    at_odds = {c for r in relations for c in (r.a, r.b)}
    found = versions(relations, [c for c in claims if c.id in at_odds], gathered)
    return Clash(relations[0].id, relations[0].slot, tuple(value for value, _ in found))


def by_occurrence(lines: Iterable[Line]) -> list[Line]:
    """The lines by their first day, the coarser first among those that start together; undated ones last."""

    def key(told: Line) -> tuple[date, int, str, str]:
        when = told.occurred
        if when is None:
            return (date.max, 0, told.label, told.event)
        start = when.start or when.end or date.max
        length = (when.end - when.start).days if when.start and when.end else 10**7
        return (start, -length, told.label, told.event)

    return sorted(lines, key=key)


def _who(claims: Sequence[Claim], gathered: Gathered) -> tuple[str, ...]:
    """The parties by name: who acts before who is acted on, each once; who acts for a party by the words for them."""
    order = {"agent": 0, "patient": 1, "recipient": 2}
    roles = sorted(
        ((order.get(r.name, 3), n, m, r) for n, c in enumerate(claims) for m, r in enumerate(c.roles) if r.actor),
        key=lambda found: found[:3],
    )
    return tuple(dict.fromkeys(r.words if r.acts_for else gathered.actors.get(r.actor) or r.words for *_, r in roles))


def _where(claims: Sequence[Claim], gathered: Gathered) -> tuple[str, ...]:
    return tuple(dict.fromkeys(gathered.places.get(p, p) for c in claims for p in c.places))
