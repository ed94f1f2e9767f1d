"""Days of the week by their names alone: they mean a day near publication, on the side that the verb tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.fused import WEEKDAYS
from dateline.annotate.claims.plans import plan_of
from dateline.annotate.claims.setting import Setting, past_day
from dateline.annotate.claims.verbs import voice
from dateline.model.mark import DateMark
from dateline.model.time import Days

WEEK = timedelta(days=7)
FAR = 6  # days: so far off, papers give the day of the month; a name means tomorrow's or yesterday's day elsewhere
LOOSE = WEEKDAYS | {"last", "this", "next", "past", "recent", "ago", "today", "yesterday", "tonight"}  # of publication
NEAR = 400  # characters to the day that a day is counted from, in a text that does not say when it was written
FURTHER = 2000  # the same, to a day told with its year
POINTED = frozenset({"last", "next", "previous", "following", "this", "that", "same"})


def bare_weekday(mark: DateMark) -> bool:
    """Whether a day of the week, perhaps with a part of the day, is all that the words tell."""
    spoken = mark.words.exact.lower().split()
    return any(w in WEEKDAYS for w in spoken) and not any(c.isdigit() for c in mark.words.exact)


def weekday_alone(dated: Dated) -> bool:
    """Whether a day of the week is all that tells the time of a happening."""
    return dated.mark is not None and dated.how == "stated" and bare_weekday(dated.mark)


def ahead(setting: Setting, dated: Dated) -> Dated:
    """The happening; a plan told in the present for a day of the week is for the next such day, never the last."""
    if setting.published is None or not weekday_alone(dated) or not past_day(setting, dated):
        return dated
    if not setting.tree.verbal(dated.unit) or dated.days.length() != 1 or not _to_come(setting, dated):
        return dated
    coming = dated.days.lower + WEEK
    return replace(dated, days=Days(coming, coming)) if coming >= setting.published else dated


def _to_come(setting: Setting, dated: Dated) -> bool:
    modal = voice(setting.tree, dated.unit, setting.words).modal
    return modal in ("will", "shall", "'ll") or plan_of(setting, dated.unit, dated) == "present"


def looks_back(marks: Sequence[DateMark], published: date | None) -> bool:
    """Whether a text goes over its week: it names two days of it by their names, and a third may be six days off."""
    if published is None:
        return False
    named = {m.days.lower for m in marks if m.days is not None and m.days.length() == 1 and bare_weekday(m)}
    return sum(1 < (published - day).days < FAR for day in named) > 1


def far(setting: Setting, dated: Dated, *, week: bool = False) -> bool:
    """Whether a bare day of the week is read as six days off: the writer's "Friday" on a Thursday is the next day
    of another time zone, or a day to come told in the past. Not in a text that goes over its `week`."""
    if setting.published is None or not weekday_alone(dated) or dated.days.length() != 1:
        return False
    if week and dated.days.lower < setting.published:
        return False
    if dated.mark is not None and POINTED & set(dated.mark.words.exact.lower().split()):
        return False
    off = (dated.days.lower - setting.published).days
    return abs(off) == FAR


def unanchored(dated: Dated, published: date | None) -> bool:
    """Whether a day is counted from another day in a text that does not say when it was written."""
    mark = dated.mark
    if published is not None or mark is None or dated.how != "stated" or dated.timed is None:
        return False
    if dated.timed.anchor is not None:
        return False
    counted = mark.anchor.lower().replace(",", " ").split()
    full = any(len(w) == 4 and w.isdigit() for w in counted)
    loose = not full and bool(LOOSE & set(counted))
    at = mark.anchor_at
    away = at is None or mark.words.start - at > (FURTHER if full else NEAR)
    return bare_weekday(mark) or (bool(mark.anchor) and (mark.vague or loose or away))
