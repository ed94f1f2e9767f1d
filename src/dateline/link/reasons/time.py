"""Can both times be true of one happening, and how much does it tell that they meet?"""

from __future__ import annotations

import math

from dateline.link.profile import Profile
from dateline.link.reasons.pair import Ground, Pair
from dateline.link.slips import shifted, slip
from dateline.link.times import Fit, exact
from dateline.model.claim import Status

LONGEST = 3653  # days from which meeting tells nothing
FRESH = 7  # days within which news tells of a thing without saying when it was
SOFT = 0.5  # what is missing between two that are told within as many days


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
    if pair.times.fit is not Fit.TOUCHING or (pair.a.days and pair.b.days and shifted(pair.a.days, pair.b.days)):
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


def days_shifted(pair: Pair) -> Ground | None:
    """Some days on end, and as many a little later: the days of one happening, mistaken."""
    found = shifted(pair.a.days, pair.b.days) if pair.a.days and pair.b.days else None
    if found is None:
        return None
    return Ground("slip", found[0], lambda: f"the times differ {found[1]}: {_edtf(pair)}")


def undated(pair: Pair) -> Ground | None:
    """At least one has no date, so that nothing ties them in time but perhaps the day on which it was told."""
    if pair.times.fit is not Fit.UNDATED:
        return None
    apart = telling_gap(pair.a, pair.b)
    if apart is None or apart > FRESH:
        return Ground("undated", -1.0, lambda: "not both are dated")
    return Ground("undated", -SOFT, lambda: f"not both are dated, but told {apart} days apart")


def telling_gap(a: Profile, b: Profile) -> int | None:
    """Days between what is known of the times of two happenings told as done, the day of publication for an undated
    one; None if nothing is known, or if an undated one was told before the other's day."""
    if a.days is not None and b.days is None:
        a, b = b, a
    if a.status is not Status.HAPPENED or b.status is not Status.HAPPENED or a.known.published is None:
        return None
    if b.days is None:
        return abs((a.known.published - b.known.published).days) if b.known.published else None
    since = (a.known.published - b.days.lower).days
    return since if exact(b.claim.when) and since >= 0 else None


def _edtf(pair: Pair) -> str:
    a, b = pair.a.days, pair.b.days
    return f"{a.edtf() if a else 'undated'}, {b.edtf() if b else 'undated'}"
