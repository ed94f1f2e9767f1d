"""Times in words, as exact as the source has them: "late 2021", "December 2021", "7 Feb 2019", "since 2014"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dateline.model.claim import When
from dateline.model.time import Days, Granularity, Modifier, decade, month, year

SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
BENT = {Modifier.START: "early ", Modifier.MID: "mid-", Modifier.END: "late "}
SEASONS = {12: "winter", 3: "spring", 6: "summer", 9: "autumn"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A time as the source has it: in words, in EDTF, as days (both ends included, None for an open end).

    `how` and `why` tell where it comes from (see When); `quoted` are the source's own words for it, if it has any.
    """

    words: str
    edtf: str
    start: date | None
    end: date | None
    granularity: Granularity | None
    how: str = ""
    why: str = ""
    quoted: str = ""
    vague: bool = False


def stated(when: When) -> Stated:
    """The time of a claim."""
    days = when.days
    words = worded(days, when.granularity, when.modifier, when.vague)
    quoted = when.mark.exact if when.mark else ""
    return Stated(words, days.edtf(), days.start, days.end, when.granularity, when.how, when.why, quoted, when.vague)


def stated_days(days: Days, granularity: Granularity | None) -> Stated:
    """Days that no claim words itself."""
    return Stated(worded(days, granularity), days.edtf(), days.start, days.end, granularity)


def worded(
    days: Days, granularity: Granularity | None = None, modifier: Modifier | None = None, vague: bool = False
) -> str:
    """The days in as few words as tell them exactly; "about" before what nobody can know exactly."""
    about = "about " if vague or modifier is Modifier.APPROX else ""
    if days.start and days.end:
        return about + _closed(days, days.start, days.end, granularity, modifier)
    return about + _open(days, granularity)


def _open(days: Days, granularity: Granularity | None) -> str:
    if days.start:
        return f"since {_unit(days.start, granularity)}"
    return f"until {_unit(days.end, granularity)}" if days.end else "undated"


def _unit(when: date, granularity: Granularity | None) -> str:
    if granularity is Granularity.YEAR:
        return str(when.year)
    if granularity is Granularity.MONTH:
        return _month(when)
    return f"{when.year // 10 * 10}s" if granularity is Granularity.DECADE else a_day(when)


def _closed(days: Days, start: date, end: date, granularity: Granularity | None, modifier: Modifier | None) -> str:
    if modifier in BENT and start != end and (bent := _bent(days, start, end)):
        return BENT[modifier] + bent
    special = _SPECIAL.get(granularity) if granularity else None
    return (special(start, end) if special else "") or _plain(days, start, end)


def _bent(days: Days, start: date, end: date) -> str:
    """What "early", "mid" or "late" bends: a month or a year that the days fill only in part, else a decade."""
    if (start.year, start.month) == (end.year, end.month):
        return "" if days == month(start.year, start.month) else _month(start)
    if start.year == end.year:
        return "" if days == year(start.year) else str(start.year)
    return f"{start.year // 10 * 10}s" if start.year // 10 == end.year // 10 else ""


def _plain(days: Days, start: date, end: date) -> str:
    if start == end:
        return a_day(start)
    if days == month(start.year, start.month):
        return _month(start)
    if (start.month, start.day) == (1, 1) and (end.month, end.day) == (12, 31):
        return _years(days, start, end)
    if start.day == 1 and end == month(end.year, end.month).end:
        return f"{_stem(start, end, SHORT[start.month - 1])}–{SHORT[end.month - 1]} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{a_day(end)}"
    return f"{_stem(start, end, f'{start.day} {SHORT[start.month - 1]}')}–{a_day(end)}"


def _years(days: Days, start: date, end: date) -> str:
    if start.year == end.year:
        return str(start.year)
    return f"{start.year}s" if days == decade(start.year) else f"{start.year}–{end.year}"


def _stem(start: date, end: date, words: str) -> str:
    return words if start.year == end.year else f"{words} {start.year}"


def _week(start: date, end: date) -> str:
    return f"week of {a_day(start)}"


def _quarter(start: date, end: date) -> str:
    return f"Q{(start.month + 2) // 3} {start.year}"


def _half(start: date, end: date) -> str:
    if (end.year - start.year) * 12 + end.month - start.month != 5:
        return ""
    return f"{'first' if start.month == 1 else 'second'} half of {start.year}"


def _season(start: date, end: date) -> str:
    name = SEASONS.get(start.month)
    if not name:
        return ""
    return f"{name} {start.year}" if start.year == end.year else f"{name} {start.year}/{end.year % 100:02d}"


def _century(start: date, end: date) -> str:
    number = (end.year + 99) // 100
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix} century"


_SPECIAL: dict[Granularity, Callable[[date, date], str]] = {
    Granularity.WEEK: _week,
    Granularity.QUARTER: _quarter,
    Granularity.HALF_YEAR: _half,
    Granularity.SEASON: _season,
    Granularity.CENTURY: _century,
}


def a_day(when: date) -> str:
    """A day as an editor writes it: 7 Feb 2019."""
    return f"{when.day} {SHORT[when.month - 1]} {when.year}"


def _month(when: date) -> str:
    return f"{LONG[when.month - 1]} {when.year}"
