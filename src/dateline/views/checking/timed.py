"""Times of a drafted sentence that nothing cited for it tells, or tells only roughly, or the other way round. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from dateline.model.mark import DateMark
from dateline.model.time import Days, Modifier
from dateline.views.checking.aligning import UNTIL
from dateline.views.checking.meant import Meant
from dateline.views.checking.whole import Whole

COARSE = 4  # times by which a told time may be longer than the draft's
YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
YEAR = 100  # days of the longest time in which a day without a year is looked for
LEAST = 10  # days of the time that a day may be told by
NEVER = re.compile(r"(?i)(?:\bnot|n['’]t|\bnever|\bno)\b.{0,60}\b(?:until|till|before)\b|\btook until\b")
FROM = re.compile(r"(?i)\bfrom\s+(?:the\s+)?$")
BY = re.compile(r"(?i)\bby\s+(?:the\s+)?$")
SHIFTED = re.compile(r"\s+(?:before|after)\b")
OVER = re.compile(r"\s+(?:was|were|is|had)\s+(?:over|out|ended|gone)\b")
AFTER = re.compile(r"(?i)\bafter\s+(?:the\s+)?$")
COUNT = {w: float(n) for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
COUNT |= {"a": 1.0, "an": 1.0, "the": 1.0, "the following": 1.0, "the next": 1.0, "within": 1.0, "the same": 0.0}
UNIT = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25, "decade": 3652.5, "night": 1.0}
ALIKE = 1.3  # times by which two lengths may differ and be the same
LENGTH = re.compile(
    rf"(?i)\b(\d+|{'|'.join(sorted(COUNT, key=len, reverse=True))})[ -]({'|'.join(UNIT)})s?"
    r"(?=[ -](?:later|earlier|ago)\b|[.,;]|\s+(?:in|on|of)\b)"
)
EACH = re.compile(rf"(?i)\b(\d+|{'|'.join(sorted(COUNT, key=len, reverse=True))})?[ -]?({'|'.join(UNIT)})s?\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A time of a stored sentence: its days, and how they are meant ("since", "until", "")."""

    days: Days
    direction: str
    sentence: str


def timed_otherwise(draft: Whole, cited: Sequence[Meant]) -> str:
    """The first time of the draft that no cited sentence tells; "" if there is none."""
    told = [t for m in cited for t in _times(m)]
    for mark in draft.dates:
        if mark.names or mark.vague or _counted(mark, draft):
            continue
        if mark.days is None:
            if (part := YEARLESS.fullmatch(mark.value)) and not any(_has(part, t.days) for t in told):
                return f"“{mark.words.exact}”"
        elif not any(_meets(_read(mark, draft), t) for t in told):
            return f"“{mark.words.exact}”"
    return ""


def _counted(mark: DateMark, draft: Whole) -> bool:
    """Whether the words tell how long before or after another thing, not when."""
    shift = bool(mark.length) or mark.rule == "shift"
    return shift and SHIFTED.match(draft.text, mark.words.end - draft.start) is not None


def _has(part: re.Match[str], days: Days) -> bool:
    """Whether a month, or a day of it, of whatever year, lies in a time that is told closely."""
    month, day = int(part.group(1)), part.group(2)
    length = days.length()
    if length is None or length > YEAR:
        return any(d and d.month == month and (day is None or d.day == int(day)) for d in (days.start, days.end))
    every = (days.lower + timedelta(n) for n in range(length))
    return any(d.month == month and (day is None or d.day == int(day)) for d in every)


def _times(m: Meant) -> list[Told]:
    text = m.said.claim.sentence.exact
    found = [Told(d.days, d.direction, text) for d in m.said.dates if d.days]
    return found + ([Told(m.days, _open(m.days), text)] if m.days else [])


def _open(days: Days) -> str:
    return "since" if days.end is None else "until" if days.start is None else ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A time of the draft: the days of its words, and how they are meant ("since", "from", "until", "by", "before",
    "after", "")."""

    days: Days
    direction: str


def _read(mark: DateMark, draft: Whole) -> Asked:
    assert mark.days is not None
    before = draft.text[: mark.words.start - draft.start]
    if mark.direction == "until" and not NEVER.search(draft.text):
        over = OVER.match(draft.text, mark.words.end - draft.start)
        if mark.modifier is Modifier.BEFORE and not over:
            return Asked(mark.days, "before")
        sooner = over or mark.modifier is not Modifier.ON_OR_BEFORE or BY.search(before)
        return Asked(mark.days, "by" if sooner else "until")
    if mark.direction == "since":
        return Asked(mark.days, "after" if AFTER.search(before) else "since")
    return Asked(mark.days, "from" if FROM.search(before) else "")


def _meets(mine: Asked, told: Told) -> bool:
    if mine.direction == "before":
        return told.direction != "since" and told.days.upper < mine.days.lower
    if mine.direction == "by":
        return told.direction != "since" and told.days.upper <= mine.days.upper
    if mine.direction == "after":
        return told.days.lower > mine.days.upper
    if not mine.days.overlaps(told.days):
        return False
    if mine.direction == "until":
        return told.direction == "until" or bool(UNTIL.search(told.sentence))
    if mine.direction in ("since", "from"):
        return told.direction != "until" and _bounds(mine.days, told.days)
    return _as_close(mine.days, told.days)


def _as_close(mine: Days, told: Days) -> bool:
    """Whether a time is told closely enough, or is the beginning or the end of a longer one."""
    length, held = mine.length(), told.length()
    if length is not None and held is not None and held <= max(LEAST, COARSE * length):
        return True
    return length is None or _bounds(mine, told)


def _bounds(mine: Days, told: Days) -> bool:
    return mine.lower <= told.lower <= mine.upper or mine.lower <= told.upper <= mine.upper


def lasting_otherwise(draft: Whole, cited: Sequence[Meant]) -> str:
    """The first length of time of the draft ("a week later") that no cited sentence tells, nor two of its times make;
    "" if there is none. One that leads to a day that is known need only not be told otherwise."""
    known = [(d.words.start - draft.start, d.words.end - draft.start) for d in draft.dates if d.days]
    lengths = [t for m in cited for t in _lengths(m.said.claim.sentence.exact)]
    told = [*lengths, *(t for m in cited for t in _between(m))]
    for found in LENGTH.finditer(draft.text):
        led = any(a <= found.start() < b for a, b in known)
        if not told or (led and max(lengths, default=0.0) < 1):
            continue
        mine = _days(found)
        if not any(max(mine, t) <= ALIKE * min(mine, t) for t in told):
            return f"“{found.group()}”"
    return ""


def _lengths(text: str) -> list[float]:
    return [_days(m) for m in EACH.finditer(text)] + [UNIT["year"]] * ("anniversary" in text)


def _days(found: re.Match[str]) -> float:
    count = (found.group(1) or "one").lower()
    return (float(count) if count.isdigit() else COUNT[count]) * UNIT[found.group(2).lower()]


def _between(m: Meant) -> list[float]:
    """The lengths between two times of a sentence."""
    days = [t.lower for t in (*m.said.own_times, *([m.days] if m.days else [])) if t.start]
    return [float(abs((a - b).days)) for a in days for b in days if a != b]
