"""What the days that two articles bring news of say for or against their being of one story."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from dateline.link.stories.profile import Compared

SLACK = 1  # days by which these may differ: reports round, and zones differ


class Days(StrEnum):
    """How the days of two articles stand to each other."""

    UNKNOWN = "unknown"
    SAME = "same"
    AWAITED = "awaited"
    OTHER = "other"


def compared(a: Compared, b: Compared) -> tuple[Days, int]:
    """How their days stand to each other, and how many lie between: SAME if both bring news of one day; AWAITED if what
    one tells of a day to come is told of that day by the other; else OTHER."""
    if not a.own or not b.own:
        return Days.UNKNOWN, 0
    between = nearest(a.own, b.own)
    if between <= SLACK:
        return Days.SAME, between
    if any(x and y and nearest(x, y) <= SLACK for x, y in ((a.ahead, b.own), (a.own, b.ahead), (a.ahead, b.ahead))):
        return Days.AWAITED, between
    published = abs(a.day - b.day) if a.day is not None and b.day is not None else between
    return Days.OTHER, min(between, published)


def nearest(a: Sequence[int], b: Sequence[int]) -> int:
    """The fewest days between one of each."""
    return min(abs(x - y) for x in a for y in b)
