"""Two ordinals that share one noun ("the 19th and 20th centuries"), and the nth weekday of a month."""

from __future__ import annotations

from dateline.annotate.dates.amounts import Tokens, one, unit, which, year_of
from dateline.annotate.dates.meaning import Calendar, Century, Deictic, Meaning, Nth, Part, Span
from dateline.annotate.dates.tokens import Token
from dateline.model.time import Modifier

QUARTERS = (1, 2, 3, 4)


def pair(tokens: Tokens) -> Meaning | None:
    """ "the late 19th and early 20th centuries", "the first and second quarters of 1999"."""
    cut = next(i for i, t in enumerate(tokens) if t.letter in "kt")
    of, year = unit(tokens[cut:]), year_of([t for t in tokens if t.letter == "y"])
    before = tokens[-1].letter == "X" and tokens[-1].value == "BC"
    first, last = (_ordinal(half, of, year, before) for half in (tokens[:cut], tokens[cut + 1 :]))
    return Span(first, last) if first and last else None


def _ordinal(tokens: Tokens, of: str, year: int | None, before: bool) -> Meaning | None:
    nth = one(tokens, "os")
    early = one(tokens, "E")
    whole: Meaning | None = None
    if of == "century" and nth > 0:
        whole = Century(nth, before)
    elif of == "quarter" and nth in QUARTERS:
        whole = Nth(nth, "quarter", Calendar(year) if year else None)
    return Part(Modifier(early), whole) if whole and early else whole


def nth_weekday(tokens: Tokens) -> Meaning | None:
    """ "the second Tuesday of November", "the last Friday in May 2019", "the first Monday of the month"."""
    at = next(i for i, t in enumerate(tokens) if t.letter == "W")
    nth, inside = _count(tokens[at - 1]), tokens[at + 2 :]
    if nth is None or tokens[at].low.endswith("days"):
        return None
    if any(t.letter == "M" for t in inside):
        month: Meaning = Calendar(year_of(inside), one(inside, "M"), which=which(inside))
    elif unit(inside) == "month":
        month = Deictic(which(inside) or "here", "month")
    else:
        return None
    return Nth(nth, "day", month, tokens[at].value)


def _count(told: Token) -> int | None:
    if told.letter == "r":
        return -1 if told.value == "last" else None
    return int(told.value)
