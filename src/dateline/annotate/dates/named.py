"""Times with a name: seasons, holidays, anniversaries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dateline.annotate.dates import calendars
from dateline.annotate.dates.course import Course
from dateline.annotate.dates.dated import calendar_date, looks_ahead, story_year, year_near
from dateline.annotate.dates.feasts import easter, hebrew, islamic, lunar_new_year, orthodox_easter
from dateline.annotate.dates.happenings import Anchor
from dateline.annotate.dates.meaning import Anniversary, Calendar, Found, Named, Season, Term
from dateline.annotate.dates.pointing import pointed_year, stated
from dateline.model import time
from dateline.model.time import Days, Granularity

LATELY = 200  # times told that are looked at for an anniversary
TERMS = {"school": (9, 6), "fiscal": (4, 3)}  # first and last month
STEPS = {"last": -1, "past": -1, "next": 1, "coming": 1}
HOLIDAYS = 8  # the month in which people begin to speak of the new school year as this one
SPRING = 4  # the month from which on a winter that a story speaks of is the next one
LONGEST = 365  # days
WEEK = 7  # days
SEASONS = calendars.SEASONS
STORY = ("", "that", "same")  # what points at the season that the story is in
EVE = 14  # days
ABOUT = 45  # days: an anniversary that the news speak of is so near


def season(s: Season, course: Course) -> Found:
    """A season, of the year stated, pointed at or meant."""
    if s.kind and course.narrative:
        return Found(None, None, f"XXXX-{s.name}")
    if s.year and s.year < 1:
        return Found(None, Granularity.SEASON, f"BC{-s.year:04d}-{s.name}")
    if s.year:
        return stated(calendars.season(s.name, s.year), Granularity.SEASON)
    anchor = course.local(loose=bool(s.which)) if s.which in POINTED else None
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
    found = stated(calendars.season(s.name, year), Granularity.SEASON, anchor)
    if s.name == "WI" and s.which in STORY and _dated_in_story(anchor):
        return replace(found, value=f"{year + 1:04d}-WI")  # narratives name a winter by the year in which it ends
    return found


POINTED = ("", "that", "same", "following", "previous")


def _dated_in_story(anchor: Anchor) -> bool:
    return anchor.at is not None and (anchor.days.length() or LONGEST) < LONGEST


def _season_year(s: Season, anchor: Anchor, course: Course) -> int:
    base, starts = anchor.last, calendars.SEASONS[s.name]
    if anchor.at is not None and s.which in STORY:
        ending = s.name == "WI" and _dated_in_story(anchor) and anchor.first.month < SPRING
        return base.year - ending
    ends = calendars.season(s.name, base.year).upper
    if s.which == "last":
        ended = calendars.season(s.name, base.year).upper < base
        return base.year if ended else base.year - 1 - (s.name == "WI" and base.month < SEASONS["SP"])
    if s.which == "previous" and anchor.at is not None:
        ended = calendars.season(s.name, anchor.first.year).upper < anchor.first
        return anchor.first.year if ended else anchor.first.year - 1
    if s.which in ("next", "coming", "following"):
        return base.year if starts > base.month else base.year + 1
    if s.which == "this":
        return base.year - (s.name == "WI" and base.month < SEASONS["SU"])
    if course.ahead:
        begun = s.name == "WI" and base.month < SEASONS["SP"]
        lasts = begun and not course.outlook.firm  # the winter that began the year before
        return base.year - 1 if lasts else base.year if ends >= base else base.year + 1
    return base.year if starts <= base.month else base.year - 1


def term(t: Term, course: Course) -> Found:
    """A school year, September to June as in the north, or a fiscal year over two calendar years, from April on; that
    countries differ makes both vague."""
    first, now = t.first, course.now
    if first is None and now is None:
        return Found(None, None, "XXXX")
    if first is None:
        assert now
        first = now.last.year - (now.last.month < HOLIDAYS) + STEPS.get(t.which, 0)
    start, end = TERMS[t.kind]
    days = Days(time.month(first, start).lower, time.month(first + 1, end).upper)
    found = stated(days, Granularity.RANGE, None if t.first else now)
    return replace(found, value=f"{first:04d}/{first + 1:04d}", vague=True)


def named(n: Named, course: Course) -> Found:
    """A day with a name, in the year stated or meant."""
    if n.kind == "fixed" and not course.narrative:
        return Found(None, None, "XXXX-XX-XX")  # news use such names for other days too
    if n.kind in ("fixed", "known"):
        day = date(n.rule[0], n.rule[1], n.rule[2])
        early = course.published is not None and course.published < day
        return (
            calendar_date(Calendar(None, day.month, day.day), course)
            if early
            else stated(time.day(day), Granularity.DAY)
        )
    anchor = course.local(loose=True) or course.now
    year = n.year
    if n.within:
        year = pointed_year(n.within, course)
    if year is None:
        if anchor is None:
            return Found(None, None, "XXXX-XX-XX")
        story = anchor.at is not None and n.which in ("", "that", "same")
        this = _named_day(n, anchor.last.year)
        near = Calendar(None, this.month, this.day, which=n.which)
        year = story_year(near, anchor) if story else year_near(near, anchor.last, _ahead(near, anchor.last, course))
    found = _named_day(n, year)
    if n.unit == "week" and course.published and not n.year and _next_to(n, course.published):
        found = _named_day(n, course.published.year)
    return _whole(n, found, None if n.year else anchor)


def _whole(n: Named, first: date, anchor: Anchor | None) -> Found:
    """The day, or the week, weekend or month that is named by it; Islamic days are vague, as the moon is sighted."""
    if n.kind == "ramadan":
        return replace(stated(Days(first, first + timedelta(29)), Granularity.RANGE, anchor), vague=True)
    if n.kind == "holy_week" or n.unit == "week":  # Holy Week starts on the Sunday before a week of ours
        return stated(time.week(first + timedelta(n.kind == "holy_week")), Granularity.WEEK, anchor)
    if n.unit == "weekend":
        saturday = first + timedelta((5 - first.weekday() + 3) % 7 - 3)
        return stated(Days(saturday, saturday + timedelta(1)), Granularity.RANGE, anchor)
    return replace(stated(time.day(first), Granularity.DAY, anchor), vague=n.kind == "islamic")


def _ahead(near: Calendar, base: date, course: Course) -> bool:
    if course.outlook.firm or near.which:
        return course.ahead or _eve(near, base)
    return looks_ahead(near, base, course)


def _eve(near: Calendar, base: date) -> bool:
    """Whether the next such day is so close that it is meant, whatever the verb ("Christmas" in the days before it)."""
    return not near.which and (date(year_near(near, base, True), near.month or 1, near.day or 1) - base).days <= EVE


def _next_to(n: Named, published: date) -> bool:
    return abs((_named_day(n, published.year) - published).days) <= WEEK


def _named_day(n: Named, year: int) -> date:
    if n.kind == "holiday":
        return date(year, n.rule[0], n.rule[1])
    if n.kind in MOVABLE:
        return MOVABLE[n.kind](year, n.rule)
    month, of_week, nth_one = n.rule
    if n.kind == "onward":
        first = date(year, month, of_week)  # [month, day, weekday]
        return first + timedelta((nth_one - first.weekday()) % 7)
    if nth_one < 0:
        last = time.month(year, month).upper
        return last - timedelta((last.weekday() - of_week) % 7)
    first = date(year, month, 1)
    return first + timedelta((of_week - first.weekday()) % 7 + 7 * (nth_one - 1))


MOVABLE: dict[str, Callable[[int, tuple[int, ...]], date]] = {
    "easter": lambda year, rule: easter(year) + timedelta(rule[0]),
    "holy_week": lambda year, rule: easter(year) + timedelta(rule[0]),
    "orthodox": lambda year, rule: orthodox_easter(year) + timedelta(rule[0]),
    "hebrew": lambda year, rule: hebrew(year, rule[0]),
    "islamic": lambda year, rule: islamic(year, rule[0], rule[1]),
    "ramadan": lambda year, rule: islamic(year, rule[0], 1),
    "lunar": lambda year, rule: lunar_new_year(year) + timedelta(rule[0]),
}


def anniversary(a: Anniversary, course: Course) -> Found:
    """So many years after the happening; of those that the text dates, the one whose anniversary is about now."""
    now, here = course.publication, course.at_in_sentence()
    if here and here.granularity == Granularity.DAY and now and abs((here.first - now.last).days) <= ABOUT:
        return stated(here.days, Granularity.DAY, here)  # "on 30 August it celebrates the tenth anniversary"
    days = [t for t in course.told[-LATELY:] if t.granularity == Granularity.DAY]
    apart = [
        (abs((calendars.add_months(t.first, 12 * a.nth) - now.last).days), -i, t) for i, t in enumerate(days) if now
    ]
    near = min((n for n in apart if n[0] <= ABOUT), key=lambda n: n[:2], default=None)
    anchor = near[2] if near else course.diary.find(a.event)
    if anchor is None:
        return Found(None, None, "")
    if anchor.granularity == Granularity.DAY:
        return stated(time.day(calendars.add_months(anchor.first, 12 * a.nth)), Granularity.DAY, anchor)
    return stated(time.year(anchor.first.year + a.nth), Granularity.YEAR, anchor)
