"""How two claims' times stand to each other, by interval and granularity."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.claim import When
from dateline.model.time import Days, Granularity

OPEN = 4_000_000  # beyond the ordinal of the last day that can be written
ROUNDED = re.compile(r"(?i)^(?:(?:about|around|some|nearly|almost) )?[\w-]+ (?:weeks?|fortnights?)\b(?! on\b)")
WEEKS = 2  # days by which one that is counted in weeks may be off: writers round
UP_TO = re.compile(r"(?i)\bby$")
BEFORE = 31  # days before "by Christmas" in which what was done by then may have come about


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

    def meet_within(self, days: int) -> bool:
        """Whether they are equal or one lies in the other, and the coarser has so many days at most."""
        return self.fit in (Fit.EQUAL, Fit.NESTED) and (self.coarse or days + 1) <= days


def compare(a: When | None, b: When | None) -> Times:
    """How two times stand to each other."""
    if a is None or b is None:
        return Times(Fit.UNDATED, None)
    (first, last), (start, end) = _span(a.days), _span(b.days)
    if last < start or end < first:
        return _apart(a, b)
    coarse = max(last - first, end - start) + 1 if last < OPEN and end < OPEN and first > 0 < start else None
    if (first, last) == (start, end):
        return Times(Fit.EQUAL, coarse)
    nested = (first <= start and end <= last) or (start <= first and last <= end)
    return Times(Fit.NESTED if nested else Fit.TOUCHING, coarse)


def _apart(a: When, b: When) -> Times:
    """Two times that exclude each other, unless one of them is told so loosely that it may be the other."""
    (first, last), (start, end) = _span(a.days), _span(b.days)
    (early, late), (before, after) = leeway(a), leeway(b)
    if first - early <= end + after and start - before <= last + late:
        return Times(Fit.NESTED, 1 + max(early + late + last - first, before + after + end - start))
    return Times(Fit.APART, None, max(start - last, first - end))


def leeway(when: When) -> tuple[int, int]:
    """How many days before and after its day a happening may have been: one counted in weeks, or done "by" then."""
    if when.mark is None or not exact(when):
        return 0, 0
    if UP_TO.search(when.mark.prefix.rstrip()) or when.mark.exact.lower().startswith("by "):
        return BEFORE, 0
    return (WEEKS, WEEKS) if ROUNDED.search(when.mark.exact) else (0, 0)


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
