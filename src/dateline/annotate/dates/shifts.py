"""Words that count from somewhere: "two weeks ago", "a day later", "ten years ago this week", "yesterday"."""

from __future__ import annotations

from dateline.annotate.dates.amounts import PLURALS, Tokens, count, one, unit, which, year_of
from dateline.annotate.dates.meaning import (
    Calendar,
    Clock,
    Counterpart,
    Deictic,
    Meaning,
    Nth,
    Recent,
    Reference,
    Shift,
    Today,
)
from dateline.annotate.dates.tokens import Token

REFERENCES: dict[str, Meaning] = {
    "now": Reference("PRESENT_REF"),
    "present": Reference("PRESENT_REF"),
    "moment": Reference("PRESENT_REF"),
    "recently": Recent(),
    "past": Reference("PAST_REF"),
    "future": Reference("FUTURE_REF"),
}


NOUNS = ("future", "past", "present", "moment")


def today(tokens: Tokens) -> Meaning | None:
    """Today, tomorrow, now and the like, with a part of the day if told."""
    word, part = one(tokens, "G"), one(tokens, "P")
    if tokens[0].letter == "D" and word not in NOUNS and tokens[-1].low not in ("present day", "modern day"):
        return None
    days = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    if word not in days:
        return REFERENCES.get(word)
    if word == "tonight":
        part = "NI"
    return Clock("T" + part, Today(days[word])) if part else Today(days[word])


def ago(tokens: Tokens) -> Meaning:
    """So many units before publication."""
    return Shift(_counted(tokens), unit(tokens), -1, ago=True)


def ago_day(tokens: Tokens) -> Meaning | None:
    """ "a week ago Tuesday", "15 years ago today"."""
    day = Calendar(weekday=one(tokens, "W")) if one(tokens, "W") is not None else today(tokens[-1:])
    if which(tokens):
        return _ago_this(tokens)
    number = _counted(tokens)
    if number is None or not isinstance(day, Calendar | Today):
        return None
    back = Shift(number, unit(tokens), -1, base=day, exact=True)
    return Nth(day.weekday, "weekday", back) if isinstance(day, Calendar) and day.weekday is not None else back


def _ago_this(tokens: Tokens) -> Meaning | None:
    """ "ten years ago this week", "a year ago last May"."""
    number, told, last = _counted(tokens), which(tokens), tokens[-1]
    of = "month" if last.letter == "M" else str(last.value)
    if number is None or told not in ("this", "last", "next") or of not in ("day", "week", "month"):
        return None
    day: Meaning = Today(0) if told == "this" else Deictic(told, of)
    if last.letter == "M":
        day = Calendar(month=last.value, which=told)
    return Nth(0, of, Shift(number, unit(tokens[:-1]), -1, base=day, exact=True))


def weekdays_ago(tokens: Tokens) -> Meaning | None:
    """ "two Saturdays ago"."""
    number, last = count(tokens), Calendar(weekday=one(tokens, "W"), which="last")
    return Shift(number - 1, "week", -1, base=last, exact=True) if number else None


def from_day(tokens: Tokens) -> Meaning | None:
    """ "a week from Monday", "two weeks from tomorrow"."""
    weekday = one(tokens, "W")
    day = Calendar(weekday=weekday, which="next") if weekday is not None else today(tokens[-1:])
    number = _counted(tokens[:-1])
    return (
        Shift(number, unit(tokens), 1, base=day, exact=True) if number and isinstance(day, Calendar | Today) else None
    )


def shift(tokens: Tokens) -> Meaning | None:
    """So many units before or after the time that the text has come to."""
    sign = 1 if tokens[-1].letter in "lci" else -1
    if tokens[0].letter == "U" and tokens[0].low not in PLURALS and len(tokens) == 2:
        return None  # "year after year"
    exact, on = any(t.value == "EXACT" for t in tokens), tokens[-1].letter == "i"
    return Shift(_counted(tokens), unit(tokens), sign, ago=tokens[-1].value == 2, exact=exact, on=on)


def _counted(tokens: Tokens) -> float | None:
    """The number of a shift; "days later" has none."""
    if tokens[0].letter != "U":
        return count(tokens)
    return 1 if tokens[1].letter == "-" else None  # "the year-ago quarter"


def beside(tokens: Tokens) -> Meaning | None:
    """The unit beside a happening: "the week before the vote", "the day following the vote"."""
    if tokens[-1].letter == "r" and tokens[-1].low != "following":
        return None
    number = None if tokens[1].low in PLURALS else 1
    return Shift(number, unit(tokens), 1 if tokens[-1].letter in "cr" else -1, whole=True)


def night_before(tokens: Tokens) -> Meaning | None:
    """The night, or another part of a day, before or after a happening."""
    return Clock("T" + one(tokens, "P"), Shift(1, "day", 1 if tokens[-1].letter == "c" else -1))


def nights_later(tokens: Tokens) -> Meaning | None:
    """ "two nights later", "three mornings earlier"."""
    if ":" in one(tokens, "P"):
        return None
    return Clock("T" + one(tokens, "P"), Shift(count(tokens), "day", 1 if tokens[-1].letter == "l" else -1))


def counterpart(tokens: Tokens) -> Meaning | None:
    """ "the year-ago quarter", "the same period last year", "the same month of 2011"; a period has no unit."""
    if tokens[-1].letter in "UqJ" and tokens[-2].letter in "ge":
        return Counterpart(_period(tokens[-1]), YEAR_BEFORE) if unit(tokens[:-1]) == "year" else None
    at = next(i for i, t in enumerate(tokens) if t.letter in "UqJ")
    if tokens[at - 1].value != "same" and not (tokens[at].low == "time" and tokens[at - 1].low == "this"):
        return None
    year = _year_told(tokens[at + 1 :])
    return Counterpart(_period(tokens[at]), year) if year else None


YEAR_BEFORE = Shift(1, "year", -1)


def _period(told: Token) -> str:
    return {"time": "month", "period": ""}.get(told.low, str(told.value))


def _year_told(rest: Tokens) -> Meaning | None:
    """The other year of "the same quarter of 2011", "last year", "a year earlier"; None if it is no year."""
    stated = year_of(rest)
    if stated:
        return Calendar(stated)
    if unit(rest) != "year":
        return None
    return YEAR_BEFORE if rest[-1].letter in "eg" else Deictic(which(rest), "year")
