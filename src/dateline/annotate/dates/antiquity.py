"""Years before Christ: no day can be told, but the values are kept, and what follows counts from them."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.meaning import Calendar, Century, Deictic, Found, Meaning, Part, Season, Shift
from dateline.annotate.dates.tokens import Token
from dateline.model.time import Granularity

NAMED_ERA = re.compile(r"\b\d+ B\.?C\.?")
ENOUGH = 3  # years with their era named, before bare ones ("in 480") are read as theirs
BEFORE = re.compile(r"BC(\d{4})")
COUNTING = frozenset({"for", "the", "about", "around", "over", "or", "and"})  # what stands before numbers of men too
CHAINING = frozenset({",", "and", "or", "/", "-", "–"})
FINE = ("day", "week")
YEARS = {"year": 1, "decade": 10, "century": 100}
STEPS = {"that": 0, "same": 0, "here": 0, "following": 1, "onward": 1, "next": 1, "previous": -1, "last": -1}


def ancient(text: str) -> bool:
    """Whether a text tells of years before Christ."""
    found = NAMED_ERA.finditer(text)
    return all(next(found, None) for _ in range(ENOUGH))


def with_years(tokens: list[Token], words: Lexicon) -> list[Token]:
    """The tokens of an ancient text, with "480" read as a year where a year may stand."""
    read: list[Token] = []
    for i, t in enumerate(tokens):
        after = tokens[i + 1].low if i + 1 < len(tokens) else ""
        listed = len(read) > 1 and read[-1].low in CHAINING and read[-2].letter == "y"  # "492 and 490 failed"
        counts = after.isalpha() and after not in words.lists["stop"] and not listed
        year = t.letter == "n" and isinstance(t.value, int) and 100 <= t.value < 1000 and not counts
        stated = i + 1 < len(tokens) and tokens[i + 1].letter == "X"  # "in 500 B.C."
        read.append(replace(t, letter="y", value=-t.value) if year and not stated and _stands(read, words) else t)
    return read


def _stands(before: list[Token], words: Lexicon) -> bool:
    """Whether a year may follow: after "in", a month or "the year", or another year ("494 and 490", "451/450")."""
    last = before[-1] if before else None
    if last is None:
        return False
    if last.low in CHAINING and len(before) > 1 and before[-2].letter == "y":
        return True
    if last.low == ".":
        return len(before) > 1 and before[-2].low in ("c", "ca")
    return last.low in words.lists["pointing"] - COUNTING or last.letter in "MS" or last.low in ("year", "either")


def year_named(value: str) -> int | None:
    """The year before Christ that a TIMEX3 value tells."""
    m = BEFORE.match(value)
    return int(m[1]) if m else None


def told(meaning: Meaning, year: int) -> Found | None:
    """What an expression without a year means in a text that has come to a year before Christ; None for others."""
    if isinstance(meaning, Part):
        inner = told(meaning.of, year)
        return replace(inner, modifier=meaning.modifier) if inner else None
    if isinstance(meaning, Calendar) and meaning.month and meaning.year is None and not meaning.which:
        day = f"-{meaning.day:02d}" if meaning.day else ""
        return Found(None, Granularity.DAY if day else Granularity.MONTH, f"BC{year:04d}-{meaning.month:02d}{day}")
    if isinstance(meaning, Century):
        return Found(None, Granularity.CENTURY, f"BC{meaning.nth - 1:02d}")
    if isinstance(meaning, Season) and meaning.year is None:
        shift = STEPS.get(meaning.which or "here", 0)
        return Found(None, Granularity.SEASON, f"BC{year - shift:04d}-{meaning.name}")
    return _years(meaning, year)


def _years(meaning: Meaning, year: int) -> Found | None:
    if isinstance(meaning, Deictic) and meaning.unit == "year" and not meaning.plural and meaning.which in STEPS:
        return Found(None, Granularity.YEAR, f"BC{year - STEPS[meaning.which]:04d}")
    years = isinstance(meaning, Shift) and meaning.unit in YEARS and not meaning.ago and not meaning.base
    if isinstance(meaning, Shift) and years and meaning.count:
        then = year - meaning.sign * int(meaning.count * YEARS[meaning.unit])
        return Found(None, Granularity.YEAR, f"BC{then:04d}") if 0 < then <= 9999 else None
    days = isinstance(meaning, Shift) and meaning.unit in FINE and not meaning.ago and not meaning.base
    return Found(None, None, "XXXX-XX-XX") if days else None
