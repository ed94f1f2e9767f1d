"""Days written in EDTF (ISO 8601-2), as people type them: a unit, or two of them with a slash between."""

from __future__ import annotations

import re
from datetime import date

from dateline.errors import UsageError
from dateline.model.time import Days, Granularity, day, decade, month, year

UNIT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?|(?P<decade>\d{3})X")


def read_edtf(written: str) -> tuple[Days, Granularity]:
    """The days and granularity of `2019`, `2019-02`, `2019-02-07`, `201X`, `2018-11/2019-02`, `2014/..` or `../2020`.

    Raises UsageError for anything else, and for days that no calendar has.
    """
    first, slash, last = written.strip().partition("/")
    try:
        if not slash:
            return _unit(first)
        start = None if first in ("", "..") else _unit(first)[0].start
        end = None if last in ("", "..") else _unit(last)[0].end
        return Days(start, end), Granularity.RANGE
    except ValueError as e:
        raise UsageError(
            str(e), what=written, do="write 2019, 2019-02, 2019-02-07, 201X or 2018-11/2019-02 (.. for an open end)"
        ) from e


def _unit(written: str) -> tuple[Days, Granularity]:
    parts = UNIT.fullmatch(written)
    if parts is None:
        raise ValueError("not a day, month, year or decade in EDTF")
    if parts["decade"]:
        return decade(int(parts["decade"]) * 10), Granularity.DECADE
    if parts["day"]:
        return day(date(int(parts["year"]), int(parts["month"]), int(parts["day"]))), Granularity.DAY
    if parts["month"]:
        return month(int(parts["year"]), int(parts["month"])), Granularity.MONTH
    return year(int(parts["year"])), Granularity.YEAR
