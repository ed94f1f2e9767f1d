"""A time so wide that many things lie in it, and words that do not name the same: it may be any of them."""

from __future__ import annotations

from dateline.link.profile import AGES
from dateline.link.reasons.pair import Ground, Pair
from dateline.link.reasons.wording import same_head
from dateline.link.times import Fit

NAMED = 0.45  # likeness of the words for the happening from which they name the same


def told_loosely(pair: Pair) -> Ground | None:
    """The times meet, one is longer than a month, and the words for the happening are not alike."""
    times, head = pair.times, same_head(pair)
    if times.fit not in (Fit.EQUAL, Fit.NESTED) or (times.coarse and times.coarse <= AGES):
        return None
    if head and head.strength >= NAMED:
        return None
    return Ground("loose", -1.0, lambda: "other words, and a time that holds much")
