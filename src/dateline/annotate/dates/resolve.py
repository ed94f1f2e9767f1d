"""From meaning to days: what each kind of expression means where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dateline.annotate.dates import calendars
from dateline.annotate.dates.antiquity import told
from dateline.annotate.dates.course import Course
from dateline.annotate.dates.dated import calendar_date
from dateline.annotate.dates.happenings import Anchor
from dateline.annotate.dates.joining import with_year, year_stated
from dateline.annotate.dates.meaning import (
    Anniversary,
    Calendar,
    Century,
    Clock,
    Counterpart,
    Decade,
    Deictic,
    Found,
    Length,
    Meaning,
    Named,
    Nth,
    Part,
    Phrase,
    Recent,
    Reference,
    Repeat,
    Run,
    Season,
    Shift,
    Span,
    Term,
    Then,
    Today,
)
from dateline.annotate.dates.named import anniversary, named, season, term
from dateline.annotate.dates.pieces import counterpart, nth, part, run
from dateline.annotate.dates.pointing import deictic, recent, shift, stated
from dateline.annotate.dates.tense import BACK
from dateline.model import time
from dateline.model.time import Days, Granularity

LATELY = 2  # days before publication
NEAR = 40  # years: "the '60s" of a story that has come to 1955 are the next ones
CERTAIN = 2  # words that a clause shares with one that the text has dated


def resolve(meaning: Meaning, course: Course) -> Found:
    """What the words mean there; days None if that cannot be told. Dates that no calendar has give no days."""
    if course.before_christ and (found := told(meaning, course.before_christ)):
        return found
    try:
        return _resolve(meaning, course)
    except (ValueError, OverflowError):
        if isinstance(meaning, Shift):  # "65 million years ago"
            return Found(None, None, "PAST_REF" if meaning.sign < 0 else "FUTURE_REF")
        return Found(None, None, "")


def _resolve(meaning: Meaning, course: Course) -> Found:
    return RESOLVERS[type(meaning)](meaning, course)


def _decade(d: Decade, course: Course) -> Found:
    first = d.first
    if first < 0:
        return Found(None, Granularity.DECADE, f"BC{-first // 10:03d}")
    if first <= 99:
        this = _this_year(course)
        first += this // 100 * 100
        told = course.now is not None and course.now.at is not None
        first -= 100 if first > this + (NEAR if told else 0) else 0
    found = stated(time.decade(first), Granularity.DECADE)
    return found if course.narrative else replace(found, value=found.value + "X")  # as TimeML writes them in news


def _century(c: Century) -> Found:
    if c.before:
        return Found(None, Granularity.CENTURY, f"BC{c.nth - 1:02d}")
    return stated(calendars.century(c.nth), Granularity.CENTURY)


def _this_year(course: Course) -> int:
    return course.now.first.year if course.now else 1999


def _today(shift_by: int, course: Course) -> Found:
    now = course.now
    if now is None or now.at is not None:
        return Found(None, None, "XXXX-XX-XX" if shift_by else "PRESENT_REF")
    return stated(time.day(now.last + timedelta(shift_by)), Granularity.DAY, now)


def _reference(r: Reference, course: Course) -> Found:
    now = course.publication
    if now is None or r.naming or r.value != "PRESENT_REF":
        return Found(None, None, r.value)
    return Found(time.day(now.last), Granularity.DAY, r.value, "DATE", None, now.words)


def then(t: Then, course: Course) -> Found:
    """The time that the text is at; in news "this time" is now, unless a past form tells of it."""
    if t.event:
        day = course.diary.find(t.event, longest=1)
        return stated(day.days, Granularity.DAY, day) if day else Found(None, None, "")
    story = course.named[-1] if course.named else None
    if t.here and not course.narrative and course.outlook != BACK:
        return _reference(Reference("PRESENT_REF"), course)
    if story is None:
        return Found(None, None, "PAST_REF" if course.outlook == BACK else "")
    found = stated(story.days, story.granularity, story)
    return replace(found, value=story.value or found.value)


def clock(c: Clock, course: Course) -> Found:
    """A time of day, on the day that is stated or meant."""
    if c.of is None and not c.which and c.value in ("TNI", "TDT"):
        return Found(None, None, "XXXX-XX-XX" + c.value, "TIME")  # "at night" is no night of its own
    if c.of is not None:
        whole = _resolve(c.of, course)
        if whole.value.endswith("_REF") or whole.value.startswith("P"):
            whole = replace(whole, value="XXXX-XX-XX")
    elif c.event:
        whole = _day_of_happening(c, course)
    elif c.which == "overnight":
        whole = _night_before(course)
    elif c.which:
        whole = deictic(Deictic(c.which, "day"), course)
    else:
        anchor = _day_of_clock(course) or course.at_hand
        whole = stated(anchor.days, Granularity.DAY, anchor) if anchor else Found(None, None, "XXXX-XX-XX")
    if c.which == "last" and whole.days and course.publication:
        whole = stated(time.day(course.publication.last - timedelta(1)), Granularity.DAY, course.publication)
    return Found(whole.days, whole.granularity, whole.value + c.value, "TIME", None, whole.anchor, whole.anchor_at)


def _day_of_happening(c: Clock, course: Course) -> Found:
    """The day of the happening that the words name, if the text has dated it; else only the value of the day pointed
    at."""
    found = course.diary.find(c.event[1:])
    if found and found.granularity == Granularity.DAY:
        return stated(found.days, Granularity.DAY, found)
    return Found(None, None, deictic(Deictic(c.which, "day"), course).value)


def _night_before(course: Course) -> Found:
    """The day of "overnight": the one that the paragraph or the story has told, else the day before publication."""
    told = course.within(Granularity.DAY) if course.narrative or course.in_paragraph() else None
    anchor = told or course.at_hand
    if anchor is None:
        return Found(None, None, "XXXX-XX-XX")
    before = 0 if told or course.ahead else 1  # "snow is expected overnight"
    return stated(time.day(anchor.first - timedelta(before)), Granularity.DAY, anchor)


def _day_of_clock(course: Course) -> Anchor | None:
    """The day that a time of day alone belongs to: the story's; in a new paragraph of news one of the last days."""
    if course.narrative or course.in_paragraph():
        return course.within(Granularity.DAY)
    story, now = course.story, course.publication
    if now is None or course.ahead:
        return None
    if story and story.granularity == Granularity.DAY and 0 <= (now.last - story.last).days <= LATELY:
        return story
    found = course.diary.find(course.clause, CERTAIN) if course.clause else None
    return found if found and found.granularity == Granularity.DAY else None


def shifted(s: Shift, course: Course) -> Found:
    """So many units before or after something."""
    return shift(s, course, _resolve)


def span(s: Span, course: Course) -> Found:
    """Both bounds and what lies between them."""
    first, last = _resolve(s.first, course), _resolve(s.last, course)
    if first.days is None or last.days is None or first.days.lower > last.days.upper:
        return Found(None, None, "")
    days = Days(first.days.lower, last.days.upper)
    value = first.value if first.value == last.value else f"{first.value}/{last.value}"  # "early to mid-1957"
    return Found(days, Granularity.RANGE, value, "DATE", None, last.anchor, last.anchor_at)


def in_order(p: Phrase, course: Course) -> Phrase:
    """A span of months or days over the turn of a year ("from October to March") with the years that put its bounds in
    order: the first in the year before or, where the clause looks ahead, the last in the year after."""
    if not isinstance(p.meaning, Span) or len(p.parts) != 2 or year_stated(p.meaning.first) is not None:
        return p
    first, last = resolve(p.meaning.first, course).days, resolve(p.meaning.last, course).days
    if first is None or last is None or first.lower <= last.upper:
        return p
    if _weekday(p.meaning.first) and _weekday(p.meaning.last):
        week = timedelta(0 if course.ahead else -7)
        return _with_bounds(p, _stated(first.lower + week), _stated(last.lower + week + timedelta(7)))
    if (first.lower.month, first.lower.day) < (last.upper.month, last.upper.day):
        return _with_bounds(p, with_year(p.meaning.first, last.lower.year), p.meaning.last)
    if course.ahead and year_stated(p.meaning.last) is None:
        return _with_bounds(p, p.meaning.first, with_year(p.meaning.last, first.lower.year + 1))
    return _with_bounds(p, with_year(p.meaning.first, last.lower.year - 1), p.meaning.last)


def _weekday(m: Meaning) -> bool:
    return isinstance(m, Calendar) and m.weekday is not None and m.month is None


def _stated(day: date) -> Calendar:
    return Calendar(day.year, day.month, day.day)


def _with_bounds(p: Phrase, first: Meaning, last: Meaning) -> Phrase:
    parts = (replace(p.parts[0], meaning=first), replace(p.parts[1], meaning=last))
    return replace(p, meaning=Span(first, last), parts=parts)


RESOLVERS: dict[type, Callable[[Any, Course], Found]] = {
    Calendar: calendar_date,
    Deictic: deictic,
    Shift: shifted,
    Part: lambda p, course: part(p, course, _resolve),
    Run: lambda r, course: run(r, course, _resolve),
    Counterpart: lambda c, course: counterpart(c, course, _resolve),
    Nth: lambda n, course: nth(n, course, _resolve),
    Season: season,
    Term: term,
    Named: named,
    Clock: clock,
    Span: span,
    Decade: _decade,
    Anniversary: anniversary,
    Then: then,
    Recent: recent,
    Century: lambda c, _: _century(c),
    Today: lambda t, course: _today(t.shift, course),
    Length: lambda length, _: Found(None, None, length.value, "DURATION"),
    Repeat: lambda repeat, _: Found(None, None, repeat.value, "SET"),
    Reference: _reference,
}
