"""The days that a text names in a language whose happenings are not read: those to come, and those put off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.link.stories.days import BACK, LEAD
from dateline.link.stories.shared_terms import day_months, meaning
from dateline.link.stories.tongues import fold
from dateline.link.words import WORD, stem

YEAR = 365
OFF = frozenset({stem("postpone"), stem("cancel")})
ENDED = re.compile(r"(?<!\d)[.!?][”»\"]?\s|\n")  # "am 12. September" goes on


def named_days(text: str, day: date) -> tuple[date, ...]:
    """The days to come that the beginning of a text of a day names, within BACK days."""
    near = (d for month, number in day_months(text[:LEAD]) for d in _around(month, number, day))
    return tuple(sorted({d for d in near if 0 < (d - day).days <= BACK}))


def moved_days(text: str, day: date) -> tuple[date, ...]:
    """The days that sentences of the beginning name which tell that something was put off or called off: of each day
    of the year the last and the next one."""
    told = (s for s in ENDED.split(text[:LEAD]) if any(meaning(fold(w)) in OFF for w in WORD.findall(s)))
    found = {d for s in told for month, number in day_months(s) for d in _around(month, number, day)}
    return tuple(sorted(found - {day}))


def _around(month: int, number: int, day: date) -> Iterator[date]:
    """The last such day of a year before a day, and the next one."""
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            found = date(year, month, number)
        except ValueError:
            continue
        if abs((found - day).days) < YEAR:
            yield found
