"""Can both times be true of one happening, and how much does it tell that they meet?"""

from __future__ import annotations

import math

from dateline.link.reasons.pair import Ground, Pair
from dateline.link.slips import slip
from dateline.link.times import Fit

LONGEST = 3653  # days from which meeting tells nothing


def dates_meet(pair: Pair) -> Ground | None:
    """The times are equal or one holds the other; the finer the coarser one is, the more it tells."""
    times = pair.times
    if times.fit not in (Fit.EQUAL, Fit.NESTED):
        return None
    fineness = 1 - math.log(min(times.coarse, LONGEST)) / math.log(LONGEST) if times.coarse else 0.1
    telling = min((pair.crowd.days(p.days) for p in (pair.a, pair.b) if p.days), default=1.0)
    strength = fineness * telling * (1.0 if times.fit is Fit.EQUAL else 0.9)
    told = "the same time" if times.fit is Fit.EQUAL else "one time holds the other"
    return Ground("date", round(max(0.05, strength), 3), lambda: f"{told}: {_edtf(pair)}")


def dates_touch(pair: Pair) -> Ground | None:
    """The times overlap, but each says something that the other excludes."""
    if pair.times.fit is not Fit.TOUCHING:
        return None
    return Ground("overlap", -1.0, lambda: f"the times only overlap: {_edtf(pair)}")


def dates_slip(pair: Pair) -> Ground | None:
    """The times exclude each other in a way in which one date is easily mistaken for another."""
    if pair.times.fit is not Fit.APART or pair.a.claim.when is None or pair.b.claim.when is None:
        return None
    found = slip(pair.a.claim.when, pair.b.claim.when)
    if found is None:
        return Ground("apart", -1.0, lambda: f"the times exclude each other: {_edtf(pair)}")
    return Ground("slip", found[0], lambda: f"the times differ {found[1]}: {_edtf(pair)}")


def undated(pair: Pair) -> Ground | None:
    """At least one has no date, so that nothing ties them in time."""
    return Ground("undated", -1.0, lambda: "not both are dated") if pair.times.fit is Fit.UNDATED else None


def _edtf(pair: Pair) -> str:
    a, b = pair.a.days, pair.b.days
    return f"{a.edtf() if a else 'undated'}, {b.edtf() if b else 'undated'}"
