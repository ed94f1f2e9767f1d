"""Is it all that either article tells of that time? In two histories of one matter it is then likely the same."""

from __future__ import annotations

from dateline.link.profile import AGES, Profile
from dateline.link.reasons.matter import USUAL
from dateline.link.reasons.pair import Ground, Pair
from dateline.link.times import Fit
from dateline.model.time import Granularity

A_MONTH = 0.8  # what it tells if the coarser time is longer than a day
SHARED = 0.6  # what is left if one article tells of one more
FEW = 2  # products of both counts up to which it tells something of a day
YEAR = 366


def only_then(pair: Pair) -> Ground | None:
    """The times meet, and of neither article is another claim of that time; of one at most one more."""
    coarse = pair.times.coarse
    if pair.times.fit not in (Fit.EQUAL, Fit.NESTED) or not coarse or pair.crowd.kinship < USUAL:
        return None
    if coarse > AGES:
        return Ground("alone-year", 1.0, lambda: "nothing else is told of that year") if _of_year(pair) else None
    told = _told(pair, pair.a, pair.b) * _told(pair, pair.b, pair.a)
    if not 0 < told <= (FEW if coarse == 1 else 1):
        return None
    fineness = 1.0 if coarse == 1 else A_MONTH
    return Ground("alone", fineness * (1.0 if told == 1 else SHARED), lambda: "nothing else is told of that time")


def _of_year(pair: Pair) -> bool:
    """Whether one is dated to a year, and it is all that either article tells of that year: of such pairs in histories
    of one matter, eight in ten tell the same."""
    dated = [p for p in (pair.a, pair.b) if p.granularity is Granularity.YEAR and p.days]
    days = next((p.days for p in dated if p.days and p.days.length() in (YEAR - 1, YEAR)), None)
    if days is None or pair.times.coarse not in (YEAR - 1, YEAR):
        return False
    return all(pair.crowd.told_within(p.known.article_id, days) == 1 for p in (pair.a, pair.b))


def _told(pair: Pair, own: Profile, other: Profile) -> int:
    return pair.crowd.told_then(other.known.article_id, own.days) if own.days else 0
