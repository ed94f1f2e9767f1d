"""From a mark to the time of a claim: what "since", "until", "by" and "before" make of the days."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.model.mark import DateMark
from dateline.model.time import Days, Granularity, Modifier


def held(mark: DateMark, now: date | None) -> tuple[Days, Granularity] | None:
    """The days of something placed by the mark, and how exact they are; None if the mark has no days.

    "since 2014", "after 2014", "following": from the start of 2014, open. "before 1 July": from `now` to the day
    before if that lies ahead, else open to the day before. "until", "by" and all others: the days as stated.
    """
    if mark.days is None or mark.granularity is None:
        return None
    if mark.modifier == Modifier.BEFORE and mark.direction == "until" and mark.days.start:
        end = mark.days.start - timedelta(1)
        return Days(now if now and now <= end else None, end), Granularity.RANGE
    if mark.direction == "since":
        return Days(mark.days.start, None), mark.granularity
    return mark.days, mark.granularity
