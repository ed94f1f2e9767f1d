"""From matched words to their meaning: one builder for each rule of the grammar."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from dateline.annotate.dates.meaning import (
    Anniversary,
    Calendar,
    Century,
    Clock,
    Decade,
    Deictic,
    Length,
    Meaning,
    Named,
    Nth,
    Part,
    Recent,
    Reference,
    Repeat,
    Season,
    Shift,
    Span,
    Then,
    Today,
)
from dateline.annotate.dates.tokens import Token
from dateline.model.time import Modifier

Tokens = Sequence[Token]
CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "half": "H", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip


def values(tokens: Tokens, letters: str) -> list[Any]:
    """The values of the tokens of some classes, in order."""
    return [t.value for t in tokens if t.letter in letters]


def one(tokens: Tokens, letters: str) -> Any:
    """The value of the first token of some classes; None if there is none."""
    return next((t.value for t in tokens if t.letter in letters), None)


def unit(tokens: Tokens) -> str:
    """The unit named last among the tokens; "" if there is none."""
    found = [t for t in tokens if t.letter in "Uqs"]
    if not found:
        return ""
    return "second" if found[-1].letter == "s" else str(found[-1].value)


def count(tokens: Tokens) -> float | None:
    """The number that the tokens tell; None for "several", "a few"."""
    words = [t for t in tokens if t.letter in "wdny"]
    half = 0.5 if any(t.letter == "h" for t in tokens) else 0.0
    if words:
        return _number(words) + half
    if any(t.letter == "v" for t in tokens):
        return 2 if any(t.value == "2" for t in tokens) else None
    return half or 1


def _number(words: Tokens) -> float:
    total = 0.0
    for t in words:
        total = max(total, 1) * t.value if t.value in (100, 1000, 12) and total and t.letter == "w" else total + t.value
    return total


def year_of(tokens: Tokens) -> int | None:
    """The year that the tokens state, negative before Christ."""
    found = one(tokens, "y")
    return int(found) if found is not None else None


def which(tokens: Tokens) -> str:
    """How the tokens point: "that" wins over "same", the last word otherwise."""
    told = [str(v) for v in values(tokens, "r")]
    if not told:
        return ""
    return "same" if "same" in told else told[-1]


def within(tokens: Tokens) -> Deictic | None:
    """The year or month told by pointing at the end of the tokens ("22 November last year")."""
    units = [i for i, t in enumerate(tokens) if t.letter == "U"]
    if not units or units[-1] != len(tokens) - 1 or tokens[-1].value not in ("year", "month", "week"):
        return None
    return Deictic(which(tokens), str(tokens[-1].value))


def _calendar_date(tokens: Tokens) -> Meaning:
    return Calendar(
        year_of(tokens),
        one(tokens, "M"),
        one(tokens, "dos"),
        one(tokens, "W"),
        within=within(tokens),
    )


def _day_span(tokens: Tokens) -> Meaning:
    first, last = values(tokens, "dos")[:2]
    year, month = year_of(tokens), one(tokens, "M")
    return Span(Calendar(year, month, first), Calendar(year, month, last))


def _month(tokens: Tokens) -> Meaning:
    inside = within(tokens)
    return Calendar(
        year_of(tokens),
        one(tokens, "M"),
        which="" if inside else which(tokens),
        within=inside,
    )


def _season(tokens: Tokens) -> Meaning:
    inside = within(tokens)
    return Season(one(tokens, "S"), year_of(tokens), "" if inside else which(tokens), inside)


def _named(tokens: Tokens) -> Meaning | None:
    kind, rule = one(tokens, "H")
    inside = within(tokens)
    span = unit(tokens) if not inside else ""
    if span not in ("", "week", "weekend"):
        return None
    told = "" if inside else which(tokens)
    day = Named(
        kind,
        tuple(rule) if isinstance(rule, list) else (rule,),
        year_of(tokens),
        told,
        inside,
        span or "day",
    )
    part = one(tokens, "P")
    return Clock("T" + part, day) if part else day


def _weekday(tokens: Tokens) -> Meaning:
    inside = within(tokens)
    day = Calendar(weekday=one(tokens, "W"), which="" if inside else which(tokens), within=inside)
    part = one(tokens, "P")
    return Clock("T" + part, day) if part else day


def _iso(tokens: Tokens) -> Meaning | None:
    parts = [int(n) for n in re.findall(r"\d+", tokens[0].low)]
    day = Calendar(parts[0], parts[1], parts[2])
    return Clock("T" + tokens[0].low[11:16].upper(), day) if len(parts) > 3 else day


def _numeric(tokens: Tokens) -> Meaning | None:
    first, second, year = (int(n) for n in re.split(r"[/.]", tokens[0].low))
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    dotted = "." in tokens[0].low
    if first > 12 or (dotted and second <= 12):
        return Calendar(year, second, first)
    return Calendar(year, first, second)


def _ago(tokens: Tokens) -> Meaning:
    back = Shift(_counted(tokens), unit(tokens), -1, ago=True)
    weekday = one(tokens, "W")
    return back if weekday is None else Nth(weekday, "weekday", back)


def _shift(tokens: Tokens) -> Meaning | None:
    sign = 1 if tokens[-1].letter in "lc" else -1
    exact = any(t.value == "EXACT" for t in tokens)
    return Shift(_counted(tokens), unit(tokens), sign, exact=exact)


def _counted(tokens: Tokens) -> float | None:
    """The number of a shift; "days later" has none."""
    return None if tokens[0].letter == "U" else count(tokens)


def _beside(tokens: Tokens) -> Meaning | None:
    number = None if tokens[1].low in PLURALS else 1
    return Shift(number, unit(tokens), 1 if tokens[-1].letter == "c" else -1, whole=True)


def _fiscal(tokens: Tokens) -> Meaning:
    year, told = year_of(tokens), which(tokens)
    return Calendar(year) if year else Deictic(told or "this", "year")


def _quarter_name(tokens: Tokens) -> Meaning:
    name = tokens[0].value
    year = year_of(tokens)
    return Nth(
        int(name[1]),
        "quarter" if name[0] == "Q" else "half",
        Calendar(year) if year else None,
    )


def _century(tokens: Tokens) -> Meaning | None:
    return Century(one(tokens, "os")) if tokens[-1].value == "century" and one(tokens, "os") > 0 else None


def _deictic(tokens: Tokens) -> Meaning | None:
    plural = tokens[-1].low in PLURALS
    numbered = any(t.letter in "wdnv" for t in tokens)
    number = count(tokens) if numbered else None if plural else 1
    return Deictic(which(tokens), unit(tokens), int(number or 0), plural or numbered)


def _deictic_part(tokens: Tokens) -> Meaning:
    return Clock("T" + one(tokens, "P"), None, which(tokens))


def _of_month(tokens: Tokens) -> Meaning | None:
    day = next(t for t in tokens if t.letter == "o")
    inside = within(tokens)
    if inside is None and not day.low[0].isdigit():
        return None
    if inside and inside.unit != "month":
        return None
    return Calendar(day=day.value, within=inside)


def _era(tokens: Tokens) -> Meaning | None:
    number, before = one(tokens, "ynd"), one(tokens, "X") == "BC"
    return Calendar(-int(number) if before else int(number)) if number and float(number).is_integer() else None


def _years(tokens: Tokens) -> Meaning | None:
    first, last = tokens[0].value, tokens[2].value
    if tokens[2].letter == "d":
        last += first - first % 100
    return Span(Calendar(first), Calendar(last)) if first < last < first + 1000 else None


def _decades(tokens: Tokens) -> Meaning | None:
    last = tokens[-1]
    if last.letter == "x":
        return Decade(last.value) if tokens[0].letter == "D" else None
    digits = re.sub(r"\D", "", last.low)
    return Decade(int(digits)) if len(digits) in (2, 4) else None


def _every(tokens: Tokens) -> Meaning | None:
    last = tokens[-1]
    if last.letter in "W":
        return Repeat(f"XXXX-WXX-{last.value + 1}")
    if last.letter == "P":
        return Repeat("XXXX-XX-XXT" + last.value)
    if last.letter == "S":
        return Repeat("XXXX-" + last.value)
    if last.letter == "M":
        return Repeat(f"XXXX-{last.value:02d}")
    number = one(tokens, "wdo") or (2 if any(t.letter == "s" for t in tokens[:-1]) else 1)
    return Repeat(length(number, unit(tokens)))


def _repeat(tokens: Tokens) -> Meaning:
    return Repeat(tokens[0].value)


def _today(tokens: Tokens) -> Meaning | None:
    word, part = one(tokens, "G"), one(tokens, "P")
    if tokens[0].letter == "D" and word != "future":
        return None
    days = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    if word not in days:
        return REFERENCES.get(word)
    if word == "tonight":
        part = "NI"
    return Clock("T" + part, Today(days[word])) if part else Today(days[word])


REFERENCES: dict[str, Meaning] = {
    "now": Reference("PRESENT_REF"),
    "recently": Recent(),
    "past": Reference("PAST_REF"),
    "future": Reference("FUTURE_REF"),
}


def _length_of(tokens: Tokens) -> Meaning | None:
    if any(t.low == "recent" for t in tokens):
        return Recent(unit(tokens))
    return Length(length(count(tokens), unit(tokens)))


def length(number: float | None, of: str) -> str:
    """The TIMEX3 value of so many units: P2W, PT5H30M, PXD."""
    if of == "fortnight" and number:
        number *= 2
    code = CODES.get(of, "D")
    lead = "PT" if code[0] == "T" else "P"
    letter = code[1:] if code[0] == "T" else code
    if number is None:
        return f"{lead}X{letter}"
    if number % 1 and letter in "HYD" and len(letter) == 1:
        small, size = {"H": ("M", 60), "Y": ("M", 12), "D": ("T12H", 0)}[letter]
        rest = f"{round(number % 1 * size)}{small}" if size else small
        return f"{lead}{int(number) or ''}{letter if int(number) else ''}{rest}"
    if letter in ("DE", "CE"):
        return f"{lead}{int(number * (10 if letter == 'DE' else 100))}Y"
    return f"{lead}{number:g}{letter}"


def clock(tokens: Tokens) -> Meaning | None:
    """A time of day; what is not one (a score, a ratio) gives None."""
    stated, half = (
        str(tokens[0].value),
        next((t.low for t in tokens if t.letter == "A"), ""),
    )
    hour, minute = (int(n) for n in (*stated.split(":"), "0")[:2])
    if hour > 23 or minute > 59 or (half and not 0 < hour < 13):
        return None
    if half:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return Clock(f"T{hour:02d}:{minute:02d}")


def _clock_day(tokens: Tokens) -> Meaning | None:
    told = clock(tokens)
    day = Calendar(weekday=one(tokens, "W")) if one(tokens, "W") is not None else _today(tokens[-1:])
    return Clock(told.value, day) if isinstance(told, Clock) and day else None


def _daypart(tokens: Tokens) -> Meaning:
    return Clock("T" + one(tokens, "P"), None, "that" if len(tokens) > 1 else "")


def _units(tokens: Tokens) -> Meaning | None:
    """ "weeks": a length; "year": the one that the text is in, if a prefix points at it ("the end of the year")."""
    if tokens[0].low in PLURALS:
        return Length(length(None, unit(tokens)))
    return Deictic("here", unit(tokens))


PLURALS = frozenset(
    {
        "seconds",
        "minutes",
        "hours",
        "days",
        "weeks",
        "fortnights",
        "weekends",
        "months",
        "years",
        "decades",
    }
    | {"centuries", "millennia"}
)


def _weekend(tokens: Tokens) -> Meaning | None:
    return Deictic("here", "weekend") if unit(tokens) == "weekend" and tokens[-1].low == "weekend" else None


def _past(tokens: Tokens) -> Meaning | None:
    return Reference("PAST_REF") if tokens[1].low == "past" else None


def _recent(tokens: Tokens) -> Meaning | None:
    return Recent() if tokens[0].low == "recent" else None


def _year(tokens: Tokens) -> Meaning:
    return Calendar(tokens[0].value)


BUILDERS: dict[str, Callable[[Tokens], Meaning | None]] = {
    "iso": _iso, "numeric": _numeric, "clock_day": _clock_day, "span_dm": _day_span, "span_md": _day_span,
    "dm": _calendar_date, "md": _calendar_date, "month": _month, "season": _season, "named": _named,
    "ago_weekday": _ago,
    "ago": _ago, "shift": _shift, "weekday": _weekday, "fiscal": _fiscal, "quarter_name": _quarter_name,
    "century": _century, "deictic": _deictic, "deictic_part": _deictic_part, "of_month": _of_month, "era": _era,
    "years": _years, "decades": _decades, "every": _every, "repeat": _repeat, "today": _today, "length": _length_of,
    "clock": clock, "daypart": _daypart, "units": _units, "year": _year, "beside": _beside, "weekend": _weekend,
    "anniversary": lambda tokens: Anniversary(one(tokens, "os")),
    "then": lambda _: Then(), "at_time": lambda _: Then(), "past": _past, "recent": _recent,
}  # fmt: skip


def build(rule: str, tokens: Tokens, prefix: Tokens) -> Meaning | None:
    """The meaning of words that a rule matched, with what stands before them; None if they are no time after all."""
    core = BUILDERS[rule](tokens)
    if isinstance(core, Deictic) and core.which == "here" and core.unit != "weekend" and not prefix:
        return None
    return wrap(core, prefix) if core and prefix else core


def wrap(core: Meaning, prefix: Tokens) -> Meaning | None:
    """The core bent by its prefixes ("early", "the end of", "the last day of", "9 a.m."), the nearest first."""
    for piece in reversed(split(prefix)):
        wrapped = _bent(core, piece)
        if wrapped is None:
            return None
        core = wrapped
    return core


def split(prefix: Tokens) -> list[Tokens]:
    """The prefixes one by one: a new one starts after "of", "in", a hyphen or a word like "early"."""
    pieces: list[list[Token]] = [[]]
    for t in prefix:
        if t.letter in HEADS and any(u.letter in "BEelAPOi-" for u in pieces[-1]):
            pieces.append([])
        pieces[-1].append(t)
    return [p for p in pieces if p]


HEADS = "BEelorswhPdTU"


def _bent(core: Meaning, piece: Tokens) -> Meaning | None:
    head = next((t for t in piece if t.letter in HEADS), None)
    if head is None:
        return core
    if head.letter in "BE":
        rest = head.value == "REST"
        return Part(None if rest else Modifier(head.value), core, rest)
    if head.letter in "el":
        return Part(Modifier.BEFORE if head.letter == "e" else Modifier.AFTER, core)
    if head.letter == "P":
        return Clock("T" + head.value, core)
    if head.letter in "dT":
        told = clock(piece)
        return Clock(told.value, core) if isinstance(told, Clock) else None
    if head.letter == "U":
        return _around(core, str(head.value))
    return _nth(core, piece, head)


def _around(core: Meaning, of: str) -> Meaning | None:
    """ "the week of March 6", "the month of May", "the year 1950"."""
    if of == "week":
        return Nth(0, "week", core)
    fits = isinstance(core, Calendar) and core.day is None and (of == "month") == (core.month is not None)
    return core if fits and of in ("month", "year") else None


def _nth(core: Meaning, piece: Tokens, head: Token) -> Meaning | None:
    inner = "half" if any(t.letter == "h" for t in piece) else unit([t for t in piece if t is not head])
    if head.letter == "o" and not inner and isinstance(core, Deictic) and core.unit == "month":
        return Calendar(day=int(head.value), within=core)
    if head.letter in "osw":
        return Nth(int(head.value), inner, core) if inner else None
    if head.letter == "r" and head.value in ("last", "past") and inner:
        return Nth(-1, inner, core)
    return None
