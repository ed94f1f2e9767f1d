"""Words for lengths and repetitions: "two to three weeks", "0430 hours", "every other day", "twice a week"."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from dateline.annotate.dates.amounts import PLURALS, TENS, Tokens, count, length, one, unit
from dateline.annotate.dates.meaning import Clock, Deictic, Length, Meaning, Recent, Repeat


def length_of(tokens: Tokens) -> Meaning | None:
    """So many units: "two weeks", "the first 100 days"."""
    if any(t.low == "recent" for t in tokens):
        return Recent(unit(tokens))
    if tokens[0].letter == "&" or (tokens[0].letter == "y" and unit(tokens) == "hour"):
        return _military(tokens)
    if any(t.letter == "o" for t in tokens) and not _piece(tokens):
        return None
    return Length(length(count(tokens), unit(tokens)))


def _piece(tokens: Tokens) -> bool:
    """Whether an ordinal before a number makes it a piece: "the first 100 days", no "second two-year term"."""
    first = one(tokens, "o") in (1, -1) and tokens[-1].low in PLURALS
    return first and not any(t.letter in "-a" for t in tokens)


def _military(tokens: Tokens) -> Meaning | None:
    """ "0430 hours"."""
    low = tokens[0].low
    fits = len(low) == 4 and low.isdigit() and low < "2400" and low[2:] < "60" and unit(tokens) == "hour"
    return Clock(f"T{low[:2]}:{low[2:]}") if fits else None


def of_the_last(builder: Callable[[Tokens], Meaning | None]) -> Callable[[Tokens], Meaning | None]:
    """The builder, read with the second of two numbers that rise: "two to three weeks", "five or six", "10-15 days"."""

    def build(tokens: Tokens) -> Meaning | None:
        told = _rising(tokens)
        return builder(told) if told and not _sum(told) and not _apart(told) else None

    return build


def _apart(tokens: Tokens) -> bool:
    """ "three five-year contracts": two numbers."""
    return any(a.letter == b.letter == "w" and a.value < TENS and b.value < TENS for a, b in pairwise(tokens))


def _sum(tokens: Tokens) -> bool:
    """ "worth 2 million days after": nobody counts days, weeks or months by the million."""
    large = any(t.letter == "#" and t.value >= MILLION for t in tokens)
    return large and unit(tokens) not in ("year", "decade", "century")


MILLION = 1_000_000


def _rising(tokens: Tokens) -> Tokens | None:
    """The tokens without the first of two numbers; None where they do not belong together ("5 and 3 days"). Nothing is
    left out of "a hundred and fifty"."""
    at = next((i for i in range(1, len(tokens) - 1) if _joins(tokens, i)), None)
    if at is None:
        return tokens
    first, last = count(tokens[:at]), count(tokens[at + 1 :])
    if tokens[at].low == "and":
        return tokens if tokens[at - 1].letter == "#" and last and last < 100 else None
    lead = [t for t in tokens[:at] if t.letter in "mDor"]  # "the next two to three years"
    return [*lead, *tokens[at + 1 :]] if first and last and first < last else None


def _joins(tokens: Tokens, i: int) -> bool:
    before, after = tokens[i - 1].letter, tokens[i + 1].letter
    if tokens[i].letter == "-":
        return before in "dn" and after in "dn"
    if before == "-" and i > 1:
        before = tokens[i - 2].letter  # "12- to 15-month"
    if after == "-" and i + 2 < len(tokens):
        after = tokens[i + 2].letter
    return tokens[i].letter in "tk" and before in "wdn#" and after in "wdn"


def every(tokens: Tokens) -> Meaning | None:
    """ "every day", "every other week", "every few years", "each summer"."""
    last = tokens[-1]
    if last.letter == "W":
        return Repeat(f"XXXX-WXX-{last.value + 1}")
    if last.letter == "P":
        return Repeat("XXXX-XX-XXT" + last.value)
    if last.letter == "S":
        return Repeat("XXXX-" + last.value)
    if last.letter == "M":
        return Repeat(f"XXXX-{last.value:02d}")
    if any(t.letter == "v" for t in tokens):
        return Repeat(length(None, unit(tokens)))
    second = tokens[0].value == "OTHER" or any(t.letter == "s" for t in tokens[:-1])
    return Repeat(length(one(tokens, "wdno") or (2 if second else 1), unit(tokens)))


def repeat(tokens: Tokens) -> Meaning:
    """ "daily"."""
    return Repeat(tokens[0].value)


def rate(tokens: Tokens) -> Meaning | None:
    """ "twice a week", "several times a day"."""
    told = next(i for i, t in enumerate(tokens) if t.letter == "C")
    return Repeat(length(1, unit(tokens))) if (tokens[told].value > 0) != (told > 0) else None


def units(tokens: Tokens) -> Meaning | None:
    """ "weeks": a length; "year": the one that the text is in, if a prefix points at it ("the end of the year")."""
    if tokens[0].low == "weekends":
        return Repeat("XXXX-WXX-WE")
    if tokens[0].low in PLURALS:
        return Length(length(None, unit(tokens)))
    return Deictic("here", unit(tokens))


def term(tokens: Tokens) -> Meaning | None:
    """ "the year" of "the year ended Dec. 31"."""
    return Length(length(1, unit(tokens))) if unit(tokens) in TERMS else None


TERMS = ("week", "month", "quarter", "half", "year")
