"""Annotated text made ready for timelines: sentences with the single days that they name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date

from dateline.link.timelines.records import Passage, Report
from dateline.model.mark import DateMark
from dateline.model.text import Sentence

_STATES_YEAR = re.compile(r"\d{4}")


def report(
    article_id: str,
    published: date | None,
    text: str,
    sentences: Sequence[Sentence],
    marks: Iterable[DateMark],
    voice: str = "",
) -> Report:
    """An article for a timeline. Marks that mean more than one day, or name a document by its year, tell no day; that
    of another happening ("four days after the dam broke") tells one only where its sentence has no other."""
    starts = [s.start for s in sentences]
    named: dict[int, list[date]] = {}
    others: dict[int, list[date]] = {}
    for mark in marks:
        at = bisect_right(starts, mark.words.start) - 1
        day = _single_day(mark)
        if at >= 0 and day and not _is_stamp(mark, day, published):
            (others if mark.complement else named).setdefault(at, []).append(day)
    passages = tuple(
        Passage(text[s.start : s.end], _once(named.get(at) or others.get(at) or ()), s.start)
        for at, s in enumerate(sentences)
    )
    return Report(article_id, published, passages, voice)


def _once(days: Iterable[date]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(days))


def _single_day(mark: DateMark) -> date | None:
    days = mark.days
    return days.start if days and days.start == days.end and not mark.names else None


def _is_stamp(mark: DateMark, day: date, published: date | None) -> bool:
    """Whether the words are when the text was published: nobody writes of today with its year."""
    return day == published and _STATES_YEAR.search(mark.words.exact) is not None
