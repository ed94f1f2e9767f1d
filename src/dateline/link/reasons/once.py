"""Where dates differ: is it something that happens once, or something that happens again and again?"""

from __future__ import annotations

from dateline.link.reasons.pair import Ground, Pair
from dateline.link.times import Fit, exact
from dateline.link.words import kin, many, once


def only_once(pair: Pair) -> Ground | None:
    """Both name what happens to the same parties only once."""
    if pair.times.fit is not Fit.APART or not _once(pair):
        return None
    return Ground("once", 1.0, lambda: "such a thing happens once")


def repeats(pair: Pair) -> Ground | None:
    """What they name happens again and again, so that two dates are likely two happenings; coarse ones more so."""
    if pair.times.fit is not Fit.APART or _once(pair):
        return None
    fine = exact(pair.a.claim.when) and exact(pair.b.claim.when)
    if fine and not many((pair.a.groups & pair.b.groups) or pair.a.groups | pair.b.groups):
        return None
    return Ground("many", -0.6 if fine else -1.0, lambda: "such things happen again and again")


def _once(pair: Pair) -> bool:
    a, b = pair.a, pair.b
    shared = (a.groups & (b.groups | b.theme)) | (b.groups & a.theme)
    return once(shared) or (once(a.groups) and once(b.groups) and kin(a.groups, b.groups) is not None)
