"""Published and modified times, read strictly: what is not plainly a time of one day stays unknown, with a note."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

from dateline.model.article import Published

AHEAD = timedelta(hours=1)  # how far a clock may be ahead before its time is not believed
FIRST_ZONE = timezone(timedelta(hours=14))  # where each day begins first
OLDEST = date(1600, 1, 1)  # the first newspapers; a time before is a fault or a placeholder
LONGEST = 80  # characters that a written time has at most
ISO_LIKE = re.compile(r"\d{4}[-/.]?\d{2}[-/.]?\d{2}")
SPACED_ZONE = re.compile(r"\s+(?=(?:[+-]\d{2}:?\d{2}|Z|UTC|GMT)$)")
FRACTION = re.compile(r"(?<=\d)[.,]\d+")


@dataclass(frozen=True, slots=True)
class Read:
    """A time as read: the outlet's own day, the moment if an offset was given, and a note if something was doubted."""

    published: Published | None
    note: str = ""


def published(raw: str | float | None, now: datetime, zone: tzinfo | None = None) -> Read:
    """When something says that it was published: ISO 8601, RFC 822/2822, a day, or seconds (milliseconds) since 1970.

    The day is read in the written offset, or in `zone` (the outlet's own) where the time is told in UTC; a time without
    offset gives its day alone. Missing, unreadable, and over an hour ahead of `now` (aware) give None and a note that
    says so.
    """
    if raw is None or raw == "":
        return Read(None, "no time of publication is given")
    when = parse(raw)
    if when is None:
        return Read(None, f"the time of publication {_shown(raw)} cannot be read as a day")
    if _too_early(when):
        return Read(None, f"the time of publication {_shown(raw)} is too old to be believed")
    if _ahead(when, now):
        return Read(None, f"the time of publication {_shown(raw)} lies in the future and is not believed")
    return Read(_as_published(when, zone))


def modified(raw: str | float | None, now: datetime) -> datetime | None:
    """When something says that it was changed, in UTC; None if that is missing, unreadable, ahead, or has no offset."""
    when = parse(raw) if raw is not None else None
    if not isinstance(when, datetime) or when.tzinfo is None or _ahead(when, now):
        return None
    return when.astimezone(UTC)


def _shown(raw: str | float) -> str:
    return f"'{str(raw)[:40]}'"


def _as_published(when: date | datetime, zone: tzinfo | None) -> Published:
    if not isinstance(when, datetime):
        return Published(when)
    if when.tzinfo is None:
        return Published(when.date())
    told_in_utc = not when.utcoffset()
    return Published((when.astimezone(zone) if told_in_utc and zone else when).date(), when.astimezone(UTC))


def _too_early(when: date | datetime) -> bool:
    return (when.date() if isinstance(when, datetime) else when) < OLDEST


def _ahead(when: date | datetime, now: datetime) -> bool:
    if isinstance(when, datetime) and when.tzinfo:
        return when > now + AHEAD
    day = when.date() if isinstance(when, datetime) else when
    return datetime.combine(day, time.min, FIRST_ZONE) > now + AHEAD


def parse(raw: str | float) -> date | datetime | None:
    """A written time as a day or a moment, None if it is neither; a number is seconds or milliseconds since 1970."""
    if isinstance(raw, int | float):
        return _since_1970(float(raw))
    written = " ".join(raw.split())
    if not written or len(written) > LONGEST:
        return None
    if written.isdigit() and len(written) in {10, 13}:
        return _since_1970(float(written))
    return _iso(written) if ISO_LIKE.match(written) else _rfc822(written)


def _since_1970(seconds: float) -> datetime | None:
    if not math.isfinite(seconds):
        return None
    try:
        return datetime.fromtimestamp(seconds / 1000 if abs(seconds) >= 1e11 else seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _iso(written: str) -> date | datetime | None:
    plain = SPACED_ZONE.sub("", written).replace("UTC", "Z").replace("GMT", "Z")
    plain = FRACTION.sub("", plain[:10].replace("/", "-").replace(".", "-") + plain[10:], count=1)
    try:
        return date.fromisoformat(plain)
    except ValueError:
        pass
    try:
        return _usable(datetime.fromisoformat(plain))
    except ValueError:
        return None


def _rfc822(written: str) -> datetime | None:
    try:
        return _usable(parsedate_to_datetime(written))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _usable(when: datetime) -> datetime | None:
    try:
        when.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return when
