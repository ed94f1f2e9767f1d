"""What the days that two articles bring news of say for or against their being of one story."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

SLACK = 1  # days by which these may differ: reports round, and zones differ
AROUND = 6  # days before publication that are news still
BACK = 60  # days before publication that an article still looks back to
LEAD = 350  # characters of a text whose happenings are those that the article is about
NUMBERS = "no a two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
DAYS_IN = {"day": 1, "week": 7}
COUNTED = re.compile(
    rf"\b(?P<number>\d{{1,2}}|{'|'.join(NUMBERS[1:])}) (?P<unit>day|week)s? (?:after|since)\b", re.IGNORECASE
)
UNTOLD = 2  # days by which two may lie farther apart where one tells no day of its news: it can be of those before
HELD = 1 << 12  # articles whose days are kept in memory


class Numbers(Protocol):
    """What articles are compared by: the weights of words by stem, the day of publication and those of the happenings
    that the lead tells, as ordinals."""

    @property
    def weights(self) -> Mapping[str, float]:
        """By stem."""

    @property
    def day(self) -> int | None:
        """Of publication."""

    @property
    def occurred(self) -> tuple[int, ...]:
        """Of the happenings that the lead tells; empty if they are not known."""

    @property
    def dated(self) -> bool:
        """Whether the lead tells the day of its news, so that it is not taken from the day of publication."""

    @property
    def ahead(self) -> bool:
        """Whether what it tells first is still to come, was put off or was called off."""

    @property
    def moved(self) -> tuple[int, ...]:
        """Days that something was put off from or called off on."""


class Days(StrEnum):
    """How the days of two articles stand to each other."""

    UNKNOWN = "unknown"
    SAME = "same"
    AWAITED = "awaited"
    CAME = "came"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Bearing:
    """The days, as ordinals, that an article brings news of, those that it awaits (of what is planned, put off or
    called off), and those that it looks back to; whether it tells first itself what happened on the first ones; the
    days that something was put off from, however long ago they are."""

    news: tuple[int, ...]
    awaited: tuple[int, ...] = ()
    past: tuple[int, ...] = ()
    own: bool = False
    moved: tuple[int, ...] = ()


def compared(a: Numbers, b: Numbers) -> tuple[Days, int]:
    """How their days stand to each other, and how many lie between: SAME if both bring news of one day; AWAITED if what
    one tells of a day to come is told of that day by the other, and is what it has to tell; UNKNOWN if one looks back
    to the day of the other (a later toll), or to a day that it awaited (a look at an outcome); CAME if one brings news
    of the week after that day (a result); else OTHER."""
    if not a.occurred or not b.occurred:
        return Days.UNKNOWN, 0
    mine, theirs = (bearing(x.day, x.occurred, x.moved, ahead=x.ahead) for x in (a, b))
    between = nearest(mine.news, theirs.news)
    if between <= SLACK:
        return Days.SAME, between
    if _awaited(mine, theirs) or _awaited(theirs, mine) or _met(mine.awaited, theirs.awaited):
        return Days.AWAITED, between
    if _looked_back(mine, theirs) or _looked_back(theirs, mine) or _met(mine.past, theirs.past):
        return Days.UNKNOWN, between
    if _came_of(mine, theirs) or _came_of(theirs, mine):
        return Days.CAME, between
    published = abs(a.day - b.day) if a.day is not None and b.day is not None else between
    untold = 0 if a.dated and b.dated else UNTOLD
    return Days.OTHER, max(0, min(between, published) - untold)


def _looked_back(one: Bearing, other: Bearing) -> bool:
    return _met(one.past, other.news) or _met(one.past, other.awaited)


def _awaited(one: Bearing, other: Bearing) -> bool:
    """Whether one tells nothing newer than that it awaits the other (a resignation today is no vote of next week), or
    that the other was put off from the day that it awaits."""
    return not one.own and (_met(one.awaited, other.news) or _met(one.awaited, other.moved))


def _came_of(one: Bearing, other: Bearing) -> bool:
    """Whether one brings news of the week after a day that the other awaits: a result. What is put off has none."""
    awaited = [d for d in other.awaited if d not in other.moved]
    return any(0 < news - day <= AROUND for day in awaited for news in one.news)


def _met(some: Sequence[int], others: Sequence[int]) -> bool:
    return bool(some) and bool(others) and nearest(some, others) <= SLACK


@lru_cache(maxsize=HELD)
def bearing(day: int | None, occurred: tuple[int, ...], moved: tuple[int, ...] = (), *, ahead: bool = False) -> Bearing:
    """What the days that a lead tells are to an article published on a day: those just before are its news (else the
    day of publication is), later ones are awaited, earlier ones of the last two months are looked back to. What goes
    with the news of a plan ("announced on Tuesday") is no news of its own."""
    if day is None:
        return Bearing(occurred, own=bool(occurred), moved=moved)
    near = tuple(d for d in occurred if day - AROUND <= d <= day + SLACK)
    return Bearing(
        near or (day,),
        tuple(d for d in occurred if d > day + SLACK),
        tuple(d for d in occurred if day - BACK <= d < day - AROUND),
        not ahead and any(d <= day for d in near),
        moved,
    )


def looked_back(text: str, day: date) -> tuple[date, ...]:
    """The days that a text counts from, if they are no news any more: "Nine days after the earthquakes"."""
    counted = (_number(m["number"]) * DAYS_IN[m["unit"].lower()] for m in COUNTED.finditer(text))
    return tuple(sorted({day - timedelta(days=n) for n in counted if AROUND < n <= BACK}))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.index(word.lower())


def nearest(a: Sequence[int], b: Sequence[int]) -> int:
    """The fewest days between one of each."""
    return min(abs(x - y) for x in a for y in b)
