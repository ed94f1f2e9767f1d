"""What words for a time mean before they are resolved against an anchor."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.time import Days, Granularity, Modifier


@dataclass(frozen=True, slots=True)
class Deictic:
    """A unit told by pointing: "last week" (last, week), "that same year", "the next six months" (count 6).

    `which` is last, past, next, coming, this, that, same, following or previous. `count` 0 is an unknown number.
    `plural` tells spans ("the past years") from points.
    """

    which: str
    unit: str
    count: float = 1
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar as far as stated; `within` is a year or month told by pointing ("of that year")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: str = ""
    within: Deictic | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """SP, SU, FA or WI, of a year if stated; `kind` where it tells which kind of thing ("winter clothes")."""

    name: str
    year: int | None = None
    which: str = ""
    within: Deictic | None = None
    kind: bool = False


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years; `first` below 100 is of the century that the text is in."""

    first: int


@dataclass(frozen=True, slots=True)
class Century:
    """The nth century, before Christ if `before`."""

    nth: int
    before: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A day with a name: kind is the table of the lexicon; `unit` is "week" for "Easter week"."""

    kind: str
    rule: tuple[int, ...]
    year: int | None = None
    which: str = ""
    within: Deictic | None = None
    unit: str = "day"


@dataclass(frozen=True, slots=True)
class Part:
    """The early, middle or late part of something; `rest` for "the rest of", `turn` for "the turn of"; `few` is the
    unit of which some are meant ("the last days of")."""

    modifier: Modifier | None
    of: Meaning
    rest: bool = False
    turn: bool = False
    few: str = ""


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth (-1: last) day, week, month, quarter, half ... of something; `of` None: of the year in the text.

    `weekday` for the nth such day ("the second Tuesday of May").
    """

    nth: int
    unit: str
    of: Meaning | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The same quarter, month, ... of another year: "the same quarter last year", "the year-ago period" (unit "")."""

    unit: str
    of: Meaning


@dataclass(frozen=True, slots=True)
class Run:
    """The first (sign 1) or last (-1) so many units of something."""

    sign: int
    count: int
    unit: str
    of: Meaning


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before (sign -1) or after (+1) an anchor: the publication ("ago") or the text's time.

    `count` None is an unknown number. `base` is a meaning to count from; `event` the words that name a happening.
    `exact` for "exactly"; `whole` for "the week before": the calendar unit beside, not so many days.
    `apart` where a comma sets it off from a clause before it; `came` behind "came" and "comes"; `waits` where it opens
    a sentence whose main clause stands in the present; `on` for "ten years on", which looks back from a day not later
    than publication.
    """

    count: float | None
    unit: str
    sign: int
    ago: bool = False
    base: Meaning | None = None
    event: tuple[str, ...] = ()
    exact: bool = False
    whole: bool = False
    apart: bool = False
    on: bool = False
    came: bool = False
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """today, tonight, yesterday, tomorrow."""

    shift: int


@dataclass(frozen=True, slots=True)
class Reference:
    """PRESENT_REF, PAST_REF, FUTURE_REF; `naming` for words that tell which thing, not when ("the current law")."""

    value: str
    naming: bool = False


@dataclass(frozen=True, slots=True)
class Then:
    """The time that the text is at: "by then", "at the time"; `here` for "at this time". With `event`, the words of a
    happening, its day: "on the day of the vote"."""

    here: bool = False
    event: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recent:
    """A span that ends at the anchor; nobody knows its start: "recent", "recently", "in recent weeks", "so far"."""

    unit: str = ""


@dataclass(frozen=True, slots=True)
class Anniversary:
    """The day, so many years after a happening told in words."""

    nth: int
    event: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of a day: `value` is what follows the day in TIMEX3 ("T09:00", "TMO"); `of` is the day, `event` the words
    that name a happening of that day ("the evening of the vote")."""

    value: str
    of: Meaning | None = None
    which: str = ""
    event: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Length:
    """A duration, as a TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """A repetition, as a TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Term:
    """A fiscal or school year that begins in the year `first`; None: the one told by pointing (this, last, next)."""

    kind: str
    first: int | None
    which: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """From one to the other, both included."""

    first: Meaning
    last: Meaning


Meaning = (
    Deictic
    | Calendar
    | Season
    | Decade
    | Century
    | Named
    | Part
    | Nth
    | Counterpart
    | Run
    | Shift
    | Today
    | Reference
    | Clock
    | Then
    | Recent
    | Anniversary
    | Length
    | Repeat
    | Span
    | Term
)


@dataclass(frozen=True, slots=True)
class Found:
    """A meaning resolved: the days, how exact they are, the TIMEX3 value, the anchor that they were read against."""

    days: Days | None
    granularity: Granularity | None
    value: str
    type: str = "DATE"
    modifier: Modifier | None = None
    anchor: str = ""
    anchor_at: int | None = None
    vague: bool = False
    complement: bool = False
    length: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens first..last (half-open) of a sentence with their meaning; `parts` are the phrases of a span."""

    first: int
    last: int
    meaning: Meaning
    rule: str
    parts: tuple[Phrase, ...] = ()
