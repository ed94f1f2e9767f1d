"""Numbers of two claims on one happening: do they agree, does a later one replace the other, or do they contradict?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.link.profile import Profile
from dateline.link.words import stem
from dateline.model.claim import Quantity

SETTLED = 30  # days after a happening from which a count that grows at first should have settled
FACTOR = 3.0  # numbers further apart count different things
SMALLEST = 20.0  # from here on trailing zeros may come from rounding
GROWING = frozenset(
    {"toll", "kill", "die", "wound", "flee", "arrest", "outbreak", "missing", "rescue", "donate", "count"}
)
SAME_UNIT = {"%": "percent", "pct": "percent", "point": "percent", "per": ""}  # "per" may be per cent or per share


@dataclass(frozen=True, slots=True)
class Clash:
    """Two numbers of one unit that differ, as worded in a and in b; `grows` if the count may have been on its way."""

    a: Quantity
    b: Quantity
    grows: bool


def clash(a: Profile, b: Profile) -> Clash | None:
    """The first unit of which both claims give exact numbers, all of them different; None if there is none."""
    for unit in sorted({_unit(q) for q in a.claim.quantities} & {_unit(q) for q in b.claim.quantities} - {""}):
        x = [q for q in a.claim.quantities if _unit(q) == unit and not q.approx]
        y = [q for q in b.claim.quantities if _unit(q) == unit and not q.approx]
        if not x or not y or any(_agree(p.value, q.value) for p in x for q in y):
            continue
        if len(x) == len(y) and _near(x[0].value, y[0].value):
            return Clash(x[0], y[0], _grows(a, b))
    return None


def _unit(quantity: Quantity) -> str:
    unit = quantity.unit.lower()
    return SAME_UNIT[unit] if unit in SAME_UNIT else stem(unit)


def _agree(a: float, b: float) -> bool:
    return abs(a - b) <= max(_rounding(a), _rounding(b))


def _rounding(value: float) -> float:
    """Half of the unit to which a number with trailing zeros may have been rounded."""
    step = 1.0
    while value >= SMALLEST and value % (step * 10) == 0:
        step *= 10
    return step / 2 if step > 1 else 0.0


def _near(a: float, b: float) -> bool:
    low, high = sorted((abs(a), abs(b)))
    return low > 0 and high / low <= FACTOR


def _grows(a: Profile, b: Profile) -> bool:
    if GROWING.isdisjoint(a.groups | b.groups | a.around & b.around):
        return False
    return not (_settled(a) and _settled(b))


def _settled(profile: Profile) -> bool:
    """Whether the article was published so long after the happening that its count should be final."""
    published, days = profile.known.published, profile.days
    return published is None or days is None or days.end is None or _since(days.end, published) > SETTLED


def _since(end: date, published: date) -> int:
    return (published - end).days
