"""Pieces of times: the early part, the last week, the second half, the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.annotate.dates import calendars
from dateline.annotate.dates.amounts import length
from dateline.annotate.dates.course import Course
from dateline.annotate.dates.happenings import Anchor
from dateline.annotate.dates.meaning import Counterpart, Found, Nth, Part, Run, Shift, Then
from dateline.annotate.dates.pointing import UNITS, UNTOLD, Resolve, stated
from dateline.model import time
from dateline.model.time import Days, Granularity, Modifier

SPAN = 31  # days
YEAR = 366  # days
LATELY = 12  # times named
FEW = {"day": 10, "week": 30}  # days of "the last days of 2022", "the first weeks of the year"
HALF_DECADE = 5  # years
PERIODS = (Granularity.QUARTER, Granularity.HALF_YEAR, Granularity.MONTH, Granularity.RANGE)
AROUND = {UNITS[unit]: unit for unit in ("day", "week", "month", "quarter", "year")}


def part(p: Part, course: Course, resolve: Resolve) -> Found:
    """The early, middle or late part; "later this month" from the publication on; "the rest of" likewise."""
    whole = resolve(p.of, course)
    if whole.days is None or whole.granularity is None:
        return _changed(whole, whole.days, whole.granularity, p.modifier)
    if p.turn:
        return _turn(whole)
    if p.rest or p.modifier in (Modifier.BEFORE, Modifier.AFTER):
        return _changed(whole, _rest(whole.days, p, course), Granularity.RANGE, p.modifier)
    if whole.granularity == Granularity.DAY:
        return _changed(whole, whole.days, Granularity.DAY, p.modifier)
    assert p.modifier is not None
    days = _few(whole.days, p) or calendars.part(whole.days, whole.granularity, p.modifier.value)
    return _changed(whole, days, Granularity.RANGE, p.modifier)


def _few(whole: Days, p: Part) -> Days | None:
    """The first or last days or weeks of something longer than they are; None where a third of it will do."""
    count = FEW.get(p.few, 0)
    if not count or (whole.length() or 0) < 3 * count:
        return None
    if p.modifier is Modifier.START:
        return Days(whole.lower, whole.lower + timedelta(count - 1))
    return Days(whole.upper - timedelta(count - 1), whole.upper)


def _turn(whole: Found) -> Found:
    """About the turn of a century or year: five years, or a month, to each side."""
    assert whole.days
    first, months = whole.days.lower, 60 if whole.granularity == Granularity.CENTURY else 1
    days = Days(calendars.add_months(first, -months), calendars.add_months(first, months) - timedelta(1))
    return replace(_changed(whole, days, Granularity.RANGE, Modifier.START), vague=True)


def _changed(f: Found, days: Days | None, granularity: Granularity | None, modifier: Modifier | None) -> Found:
    return Found(days, granularity, f.value, f.type, modifier, f.anchor, f.anchor_at, f.vague)


def _rest(whole: Days, p: Part, course: Course) -> Days:
    now = course.now
    if now is None or not whole.lower <= now.last <= whole.upper:
        return whole
    if p.modifier == Modifier.BEFORE:
        return Days(whole.lower, now.last)
    return Days(now.last, whole.upper)


def nth(n: Nth, course: Course, resolve: Resolve) -> Found:
    """The nth day, week, month, quarter ... of a span of days."""
    if n.weekday is not None and n.of:
        return _weekday_of(n.nth, n.weekday, resolve(n.of, course))
    if n.unit == "weekday":
        return _nearest(n.nth, resolve(n.of, course) if n.of else Found(None, None, ""))
    if isinstance(n.of, Then):
        return _nth_of_story(n.nth, course)
    whole = resolve(n.of, course) if n.of else pointed(course)
    if whole.days is None:
        return Found(None, None, "")
    anchor = Anchor(whole.days, Granularity.YEAR, whole.anchor, whole.anchor_at) if whole.anchor else None
    days, granularity = _piece(whole.days, n.nth, n.unit)
    if n.of is None and not course.ahead and not course.local() and course.now and days.lower > course.now.last:
        days, granularity = _piece(time.year(whole.days.lower.year - 1), n.nth, n.unit)
    found = stated(days, granularity, anchor)
    if n.unit == "week" and n.nth < 0:
        return replace(found, value=calendars.value(time.day(days.upper), Granularity.WEEK))
    if n.unit == "half" and granularity == Granularity.RANGE:  # of a decade or century
        return replace(found, value=whole.value, modifier=Modifier.START if n.nth == 1 else Modifier.END)
    return found


def _nearest(weekday: int, back: Found) -> Found:
    """The day of the week nearest to a day ("a year ago Monday")."""
    if back.days is None:
        return back
    day = back.days.lower
    near = day + timedelta((weekday - day.weekday() + 3) % 7 - 3)
    return replace(back, days=time.day(near), value=near.isoformat())


def _weekday_of(nth_one: int, weekday: int, whole: Found) -> Found:
    """The nth such day of a month; none where the month has no fifth."""
    if whole.days is None:
        return Found(None, None, f"XXXX-WXX-{weekday + 1}")
    first, last = whole.days.lower, whole.days.upper
    day = first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth_one - 1))
    if nth_one < 0:
        day = last - timedelta((last.weekday() - weekday) % 7)
    if day > last:
        return Found(None, None, "")
    return replace(whole, days=time.day(day), granularity=Granularity.DAY, value=day.isoformat())


def _nth_of_story(nth_one: int, course: Course) -> Found:
    """ "the second day" of a span of days that the text has just named."""
    span = next((a for a in reversed(course.named[-3:]) if 1 < (a.days.length() or 0) <= SPAN), None)
    if span is None or span.granularity != Granularity.RANGE or nth_one > (span.days.length() or 0):
        return Found(None, None, "XXXX-XX-XX")
    return stated(time.day(span.first + timedelta(nth_one - 1)), Granularity.DAY, span)


def run(r: Run, course: Course, resolve: Resolve) -> Found:
    """The first or last so many units of something."""
    whole = resolve(r.of, course)
    value = length(r.count, r.unit)
    if whole.days is None:
        return Found(None, None, value, "DURATION")
    if r.sign > 0:
        first, last = whole.days.lower, calendars.moved(whole.days.lower, r.unit, r.count) - timedelta(1)
    else:
        last = whole.days.upper
        first = calendars.moved(last + timedelta(1), r.unit, -r.count)
    return Found(Days(first, last), Granularity.RANGE, value, "DURATION", None, whole.anchor, whole.anchor_at)


def counterpart(c: Counterpart, course: Course, resolve: Resolve) -> Found:
    """The same quarter, month ... of another year: of what the text has told of that kind, else of the latest one."""
    told = _told(c.unit, course)
    if told is None:
        return Found(None, None, UNTOLD.get(c.unit, "XXXX"))
    other = None if isinstance(c.of, Shift) else resolve(c.of, course).days
    if other is None and not isinstance(c.of, Shift):
        return Found(None, None, UNTOLD.get(c.unit, "XXXX"))
    years = other.lower.year - told.first.year if other else -1
    days = Days(calendars.add_months(told.first, 12 * years), calendars.add_months(told.last, 12 * years))
    if told.granularity in AROUND:
        days, _ = calendars.unit_around(days.lower, AROUND[told.granularity])
    return stated(days, told.granularity, told)


def _told(unit: str, course: Course) -> Anchor | None:
    """What the text has told last of that kind; else the last whole quarter or half, the day, week or month of now, or
    (for a period) its year."""
    kinds = (UNITS[unit],) if unit in UNITS else PERIODS
    named = next((a for a in reversed(course.named[-LATELY:]) if a.granularity in kinds), None)
    now = course.now
    if now is None or (named and (named.days.length() or YEAR) <= YEAR):
        return named
    step = -1 if unit in ("quarter", "half") else 0
    around, granularity = calendars.unit_around(calendars.moved(now.last, unit, step), unit or "year")
    return Anchor(around, granularity, now.words, now.at)


def pointed(course: Course) -> Found:
    """The year that the text is in."""
    anchor = course.local() or course.now
    return Found(None, None, "") if anchor is None else stated(time.year(anchor.last.year), Granularity.YEAR, anchor)


def _piece(whole: Days, nth_one: int, unit: str) -> tuple[Days, Granularity]:
    if nth_one == 0:
        return calendars.unit_around(whole.lower, unit)
    if unit == "half":
        return _half(whole, nth_one)
    if unit == "week" and ((whole.length() or 0) <= 31 or nth_one < 0):
        first = whole.lower + timedelta(7 * nth_one - 7) if nth_one > 0 else whole.upper - timedelta(6)
        return Days(first, min(whole.upper, first + timedelta(6))), Granularity.WEEK
    if nth_one < 0:
        days, granularity = calendars.unit_around(whole.upper, unit)
        return Days(max(days.lower, whole.lower), whole.upper), granularity  # the last week of a year ends with it
    return calendars.unit_around(calendars.moved(whole.lower, unit, nth_one - 1), unit)


def _half(whole: Days, nth_one: int) -> tuple[Days, Granularity]:
    first, last = whole.lower, whole.upper
    if (last - first).days in (364, 365):
        return calendars.half(first.year, 1 if nth_one == 1 else 2), Granularity.HALF_YEAR
    years = (last.year - first.year + 1) // 2
    middle = (
        date(first.year + years - 1, 12, 31) if years >= HALF_DECADE else first + timedelta((last - first).days // 2)
    )
    return (Days(first, middle) if nth_one == 1 else Days(middle + timedelta(1), last)), Granularity.RANGE
