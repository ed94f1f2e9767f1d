"""The days that a glance looks at, and the region."""

from __future__ import annotations

import math
import re
from datetime import date

from dateline.errors import UsageError
from dateline.model.continents import CONTINENTS

AGO = re.compile(r"(\d{1,5})\s*([hdw])")
DAYS = {"h": 1 / 24, "d": 1, "w": 7}
LONGEST = 36_500  # days


def first_day(since: str, until: date) -> date:
    """The first day of a window that ends with a day: "24h", "7d", "2w" before it, or a day itself. Articles carry
    days, so hours are rounded up to days. Raises UsageError for anything else."""
    text = since.strip().lower()
    if ago := AGO.fullmatch(text):
        days = math.ceil(int(ago[1]) * DAYS[ago[2]])
        return date.fromordinal(max(1, until.toordinal() - min(LONGEST, days)))
    try:
        return min(until, date.fromisoformat(text))
    except ValueError as e:
        raise UsageError("is no length of time", what=since, do="write 24h, 7d, 2w or a day like 2024-02-29") from e


def continent(named: str) -> str:
    """The code of a continent by its name or code, "" for none. Raises UsageError for an unknown one."""
    asked = re.sub(r"[\s_-]+", " ", named.strip().lower())
    found = [code for code, name in CONTINENTS.items() if asked in (code.lower(), name.lower())]
    if not asked or found:
        return found[0] if found else ""
    raise UsageError("no such region", what=named, do=f"one of {', '.join(n.lower() for n in CONTINENTS.values())}")
