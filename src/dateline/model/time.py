"""Days, spans of days, and how exactly a source states them. A date keeps the granularity that the source gave."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Granularity(StrEnum):
    """The finest unit that the source states; `range` for worded spans that fit no unit."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF_YEAR = "half-year"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"


class Modifier(StrEnum):
    """How the words bend the unit (TIMEX3 `mod`)."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """An interval of days, both ends included; None for an end that is open. Raises ValueError if start > end."""

    start: date | None
    end: date | None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"an interval cannot end before it starts: {self.start}..{self.end}")

    @property
    def lower(self) -> date:
        """The first day, or the first day that can be written."""
        return self.start or date.min

    @property
    def upper(self) -> date:
        """The last day, or the last day that can be written."""
        return self.end or date.max

    def overlaps(self, other: Days) -> bool:
        """Whether some day lies in both."""
        return self.lower <= other.upper and other.lower <= self.upper

    def holds(self, other: Days) -> bool:
        """Whether every day of the other lies in this one."""
        return self.lower <= other.lower and other.upper <= self.upper

    def meet(self, other: Days) -> Days | None:
        """The days in both; None if there are none."""
        if not self.overlaps(other):
            return None
        starts = [d for d in (self.start, other.start) if d]
        ends = [d for d in (self.end, other.end) if d]
        return Days(max(starts, default=None), min(ends, default=None))

    def length(self) -> int | None:
        """How many days; None if an end is open."""
        return (self.end - self.start).days + 1 if self.start and self.end else None

    def edtf(self) -> str:
        """The interval in EDTF (ISO 8601-2), as coarse as it fits: 2021, 2021-12, 2021-12-07, 2021-09-01/2021-12-31."""
        if self.start and self.end:
            for written, whole in _units(self.start):
                if whole == self:
                    return written
        return f"{self.start or '..'}/{self.end or '..'}"


def _units(first: date) -> list[tuple[str, Days]]:
    units = [(first.isoformat(), day(first))]
    if first.day == 1:
        units.append((f"{first.year:04d}-{first.month:02d}", month(first.year, first.month)))
    if (first.month, first.day) == (1, 1):
        units.append((f"{first.year:04d}", year(first.year)))
        if first.year % 10 == 0 and first.year + 9 <= date.max.year:
            units.append((f"{first.year // 10:03d}X", decade(first.year)))
    return units


def day(when: date) -> Days:
    """One day."""
    return Days(when, when)


def week(within: date) -> Days:
    """The calendar week (Monday to Sunday) that holds the day."""
    monday = within - timedelta(days=within.weekday())
    return Days(monday, monday + timedelta(days=6))


def month(of_year: int, of_month: int) -> Days:
    """One calendar month; raises ValueError for a month outside 1..12 or a year outside 1..9999."""
    return Days(date(of_year, of_month, 1), date(of_year, of_month, calendar.monthrange(of_year, of_month)[1]))


def year(of: int) -> Days:
    """One calendar year; raises ValueError outside 1..9999."""
    return Days(date(of, 1, 1), date(of, 12, 31))


def decade(of: int) -> Days:
    """The ten years from the one ending in 0 at or before the given year."""
    first = max(1, of - of % 10)
    return Days(date(first, 1, 1), date(of - of % 10 + 9, 12, 31))
