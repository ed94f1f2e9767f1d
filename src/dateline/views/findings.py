"""Findings: what comparing claims on one happening yields, with both (all) sentences side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.relation import Relation, Slot
from dateline.views.evidence import Evidence, evidence, in_order, voices
from dateline.views.gather import Gathered
from dateline.views.lines import occurred
from dateline.views.versions import versions
from dateline.views.wording import Stated


class Finding(StrEnum):
    """The kinds of finding, weightiest first; only a contradiction is called a disagreement."""

    CONTRADICTION = "contradiction"
    INCONSISTENCY = "inconsistency"
    UPDATE = "update"
    LOOSER = "looser"


WEIGHTY = (Finding.CONTRADICTION, Finding.INCONSISTENCY)


@dataclass(frozen=True, slots=True)
class Side:
    """One version: its value in words, how many independent articles stand behind it, and their sentences."""

    value: str
    voices: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What is said in several ways about one happening, in one slot; `reasons` in words, most telling first.

    `relations` are the ids of the pairs it is made of. An inconsistency inside one text has one side.
    """

    relations: tuple[str, ...]
    kind: Finding
    slot: Slot | None
    event: str
    label: str
    occurred: Stated | None
    sides: tuple[Side, ...]
    reasons: tuple[str, ...]
    score: float
    producer: str = ""


def findings(relations: Iterable[Relation], gathered: Gathered, kinds: Sequence[Finding]) -> tuple[Disagreement, ...]:
    """The findings of these kinds among gathered claims, by weight of kind, then by occurrence."""
    event_of = {c: e for e in gathered.events for c in e.claims}
    wanted = {k.value for k in kinds}
    groups: dict[tuple[str, str, str], list[Relation]] = {}
    for relation in sorted(relations, key=lambda r: r.id):
        if relation.kind.value in wanted and {relation.a, relation.b} <= set(gathered.claims):
            groups.setdefault(_together(relation, event_of), []).append(relation)
    found = [_finding(group, event_of, gathered) for group in groups.values()]
    return tuple(sorted(found, key=_weight))


def _together(relation: Relation, event_of: Mapping[str, Event]) -> tuple[str, str, str]:
    """Pairs that belong to one finding share this: the happening, the kind and the slot."""
    apart = relation.id if relation.a == relation.b else ""
    event = event_of.get(relation.a)
    return (event.id if event else relation.id, relation.kind, (relation.slot or "") + apart)


def _finding(group: Sequence[Relation], event_of: Mapping[str, Event], gathered: Gathered) -> Disagreement:
    first = max(group, key=lambda r: (r.score, r.id))
    event = event_of.get(first.a)
    claims = in_order((gathered.claims[c] for c in sorted({c for r in group for c in (r.a, r.b)})), gathered)
    return Disagreement(
        relations=tuple(r.id for r in group),
        kind=Finding(first.kind.value),
        slot=first.slot,
        event=event.id if event else "",
        label=(event.label if event else "") or claims[0].anchor.exact,
        occurred=occurred(event, claims) if event else None,
        sides=_sides(group, claims, gathered),
        reasons=tuple(r.words for r in first.reasons),
        score=round(first.score, 3),
        producer=first.producer,
    )


def _sides(group: Sequence[Relation], claims: Sequence[Claim], gathered: Gathered) -> tuple[Side, ...]:
    """The versions, each with the claims that stand behind it, in order of publication."""
    return tuple(
        Side(value, voices(held, gathered), tuple(evidence(c, gathered) for c in held))
        for value, held in versions(group, claims, gathered)
    )


def _weight(found: Disagreement) -> tuple[int, date, str]:
    when = found.occurred
    start = (when.start or when.end) if when else None
    return (list(Finding).index(found.kind), start or date.max, found.relations[0])
