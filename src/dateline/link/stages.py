"""The town in which an article sees what it tells: that of its dateline, if its text puts a gathering there as well."""

from __future__ import annotations

import re
import unicodedata

from dateline.link.profile import Profile, Telling
from dateline.link.times import exact
from dateline.link.venues import Town, town, venue

DATELINE = re.compile(r"^([A-Z][A-Z'’. -]{2,40}?)(?:,[^—–\n]{0,60}?|\s*)(?:\([^)]{1,40}\)\s*)?[—–-]\s")
FIRST = 10  # claims of an article among which one has to tell of the gathering
GATHERING = frozenset("sign meet talk treaty agree ceasefire peace negotiate".split())
LATE = 1  # days after which a dateline no longer stands for what is told


def stage(profile: Profile, telling: Telling) -> Town | None:
    """The town in which the claim's words put it, else that of the dateline of its own sentence, where the happening is
    of that day or the day before, no other town is named, and the text tells of a meeting in it; None if none."""
    found = venue(profile.claim)
    return found or (_reported_from(profile, telling) if _at_once(profile) else None)


def _at_once(profile: Profile) -> bool:
    """Whether it is told within a day of its day, in a sentence that names no town."""
    published, days = profile.known.published, profile.days
    if published is None or days is None or not exact(profile.claim.when) or any(town(p) for p in profile.claim.places):
        return False
    return 0 <= (published - days.upper).days <= LATE


def _reported_from(profile: Profile, telling: Telling) -> Town | None:
    led = DATELINE.match(profile.claim.sentence.exact)
    if led is None:
        return None
    met = [v for p in telling.profiles[:FIRST] if _gathers(p) and (v := venue(p.claim)) is not None]
    return next((v for v in met if _folded(v.name) == _folded(led.group(1))), None)


def _gathers(profile: Profile) -> bool:
    return not GATHERING.isdisjoint(profile.groups | profile.theme)


def _folded(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold().strip()) if not unicodedata.combining(c))
