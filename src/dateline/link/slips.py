"""Two dates that exclude each other: do they differ the way in which one date is mistaken for another?"""

from __future__ import annotations

import re
from collections import deque
from datetime import date

from dateline.link.times import exact
from dateline.model.claim import When
from dateline.model.text import Selector
from dateline.model.time import Days, Granularity

COUNTED = re.compile(r"(?i)\b(?:ago|later|earlier|before|after)\b")
WEEKDAY = re.compile(
    r"(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|(?:that|the same|this) "
    r"(?:same )?(?:day|night|morning|evening|afternoon)|the (?:next|following) (?:day|morning))\b"
)
FROM_TELLING = re.compile(
    r"(?i)\b(?:today|yesterday|tomorrow|tonight|overnight|last night|this (?:morning|afternoon|evening|night)|"
    r"(?:hours?|minutes?) ago)\b"
)
QUOTE = re.compile(r"[\"“”]")
OPENS = re.compile(r"“|(?<![^\s(\[—–-])\"(?=\w|$)")
CLOSES = re.compile(r"”|(?<=[\w.,!?…])\"(?!\w)")
YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
MONTH = re.compile(r"[^\W\d_]{3,}|\d[./-]\d")
WEEK = 7
LONG = 14  # days of the longest happening whose first and last day are told together
NEAR = 3  # days by which reports of one happening differ (time zones, day of filing, counting)


def reliable(a: When, b: When, once: bool = False) -> bool:
    """Whether two dates that differ can be held against each other.

    A day told only by its distance from the telling ("last night") may be off by one, as the day of the telling may be.
    A date counted from another ("42 years ago") may be off by what was counted, so that only a stated one that is near
    shows it to be wrong, or a stated year; a day of the week by a week or two, and then the report is of another such
    thing unless it happens `once`. A year or month that the words leave out is no ground for a difference in nothing
    else.
    """
    counted = [w for w in (a, b) if w.mark is not None and _counted(w.mark.exact)]
    if len(counted) == 2 or any(w.granularity is Granularity.YEAR for w in counted):
        return False
    if not _told_in_full(a, b):
        return False
    apart = abs((a.days.lower - b.days.lower).days)
    if apart <= 1 and any(w.mark is not None and FROM_TELLING.search(w.mark.exact) for w in (a, b)):
        return False
    if not counted or apart <= NEAR or Granularity.YEAR in (a.granularity, b.granularity):
        return True
    return once and _by_weekday(counted[0]) and apart > WEEK and apart % WEEK != 0


def _counted(words: str) -> bool:
    return not any(c.isdigit() for c in words) or COUNTED.search(words) is not None


def spoken(when: When, sentence: Selector) -> bool:
    """Whether the words count from the day on which somebody else spoke: they stand within quotation marks."""
    if when.mark is None or not _counted(when.mark.exact):
        return False
    text, start = sentence.exact, max(0, when.mark.start - sentence.start)
    before = deque(QUOTE.finditer(text, 0, start), maxlen=1)
    after = QUOTE.search(text, start + len(when.mark.exact))
    opened = bool(before) and OPENS.match(text, before[0].start()) is not None
    return opened or (after is not None and CLOSES.match(text, after.start()) is not None)


def _by_weekday(when: When) -> bool:
    """Whether the day is counted by no more than some days: "on Friday", "that night"."""
    words = when.mark.exact if when.mark else ""
    return WEEKDAY.search(words) is not None and COUNTED.search(words) is None


def _told_in_full(a: When, b: When) -> bool:
    """Whether two days that differ in the year or the month alone are told with it, or counted from the publication."""
    x, y = a.days.lower, b.days.lower
    if not (exact(a) and exact(b)) or x.day != y.day:
        return True
    part = YEAR if x.month == y.month else MONTH
    return all(w.mark is None or _by_weekday(w) or part.search(w.mark.exact) is not None for w in (a, b))


def slip(a: When, b: When) -> tuple[float, str] | None:
    """How likely one is a slip for the other (0..1), and the way in words; None if they are simply two dates."""
    if exact(a) and exact(b) and a.days.start and b.days.start:
        return _days(a.days.start, b.days.start)
    if Granularity.YEAR in (a.granularity, b.granularity):
        return _years(a.days, b.days)
    if Granularity.MONTH in (a.granularity, b.granularity):
        return _months(a.days, b.days)
    return None


def shifted(a: Days, b: Days) -> tuple[float, str] | None:
    """The same for two spans of as many days that overlap: likelihood and way, None if they are not such."""
    length = a.length()
    if not (a.start and b.start and length and a.overlaps(b) and a != b) or length != b.length() or length > LONG:
        return None
    gap = abs((a.start - b.start).days)
    return (0.8, f"by {gap} day{'s' if gap > 1 else ''} at both ends") if gap <= NEAR else None


def _days(a: date, b: date) -> tuple[float, str] | None:
    gap = abs((a - b).days)
    if gap == 1:
        return 1.0, "by one day"
    if gap <= NEAR:
        return 0.6, f"by {gap} days"
    if (a.year, a.month) == (b.year, b.month) and _digit_slip(a.day, b.day):
        return 0.9, "by one digit of the day"
    if (a.year, a.day) == (b.year, b.day) and abs(a.month - b.month) == 1:
        return 0.5, "in the month alone"
    if (a.month, a.day) == (b.month, b.day) and abs(a.year - b.year) <= 2:
        return 0.8, "in the year alone"
    return None


def _digit_slip(a: int, b: int) -> bool:
    """8 and 18, 12 and 21, 3 and 30: a digit lost, added or swapped; also one digit read as another (14 and 17)."""
    x, y = sorted((str(a), str(b)), key=len)
    if len(x) < len(y):
        return x in y
    return x == y[::-1] or (len(x) == 2 and x[1] == y[1])


def _years(a: Days, b: Days) -> tuple[float, str] | None:
    gap = _unit_gap([(d.year, e.year) for d, e in (_ends(a), _ends(b))])
    return (0.5, "by one year") if gap == 1 else None


def _months(a: Days, b: Days) -> tuple[float, str] | None:
    ends = [_ends(a), _ends(b)]
    gap = _unit_gap([(d.year * 12 + d.month, e.year * 12 + e.month) for d, e in ends])
    if gap == 1:
        return 0.4, "by one month"
    return (0.6, "in the year alone") if gap == 12 else None


def _ends(days: Days) -> tuple[date, date]:
    start = days.start or days.upper
    return start, days.end or start


def _unit_gap(spans: list[tuple[int, int]]) -> int:
    (a, b), (c, d) = spans
    return max(c - b, a - d)
