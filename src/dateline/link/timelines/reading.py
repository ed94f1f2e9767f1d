"""Annotated text made ready for timelines: sentences with the single days that they name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date

from dateline.link.timelines.records import Passage, Report
from dateline.model.mark import DateMark
from dateline.model.text import Sentence

CLOCK_REACH = 24  # characters after a day within which its time of day is told
FEWEST = 6  # words that a sentence has at least
_STATES_YEAR = re.compile(r"\d{4}")
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d{2}(?:\s?[ap]\.?m\b\.?)?(?:\s?[A-Z]{2,5}\b)?[\s,.:–—-]*", re.ASCII)


def report(
    article_id: str,
    published: date | None,
    text: str,
    sentences: Sequence[Sentence],
    marks: Iterable[DateMark],
    voice: str = "",
) -> Report:
    """An article for a timeline. Marks that mean more than one day, or name a document by its year, tell no day; that
    of another happening ("four days after the dam broke") tells one only where its sentence has no other. A headline
    and a moment of publication that were run together with a sentence are left out of it."""
    starts = [s.start for s in sentences]
    begins = list(starts)
    named: dict[int, list[date]] = {}
    others: dict[int, list[date]] = {}
    for mark in marks:
        at = bisect_right(starts, mark.words.start) - 1
        day = _single_day(mark)
        if at < 0 or day is None:
            continue
        if _is_stamp(mark, day, published):
            begins[at] = max(begins[at], _after_stamp(mark, text, sentences[at]))
        else:
            (others if mark.complement else named).setdefault(at, []).append(day)
    passages = tuple(
        Passage(text[begin : s.end], _once(named.get(at) or others.get(at) or ()), begin)
        for at, (s, begin) in enumerate(zip(sentences, begins, strict=True))
    )
    return Report(article_id, published, passages, voice)


def _after_stamp(mark: DateMark, text: str, sentence: Sentence) -> int:
    """Where a sentence begins that a headline and the moment of publication were run together with; its own start if
    the stamp has no time of day, or is all that there is."""
    clock = _CLOCK.search(text, mark.words.start, min(sentence.end, mark.words.end + CLOCK_REACH))
    begin = clock.end() if clock else sentence.start
    return begin if len(text[begin : sentence.end].split()) >= FEWEST else sentence.start


def _once(days: Iterable[date]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(days))


def _single_day(mark: DateMark) -> date | None:
    days = mark.days
    return days.start if days and days.start == days.end and not mark.names else None


def _is_stamp(mark: DateMark, day: date, published: date | None) -> bool:
    """Whether the words are when the text was published: nobody writes of today with its year."""
    return day == published and _STATES_YEAR.search(mark.words.exact) is not None
