"""The versions of a happening that contradict each other, each with the claims that stand behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.model.claim import Claim
from dateline.model.relation import Relation, Slot
from dateline.model.time import Days
from dateline.views.gather import Gathered
from dateline.views.wording import stated

Version = tuple[str, list[Claim]]


def versions(relations: Sequence[Relation], claims: Sequence[Claim], gathered: Gathered) -> list[Version]:
    """The values that these relations (of one slot) hold against each other, with their claims in the order given.

    Dates that nest are one version, told as the most exact of them: "2019" stands with "7 Feb 2019" against 2018.
    """
    values = _values(relations, gathered)
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(values[claim.id], []).append(claim)
    if relations[0].slot is Slot.DATE:
        return _nested(list(found.items()), claims)
    return list(found.items())


def _values(relations: Sequence[Relation], gathered: Gathered) -> Mapping[str, str]:
    """The value of each claim, by its id."""
    found: dict[str, str] = {}
    for relation in relations:
        told = in_words(relation, gathered)
        if relation.a == relation.b:
            found.setdefault(relation.a, " ≠ ".join(told))
        else:
            a_says, b_says, *_ = (*told, "", "")
            found.setdefault(relation.a, a_says)
            found.setdefault(relation.b, b_says)
    return found


def _nested(found: Sequence[Version], claims: Sequence[Claim]) -> list[Version]:
    """Versions whose days hold one another made one, in the order in which they are first told."""
    exact = sorted(found, key=lambda version: _length(version[1][0]))
    made: list[Version] = []
    for value, held in exact:
        same = next((m for m in made if _nest(m[1][0], held[0])), None)
        if same:
            same[1].extend(held)
        else:
            made.append((value, list(held)))
    order = {c.id: n for n, c in enumerate(claims)}
    for _, held in made:
        held.sort(key=lambda c: order[c.id])
    return sorted(made, key=lambda m: order[m[1][0].id])


def _nest(one: Claim, other: Claim) -> bool:
    a, b = _days(one), _days(other)
    return a is not None and b is not None and (a.holds(b) or b.holds(a))


def _length(claim: Claim) -> int:
    days = _days(claim)
    return (days.length() or 10**7) if days else 10**7


def _days(claim: Claim) -> Days | None:
    return claim.when.days if claim.when else None


def in_words(relation: Relation, gathered: Gathered) -> tuple[str, ...]:
    """The values of a relation in the order of its ends; days as a reader has them ("7 Feb 2019")."""
    ends = [gathered.claims.get(c) for c in (relation.a, relation.b)]
    return tuple(_day_in_words(v, c) for v, c in zip(relation.values, ends, strict=False)) + relation.values[2:]


def _day_in_words(value: str, claim: Claim | None) -> str:
    """The claim's own time if the value is that time written as EDTF, else the value."""
    when = claim.when if claim else None
    return stated(when).words if when and when.days.edtf() == value else value
