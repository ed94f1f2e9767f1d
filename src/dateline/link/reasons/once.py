"""Where dates differ: is it something that happens once, or something that happens again and again?"""

from __future__ import annotations

from dateline.link.reasons.pair import Ground, Pair
from dateline.link.times import Fit
from dateline.link.words import many, once


def only_once(pair: Pair) -> Ground | None:
    """Both name what happens to the same parties only once."""
    shared = pair.a.groups & pair.b.groups
    if pair.times.fit is not Fit.APART or not once(shared):
        return None
    return Ground("once", 1.0, lambda: "such a thing happens once")


def repeats(pair: Pair) -> Ground | None:
    """What they name happens again and again, so that two dates are likely two happenings."""
    shared = (pair.a.groups & pair.b.groups) or (pair.a.groups | pair.b.groups)
    if pair.times.fit is not Fit.APART or once(shared) or not many(shared):
        return None
    return Ground("many", -1.0, lambda: "such things repeat")
