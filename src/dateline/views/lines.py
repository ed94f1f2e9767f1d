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
    claims = in_order(gathered.claims_of(event), gathered)
    return Line(
        event=event.id,
        occurred=occurred(event, claims),
        label=event.label or (claims[0].anchor.exact if claims else ""),
        who=_who(claims, gathered),
        where=_where(claims, gathered),
        status=event.status,
        voices=voices(claims, gathered),
        clashes=clashes(gathered, {c.id for c in claims}),
        evidence=tuple(evidence(c, gathered) for c in claims),
        relevance=round(relevance, 3),
        why=why,
    )


def occurred(event: Event, claims: Sequence[Claim]) -> Stated | None:
    """The event's time, worded as by the first claim that gives exactly these days."""
    if event.days is None:
        return None
    exact = [c.when for c in claims if c.when and c.when.days == event.days]
    best = min(exact, key=lambda w: w.granularity is not event.granularity, default=None)
    return stated(best) if best else stated_days(event.days, event.granularity)


def clashes(gathered: Gathered, claims: set[str]) -> tuple[Clash, ...]:
    """The contradictions between these claims, one for each slot and set of values."""
    found: dict[tuple[str, tuple[str, ...]], Clash] = {}
    for relation in gathered.relations:
        if relation.kind is RelationKind.CONTRADICTION and {relation.a, relation.b} <= claims:
            values = tuple(sorted(set(in_words(relation, gathered))))
            found.setdefault((relation.slot or "", values), Clash(relation.id, relation.slot, values))
    return tuple(found[key] for key in sorted(found))


def in_words(relation: Relation, gathered: Gathered) -> tuple[str, ...]:
    """The values of a relation in the order of its ends; days as a reader has them ("7 Feb 2019")."""
    ends = [gathered.claims.get(c) for c in (relation.a, relation.b)]
    return tuple(_day_in_words(v, c) for v, c in zip(relation.values, ends, strict=False)) + relation.values[2:]


def _day_in_words(value: str, claim: Claim | None) -> str:
    """The claim's own time if the value is that time written as EDTF, else the value."""
    when = claim.when if claim else None
    return stated(when).words if when and when.days.edtf() == value else value


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
    """The parties by name: who acts before who is acted on, each once."""
    order = {"agent": 0, "patient": 1, "recipient": 2}
    roles = sorted(
        ((order.get(r.name, 3), n, m, r) for n, c in enumerate(claims) for m, r in enumerate(c.roles) if r.actor),
        key=lambda found: found[:3],
    )
    return tuple(dict.fromkeys(gathered.actors.get(r.actor) or r.words for *_, r in roles))


def _where(claims: Sequence[Claim], gathered: Gathered) -> tuple[str, ...]:
    return tuple(dict.fromkeys(gathered.places.get(p, p) for c in claims for p in c.places))
