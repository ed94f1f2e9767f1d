"""How two claims' times stand to each other, by interval and granularity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.claim import Status, When
from dateline.model.time import Days, Granularity

FINE = frozenset({Granularity.DAY})
UNIT = {
    Granularity.DAY: 1, Granularity.WEEK: 7, Granularity.MONTH: 31, Granularity.QUARTER: 92, Granularity.SEASON: 92,
    Granularity.HALF_YEAR: 184, Granularity.YEAR: 366, Granularity.DECADE: 3653, Granularity.CENTURY: 36525,
}  # fmt: skip


class Fit(StrEnum):
    """How two times fit."""

    UNDATED = "undated"
    EQUAL = "equal"
    NESTED = "nested"
    TOUCHING = "touching"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Times:
    """The fit of two times, the days of the coarser one (None if open), and days between them if apart."""

    fit: Fit
    coarse: int | None
    gap: int = 0


def compare(a: When | None, b: When | None) -> Times:
    """How two times stand to each other; spans of states count from their start."""
    if a is None or b is None:
        return Times(Fit.UNDATED, None)
    x, y = a.days, b.days
    lengths = [n for n in (x.length(), y.length()) if n]
    coarse = max(lengths) if len(lengths) == 2 else None
    if x == y:
        return Times(Fit.EQUAL, coarse)
    if not x.overlaps(y):
        gap = max(x.lower.toordinal() - y.upper.toordinal(), y.lower.toordinal() - x.upper.toordinal())
        return Times(Fit.APART, coarse, gap)
    if x.holds(y) or y.holds(x):
        return Times(Fit.NESTED, coarse)
    return Times(Fit.TOUCHING, coarse)


def beginning(when: When, status: Status) -> Days:
    """The days in which a happening began: for a state that lasts, the unit that its start is stated in."""
    if when.days.start is None or (when.days.end is not None and status is not Status.ONGOING):
        return when.days
    return when.days


def exact(when: When | None) -> bool:
    """Whether the time is stated to the day."""
    return when is not None and when.granularity is Granularity.DAY and when.days.length() == 1
