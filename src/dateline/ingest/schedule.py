"""When a feed is next due: from its own rhythm, what its server asks for, and how often it failed. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

SOONEST = timedelta(minutes=15)
LATEST = timedelta(hours=24)
RECENT = 10  # entries that the rhythm is read from
SHARE = 0.5  # of the usual time between entries: half of it finds an entry after a quarter of it on average
LOOKS = (1, 6, 24, 72, 168, 336)  # hours: most corrections come within the first, most withdrawals within days
JITTER = 0.1  # share of the wait by which feeds are spread, so that not all of a host come at once


@dataclass(frozen=True, slots=True)
class Round:
    """The last visit of a feed: when, how many visits in a row have failed, and how long its server asked to wait
    (Cache-Control, Retry-After, ttl; None if it did not)."""

    url: str
    at: datetime
    failures: int = 0
    asked: timedelta | None = None


def due(last: Round, published: Sequence[datetime]) -> datetime:
    """When to visit a feed again: between SOONEST and LATEST after the last visit, or later if its server asked so.

    `published` are the times of its entries (aware UTC), in any order. Each failure in a row doubles the wait.
    The jitter hangs on address and visit alone: the same values give the same time.
    """
    wait = _clamped(_rhythm(published) * SHARE) * 2.0 ** min(last.failures, 10)
    wait = min(wait, LATEST)
    if last.asked is not None:
        wait = max(wait, min(last.asked, 7 * LATEST))
    return last.at + wait * (1 + JITTER * _spread(last))


def next_look(seen_at: datetime, now: datetime, days: int) -> datetime | None:
    """When the page of an article that was first seen at a moment is looked at again: after LOOKS hours, as long as
    that is within so many days; None for never again."""
    whens = (seen_at + timedelta(hours=hours) for hours in LOOKS)
    return next((when for when in whens if now < when <= seen_at + timedelta(days=days)), None)


def _rhythm(published: Sequence[datetime]) -> timedelta:
    """The usual time between entries: the median of the gaps between the latest ones; four hours without two."""
    latest = sorted(published)[-RECENT:]
    gaps = sorted(b - a for a, b in pairwise(latest))
    return gaps[len(gaps) // 2] if gaps else timedelta(hours=4)


def _clamped(wait: timedelta) -> timedelta:
    return max(SOONEST, min(wait, LATEST))


def _spread(last: Round) -> float:
    """A number in 0..1 that looks random and is not."""
    seed = f"{last.url}|{last.at.isoformat()}|{last.failures}".encode()
    return int.from_bytes(hashlib.sha256(seed).digest()[:4], "big") / 2**32
