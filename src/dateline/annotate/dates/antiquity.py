"""Years before Christ: no day can be told, but the values are kept, and what follows counts from them."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.meaning import Calendar, Deictic, Found, Meaning, Part, Season, Shift
from dateline.annotate.dates.tokens import Token
from dateline.model.time import Granularity

NAMED_ERA = re.compile(r"\b\d+ B\.?C\.?")
ENOUGH = 3  # years with their era named, before bare ones ("in 480") are read as theirs
BEFORE = re.compile(r"BC(\d{4})")
FINE = ("day", "week")
STEPS = {"that": 0, "same": 0, "here": 0, "following": 1, "onward": 1, "next": 1, "previous": -1, "last": -1}


def ancient(text: str) -> bool:
    """Whether a text tells of years before Christ."""
    found = NAMED_ERA.finditer(text)
    return all(next(found, None) for _ in range(ENOUGH))


def with_years(tokens: list[Token], words: Lexicon) -> list[Token]:
    """The tokens of an ancient text, with "480" read as a year where a year may stand."""
    return [_year(tokens, i, words) if t.letter == "n" else t for i, t in enumerate(tokens)]


def _year(tokens: list[Token], i: int, words: Lexicon) -> Token:
    t = tokens[i]
    before = tokens[i - 1].low if i else ""
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    stands = words.lists["pointing"] - {"for", "the", "about", "around", "over"}
    fits = isinstance(t.value, int) and 100 <= t.value < 1000 and before in stands
    if not fits or (after.isalpha() and after not in words.lists["stop"]):
        return t
    return replace(t, letter="y", value=-t.value)


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
    if isinstance(meaning, Season) and meaning.year is None:
        shift = STEPS.get(meaning.which or "here", 0)
        return Found(None, Granularity.SEASON, f"BC{year - shift:04d}-{meaning.name}")
    return _years(meaning, year)


def _years(meaning: Meaning, year: int) -> Found | None:
    if isinstance(meaning, Deictic) and meaning.unit == "year" and not meaning.plural and meaning.which in STEPS:
        return Found(None, Granularity.YEAR, f"BC{year - STEPS[meaning.which]:04d}")
    years = isinstance(meaning, Shift) and meaning.unit == "year" and not meaning.ago and not meaning.base
    if isinstance(meaning, Shift) and years and meaning.count and 0 < year - meaning.sign * int(meaning.count) <= 9999:
        return Found(None, Granularity.YEAR, f"BC{year - meaning.sign * int(meaning.count):04d}")
    days = isinstance(meaning, Shift) and meaning.unit in FINE and not meaning.ago and not meaning.base
    return Found(None, None, "XXXX-XX-XX") if days else None
