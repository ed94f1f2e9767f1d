"""How two claims' times stand to each other, by interval and granularity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.claim import When
from dateline.model.time import Days, Granularity

OPEN = 4_000_000  # beyond the ordinal of the last day that can be written


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
    """How two times stand to each other."""
    if a is None or b is None:
        return Times(Fit.UNDATED, None)
    (first, last), (start, end) = _span(a.days), _span(b.days)
    coarse = max(last - first, end - start) + 1 if last < OPEN and end < OPEN and first > 0 < start else None
    if (first, last) == (start, end):
        return Times(Fit.EQUAL, coarse)
    if last < start or end < first:
        return Times(Fit.APART, coarse, max(start - last, first - end))
    nested = (first <= start and end <= last) or (start <= first and last <= end)
    return Times(Fit.NESTED if nested else Fit.TOUCHING, coarse)


def nests(a: Days, b: Days, longest: int) -> bool:
    """Whether two times are equal or one holds the other, and neither is longer than so many days, or open."""
    if not (0 < (a.length() or 0) <= longest and 0 < (b.length() or 0) <= longest):
        return False
    return a.holds(b) or b.holds(a)


def _span(days: Days) -> tuple[int, int]:
    """First and last day as ordinals; 0 and OPEN for open ends."""
    return days.start.toordinal() if days.start else 0, days.end.toordinal() if days.end else OPEN


def exact(when: When | None) -> bool:
    """Whether the time is stated to the day."""
    return when is not None and when.granularity is Granularity.DAY and when.days.length() == 1
