"""Whether a text is read as news, from its publication, or as a narrative, from its own story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.annotate.dates.joining import year_stated
from dateline.annotate.dates.meaning import Calendar, Clock, Deictic, Meaning, Nth, Part, Season, Shift, Today

REPORTED = 8  # years long before publication that outweigh one bare weekday or "last month"
LEANING = 2
LEANS = ("last", "next", "this")
WHOLE = ("week", "weekend", "month", "year")


def narrative(meanings: Sequence[Meaning], published: date | None) -> bool:
    """Whether years long before publication outweigh expressions that lean on the day of publication."""
    if published is None:
        return True
    old = sum(_old(m, published) for m in meanings)
    leaning = sum(_leans(m) for m in meanings)
    return old >= 4 and old > 3 * leaning and old >= REPORTED * sum(_reports(m) for m in meanings)


def adrift(meanings: Sequence[Meaning]) -> bool:
    """Whether a text of no known day is a report: more expressions lean on the day of publication than tell a year."""
    leaning = sum(_leans(m) for m in meanings)
    return leaning >= LEANING and 2 * leaning > sum(year_stated(m) is not None for m in meanings)


def _old(meaning: Meaning, published: date) -> bool:
    if isinstance(meaning, Part):
        return _old(meaning.of, published)
    return isinstance(meaning, Calendar) and meaning.year is not None and meaning.year < published.year - 1


def _reports(meaning: Meaning | None) -> bool:
    """A bare weekday or "last month": what the tellers of old stories hardly say."""
    if isinstance(meaning, Part | Clock | Nth):
        return _reports(meaning.of)
    if isinstance(meaning, Calendar) and meaning.weekday is not None:
        return meaning.month is None and not meaning.which and not meaning.within
    if isinstance(meaning, Calendar | Season):
        return meaning.which in LEANS
    return isinstance(meaning, Deictic) and meaning.which in LEANS and not meaning.plural and meaning.unit in WHOLE


def _leans(meaning: Meaning | None) -> bool:
    if isinstance(meaning, Part | Clock | Nth):
        return _leans(meaning.of)
    if isinstance(meaning, Calendar):
        return meaning.weekday is not None and meaning.month is None
    if isinstance(meaning, Deictic):
        return meaning.which in ("last", "next", "this", "coming")
    if isinstance(meaning, Shift):
        return meaning.ago or _leans(meaning.base)
    return isinstance(meaning, Today)
