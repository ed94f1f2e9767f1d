"""What the days that two articles bring news of say for or against their being of one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

SLACK = 1  # days by which these may differ: reports round, and zones differ
AROUND = 6  # days before publication that are news still
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


class Days(StrEnum):
    """How the days of two articles stand to each other."""

    UNKNOWN = "unknown"
    SAME = "same"
    AWAITED = "awaited"
    OTHER = "other"


def compared(a: Numbers, b: Numbers) -> tuple[Days, int]:
    """How their days stand to each other, and how many lie between: SAME if both bring news of one day; AWAITED if what
    one tells of a day to come is told of that day by the other; else OTHER."""
    if not a.occurred or not b.occurred:
        return Days.UNKNOWN, 0
    (mine, coming), (theirs, following) = news(a.day, a.occurred), news(b.day, b.occurred)
    between = nearest(mine, theirs)
    if between <= SLACK:
        return Days.SAME, between
    if any(x and y and nearest(x, y) <= SLACK for x, y in ((coming, theirs), (mine, following), (coming, following))):
        return Days.AWAITED, between
    published = abs(a.day - b.day) if a.day is not None and b.day is not None else between
    return Days.OTHER, min(between, published)


@lru_cache(maxsize=HELD)
def news(day: int | None, occurred: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The days that an article brings news of (of those told the ones just before its publication, else the day of
    that), and those that it awaits: of what is planned, put off or called off."""
    if day is None:
        return occurred, ()
    own = tuple(d for d in occurred if day - AROUND <= d <= day + SLACK)
    return own or (day,), tuple(d for d in occurred if d > day + SLACK)


def nearest(a: Sequence[int], b: Sequence[int]) -> int:
    """The fewest days between one of each."""
    return min(abs(x - y) for x in a for y in b)
