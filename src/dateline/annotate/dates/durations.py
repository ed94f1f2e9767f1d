"""How long things last: "for months", "for three decades", "within two weeks", as days where the text tells the end."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from dateline.annotate.dates import calendars
from dateline.annotate.dates.course import Course
from dateline.annotate.dates.happenings import Anchor
from dateline.annotate.dates.meaning import Found, Length, Phrase
from dateline.annotate.dates.pointing import VAGUE
from dateline.annotate.dates.tokens import Token
from dateline.model.time import Days, Granularity, day

SIMPLE = re.compile(r"P(X|\d+)([DWMY])")
HOURS = re.compile(r"PT(?:X|[1-6])[HM]")
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
HOLD = frozenset({"has", "have", "'ve", "'s"})
EVENT = 4  # tokens that name what a limit counts from
AIM = 6  # tokens before the words in which an infinitive may stand
NIGHTS = 2  # days of a night
INSIDE = frozenset({"in", "from", "between", "that", "this", "last"})  # before the time in which it lasted so long
VERBS = 12  # tokens before the words in which "has been" may stand


def lasting(p: Phrase, found: Found, tokens: list[Token], course: Course) -> Found:
    """A duration with its days: "has ... for N" ends now; "for N", "in N" and "within N" start at the time that their
    sentence told (or the story, where they open the sentence), "within N" else now. Others stay without."""
    if not isinstance(p.meaning, Length) or not p.first:
        return found
    before = tokens[p.first - 1].low
    if before == "within" and HOURS.fullmatch(p.meaning.value):
        return _same_day(found, course)
    told = SIMPLE.fullmatch(p.meaning.value)
    if told is None or before not in ("for", "within", "in"):
        return found
    if before == "for" and p.last < len(tokens) and tokens[p.last].low in INSIDE:
        return found  # "for nine days in 1975", "for three weeks that summer"
    verbs = tokens[max(0, p.first - VERBS) : p.first]
    try:
        if before == "in" and course.outlook.ahead:
            return _from_now(found, told, course)
        days, anchor = _limit(before, told, p, tokens, course) or _span(
            before, told[1], UNITS[told[2]], p, verbs, course
        )
    except (OverflowError, ValueError):
        return found
    now = course.publication
    aim = course.ahead or (before == "within" and any(t.low == "to" for t in verbs[-AIM:]))
    aim = aim or (before == "within" and any(t.low in ("if", "unless") for t in verbs))
    if days is None or anchor is None or (now and not aim and days.upper > now.last):
        return found
    return replace(
        found, days=days, granularity=Granularity.RANGE, anchor=anchor.words, anchor_at=anchor.at, vague=told[1] == "X"
    )


def _same_day(found: Found, course: Course) -> Found:
    """ "Within hours" of what the sentences before have told: the same day."""
    told = course.story
    known = told is not None and (told.days.length() or NIGHTS + 1) <= NIGHTS and course.named_in_sentence() is None
    if told is None or not known or course.ahead or not (course.narrative or course.in_paragraph()):
        return found
    return replace(found, days=day(told.last), granularity=Granularity.DAY, anchor=told.words, anchor_at=told.at)


def _limit(
    before: str, told: re.Match[str], p: Phrase, tokens: list[Token], course: Course
) -> tuple[Days, Anchor] | None:
    """ "within 135 days of the signing": from that happening on, if the text has dated it."""
    if before != "within" or told[1] == "X":
        return None
    named = [t.low for t in tokens[p.last : p.last + 1]] == ["of"]
    words = [t.low for t in tokens[p.last + 1 : p.last + 1 + EVENT]]
    end = next((i for i, low in enumerate(words) if not low.isalpha() or low == "and"), len(words))
    start = course.diary.find(words[:end]) if named else course.limit
    if start is None:
        return None
    course.limit = start
    return Days(start.last, calendars.moved(start.last, UNITS[told[2]], int(told[1]))), start


def _from_now(found: Found, told: re.Match[str], course: Course) -> Found:
    """ "in two weeks" where the clause looks ahead: a day (month, year) to come."""
    now = course.publication
    if now is None or told[1] == "X" or not (course.outlook.ahead and course.outlook.firm):
        return found
    unit = UNITS[told[2]]
    moved = calendars.moved(now.last, unit, int(told[1]))
    days, granularity = calendars.unit_around(moved, unit if unit in ("month", "year") else "day")
    return Found(days, granularity, calendars.value(days, granularity), "DATE", None, now.words)


def _span(
    before: str, number: str, unit: str, p: Phrase, verbs: list[Token], course: Course
) -> tuple[Days | None, Anchor | None]:
    count = None if number == "X" else int(number)
    now, story = course.publication, course.named_in_sentence()
    ahead = course.outlook.ahead and course.outlook.firm
    if before == "within" and count and (start := story or now):
        return Days(start.last, calendars.moved(start.last, unit, count)), start
    if before == "for" and now and any(t.low in HOLD for t in verbs):
        first = calendars.moved(now.last, unit, -count) if count else now.last - timedelta(VAGUE[unit])
        return Days(first, now.last), now
    if p.first <= 1 and story is None and (course.narrative or course.in_paragraph()):
        story = course.leapt or course.story
    if story and count and not ahead:
        return Days(story.first, calendars.moved(story.last, unit, count)), story
    return None, None
