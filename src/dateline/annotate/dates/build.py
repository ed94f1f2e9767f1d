"""From matched words to their meaning: one builder for each rule of the grammar."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.annotate.dates.amounts import (
    CENTURIES,
    PLURALS,
    Tokens,
    clock,
    count,
    length,
    one,
    turned,
    unit,
    values,
    which,
    within,
    year_of,
)
from dateline.annotate.dates.lengths import every, length_of, of_the_last, rate, repeat, term, units
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
    Span,
    Term,
    Then,
)
from dateline.annotate.dates.pairs import nth_weekday, pair
from dateline.annotate.dates.prefixes import wrap
from dateline.annotate.dates.shifts import (
    ago,
    ago_day,
    beside,
    counterpart,
    from_day,
    night_before,
    nights_later,
    shift,
    today,
    weekdays_ago,
)
from dateline.model.time import Modifier


def _calendar_date(tokens: Tokens) -> Meaning:
    part = one(tokens, "P")
    day = _day(tokens)
    return Clock("T" + part, day) if part else day


def _day(tokens: Tokens) -> Meaning:
    year, inside, day = year_of(tokens), within(tokens), one(tokens, "W")
    told = which(tokens) if not (year or inside) and day is None else ""
    told = told if told in ("last", "next", "coming") else ""  # "next Jan. 1"
    return Calendar(year, one(tokens, "M"), one(tokens, "dos"), day, told, inside)


def _day_weekend(tokens: Tokens) -> Meaning | None:
    """ "the July 4 weekend"."""
    return Nth(0, "weekend", _day(tokens[:-1])) if tokens[-1].low == "weekend" else None


def _day_span(tokens: Tokens) -> Meaning:
    first, last = values(tokens, "dos")[:2]
    year, month = year_of(tokens), one(tokens, "M")
    return Span(Calendar(year, month, first), Calendar(year, month, last))


def _days(tokens: Tokens) -> Meaning | None:
    """ "3, 4 and 5 August"."""
    days = values(tokens, "dos")
    if days != sorted(set(days)):
        return None
    year, month = year_of(tokens), one(tokens, "M")
    return Span(Calendar(year, month, days[0]), Calendar(year, month, days[-1]))


def _month(tokens: Tokens) -> Meaning:
    inside = within(tokens)
    return Calendar(year_of(tokens), one(tokens, "M"), which="" if inside else which(tokens), within=inside)


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
    day = Named(kind, tuple(rule) if isinstance(rule, list) else (rule,), year_of(tokens), told, inside, span or "day")
    part = one(tokens, "P")
    return Clock("T" + part, day) if part else day


def _weekday(tokens: Tokens) -> Meaning:
    inside = within(tokens)
    day = Calendar(weekday=one(tokens, "W"), which="" if inside else which(tokens), within=inside)
    part = one(tokens, "P")
    if len(tokens) == 1 and tokens[0].low.endswith("days"):
        return Repeat(f"XXXX-WXX-{tokens[0].value + 1}")
    if part and len(tokens) == 2 and tokens[1].low.endswith("s"):
        return Repeat(f"XXXX-WXX-{tokens[0].value + 1}T{part}")  # "Sunday mornings"
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


def _fiscal(tokens: Tokens) -> Meaning | None:
    """A fiscal or school year: "fiscal 2005" is told by one year; "2012-13" runs from one to the next."""
    kind, year = str(one(tokens, "Y")), year_of(tokens)
    if unit(tokens) not in ("", "year"):
        return None  # "school hours"
    bounds = [int(t.value) for t in tokens if t.letter in "ydn" and t.value is not None]
    if len(bounds) == 2:
        last = bounds[1] + (bounds[0] - bounds[0] % 100 if bounds[1] < 100 else 0)
        return Term(kind, bounds[0]) if last == bounds[0] + 1 else None
    if year:
        return Calendar(year)
    told = which(tokens) or "this"
    return Term(kind, None, told) if kind == "school" and told in TERMS else Deictic(told, "year")


def _quarter_name(tokens: Tokens) -> Meaning:
    name = tokens[0].value
    year = year_of(tokens)
    return Nth(int(name[1]), "quarter" if name[0] == "Q" else "half", Calendar(year) if year else None)


def _quarter(tokens: Tokens) -> Meaning | None:
    nth, year = one(tokens, "o") or 2, year_of(tokens)
    return Nth(nth, "quarter", Calendar(year) if year else None) if nth in (1, 2, 3, 4) else None


def _century(tokens: Tokens) -> Meaning | None:
    before = tokens[-1].letter == "X" and tokens[-1].value == "BC"
    return Century(one(tokens, "os"), before) if unit(tokens) == "century" and one(tokens, "os") > 0 else None


def _deictic(tokens: Tokens) -> Meaning | None:
    half = any(t.letter == "h" for t in tokens)
    last = next(i for i, t in enumerate(tokens) if t.letter in "Uq")
    plural = tokens[last].low in PLURALS
    numbered = half or tokens[last].value in CENTURIES or any(t.letter in "wdnv" for t in tokens)
    number = count(tokens) if numbered else None if plural else 1
    told, of = which(tokens), unit(tokens)
    if tokens[last - 1].low in LATEST:
        return Deictic("last", of) if of in REPORTED else None
    if told == "this" and (of in INSTANTS or (plural and of == "day" and not numbered)):
        return Reference("PRESENT_REF")  # "at this hour", "these days"
    if of in INSTANTS and told in ("last", "next") and not plural and tokens[0].letter != "D":
        return None  # "a last minute deal"
    if tokens[0].letter == "D" and not (plural or numbered):
        return _with_article(told, of)
    return Deictic(told, of, number or 0, plural or numbered)


LATEST = ("latest", "most recent")


def _with_article(told: str, of: str) -> Deictic:
    """ "the past year" is as long as a year, "past year" and "last year" are years of the calendar; "the next day" goes
    on from the story, or runs from publication where the clause looks ahead."""
    if told == "next":
        return Deictic("onward", of)
    lasts = told in ("past", "last") or (told == "coming" and of in ("year", "decade", "century"))
    return Deictic(told, of, 1, lasts and (told, of) != ("last", "century"))


def _ends(tokens: Tokens) -> Meaning | None:
    """ "year's end", "last year's end"."""
    part = one(tokens, "B")
    apart = tokens[-2].letter == "U" and not (tokens[-1].low == "end" and tokens[-2].low not in PLURALS)
    if part not in ("START", "END") or tokens[-1].low in ("turn", "ends") or apart:
        return None
    return Part(Modifier(part), Deictic(which(tokens) or "here", unit(tokens)))


def _nth_day(tokens: Tokens) -> Meaning | None:
    """ "the second day" of what the text has told; for centuries the century."""
    if any(t.letter == "@" for t in tokens):
        return Length(length(None, unit(tokens))) if tokens[-1].low in PLURALS else None
    if unit(tokens) == "century":
        return _century(tokens)
    number, of = one(tokens, "os"), tokens[-1].low
    if of == "day" and number > 0:
        return Nth(number, "day", Then())
    if of in PLURALS:
        return Length(length(None, unit(tokens)))  # "the final months"
    return Length(length(1, of)) if of in ("week", "month", "year") and number else None


def _deictic_part(tokens: Tokens) -> Meaning | None:
    told = which(tokens)
    if told == "past" and ":" in one(tokens, "P"):
        return None  # "past midnight"
    return Clock("T" + one(tokens, "P"), None, "following" if told == "next" else told)


def _of_month(tokens: Tokens) -> Meaning | None:
    day = next(t for t in tokens if t.letter == "o")
    inside = within(tokens)
    if tokens[-1].letter == "U" and inside is None:
        return Calendar(day=day.value) if tokens[-1].value == "month" else None
    if inside is None and not day.low[0].isdigit():
        return None
    if inside and inside.unit != "month":
        return None
    return Calendar(day=day.value, within=inside)


def _era(tokens: Tokens) -> Meaning | None:
    found = year_of(tokens)
    return Calendar(found) if found else None


def _era_span(tokens: Tokens) -> Meaning | None:
    if tokens[-1].value != "BC":
        return None
    first, last = (int(n) for n in values(tokens, "ynd")[:2])
    return Span(Calendar(-abs(first)), Calendar(-abs(last))) if abs(first) > abs(last) else None


def _years(tokens: Tokens) -> Meaning | None:
    first, last = tokens[0].value, tokens[2].value
    if first < 0:
        return Span(Calendar(first), Calendar(-abs(last))) if first < -abs(last) else None
    if tokens[2].letter != "y":
        last += first - first % 100 if last < 100 else 0
    return Span(Calendar(first), Calendar(last)) if first < last < first + 1000 else None


def _decades(tokens: Tokens) -> Meaning | None:
    last = tokens[-1]
    if last.letter == "x":
        return Decade(last.value) if tokens[0].letter == "D" else None
    if last.letter == "X":
        return _decade_before_christ(tokens)
    digits = re.sub(r"\D", "", last.low)
    return Decade(int(digits)) if len(digits) in (2, 4) else None


def _decade_before_christ(tokens: Tokens) -> Meaning | None:
    digits = re.sub(r"\D", "", tokens[-2].low)
    return Decade(-int(digits)) if tokens[-1].value == "BC" and len(digits) == 3 else None


def _clock_day(tokens: Tokens) -> Meaning | None:
    """ "9 a.m. on Friday", "4:00 this afternoon", "noon Tuesday"."""
    told, part = clock(tokens), one(tokens, "P")
    if tokens[0].letter == "P":
        fits = ":" in str(part) or tokens[1].letter == "W"  # "dawn on Friday" is two times, as "dawn on 5 May"
        return Clock("T" + str(part), Calendar(weekday=one(tokens, "W"))) if fits else None
    if not isinstance(told, Clock):
        return None
    value = turned(told.value, str(part)) if part and ":" not in part else told.value
    if one(tokens, "W") is not None:
        return Clock(value, Calendar(weekday=one(tokens, "W")))
    if which(tokens):
        return Clock(value, None, which(tokens))
    return _on_day_of(value, tokens)


def _on_day_of(value: str, tokens: Tokens) -> Meaning | None:
    """ "8:30 tonight", "3 p.m. yesterday"."""
    day = today([t for t in tokens if t.letter == "G"])
    if isinstance(day, Clock):
        return Clock(turned(value, day.value[1:]), day.of)
    return Clock(value, day) if day else None


def _hour(tokens: Tokens) -> Meaning | None:
    """ "7 tonight", "10 this morning", "four in the afternoon", "eleven Friday night"."""
    number = tokens[0].value
    if not 0 < number < 13:
        return None
    part, value = str(one(tokens, "P")), f"T{number:02d}:00"
    if one(tokens, "G") is not None:
        return _on_day_of(turned(value, part), [t for t in tokens if t.letter in "DG"])
    if ":" in part:
        return None
    day = Calendar(weekday=one(tokens, "W")) if one(tokens, "W") is not None else None
    return Clock(turned(value, part), day, which(tokens))


def _daypart(tokens: Tokens) -> Meaning:
    if tokens[-1].low == "overnight":
        return Clock("TNI", None, "overnight")
    told = {"w": "some", "a": "some", "D": "that"}  # "one morning" is no day that has been told
    return Clock("T" + one(tokens, "P"), None, told.get(tokens[0].letter, "") if len(tokens) > 1 else "")


def _weekend(tokens: Tokens) -> Meaning | None:
    """ "the weekend"; "for the year", "most of the month"."""
    of = unit(tokens)
    if tokens[-1].low in ("years", "decades", "centuries"):
        return Length(length(None, of))  # "over the years"
    return (
        Deictic("here", of)
        if (of in REPORTED and tokens[-1].low not in PLURALS) or tokens[-1].low == "weekend"
        else None
    )


def _past(tokens: Tokens) -> Meaning | None:
    return Reference("PAST_REF") if tokens[1].low == "past" else None


def _recent(tokens: Tokens) -> Meaning | None:
    return Recent() if tokens[0].low == "recent" else None


def _year(tokens: Tokens) -> Meaning:
    return Calendar(tokens[0].value)


INSTANTS = ("second", "minute", "hour")
REPORTED = ("week", "month", "quarter", "year")  # what figures are told of: "the latest quarter"
TERMS = ("this", "last", "past", "next", "coming")

BUILDERS: dict[str, Callable[[Tokens], Meaning | None]] = {
    "iso": _iso, "numeric": _numeric, "clock_day": _clock_day, "days_dm": _days, "days_md": _days,
    "span_dm": _day_span, "span_md": _day_span,
    "dm": _calendar_date, "md": _calendar_date, "month": _month, "season": _season, "named": _named,
    "ago_day": ago_day, "weekdays_ago": weekdays_ago, "from_day": from_day,
    "lasting": lambda tokens: Length(tokens[0].value),
    "ago": of_the_last(ago), "shift": of_the_last(shift), "weekday": _weekday, "fiscal": _fiscal,
    "quarter_name": _quarter_name, "century": _century, "quarter": _quarter,
    "deictic": of_the_last(_deictic), "nth_day": _nth_day, "ends": _ends, "deictic_part": _deictic_part,
    "of_month": _of_month,
    "era": _era, "era_span": _era_span,
    "years": _years, "decades": _decades, "every": every, "repeat": repeat, "today": today,
    "length": of_the_last(length_of), "rate": rate, "term": term,
    "counterpart": counterpart, "nth_weekday": nth_weekday, "pair": pair, "hour": _hour,
    "day_weekend": _day_weekend,
    "clock": clock, "daypart": _daypart, "units": units, "year": _year, "beside": beside,
    "night_before": night_before, "nights_later": nights_later,
    "weekend": _weekend, "day_event": lambda tokens: Then() if unit(tokens) == "day" else _weekend(tokens),
    "anniversary": lambda tokens: Anniversary(one(tokens, "os")),
    "then": lambda _: Then(), "at_time": lambda tokens: Then(which(tokens) == "this"), "past": _past,
    "so_far": lambda _: Recent("so far"),
    "recent": _recent, "former": lambda _: Reference("PAST_REF"),
    "current": lambda tokens: Reference("PRESENT_REF", naming=True) if tokens[0].low == "current" else None,
}  # fmt: skip


def _points(tokens: Tokens) -> bool:
    """Whether of two words that point the first may stand before the second: "this past year", "that same day", but
    not "following last night"; "latest" points at units alone."""
    told = [t for t in tokens if t.letter == "r"][:2]
    if told and told[-1].low in LATEST and tokens[-1].letter not in "Uq":
        return False
    return len(told) < 2 or told[0].value == "this" or told[1].value == "same"


def build(rule: str, tokens: Tokens, prefix: Tokens) -> Meaning | None:
    """The meaning of words that a rule matched, with what stands before them; None if they are no time after all."""
    if rule != "counterpart" and not _points(tokens):
        return None
    if rule == "pair":
        return pair([*prefix, *tokens]) if all(t.letter in "DE-" for t in prefix) else None
    core = BUILDERS[rule](tokens)
    if isinstance(core, Deictic) and core.which == "here" and rule != "weekend" and not prefix:
        return None
    return wrap(core, prefix) if core and prefix else core
