"""Expressions that point: "last week", "that same year", "two months later", "six weeks ago"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dateline.annotate.dates import calendars
from dateline.annotate.dates.amounts import length
from dateline.annotate.dates.course import SPAN, Course
from dateline.annotate.dates.happenings import LONGEST, Anchor
from dateline.annotate.dates.meaning import Deictic, Found, Meaning, Recent, Shift
from dateline.annotate.dates.tense import BACK
from dateline.model import time
from dateline.model.time import Days, Granularity

Resolve = Callable[[Meaning, Course], Found]

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
STEP = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
LEANING = ("last", "past", "next", "coming", "this")
COARSE = ("month", "year", "quarter", "decade", "century")
UNTOLD = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "decade": "XXX", "century": "XX",
}  # fmt: skip
VAGUE = {
    "hour": 1,
    "day": 7,
    "week": 30,
    "month": 182,
    "year": 1826,
    "decade": 10958,
}  # days that "recent days", "for weeks" may go back
RECENT = 92  # days that "recent" and "recently" may go back


def deictic(d: Deictic, course: Course) -> Found:
    """The unit pointed at; of several ("the past two decades") the span that ends or starts at the anchor."""
    if d.which == "onward":
        return _onward(d, course)
    anchor = _pointed(d, course)
    if (d.which, d.unit) == ("this", "day") and (anchor is None or anchor.at is not None):
        return Found(None, None, "PRESENT_REF")  # "to this day"
    if d.plural and d.which in STEP:
        return _stretch(d, anchor)
    if anchor is None and d.which in ("that", "same", "some") and not d.plural and course.named:
        inside = course.named[-1]
        return Found(inside.days, inside.granularity, _inside(inside, d.unit), "DATE", None, inside.words, inside.at)
    if d.plural:
        return Found(None, None, length(None, d.unit), "DURATION")
    if anchor is None or d.unit not in UNITS:
        return Found(None, None, UNTOLD.get(d.unit, "XXXX"))
    base = anchor.first if d.which == "previous" else anchor.last
    step = STEP.get(d.which, 0)
    if d.which == "coming" and d.unit == "weekend" and anchor.last.weekday() < 5:
        step = 0
    if d.unit == "weekend" and anchor.last.weekday() < 5 and _weekend_gone(d, anchor, course):
        step = -1
    days, granularity = calendars.unit_around(calendars.moved(base, d.unit, step), d.unit)
    found = stated(days, granularity, anchor)
    decade = granularity == Granularity.DECADE and not course.narrative
    return replace(found, value=found.value + "X") if decade else found  # as TimeML writes them in news


def _weekend_gone(d: Deictic, anchor: Anchor, course: Course) -> bool:
    """Whether "the weekend" is the last one, as "this weekend" is at the head of a week if a past form tells of it."""
    fresh = d.which == "this" and anchor.last.weekday() < 2 and course.outlook == BACK
    return fresh or (d.which == "here" and not course.ahead)


def _inside(anchor: Anchor, unit: str) -> str:
    """The TIMEX3 value of some day or month inside a coarser time: 1776-XX-XX."""
    if anchor.granularity not in (Granularity.YEAR, Granularity.MONTH) or unit not in ("day", "month"):
        return UNTOLD.get(unit, "XXXX")
    told = calendars.value(anchor.days, anchor.granularity)
    return told + UNTOLD[unit][len(told) :]


def _onward(d: Deictic, course: Course) -> Found:
    """ "over the next year" from publication on; "the next year he left" goes on from the story."""
    ahead = course.ahead and not course.narrative and d.unit not in ("day", "century", "millennium")
    if ahead and course.publication:
        return _stretch(replace(d, which="next"), course.publication)
    return deictic(replace(d, which="following"), course)


def _pointed(d: Deictic, course: Course) -> Anchor | None:
    if course.adrift and d.which in LEANING:
        return None
    fine = UNITS.get(d.unit, Granularity.DAY)
    if d.which == "some":
        last = course.named[-1] if course.named else None
        return last if last and last.granularity == Granularity.DAY else None
    if d.which in ("that", "same"):
        return course.pointed(fine) or (None if course.named or d.which == "same" else course.publication)
    if d.which == "following":
        # what follows on publication has not been when a past form tells of it
        return course.within(fine) or (None if course.outlook == BACK else course.fallback())
    if d.which == "previous":
        return course.within(fine) or course.fallback()
    if course.narrative and d.which != "here":
        if course.published and course.story and course.story.first > course.published:
            return course.publication  # no story of what is to come has a "this year" of its own
        return course.now if course.now and course.now.at is None else course.within(fine) or course.now
    return (course.in_sentence() or course.local() or course.now) if d.which == "here" else course.now


def stated(days: Days, granularity: Granularity, anchor: Anchor | None = None) -> Found:
    """Days found, with their value and anchor."""
    value = calendars.value(days, granularity)
    return Found(days, granularity, value, "DATE", None, anchor.words if anchor else "", anchor.at if anchor else None)


def _stretch(d: Deictic, anchor: Anchor | None) -> Found:
    value = length(d.count or None, d.unit)
    if anchor is None:
        return Found(None, None, value, "DURATION", vague=not d.count)
    if d.count:
        edge = calendars.moved(anchor.last, d.unit, STEP[d.which] * d.count)
    else:
        edge = anchor.last + timedelta(STEP[d.which] * VAGUE.get(d.unit, 1826))
    days = Days(min(edge, anchor.last), max(edge, anchor.last))
    return Found(days, Granularity.RANGE, value, "DURATION", None, anchor.words, anchor.at, vague=not d.count)


def recent(r: Recent, course: Course) -> Found:
    """A vague span that ends at the anchor."""
    known = r.unit in VAGUE
    value, kind = (length(None, r.unit), "DURATION") if known else ("PRESENT_REF" if r.unit else "PAST_REF", "DATE")
    anchor = course.now
    if anchor is None:
        return Found(None, None, value, kind, vague=True)
    start = None if r.unit == "so far" else anchor.last - timedelta(VAGUE.get(r.unit, RECENT))
    days = Days(start, anchor.last)
    return Found(days, Granularity.RANGE, value, kind, None, anchor.words, anchor.at, vague=True)


def pointed_year(d: Deictic, course: Course) -> int | None:
    """The year in which what is pointed at lies."""
    found = deictic(d, course)
    return found.days.lower.year if found.days else None


def shift(s: Shift, course: Course, resolve: Resolve) -> Found:
    """So many units from the anchor: months and years keep their unit, days and weeks give a day."""
    found = _shifted(s, course, resolve)
    forward = s.sign > 0 or (s.count is None and not s.whole)  # "days before the vote" is as long as days
    apart = s.event and not (s.whole and s.count) and not course.narrative and forward
    return replace(found, length=length(s.count, s.unit)) if apart else found


def _shifted(s: Shift, course: Course, resolve: Resolve) -> Found:
    if s.event and s.base is None and (beside := _beside_clause(s, course)):
        return beside
    anchor = _looked_back_from(s, course) if s.on else _base(s, course, resolve)
    if s.on and anchor is None:
        return Found(None, None, length(s.count, s.unit), "DURATION")
    if s.count is None:
        return _vague(s, anchor)
    if anchor is None:
        return _coarser(s, course) or _unresolved(s)
    if s.sign > 0 and _yet_to_come(s, anchor, course):
        return _unresolved(s)
    later = s.sign > 0 and not (anchor.granularity == Granularity.SEASON and s.unit in COARSE)
    base = anchor.last if later else anchor.first  # a winter is that of the year in which it begins
    return _kept(s, calendars.moved(base, s.unit, s.sign * s.count), anchor)


def _looked_back_from(s: Shift, course: Course) -> Anchor | None:
    """What "ten years on" counts from: a time told that lies so far before publication, or in a story; None if it is
    not told."""
    anchor = course.within(_fine(s))
    if anchor is None or s.count is None or course.published is None:
        return anchor
    return anchor if calendars.moved(anchor.first, s.unit, s.count) <= course.published else None


def _yet_to_come(s: Shift, anchor: Anchor, course: Course) -> bool:
    """Whether a clause that tells of the past would come to a time after publication: the happening was another one."""
    assert s.count is not None
    if course.published is None or s.base or s.ago:
        return False
    named = course.named_in_sentence()
    beside = named is not None and anchor.at is not None and named.at == anchor.at
    if beside and anchor.first > course.published and course.outlook != BACK:
        return False  # "opens on 22 November and a week later in Rome"
    told = course.outlook == BACK if s.event else not course.ahead
    return told and calendars.moved(anchor.first, s.unit, s.count) > course.published


def _coarser(s: Shift, course: Course) -> Found | None:
    """ "three days later" in a story that has come to a month: the month's days, three days on."""
    story = course.story
    if s.event or s.base or s.ago or s.count is None or story is None or not course.open_to(story):
        return None
    first, last = (calendars.moved(d, s.unit, s.sign * s.count) for d in (story.first, story.last))
    return Found(Days(first, last), Granularity.RANGE, "XXXX-XX-XX", "DATE", None, story.words, story.at)


def _unresolved(s: Shift) -> Found:
    if s.event and s.whole:
        return Found(None, None, UNTOLD.get(s.unit, "XXXX"))
    if s.event:
        return Found(None, None, length(s.count, s.unit), "DURATION")
    return Found(None, None, "PAST_REF" if s.sign < 0 else "FUTURE_REF")


def _beside_clause(s: Shift, course: Course) -> Found | None:
    """ "in December 2014, nine months after the annexation": the annexation was in March 2014."""
    anchor = (course.in_sentence() or course.named_in_sentence()) if s.apart else None
    if anchor is None and s.event and not course.diary.find(s.event):
        came = s.came and s.sign > 0  # "the vote of 5 May came two months after a truce"
        anchor = (course.at_in_sentence() if came else None) or _peg(s, course)
    if anchor is None or s.count is None:
        return None
    if s.unit in ("day", "week") and (anchor.days.length() or 0) > MANY * s.count:
        rough = stated(anchor.days, anchor.granularity, anchor)  # "in November, a day after the vote": in November, too
        return replace(rough, complement=True)
    base = anchor.first if s.sign > 0 else anchor.last
    rounded = s.unit == "week" and not s.apart and s.count > 1
    found = _kept(replace(s, whole=rounded or s.whole), calendars.moved(base, s.unit, -s.sign * s.count), anchor)
    clause = anchor.value or calendars.value(anchor.days, anchor.granularity)
    return replace(found, value=clause, complement=True)


MANY = 10  # times as long as what is counted: a span inside which the count moves nothing


def _peg(s: Shift, course: Course) -> Anchor | None:
    """The day of the news, from which "the move comes two days after the vote" and "five years after they voted, people
    are waiting" count back; None in a story of long ago."""
    now, told = course.publication, course.within(Granularity.DAY)
    if now is None or s.unit not in UNITS:
        return None
    if s.waits:
        return now if s.sign > 0 else None
    if not (s.came or s.apart) or course.narrative:
        return None
    fresh = told is not None and 0 <= (now.last - told.last).days <= FRESH
    return told if fresh else now if s.came and s.unit != "day" else None  # it may be the news of the day before


FRESH = 3  # days before publication: what a report told on such a day is its news


def _base(s: Shift, course: Course, resolve: Resolve) -> Anchor | None:
    if s.base is not None:
        found = resolve(s.base, course)
        return Anchor(found.days, found.granularity, found.value) if found.days and found.granularity else None
    if s.ago:
        return course.now
    if s.event:
        if s.event[0] in ("a", "an"):
            return None  # "he is nervous the day before a launch"
        if s.count is None:
            same = course.in_sentence() if s.apart and s.unit in SHORT else None  # "at 3 p.m., minutes after the blast"
            return course.diary.find(s.event) or same
        leant = course.within(_fine(s)) if _leans(s, course) else None
        exact = SPAN[_fine(s)] * ROUGHLY if _fine(s) in SPAN else LONGEST  # no day is two weeks after "2018"
        return _finer(course.diary.find(s.event, longest=exact), leant)
    if s.sign < 0 and s.whole and course.outlook != BACK and (plan := course.pointed(_fine(s))):
        return plan  # "elect him on 20 July. If one is named the day before ..."
    story = course.story
    if s.sign < 0 and story and story.granularity == Granularity.RANGE and course.within(_fine(s)):
        return story  # "a day earlier" counts from the first day of a span
    # what is not told as to come is not later than publication, and a day before the story's is not the last one
    elsewhere = not course.ahead if s.sign > 0 else course.outlook == BACK and bool(course.told)
    return course.within(_fine(s)) or (None if elsewhere else course.fallback())


ROUGHLY = 5  # times as long as what is counted from it


def _finer(found: Anchor | None, leant: Anchor | None) -> Anchor | None:
    """Of a happening's time and a more exact time inside it that the story has come to, the latter."""
    inside = found and leant and found.granularity in COARSE and found.days != leant.days
    return leant if found is None or (inside and leant and found.days.holds(leant.days)) else found


def _fine(s: Shift) -> Granularity:
    return UNITS.get(s.unit, Granularity.DAY)


def _leans(s: Shift, course: Course) -> bool:
    """Whether a happening that the text has not dated may be the one told last; in news a time of the same sentence
    is that of what came so long before or after it ("approved it on Friday two weeks after voters had voted")."""
    far = s.unit in CENTURIES and (s.count or 0) * CENTURIES[s.unit] > FAR
    return (course.narrative and not far) or s.event[0] in PRONOUNS


CENTURIES = {"year": 1, "decade": 10, "century": 100}
FAR = 20  # years after a happening that the text has not dated: not what it has told last
PRONOUNS = frozenset({"his", "her", "its", "their", "it", "he", "she", "they", "that", "this", "which", "being"})


SHORT = ("hour", "minute", "second")


def _vague(s: Shift, anchor: Anchor | None) -> Found:
    """ "hours later" is the same day, "the months before" a vague span, "years later" a time that nobody knows."""
    value = "PAST_REF" if s.sign < 0 else "FUTURE_REF"
    if anchor is None:
        return Found(None, None, value, vague=True)
    if s.unit in SHORT:
        return stated(anchor.days, anchor.granularity, anchor)
    if s.sign < 0 and not s.ago and (s.event or s.base):
        end = anchor.last if s.base else anchor.first
        days = Days(end - timedelta(VAGUE.get(s.unit, 1826)), end)
        return Found(days, Granularity.RANGE, value, "DATE", None, anchor.words, anchor.at, vague=True)
    return Found(None, None, value, vague=True)


def _kept(s: Shift, moved: date, anchor: Anchor) -> Found:
    if s.unit in COARSE and not s.exact:
        long = s.unit == "decade" or (s.unit == "century" and bool(s.count and s.count % 1))
        unit = "year" if long else "month" if s.count and s.count % 1 else s.unit
        days, granularity = calendars.unit_around(moved, unit)
        return stated(days, granularity, anchor)
    if s.whole and s.unit in ("week", "weekend"):
        return stated(*calendars.unit_around(moved, s.unit), anchor)
    return stated(time.day(moved), Granularity.DAY, anchor)
