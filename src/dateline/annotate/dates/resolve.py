"""From meaning to days: what each kind of expression means where it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from dateline.annotate.dates import calendars
from dateline.annotate.dates.course import Course
from dateline.annotate.dates.happenings import Anchor
from dateline.annotate.dates.meaning import (
    Anniversary,
    Calendar,
    Century,
    Clock,
    Decade,
    Deictic,
    Found,
    Length,
    Meaning,
    Named,
    Nth,
    Part,
    Recent,
    Reference,
    Repeat,
    Season,
    Shift,
    Span,
    Then,
    Today,
)
from dateline.annotate.dates.pointing import deictic, pointed_year, recent, shift
from dateline.model import time
from dateline.model.time import Days, Granularity, Modifier

FAR, NEAR = (
    300,
    35,
)  # days: "by Jan. 14" a day after it looks back, though "by" looks ahead
SOON = 135  # days: without a verb, a month is the next one only if so near
LATELY = 200  # times told that are looked at for an anniversary
ABOUT = 45  # days: an anniversary that the news speak of is so near
TURN = 6  # months: a month so far before the one that a story has come to is that of the next year


def resolve(meaning: Meaning, course: Course) -> Found:
    """What the words mean there; days None if that cannot be told. Dates that no calendar has give no days."""
    try:
        return _resolve(meaning, course)
    except (ValueError, OverflowError):
        return Found(None, None, "")


def _resolve(meaning: Meaning, course: Course) -> Found:
    return RESOLVERS[type(meaning)](meaning, course)


def _decade(d: Decade, course: Course) -> Found:
    if d.first > 99:
        return stated(time.decade(d.first), Granularity.DECADE)
    this = _this_year(course)
    first = this // 100 * 100 + d.first
    return stated(time.decade(first - (100 if first > this else 0)), Granularity.DECADE)


def _this_year(course: Course) -> int:
    return course.now.first.year if course.now else 1999


def stated(days: Days, granularity: Granularity, anchor: Anchor | None = None) -> Found:
    """Days found, with their value and anchor."""
    value = calendars.value(days, granularity)
    return Found(
        days,
        granularity,
        value,
        "DATE",
        None,
        anchor.words if anchor else "",
        anchor.at if anchor else None,
    )


def _today(shift_by: int, course: Course) -> Found:
    now = course.now
    if now is None or (course.narrative and now.granularity != Granularity.DAY):
        return Found(None, None, "XXXX-XX-XX" if shift_by else "PRESENT_REF")
    return stated(time.day(now.last + timedelta(shift_by)), Granularity.DAY, now)


def _reference(value: str, course: Course) -> Found:
    now = course.publication
    if now is None or value != "PRESENT_REF":
        return Found(None, None, value)
    return Found(time.day(now.last), Granularity.DAY, value, "DATE", None, now.words)


def then(_: Then, course: Course) -> Found:
    """The time that the text is at."""
    story = course.named[-1] if course.named else None
    return Found(None, None, "") if story is None else stated(story.days, story.granularity, story)


def calendar_date(c: Calendar, course: Course) -> Found:
    """A year, month or day, the missing parts taken from the publication or the story."""
    if c.within:
        return _within(c, course)
    if c.year is not None:
        return _dated(c, c.year, None)
    if c.month is None and c.day is not None:
        return _day_of_month(c.day, course)
    if c.month is None:
        return weekday(c, course)
    return month_without_year(c, course)


def anniversary(a: Anniversary, course: Course) -> Found:
    """So many years after the happening; of those that the text dates, the one whose anniversary is about now."""
    now = course.publication
    days = [t for t in course.told[-LATELY:] if t.granularity == Granularity.DAY]
    apart = [
        (abs((calendars.add_months(t.first, 12 * a.nth) - now.last).days), -i, t) for i, t in enumerate(days) if now
    ]
    near = min((n for n in apart if n[0] <= ABOUT), key=lambda n: n[:2], default=None)
    anchor = near[2] if near else course.diary.find(a.event)
    if anchor is None:
        return Found(None, None, "")
    if anchor.granularity == Granularity.DAY:
        return stated(
            time.day(calendars.add_months(anchor.first, 12 * a.nth)),
            Granularity.DAY,
            anchor,
        )
    return stated(time.year(anchor.first.year + a.nth), Granularity.YEAR, anchor)


def _dated(c: Calendar, year: int, anchor: Anchor | None) -> Found:
    if year < 1:
        return Found(None, Granularity.YEAR, f"BC{-year:04d}")
    if c.month is None:
        return stated(time.year(year), Granularity.YEAR, anchor)
    if c.day is None:
        return stated(time.month(year, c.month), Granularity.MONTH, anchor)
    return stated(time.day(date(year, c.month, c.day)), Granularity.DAY, anchor)


def _within(c: Calendar, course: Course) -> Found:
    assert c.within is not None
    whole = deictic(c.within, course)
    if whole.days is None:
        return Found(None, None, f"XXXX-{c.month:02d}" if c.month else "XXXX-XX-XX")
    first, anchor = (
        whole.days.lower,
        Anchor(whole.days, Granularity.YEAR, whole.anchor, whole.anchor_at),
    )
    if c.weekday is not None and c.month is None:
        return stated(
            time.day(time.week(first).lower + timedelta(c.weekday)),
            Granularity.DAY,
            anchor,
        )
    if c.month is None and c.day:
        return stated(time.day(first.replace(day=c.day)), Granularity.DAY, anchor)
    return _dated(c, first.year, anchor)


def _day_of_month(day: int, course: Course) -> Found:
    anchor = course.within(Granularity.MONTH)
    anchor = anchor if anchor and (course.local() or not course.published or course.told[course.here :]) else None
    anchor = anchor or course.publication
    if anchor is None:
        return Found(None, None, f"XXXX-XX-{day:02d}")
    first = anchor.last if course.published and anchor.at is None else anchor.first
    found = first.replace(day=day)
    if anchor.at is None and found > first and not course.ahead:
        found = calendars.add_months(first.replace(day=1), -1).replace(day=day)
    elif anchor.at is None and found < first and course.ahead:
        found = calendars.add_months(first.replace(day=1), 1).replace(day=day)
    return stated(time.day(found), Granularity.DAY, anchor)


def weekday(c: Calendar, course: Course) -> Found:
    """A day of the week: the nearest on the side that the clause looks to."""
    assert c.weekday is not None
    pointed = c.which in ("that", "same")
    anchor = course.within(Granularity.WEEK) if pointed or course.narrative else None
    anchor = anchor or course.publication
    if anchor is None:
        return Found(None, None, f"XXXX-WXX-{c.weekday + 1}")
    base = anchor.last
    back, ahead = (base.weekday() - c.weekday) % 7, (c.weekday - base.weekday()) % 7
    if c.which in ("last", "past", "previous"):
        days = -(back or 7)
    elif c.which in ("next", "coming", "following"):
        days = ahead or 7
    elif c.which == "this":
        days = ahead if course.ahead else -back
    else:
        days = ahead if course.ahead or anchor.at is not None else -back
    return stated(time.day(base + timedelta(days)), Granularity.DAY, anchor)


def month_without_year(c: Calendar, course: Course) -> Found:
    """A month, or a day of it: last, next or that one if so told, else as the story or the publication has it."""
    month, day = c.month or 1, c.day or 1
    story = course.local() if c.which not in ("last", "next", "this", "coming") else None
    if c.which in ("that", "same", "following", "previous"):
        story = course.story
    anchor = story or course.publication or course.story
    if anchor is None:
        return Found(None, None, f"XXXX-{month:02d}" + (f"-{day:02d}" if c.day else ""))
    year = _story_year(c, story) if story else _year_near(c, anchor.last, _looks_ahead(c, anchor.last, course))
    return _dated(c, year, anchor)


def _looks_ahead(c: Calendar, base: date, course: Course) -> bool:
    """Where no verb tells firmly: towards the nearer of the last and the next such month or day."""
    if course.outlook.firm or c.which:
        return course.ahead
    ahead, back = _year_near(c, base, True), _year_near(c, base, False)
    first, last = (
        time.month(y, c.month or 1).lower if not c.day else date(y, c.month or 1, c.day) for y in (ahead, back)
    )
    forward, backward = (first - base).days, (base - last).days
    if course.ahead:
        return forward < FAR or backward > NEAR
    return forward < backward and forward < SOON


def _story_year(c: Calendar, story: Anchor) -> int:
    year, month = story.last.year, c.month or 1
    if c.which == "following" and (story.last.month >= month):
        return year + 1
    if c.which == "previous" and (story.first.month <= month):
        return year - 1
    dated = story.granularity not in (
        Granularity.YEAR,
        Granularity.DECADE,
        Granularity.CENTURY,
    )
    return year + 1 if dated and not c.which and story.last.month - month >= TURN else year


def _year_near(c: Calendar, base: date, ahead: bool) -> int:
    """The year of the latest such month (day) at or before the base, or of the next one at or after it."""
    here = (c.month or 1, c.day or 0)
    now = (base.month, base.day if c.day else 0)
    if c.which in ("last", "past"):
        return base.year - (here >= now)
    if c.which in ("next", "coming"):
        return base.year + (here <= now)
    if c.which == "this":
        return base.year
    if ahead:
        return base.year + (here < now)
    return base.year - (here > now)


def season(s: Season, course: Course) -> Found:
    """A season, of the year stated, pointed at or meant."""
    if s.year:
        return stated(calendars.season(s.name, s.year), Granularity.SEASON)
    anchor = course.local() if s.which in ("", "that", "same", "following") else None
    anchor = anchor or course.now
    if s.within:
        year = pointed_year(s.within, course)
        return (
            Found(None, None, f"XXXX-{s.name}")
            if year is None
            else stated(calendars.season(s.name, year), Granularity.SEASON, anchor)
        )
    if anchor is None:
        return Found(None, None, f"XXXX-{s.name}")
    year = _season_year(s, anchor, course)
    return stated(calendars.season(s.name, year), Granularity.SEASON, anchor)


def _season_year(s: Season, anchor: Anchor, course: Course) -> int:
    base, starts = anchor.last, calendars.SEASONS[s.name]
    if anchor.at is not None and not s.which:
        return base.year
    ends = calendars.season(s.name, base.year).upper
    if s.which == "last":
        ended = calendars.season(s.name, base.year).upper < base
        return base.year if ended else base.year - 1
    if s.which in ("next", "coming", "following"):
        return base.year if starts > base.month else base.year + 1
    if s.which == "this":
        return base.year
    if course.ahead:
        return base.year if ends >= base else base.year + 1
    return base.year if starts <= base.month else base.year - 1


def named(n: Named, course: Course) -> Found:
    """A day with a name, in the year stated or meant."""
    if n.kind == "fixed":
        return stated(time.day(date(n.rule[0], n.rule[1], n.rule[2])), Granularity.DAY)
    anchor = course.local() or course.now
    year = n.year
    if n.within:
        year = pointed_year(n.within, course)
    if year is None:
        if anchor is None:
            return Found(None, None, "XXXX-XX-XX")
        story = anchor.at is not None and n.which in ("", "that", "same")
        this = _named_day(n, anchor.last.year)
        near = Calendar(None, this.month, this.day, which=n.which)
        year = anchor.last.year if story else _year_near(near, anchor.last, course.ahead)
    found = _named_day(n, year)
    if n.unit == "week":
        return stated(time.week(found), Granularity.WEEK, anchor)
    return stated(time.day(found), Granularity.DAY, None if n.year else anchor)


def _named_day(n: Named, year: int) -> date:
    if n.kind == "holiday":
        return date(year, n.rule[0], n.rule[1])
    if n.kind == "easter":
        return easter(year) + timedelta(n.rule[0])
    month, of_week, nth_one = n.rule
    if nth_one < 0:
        last = time.month(year, month).upper
        return last - timedelta((last.weekday() - of_week) % 7)
    first = date(year, month, 1)
    return first + timedelta((of_week - first.weekday()) % 7 + 7 * (nth_one - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)


def part(p: Part, course: Course) -> Found:
    """The early, middle or late part; "later this month" from the publication on; "the rest of" likewise."""
    whole = _resolve(p.of, course)
    if whole.days is None or whole.granularity is None:
        return _changed(whole, whole.days, whole.granularity, p.modifier)
    if p.rest or p.modifier in (Modifier.BEFORE, Modifier.AFTER):
        return _changed(whole, _rest(whole.days, p, course), Granularity.RANGE, p.modifier)
    if whole.granularity == Granularity.DAY:
        return _changed(whole, whole.days, Granularity.DAY, p.modifier)
    assert p.modifier is not None
    days = calendars.part(whole.days, whole.granularity, p.modifier.value)
    return _changed(whole, days, Granularity.RANGE, p.modifier)


def _changed(
    f: Found,
    days: Days | None,
    granularity: Granularity | None,
    modifier: Modifier | None,
) -> Found:
    return Found(days, granularity, f.value, f.type, modifier, f.anchor, f.anchor_at, f.vague)


def _rest(whole: Days, p: Part, course: Course) -> Days:
    now = course.now
    if now is None or not whole.lower <= now.last <= whole.upper:
        return whole
    if p.modifier == Modifier.BEFORE:
        return Days(whole.lower, now.last)
    return Days(now.last, whole.upper)


def nth(n: Nth, course: Course) -> Found:
    """The nth day, week, month, quarter ... of a span of days."""
    if n.unit == "weekday":
        back = _resolve(n.of, course) if n.of else Found(None, None, "")
        return (
            back
            if back.days is None
            else stated(
                time.day(time.week(back.days.lower).lower + timedelta(n.nth)),
                Granularity.DAY,
            )
        )
    whole = _resolve(n.of, course) if n.of else pointed(course)
    if whole.days is None:
        return Found(None, None, "")
    anchor = Anchor(whole.days, Granularity.YEAR, whole.anchor, whole.anchor_at) if whole.anchor else None
    days, granularity = _piece(whole.days, n.nth, n.unit)
    return stated(days, granularity, anchor)


def pointed(course: Course) -> Found:
    """The year that the text is in."""
    anchor = course.local() or course.now
    return Found(None, None, "") if anchor is None else stated(time.year(anchor.last.year), Granularity.YEAR, anchor)


def _piece(whole: Days, nth_one: int, unit: str) -> tuple[Days, Granularity]:
    if nth_one == 0:
        return calendars.unit_around(whole.lower, unit)
    if unit == "half":
        return _half(whole, nth_one)
    if unit == "week" and (whole.length() or 0) <= 31:
        first = whole.lower + timedelta(7 * nth_one - 7) if nth_one > 0 else whole.upper - timedelta(6)
        return Days(first, min(whole.upper, first + timedelta(6))), Granularity.WEEK
    if nth_one < 0:
        days, granularity = calendars.unit_around(whole.upper, unit)
        return (days, granularity) if whole.holds(days) else (time.day(whole.upper), Granularity.DAY)
    return calendars.unit_around(calendars.moved(whole.lower, unit, nth_one - 1), unit)


def _half(whole: Days, nth_one: int) -> tuple[Days, Granularity]:
    first, last = whole.lower, whole.upper
    if (last - first).days in (364, 365):
        return calendars.half(first.year, 1 if nth_one == 1 else 2), Granularity.HALF_YEAR
    decade = (last - first).days > 3000
    middle = date(first.year + 4, 12, 31) if decade else first + timedelta((last - first).days // 2)
    return (Days(first, middle) if nth_one == 1 else Days(middle + timedelta(1), last)), Granularity.RANGE


def clock(c: Clock, course: Course) -> Found:
    """A time of day, on the day that is stated or meant."""
    if c.of is not None:
        whole = _resolve(c.of, course)
    elif c.which:
        whole = deictic(Deictic(c.which, "day"), course)
    else:
        anchor = course.within(Granularity.DAY)
        whole = stated(anchor.days, Granularity.DAY, anchor) if anchor else Found(None, None, "XXXX-XX-XX")
    if c.which == "last" and whole.days and course.publication:
        whole = stated(
            time.day(course.publication.last - timedelta(1)),
            Granularity.DAY,
            course.publication,
        )
    return Found(
        whole.days,
        whole.granularity,
        whole.value + c.value,
        "TIME",
        None,
        whole.anchor,
        whole.anchor_at,
    )


def shifted(s: Shift, course: Course) -> Found:
    """So many units before or after something."""
    return shift(s, course, _resolve)


def span(s: Span, course: Course) -> Found:
    """Both bounds and what lies between them."""
    first, last = _resolve(s.first, course), _resolve(s.last, course)
    if first.days is None or last.days is None or first.days.lower > last.days.upper:
        return Found(None, None, "")
    days = Days(first.days.lower, last.days.upper)
    return Found(
        days,
        Granularity.RANGE,
        f"{first.value}/{last.value}",
        "DATE",
        None,
        last.anchor,
        last.anchor_at,
    )


RESOLVERS: dict[type, Callable[[Any, Course], Found]] = {
    Calendar: calendar_date,
    Deictic: deictic,
    Shift: shifted,
    Part: part,
    Nth: nth,
    Season: season,
    Named: named,
    Clock: clock,
    Span: span,
    Decade: _decade,
    Anniversary: anniversary,
    Then: then,
    Recent: recent,
    Century: lambda c, _: stated(calendars.century(c.nth), Granularity.CENTURY),
    Today: lambda t, course: _today(t.shift, course),
    Length: lambda length, _: Found(None, None, length.value, "DURATION"),
    Repeat: lambda repeat, _: Found(None, None, repeat.value, "SET"),
    Reference: lambda reference, course: _reference(reference.value, course),
}
