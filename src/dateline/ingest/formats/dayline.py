"""The line above a text that says when it was published: "28 June 2017", "Published: March 3, 2020"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from dateline.ingest.fields import ALIASES
from dateline.ingest.months import day

HEAD = 4  # lines that have words: a headline, a line below it, a byline, the day
LONGEST = 80  # characters of a line that says no more than a day and where it was written
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?)?\b")
_TOLD = re.compile(r"(?i)\b(?:first |last )?(?:published|posted|issued|released|dated?|filed)\b(?: on| at)?:?")
_WEEKDAY = re.compile(r"(?i)\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?")
_HOUR = re.compile(r"(?i)\b(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?(?: ?(?:GMT|UTC|[A-Z]{1,2}[SD]?T))?")
_DAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?[ .]+[^\W\d_]{3,}\.?|[^\W\d_]{3,}\.? +\d{1,2}(?:st|nd|rd|th)?),? +\d{4}\b"
)
_NAME = r"[^\W\d_a-z][^\W\d_]*(?:[ '’-](?:(?:de|del|la|el|of|the|al)[ -])?[^\W\d_a-z][^\W\d_]*){0,3}"
_PLACE = re.compile(rf"{_NAME}(?: ?[,/] ?{_NAME})?")


def with_day(above: Mapping[str, Any], text: str) -> tuple[Mapping[str, Any], str]:
    """The fields of a file with the day that a line at the head of its text gives, and a note that says so; as they
    were, and "", if they have a time of publication or there is no such line."""
    if any(k.lower() in ALIASES["published"] for k in above):
        return above, ""
    found = next(((line, at) for n, line in _head(text) if (at := _day_of(line, first=not n))), None)
    if found is None:
        return above, ""
    line, at = found
    return {**above, "published": at.isoformat()}, f"the day of publication is that of the line “{line}” above the text"


def is_dayline(line: str) -> bool:
    """Whether a line says nothing but a day, so that it is no headline."""
    return _day_of(line.strip(), first=True) is not None


def _head(text: str) -> Sequence[tuple[int, str]]:
    """The first lines that have words, up to the first that is longer than a line of this kind can be."""
    lines = (line.strip(" \t*_#>|-") for line in text[:2_000].split("\n"))
    return list(enumerate(islice((line for line in lines if line), HEAD)))


def _day_of(line: str, *, first: bool) -> date | None:
    """The day that a line is all about; with one place before it ("Quito, 3 May 2019") only below another line, since
    the headline of a look back may be no more than that, too. Two places ("Havana/Bogotá, 3 May 2019") file it."""
    found = _written(line) if len(line) <= LONGEST else None
    if found is None:
        return None
    at, rest = found
    told = _TOLD.sub(" ", rest, count=1)
    left = _HOUR.sub(" ", _WEEKDAY.sub(" ", told)).strip(" ,.;:|/()–—-")
    return at if not left or ((not first or "/" in left) and _PLACE.fullmatch(left)) else None


def _written(line: str) -> tuple[date, str] | None:
    """The one day that a line writes out, and the line without it."""
    iso = _ISO.search(line)
    try:
        at = date(*map(int, iso.groups()[:3])) if iso else day(line, "en")
    except ValueError:
        return None
    words = iso or _DAY.search(line)
    return (at, line[: words.start()] + " " + line[words.end() :]) if at and words else None
