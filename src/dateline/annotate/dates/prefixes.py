"""What stands before a time and bends it: "early", "the end of", "the last day of", "9 a.m."."""

from __future__ import annotations

from dateline.annotate.dates.amounts import PLURALS, Tokens, clock, turned, unit
from dateline.annotate.dates.meaning import (
    Calendar,
    Clock,
    Counterpart,
    Deictic,
    Length,
    Meaning,
    Nth,
    Part,
    Run,
    Shift,
    Span,
    Today,
)
from dateline.annotate.dates.tokens import Token
from dateline.model.time import Modifier

START, END = Modifier.START, Modifier.END
HEADS = "B@EelorswhPdTU"


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
        unit_of = t.letter == "U" and pieces[-1] and pieces[-1][-1].letter in "PE"  # "the early months of"
        ranged = t.letter == "E" and any(u.letter in "tk" for u in pieces[-1])  # "early to mid-", "mid- to late"
        if t.letter in HEADS and not unit_of and not ranged and any(u.letter in "BEelAPOi-" for u in pieces[-1]):
            pieces.append([])
        pieces[-1].append(t)
    return [p for p in pieces if p]


def _bent(core: Meaning, piece: Tokens) -> Meaning | None:
    head = next((t for t in piece if t.letter in HEADS), None)
    if head is None:
        return core
    if any(t.letter == "%" for t in piece):
        return Part(START if head.letter == "E" or head.value == 1 else END, core)
    if head.letter in "BE@":
        return _part(core, piece, head)
    if head.letter in "el":
        return Part(Modifier.BEFORE if head.letter == "e" else Modifier.AFTER, core)
    if head.letter == "P":
        return Clock("T" + head.value, core)
    if head.letter in "dT":
        apart = piece[-1].letter == "," and isinstance(core, Shift)  # "at 3:15 p.m., minutes after the blast"
        return None if apart else _timed(core, clock(piece))
    if head.letter == "U":
        return _around(core, str(head.value), head.low in PLURALS)
    return _nth(core, piece, head)


def _day(m: Meaning) -> bool:
    """Whether a meaning is a day."""
    return isinstance(m, Today) or (isinstance(m, Calendar) and (m.day is not None or m.weekday is not None))


def _part(core: Meaning, piece: Tokens, head: Token) -> Meaning | None:
    """ "the end of", "early", "the rest of"; "mid- to late" is both parts; no part of "the end of a week"."""
    if head.letter == "E" and head.value == "START" and any(t.value == "hour" for t in piece) and _day(core):
        return Clock("TMO", core)  # "the early hours of Friday"
    if isinstance(core, Length) and head.letter == "B":
        return None
    parts = [t.value for t in piece if t.letter == "E"]
    if len(parts) == 2:
        return Span(Part(Modifier(parts[0]), core), Part(Modifier(parts[1]), core))
    rest = head.value == "REST"
    return Part(None if rest else Modifier(head.value), core, rest, head.low == "turn")


def _timed(core: Meaning, told: Meaning | None) -> Meaning | None:
    """ "9 a.m. on Friday", "11 o'clock Friday night"."""
    if not isinstance(told, Clock):
        return None
    if isinstance(core, Clock):
        return Clock(turned(told.value, core.value[1:]), core.of, core.which)
    return Clock(told.value, core)


def _around(core: Meaning, of: str, plural: bool) -> Meaning | None:
    """ "the week of March 6", "the months of May and June", "the year 1950", but not "within weeks of March 6"."""
    if of in ("week", "weekend"):
        return None if plural else Nth(0, of, core)
    if of == "year" and isinstance(core, Span):
        return core
    fits = isinstance(core, Calendar) and core.day is None and (of == "month") == (core.month is not None)
    return core if fits and of in ("month", "year") else None


def _nth(core: Meaning, piece: Tokens, head: Token) -> Meaning | None:
    run = next((t for t in piece if t is not head and t.letter in "wd"), None)
    inner = "half" if any(t.letter == "h" for t in piece) else unit([t for t in piece if t is not head])
    if head.letter == "o" and not inner and isinstance(core, Deictic) and core.unit == "month":
        return Calendar(day=int(head.value), within=core)
    if head.value == "same" and inner == "month" and isinstance(core, Calendar) and core.month is None:
        return Calendar(core.year, which="same")
    if head.value == "same" and inner:
        return Counterpart(inner, core)
    sign = -1 if head.value in (-1, "last", "past") else 1 if head.value == 1 else 0
    few = any(t.letter == "v" for t in piece)
    if inner and sign and run:
        return Run(sign, int(run.value), inner, core)
    if inner and sign and (few or any(t.low in PLURALS for t in piece)):
        return Part(START if sign > 0 else END, core, few=inner)
    if head.letter in "osw":
        return Nth(int(head.value), inner, core) if inner else None
    if head.letter == "r" and head.value in ("last", "past") and inner:
        return Nth(-1, inner, core)
    return None
