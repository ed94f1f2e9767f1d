"""A timeline: so many days of a matter, so many sentences for each, all with reasons. Pure functions of values.

Other parts build on these signatures:

    reading.report(article_id, published, text, sentences, date_marks, voice) -> Report
    topic.topic(reports, query_words) -> Topic
    days.rank(topic, span) -> list[RankedDay]                  days by themselves, best first, with reasons
    telling.tell(topic, days, sentences) -> {day: (ChosenSentence, ...)}     sentences for days chosen elsewhere
    choosing.timeline(reports, dates, sentences, span, query_words) -> tuple[TimelineDay, ...]    both
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.link.timelines.days import rank
from dateline.link.timelines.records import Report, TimelineDay
from dateline.link.timelines.telling import tell
from dateline.link.timelines.topic import Topic, topic
from dateline.link.timelines.weighing import STANDARD, Weighing
from dateline.model.time import Days

SPARE = 1.5  # days that are looked at for each one wanted, since some have no sentence that can stand


def timeline(
    reports: Sequence[Report],
    dates: int,
    sentences: int,
    span: Days | None = None,
    words: Iterable[str] = (),
    weighing: Weighing = STANDARD,
) -> tuple[TimelineDay, ...]:
    """At most `dates` days in order of time, each with one to `sentences` sentences, best first.

    Only days in `span` (both ends included) if one is given. The same articles in another order give the same answer.
    """
    ordered = sorted(reports, key=lambda r: r.article_id)
    return of_topic(topic(ordered, words), dates, sentences, span, weighing)


def of_topic(
    of: Topic, dates: int, sentences: int, span: Days | None = None, weighing: Weighing = STANDARD
) -> tuple[TimelineDay, ...]:
    """The same of a topic that was made ready before."""
    ranked = rank(of, span, weighing)[: int(dates * SPARE) + 1]
    told = tell(of, [r.day for r in ranked], sentences, weighing)
    chosen = [r for r in ranked if r.day in told][:dates]
    return tuple(TimelineDay(r.day, r.score, r.reasons, told[r.day]) for r in sorted(chosen, key=lambda r: r.day))
