"""What servers ask of their visitors, read from headers; and how long to leave one alone that fails. Pure."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST = timedelta(days=7)
FIRST = timedelta(minutes=1)  # how long a host is left alone after one failure; doubled with each further one
MOST = timedelta(hours=24)
MAX_AGE = re.compile(r"(?:^|[,\s])(?:s-maxage|max-age)\s{0,4}=\s{0,4}\"?(\d{1,10})", re.IGNORECASE)


def retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long a server asks to be left alone (Retry-After, RFC 9110 10.2.3); None if it does not."""
    told = headers.get("retry-after", "").strip()
    if told.isdigit() and len(told) <= 10:
        return min(timedelta(seconds=int(told)), LONGEST)
    try:
        when = parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(timedelta(), min(when - now, LONGEST))


def fresh_for(headers: Mapping[str, str]) -> timedelta | None:
    """How long an answer says that it stays fresh (Cache-Control: max-age less Age, RFC 9111); None if it does not."""
    told = headers.get("cache-control", "")
    found = MAX_AGE.search(told)
    if not found or "no-cache" in told.lower() or "no-store" in told.lower():
        return None
    age = headers.get("age", "").strip()
    seconds = int(found.group(1)) - (int(age) if age.isdigit() and len(age) <= 10 else 0)
    return max(timedelta(), min(timedelta(seconds=seconds), LONGEST))


def back_off(failures: int, chance: random.Random) -> timedelta:
    """How long to leave a host alone after so many failures in a row: doubling from one minute to a day, less up to
    half of it by chance, so that visitors do not come back all at once."""
    whole = min(FIRST * 2.0 ** min(max(failures, 1) - 1, 20), MOST)
    return whole * (0.5 + chance.random() / 2)
