"""Phrases that belong together: the bounds of a span, a clock time and its day, months that share one year."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from dateline.annotate.dates.amounts import turned
from dateline.annotate.dates.meaning import (
    Calendar,
    Clock,
    Decade,
    Deictic,
    Length,
    Meaning,
    Named,
    Nth,
    Part,
    Phrase,
    Reference,
    Season,
    Shift,
    Span,
    Today,
)
from dateline.annotate.dates.tokens import Token

TO = (["to"], ["through"], ["until"], ["till"], ["up", "to"], ["to", "the"])
DASH = (["-"], ["–"], ["—"])
AND = (["and"], ["and", "the"])


def split_span(p: Phrase, tokens: list[Token]) -> Phrase:
    """A phrase that one rule read as a span ("23 to 27 September") with its two parts."""
    span = p.meaning.of if isinstance(p.meaning, Clock) else p.meaning
    if p.parts or not isinstance(span, Span):
        return p
    if p.rule in ("days_dm", "days_md") and span is p.meaning:
        return replace(p, parts=_days(p, span, tokens))
    cut = next((i for i in range(p.first + 1, p.last - 1) if _links(tokens, i)), None)
    if cut is None:
        return p
    first, last = span.first, span.last
    if isinstance(p.meaning, Clock):
        value = p.meaning.value
        first, last = Clock(value, first), last if value == NIGHT else Clock(value, last)
    return replace(p, parts=(Phrase(p.first, cut, first, p.rule), Phrase(cut + 1, p.last, last, p.rule)))


def _days(p: Phrase, span: Span, tokens: list[Token]) -> tuple[Phrase, ...]:
    """Each day of a list ("3, 4 and 5 August") with its words."""
    days = [i for i in range(p.first, p.last) if tokens[i].letter in "do"]
    ends = [*(next(j for j in range(i + 1, p.last) if tokens[j].letter in ",k") for i in days[:-1]), p.last]
    starts = [p.first, *(i - (tokens[i - 1].letter == "D") for i in days[1:])]
    assert isinstance(span.first, Calendar)
    told = (replace(span.first, day=tokens[i].value) for i in days)
    return tuple(Phrase(first, last, day, p.rule) for first, last, day in zip(starts, ends, told, strict=True))


NIGHT = "TNI"  # one night has two days: "the night of 3-4 May"


def _links(tokens: list[Token], i: int) -> bool:
    before, after = tokens[i - 1].letter, tokens[i + 1].letter
    shared = tokens[i].letter in "kt" and before in "osUq" and after in "osDE"  # "the 19th and early 20th centuries"
    return shared or (tokens[i].letter in "-tk/" and after in "doyDn" and before in "doynX")


def joined(found: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """The phrases with those that bound one span ("between 2016 and 2019") made into one."""
    whole: list[Phrase] = []
    for p in _inherited(found, tokens):
        made = _joint(whole[-1], p, tokens) if whole else None
        if made:
            whole[-1:] = made
            _dated_before(whole, tokens)
        else:
            whole.append(p)
    return whole


def _dated_before(whole: list[Phrase], tokens: list[Token]) -> None:
    """Gives a time of day the day of the one in brackets after it ("at 05:00 local time (09:00 GMT) on Tuesday")."""
    a, b = (whole[-3], whole[-2]) if len(whole) > 2 else (whole[0], whole[-1])
    bracket = [t.low for t in tokens[a.last : b.first]][-1:] == ["("]
    if bracket and b.first - a.last < 4 and _is_clock(a) and isinstance(b.meaning, Clock):
        whole[whole.index(a)] = replace(a, meaning=_on_same_day(a.meaning, b.meaning))


def _inherited(found: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """Phrases in a list with the year that only the last one tells ("in May, June and July 1940")."""
    told: list[Phrase] = []
    for p in reversed(found):
        listed = told and not p.parts and [t.low for t in tokens[p.last : told[-1].first]] in LISTS
        told.append(replace(p, meaning=shared(p.meaning, told[-1].meaning)[0]) if listed else p)
    return told[::-1]


LISTS = (
    [","],
    ["and"],
    ["or"],
    ["to"],
    ["and", "the"],
    ["and", "in"],
    ["and", "on"],
    ["("],
    ["-"],
    ["/"],
    [",", "and"],
)


def _joint(a: Phrase, b: Phrase, tokens: list[Token]) -> list[Phrase] | None:
    gap = [t.low for t in tokens[a.last : b.first]]
    if _on_day_behind(a, b, gap):
        assert isinstance(a.meaning, Clock)
        return [replace(a, meaning=replace(a.meaning, of=b.meaning)), b]
    if len(gap) > 4:
        return None
    if (long := _summed(a.meaning, b.meaning)) and gap in ([], [","], ["and"], [",", "and"]):
        return [replace(a, last=b.last, meaning=Length(long))]
    if timed := _timed(a, b, gap):
        return timed
    if a.parts or b.parts or _grain(a.meaning) is None:
        return None
    if _mix(a.meaning, b.meaning, tokens[a.first - 1].low if a.first else "") and _linked(a, gap, tokens):
        first, last = shared(a.meaning, b.meaning)
        parts = (replace(a, meaning=first), replace(b, meaning=last))
        return [Phrase(a.first, b.last, Span(first, last), "span", parts)]
    return None


PARTS = re.compile(r"P(?:(\d+)([YMWD]))?(?:T(\d+)([HM]))?")
REST = re.compile(r"P(T?)([\d.]+)([YMWDHS])")
ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")


def _summed(a: Meaning, b: Meaning) -> str | None:
    """The TIMEX3 value of two lengths of which the second is the rest of the first ("1 hour, 14 minutes")."""
    if not (isinstance(a, Length) and isinstance(b, Length)):
        return None
    first, rest = PARTS.fullmatch(a.value), REST.fullmatch(b.value)
    if first is None or rest is None or (first[2] and first[4]):
        return None
    large, small = (first[2] or "T" + first[4]) if first[2] or first[4] else "", rest[1] + rest[3]
    if large not in ORDER or small not in ORDER or ORDER.index(small) <= ORDER.index(large):
        return None
    both = large[0] == "T" == small[0]
    return a.value + (b.value[2:] if both else b.value[1:])


def _on_day_behind(a: Phrase, b: Phrase, gap: list[str]) -> bool:
    """Whether a time of day has its day behind a phrase of place: "at 10 p.m. in his kitchen on Friday", "at 6 a.m.
    near the house ten days before the murder"."""
    bare = a.rule == "clock" and isinstance(a.meaning, Clock) and a.meaning.of is None and not a.meaning.which
    if not bare or not 1 < len(gap) <= PLACE or gap[0] not in PLACING:
        return False
    if any(not low.replace("'", "").isalpha() or low in PARTING for low in gap):
        return False
    counted = isinstance(b.meaning, Shift) and bool(b.meaning.event) and b.meaning.unit == "day"
    return counted or (gap[-1] == "on" and _grain(b.meaning) == 0)


PLACE = 8  # tokens of a phrase of place
PLACING = frozenset({"in", "at", "near", "outside", "inside", "off", "on", "by", "from", "over", "above", "under"})
PARTING = frozenset({"and", "but", "or", "when", "while", "who", "which", "that", "until", "before", "after", "said"})


def _timed(a: Phrase, b: Phrase, gap: list[str]) -> list[Phrase] | None:
    """A clock time with the day beside it."""
    if a.rule == "deictic_part" and gap == ["of"] and _grain(b.meaning) == 1 and isinstance(a.meaning, Clock):
        last = Nth(-1, "day", b.meaning)  # "the last night of March"
        return [replace(a, last=b.last, meaning=Clock(a.meaning.value, last))] if a.meaning.which == "last" else None
    if a.rule == "daypart" and gap == ["on"] and _grain(b.meaning) == 0:
        return [replace(a, meaning=_on_day(a.meaning, b.meaning)), b]  # "at dawn on 20 April"
    told = gap[next((i + 1 for i, low in enumerate(gap) if low == "time"), 0) :]  # without "Eastern time"
    if _is_clock(a) and told in ([], ["on"], [","], ["on", "the"], [")", "on"], [")"]) and _grain(b.meaning) == 0:
        assert isinstance(a.meaning, Clock)
        timed = Clock(a.meaning.value, b.meaning)
        return [replace(a, last=b.last, meaning=timed)] if not told else [replace(a, meaning=timed), b]
    if _is_clock(a) and _is_clock(b) and told == ["("]:
        return [a, replace(b, meaning=_on_same_day(b.meaning, a.meaning))]
    if a.rule == "clock" and b.rule == "daypart" and gap == ["in"] and isinstance(a.meaning, Clock):
        part = b.meaning.value[1:] if isinstance(b.meaning, Clock) else ""
        return [replace(a, last=b.last, meaning=Clock(turned(a.meaning.value, part)))]
    if (
        (b.rule == "clock" or _is_clock(b))
        and gap in ([], ["at"], [","])
        and _grain(a.meaning) == 0
        and isinstance(b.meaning, Clock)
    ):
        day = Clock(b.meaning.value, a.meaning)
        return [replace(a, last=b.last, meaning=day)] if not gap else [a, replace(b, meaning=day)]
    return None


def _on_day(part: Meaning, day: Meaning) -> Meaning:
    """A part of a day ("dawn", "mid-morning") on that day."""
    if isinstance(part, Part):
        return replace(part, of=_on_day(part.of, day))
    return Clock(part.value, day) if isinstance(part, Clock) else part


def _on_same_day(b: Meaning, a: Meaning) -> Meaning:
    """ "9 a.m. on Sunday (0000 GMT)"."""
    told = isinstance(a, Clock) and isinstance(b, Clock) and b.of is None
    return replace(b, of=a.of) if told and isinstance(a, Clock) and isinstance(b, Clock) else b


def _is_clock(p: Phrase) -> bool:
    return p.rule in ("clock", "daypart") and isinstance(p.meaning, Clock) and ":" in p.meaning.value


def _mix(a: Meaning, b: Meaning, before: str) -> bool:
    """Whether both can bound one span: of one grain, or after "from" a year and a day ("1959 to 30 April 1975")."""
    first, last = _grain(a), _grain(b)
    if first is None or last is None:
        return False
    return first == last or (before in ("from", "between") and 2 not in (first, last))


def _linked(a: Phrase, gap: list[str], tokens: list[Token]) -> bool:
    before = tokens[a.first - 1].low if a.first else ""
    if gap in DASH:
        return True
    if gap == ["and", "no", "later", "than"]:
        return before == "than"  # "no earlier than 2025 and no later than 2027"
    if gap in AND:
        return before == "between" or isinstance(a.meaning, Decade)
    return gap in TO and (before in ("from", "between") or gap[0] in ("to", "through"))


def _grain(meaning: Meaning) -> int | None:
    """Days with days, months with months: what can bound a span together."""
    if isinstance(meaning, Part):
        return _grain(meaning.of)
    if isinstance(meaning, Calendar):
        return 0 if meaning.day or meaning.weekday is not None else 1
    return 1 if isinstance(meaning, Season) else 2 if isinstance(meaning, Decade) else None


def foretold(found: list[Phrase]) -> list[Phrase]:
    """The phrases, seasons and holidays with the year of a month told later in their sentence that they lie in ("the
    summer offensive of June 1942")."""
    months: dict[int, int] = {}
    told: list[Phrase] = []
    for p in reversed(found):
        m = p.meaning
        if isinstance(m, Calendar) and m.year and m.month:
            months[m.month] = m.year
        year = next((months[n] for n in _spanned(m) if n in months), None)
        told.append(replace(p, meaning=replace(m, year=year)) if year and isinstance(m, Season | Named) else p)
    return told[::-1]


def apposed(found: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """The phrases, a count with the date that stands beside it ("the day before, 2 July, was calm", "two days later, on
    4 July, it fell", "on 3 July, the third day of the battle")."""
    told = list(found)
    for i, (a, b) in enumerate(pairwise(found)):
        gap = [t.low for t in tokens[a.last : b.first]]
        if gap in APPOSED and _counted(a) and _grain(b.meaning) == _unit_grain(a.meaning) and not b.parts:
            told[i] = replace(a, meaning=b.meaning)
        elif gap in (["in"], ["in", "the"]) and _year_pointed(a) and (inside := _inside(b.meaning, a.meaning)):
            told[i + 1] = replace(b, meaning=inside)
        elif gap == [",", "a"] and b.rule == "weekday" and _grain(a.meaning) == 0:
            told[i + 1] = replace(b, meaning=a.meaning)  # "on April 25, a Thursday"
        elif gap == [","] and _now(a) and _looks_back(b, tokens):
            assert isinstance(b.meaning, Shift)
            told[i + 1] = replace(b, meaning=Deictic("this", YEARS.get(b.meaning.unit, b.meaning.unit)))
        elif gap in APPOSED and _morning_told(a) and _grain(b.meaning) == 0 and not b.parts:
            told[i] = replace(a, meaning=_on_day(a.meaning, b.meaning))  # "the next morning, Sunday, ..."
        elif gap == [","] and b.rule == "nth_day" and _grain(a.meaning) == 0 == _unit_grain(b.meaning):
            told[i + 1] = replace(b, meaning=a.meaning)
    return told


def _year_pointed(p: Phrase) -> bool:
    """Whether a phrase points at a year: "last year"."""
    return isinstance(p.meaning, Deictic) and p.meaning.unit == "year" and not p.meaning.plural


def _inside(m: Meaning, year: Meaning) -> Meaning | None:
    """A month or season that states no year, in the year pointed at before it ("last year in the spring")."""
    bare = isinstance(m, Season | Calendar) and not (m.year or m.which or m.within)
    month = isinstance(m, Season) or (isinstance(m, Calendar) and m.month is not None and m.weekday is None)
    fits = bare and month and isinstance(m, Season | Calendar) and isinstance(year, Deictic)
    return replace(m, within=year) if fits and isinstance(m, Season | Calendar) and isinstance(year, Deictic) else None


def _now(p: Phrase) -> bool:
    """Whether a phrase is "today" or "now"."""
    m = p.meaning
    return m == Today(0) or (isinstance(m, Reference) and m.value == "PRESENT_REF")


def _looks_back(p: Phrase, tokens: list[Token]) -> bool:
    """Whether so much later, set off by a comma, is the day of the text itself ("now, 20 years later, he ...")."""
    m = p.meaning
    counted = isinstance(m, Shift) and m.sign > 0 and not (m.ago or m.base or m.event) and m.count is not None
    return (
        counted and isinstance(m, Shift) and m.unit in UNITS and [t.low for t in tokens[p.last : p.last + 1]] == [","]
    )


YEARS = {"decade": "year", "century": "year"}
UNITS = ("week", "month", "year", "decade", "century")


def _morning_told(p: Phrase) -> bool:
    """Whether a part of a day is that of a day counted from the one told last."""
    return isinstance(p.meaning, Clock) and p.meaning.which in ("following", "previous", "that") and not p.meaning.of


APPOSED = ([","], [",", "on"], [",", "in"])


def _counted(p: Phrase) -> bool:
    """Whether a phrase counts from what the text has told, and from no happening of its own."""
    m = p.meaning
    if isinstance(m, Shift):
        return not (m.ago or m.base or m.event or m.count is None)
    return isinstance(m, Deictic) and not m.plural and m.which in ("following", "previous", "onward", "that", "same")


def _unit_grain(m: Meaning) -> int | None:
    """0 for what is counted in days, 1 for months; None for others."""
    unit = m.unit if isinstance(m, Shift | Deictic | Nth) else ""
    return {"day": 0, "month": 1}.get(unit)


def _spanned(m: Meaning) -> tuple[int, ...]:
    """The months in which a season or holiday of no stated year lies; none for other meanings."""
    if isinstance(m, Season) and not (m.year or m.which or m.within):
        return SEASONS[m.name]
    bare = isinstance(m, Named) and m.kind == "holiday" and not (m.year or m.which or m.within)
    return (m.rule[0],) if bare and isinstance(m, Named) else ()


SEASONS = {"SP": (3, 4, 5), "SU": (6, 7, 8), "FA": (9, 10, 11), "WI": (12,)}


def shared(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning]:
    """Two bounds, the first with the year of the second if it has none ("from March to mid-May 2013")."""
    return with_year(a, year_stated(b)), b


def year_stated(meaning: Meaning | None) -> int | None:
    """The year that a meaning states; None if it states none."""
    if isinstance(meaning, Part | Clock):
        return year_stated(meaning.of)
    if isinstance(meaning, Span):
        return year_stated(meaning.last)
    return meaning.year if isinstance(meaning, Calendar | Season) else None


def with_year(meaning: Meaning, year: int | None) -> Meaning:
    """A month, day or season with that year if it states none."""
    if year is None or year_stated(meaning) is not None:
        return meaning
    if isinstance(meaning, Part):
        return replace(meaning, of=with_year(meaning.of, year))
    if isinstance(meaning, Calendar) and not meaning.which and not meaning.within and meaning.month:
        return replace(meaning, year=year)
    if isinstance(meaning, Season) and not meaning.which and not meaning.within:
        return replace(meaning, year=year)
    return meaning
