"""Days, months and years as stated, the missing parts taken from the publication or the story."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.annotate.dates import calendars
from dateline.annotate.dates.course import Course
from dateline.annotate.dates.happenings import Anchor
from dateline.annotate.dates.meaning import Calendar, Found
from dateline.annotate.dates.pointing import deictic, stated
from dateline.annotate.dates.tense import BACK
from dateline.model import time
from dateline.model.time import Granularity

NAMED = 40  # times named, among which a weekday is looked up
WEEKS = 200  # days
SOON = 135  # days: without a verb, a month is the next one only if so near
EVE, AGES = 21, 300  # days: a day so near ahead is meant, if the last such day was so long ago
MONTHS = (
    45  # days: of what has its day for a name ("the June 3 vote"), a day so near is meant, whatever its clause tells
)
TURN = 9  # months: a month so far before the one that a story has come to is that of the next year


def calendar_date(c: Calendar, course: Course) -> Found:
    """A year, month or day, the missing parts taken from the publication or the story."""
    if c.within:
        return _within(c, course)
    if c.year is not None and c.which == "same":
        return _same_month(c.year, course)
    if c.year is not None:
        return _dated(c, c.year, None)
    if c.month is None and c.day is not None:
        return _day_of_month(c.day, course)
    if c.month is None:
        return weekday(c, course)
    return month_without_year(c, course)


def _dated(c: Calendar, year: int, anchor: Anchor | None) -> Found:
    if year < 1:
        rest = (f"-{c.month:02d}" if c.month else "") + (f"-{c.day:02d}" if c.day else "")
        return Found(None, Granularity.YEAR, f"BC{-year:04d}" + rest)
    if c.month is None:
        return stated(time.year(year), Granularity.YEAR, anchor)
    if c.day is None:
        return stated(time.month(year, c.month), Granularity.MONTH, anchor)
    return stated(time.day(date(year, c.month, c.day)), Granularity.DAY, anchor)


def _same_month(year: int, course: Course) -> Found:
    anchor = course.within(Granularity.MONTH)
    if anchor is None:
        return Found(None, None, f"{year:04d}-XX")
    return stated(time.month(year, anchor.first.month), Granularity.MONTH, anchor)


def _within(c: Calendar, course: Course) -> Found:
    assert c.within is not None
    whole = deictic(c.within, course)
    if whole.days is None:
        return Found(None, None, f"XXXX-{c.month:02d}" if c.month else "XXXX-XX-XX")
    first, anchor = (whole.days.lower, Anchor(whole.days, Granularity.YEAR, whole.anchor, whole.anchor_at))
    if c.weekday is not None and c.month is None:
        return stated(time.day(time.week(first).lower + timedelta(c.weekday)), Granularity.DAY, anchor)
    if c.month is None and c.day:
        return stated(time.day(first.replace(day=c.day)), Granularity.DAY, anchor)
    return _dated(c, first.year, anchor)


def _day_of_month(day: int, course: Course) -> Found:
    told = course.local() or not course.published or course.in_paragraph()
    anchor = (course.within(Granularity.MONTH) if told else None) or course.at_hand
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
    pointed = c.which in ("that", "same", "after", "before")
    if c.which in ("after", "before") and (told := course.pointed(Granularity.DAY)):
        off = (c.weekday - told.last.weekday()) % 7 or 7
        moved = told.last + timedelta(off) if c.which == "after" else told.first - timedelta(7 - off or 7)
        return stated(time.day(moved), Granularity.DAY, told)
    pointed = pointed or c.which == "following"
    anchor = course.within(Granularity.WEEK) if pointed or (course.narrative and not course.near()) else None
    beyond = c.which == "following" and course.outlook == BACK  # what has been does not follow on publication
    anchor = anchor or (None if beyond else course.at_hand)
    if anchor is None:
        return Found(None, None, f"XXXX-WXX-{c.weekday + 1}")
    days = _days_off(c, anchor, course)
    return stated(time.day(anchor.last + timedelta(days)), Granularity.DAY, anchor)


def _days_off(c: Calendar, anchor: Anchor, course: Course) -> int:
    base = anchor.last
    assert c.weekday is not None
    back, ahead = (base.weekday() - c.weekday) % 7, (c.weekday - base.weekday()) % 7
    if c.which in ("last", "past", "previous"):
        yesterday = c.which == "last" and back == 1 and anchor.at is None  # which nobody calls so
        return -(back or 7) - 7 * yesterday
    if c.which in ("next", "coming", "following"):
        return (ahead or 7) + 7 * (c.which == "next" and ahead == 1 and anchor.at is None)
    if c.which == "this":
        return -back if course.outlook.firm and not course.ahead else ahead
    if course.ahead and not course.outlook.firm and back == 1 and anchor.at is None:
        return -back  # yesterday's, unless "will" or the like says otherwise
    if course.ahead or anchor.at is not None:
        return ahead
    if course.outlook.planned:
        return ahead if ahead < back else -back
    return ahead if _next_day(c, base, back, course) else -back


def _next_day(c: Calendar, base: date, back: int, course: Course) -> bool:
    """Whether a weekday six days back is that of tomorrow: where it is later than where the date of publication was
    set, or the report was carried on. A day of last week would be "last Friday", unless the text has dated it."""
    last = base - timedelta(6)
    told = course.named_in_sentence()
    beside = told is not None and told.days.length() == 1 and 0 <= (told.first - last).days <= 1
    past = course.bygone or (course.definite and course.outlook == BACK)
    plain = back == 6 and not c.which and not beside and not past
    return plain and not any(a.first == last for a in course.named[-NAMED:])


def month_without_year(c: Calendar, course: Course) -> Found:
    """A month, or a day of it: last, next or that one if so told, else as the story or the publication has it."""
    month, day = c.month or 1, c.day or 1
    story = course.local() if c.which not in ("last", "next", "this", "coming") else None
    if c.which in ("that", "same", "following", "previous"):
        story = course.story
    elif story is None and not c.which:
        story = _chronicled(c, course)
    if story and _recent(c, story, course):
        story = None
    anchor = story or course.now
    if anchor is None:
        return Found(None, None, f"XXXX-{month:02d}" + (f"-{day:02d}" if c.day else ""))
    year = story_year(c, story) if story else year_near(c, anchor.last, looks_ahead(c, anchor.last, course))
    return _dated(c, year if story else _fitting(c, year, anchor.last), anchor)


def _fitting(c: Calendar, year: int, base: date) -> int:
    """The year, or one beside it in which the day is nearer and falls on the weekday that is told with it."""
    if c.weekday is None or not c.day or _begins(c, year).weekday() == c.weekday:
        return year
    far = abs((_begins(c, year) - base).days)
    near = (y for y in (year - 1, year + 1) if abs((_begins(c, y) - base).days) < far)
    return next((y for y in near if _begins(c, y).weekday() == c.weekday), year)


def _chronicled(c: Calendar, course: Course) -> Anchor | None:
    """The story's time, where news look back on years past in order: a list has told it with its year and goes on from
    there, or the day nearest to publication would lie long after the next one that the text states."""
    story, published = course.chronicled(), course.published
    if course.narrative or not story or not published or not story.explicit or course.ahead:
        return None
    begins = _begins(c, story_year(c, story))
    nearest = _begins(c, year_near(c, published, False))
    if (
        story.first.year == published.year
        or not time.month(story.first.year, story.first.month).lower <= begins < nearest
    ):
        return None
    long_ago = (published - nearest).days > WEEKS
    between = course.coming is not None and begins <= course.coming < nearest and long_ago
    return story if (course.in_list() and begins >= story.first) or between else None


def _recent(c: Calendar, story: Anchor, course: Course) -> bool:
    """Whether a time comes earlier in the year than the story, but lies only some weeks from publication: news then
    mean that, not a time before the story (save in a plan) and not the turn of a year."""
    if course.narrative or not course.published or c.which or course.in_list():
        return False
    year = story_year(c, story)
    if year == story.last.year and (course.ahead or not c.day or _begins(c, year) >= story.first):
        return False
    near = year_near(c, course.published, year > story.last.year and looks_ahead(c, course.published, course))
    return abs((course.published - _begins(c, near)).days) <= WEEKS


def _begins(c: Calendar, year: int) -> date:
    """The first day of the month or day in a year; 29 February counts as 28 where there is none."""
    days = time.month(year, c.month or 1)
    return min(days.upper, days.lower + timedelta((c.day or 1) - 1))


def looks_ahead(c: Calendar, base: date, course: Course) -> bool:
    """Where no verb tells firmly: towards the nearer of the last and the next such month or day."""
    ahead, back = year_near(c, base, True), year_near(c, base, False)
    first, last = _begins(c, ahead), _begins(c, back)
    forward, backward = (first - base).days, (base - last).days
    if course.owned and c.day and not c.which and max(forward, backward) >= AGES:
        near = EVE if course.outlook == BACK else MONTHS
        if min(forward, backward) <= near:
            return forward < backward
    if not (c.which or course.outlook.firm) and _next_of_story(last, base, course):
        return False
    if c.which or (course.outlook.firm and (course.governed or not c.day) and forward != 1):
        return course.ahead
    if course.outlook.firm:
        return course.ahead or (forward <= EVE and backward >= AGES)
    if course.ahead:
        return forward <= 2 * backward
    return forward < backward and forward < SOON


def _next_of_story(last: date, base: date, course: Course) -> bool:
    """Whether the last such day comes soon after the time, months before publication, that the paragraph named last: a
    plan of then ("They walked out last November. A vote was called for 18 December.")."""
    named = course.named[-1] if len(course.named) > course.paragraph_named else None
    return named is not None and (base - named.last).days > SOON and 0 <= (last - named.first).days <= SOON


def story_year(c: Calendar, story: Anchor) -> int:
    """The year of a month or day that a story tells without one."""
    year, month = story.last.year, c.month or 1
    if c.which == "following" and (story.last.month >= month):
        return year + 1
    if c.which == "previous" and (story.first.month <= month):
        return year - 1
    dated = story.granularity not in (Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)
    return year + 1 if dated and not c.which and story.last.month - month >= TURN else year


def year_near(c: Calendar, base: date, ahead: bool) -> int:
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
