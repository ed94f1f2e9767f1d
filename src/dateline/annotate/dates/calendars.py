"""Arithmetic on days, units and TIMEX3 values."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from dateline.model.time import Days, Granularity, day, decade, month, week, year

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def add_months(when: date, number: int) -> date:
    """The same day so many months on, or the month's last day; OverflowError outside the years 1..9999."""
    at = when.year * 12 + when.month - 1 + number
    if not 12 <= at < 120000:
        raise OverflowError(f"no month {number} from {when}")
    of_year, of_month = at // 12, at % 12 + 1
    return date(of_year, of_month, min(when.day, calendar.monthrange(of_year, of_month)[1]))


def season(name: str, of_year: int) -> Days:
    """A northern season; winter is from December of the year to February of the next."""
    first = date(of_year, SEASONS[name], 1)
    return Days(first, add_months(first, 3) - timedelta(1))


def quarter(of_year: int, nth: int) -> Days:
    """A quarter of a year."""
    return Days(date(of_year, 3 * nth - 2, 1), month(of_year, 3 * nth).end)


def half(of_year: int, nth: int) -> Days:
    """A half of a year."""
    return Days(date(of_year, 6 * nth - 5, 1), month(of_year, 6 * nth).end)


def century(nth: int) -> Days:
    """The nth century as people speak of it: the 19th is 1800 to 1899."""
    return Days(date(max(1, 100 * nth - 100), 1, 1), date(100 * nth - 1, 12, 31))


def unit_around(when: date, unit: str) -> tuple[Days, Granularity]:
    """The calendar unit that holds a day; the day itself for units below a day."""
    around, granularity = AROUND.get(unit, (day, Granularity.DAY))
    return around(when), granularity


def _weekend(when: date) -> Days:
    saturday = when + timedelta(5 - when.weekday())
    return Days(saturday, saturday + timedelta(1))


AROUND: dict[str, tuple[Callable[[date], Days], Granularity]] = {
    "week": (week, Granularity.WEEK),
    "weekend": (_weekend, Granularity.RANGE),
    "month": (lambda when: month(when.year, when.month), Granularity.MONTH),
    "quarter": (lambda when: quarter(when.year, (when.month + 2) // 3), Granularity.QUARTER),
    "half": (lambda when: half(when.year, (when.month + 5) // 6), Granularity.HALF_YEAR),
    "year": (lambda when: year(when.year), Granularity.YEAR),
    "decade": (lambda when: decade(when.year), Granularity.DECADE),
    "century": (lambda when: century(when.year // 100 + 1), Granularity.CENTURY),
}


def moved(when: date, unit: str, number: float) -> date:
    """A day so many units on (half a month is 15 days); OverflowError outside the years 1..9999."""
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
    if unit in months:
        whole = int(number * months[unit])
        return add_months(when, whole) + timedelta(round((number * months[unit] - whole) * 30))
    days = {"day": 1.0, "week": 7.0, "weekend": 7.0, "fortnight": 14.0, "hour": 1 / 24, "minute": 0.0, "second": 0.0}
    return when + timedelta(int(number * days.get(unit, 0.0)))


def value(days: Days, granularity: Granularity) -> str:
    """The TIMEX3 value of days stated that exactly."""
    return VALUES[granularity](days.lower) if granularity in VALUES else _range_value(days)


def _week_value(first: date) -> str:
    return f"{first.isocalendar().year}-W{first.isocalendar().week:02d}"


VALUES: dict[Granularity, Callable[[date], str]] = {
    Granularity.DAY: date.isoformat,
    Granularity.WEEK: _week_value,
    Granularity.MONTH: lambda first: first.isoformat()[:7],
    Granularity.QUARTER: lambda first: f"{first.year:04d}-Q{(first.month + 2) // 3}",
    Granularity.HALF_YEAR: lambda first: f"{first.year:04d}-H{1 if first.month < 7 else 2}",
    Granularity.SEASON: lambda first: f"{first.year:04d}-{next(n for n, m in SEASONS.items() if m == first.month)}",
    Granularity.YEAR: lambda first: f"{first.year:04d}",
    Granularity.DECADE: lambda first: f"{first.year // 10:03d}",
    Granularity.CENTURY: lambda first: f"{first.year // 100:02d}",
}


def _range_value(days: Days) -> str:
    if days.start and days.end and days.start.weekday() == 5 and (days.end - days.start).days == 1:
        return value(days, Granularity.WEEK) + "-WE"
    return f"{days.start or ''}/{days.end or ''}"


def part(days: Days, granularity: Granularity, modifier: str) -> Days:
    """The early, middle or late part: thirds of a year, of a month (ten days each) and of other spans."""
    first, last = days.lower, days.upper
    if granularity == Granularity.YEAR:
        starts = {"START": 1, "MID": 5, "END": 9}[modifier]
        return Days(date(first.year, starts, 1), month(first.year, starts + 3).end)
    if granularity == Granularity.MONTH:
        starts = {"START": 1, "MID": 11, "END": 21}[modifier]
        return Days(first.replace(day=starts), last if modifier == "END" else first.replace(day=starts + 9))
    return _third(days, granularity, {"START": 0, "MID": 1, "END": 2}[modifier])


def _third(days: Days, granularity: Granularity, nth: int) -> Days:
    if granularity == Granularity.DAY:
        return days
    first, last = days.lower, days.upper
    whole = (last - first).days + 1
    if granularity in (Granularity.DECADE, Granularity.CENTURY):
        years = ((0, 3), (4, 6), (7, 9)) if granularity == Granularity.DECADE else ((0, 33), (34, 66), (67, 99))
        begin, stop = years[nth]
        return Days(date(first.year + begin, 1, 1), date(min(9999, first.year + stop), 12, 31))
    begin, stop = whole * nth // 3, whole * (nth + 1) // 3 - 1
    return Days(first + timedelta(begin), first + timedelta(max(begin, stop)))
