"""Expressions that point: "last week", "that same year", "two months later", "six weeks ago"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dateline.annotate.dates import calendars
from dateline.annotate.dates.build import length
from dateline.annotate.dates.course import Anchor, Course
from dateline.annotate.dates.meaning import Deictic, Found, Meaning, Shift
from dateline.model import time
from dateline.model.time import Days, Granularity

UNITS = {
    "day": Granularity.DAY,
    "week": Granularity.WEEK,
    "weekend": Granularity.WEEK,
    "month": Granularity.MONTH,
    "quarter": Granularity.QUARTER,
    "year": Granularity.YEAR,
    "decade": Granularity.DECADE,
    "century": Granularity.CENTURY,
}
STORY = ("that", "same", "following", "previous")
STEP = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}


def deictic(d: Deictic, course: Course) -> Found:
    """The unit pointed at; of several ("the past two decades") the span that ends or starts at the anchor."""
    fine = UNITS.get(d.unit, Granularity.DAY)
    anchor = course.within(fine) or course.publication if d.which in STORY or course.narrative else course.now
    if d.plural and d.which in STEP:
        return _stretch(d, anchor)
    if d.plural or anchor is None or d.unit not in UNITS:
        return Found(None, None, length(None, d.unit) if d.plural else "", "DURATION" if d.plural else "DATE")
    base = anchor.first if d.which == "previous" else anchor.last
    moved = calendars.moved(base, d.unit, STEP.get(d.which, 0))
    days, granularity = calendars.unit_around(moved, d.unit)
    return _found(days, granularity, anchor)


def _found(days: Days, granularity: Granularity, anchor: Anchor) -> Found:
    return Found(days, granularity, calendars.value(days, granularity), "DATE", None, anchor.words, anchor.at)


def _stretch(d: Deictic, anchor: Anchor | None) -> Found:
    value = length(d.count or None, d.unit)
    if anchor is None or not d.count:
        return Found(None, None, value, "DURATION", vague=not d.count)
    edge = calendars.moved(anchor.last, d.unit, STEP[d.which] * d.count)
    days = Days(min(edge, anchor.last), max(edge, anchor.last))
    return Found(days, Granularity.RANGE, value, "DURATION", None, anchor.words, anchor.at)


def pointed_year(d: Deictic, course: Course) -> int | None:
    """The year in which what is pointed at lies."""
    found = deictic(d, course)
    return found.days.lower.year if found.days else None


def shift(s: Shift, course: Course, resolve: Callable[[Meaning, Course], Found]) -> Found:
    """So many units from the anchor: months and years keep their unit, days and weeks give a day."""
    anchor = _base(s, course, resolve)
    if anchor is None or s.count is None:
        value = "PAST_REF" if s.sign < 0 else "FUTURE_REF"
        return Found(None, None, value, vague=s.count is None)
    base = anchor.last if s.sign > 0 else anchor.first
    moved = calendars.moved(base, s.unit, s.sign * s.count)
    return _kept(s, moved, anchor)


def _base(s: Shift, course: Course, resolve: Callable[[Meaning, Course], Found]) -> Anchor | None:
    if s.base is not None:
        found = resolve(s.base, course)
        return Anchor(found.days, found.granularity, found.value) if found.days and found.granularity else None
    if s.ago:
        return course.publication or course.story
    return course.within(UNITS.get(s.unit, Granularity.DAY)) or course.publication


def _kept(s: Shift, moved: date, anchor: Anchor) -> Found:
    if s.unit in ("month", "year", "quarter", "decade", "century") and not s.exact:
        unit = "month" if s.count is not None and s.count % 1 else "year" if s.unit == "decade" else s.unit
        days, granularity = calendars.unit_around(moved, unit)
        return _found(days, granularity, anchor)
    return _found(time.day(moved), Granularity.DAY, anchor)


def before(days: Days) -> date:
    """The day before the first."""
    return days.lower - timedelta(1)
