"""Which sentences may tell a day: those that name it, and the first ones of articles published on it or the day after
that name no day at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.link.timelines.topic import Topic
from dateline.link.timelines.weighing import Weighing

DEEPER = 3  # times as many sentences at the top of an article are looked at


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """Passage `at` of report number `report` for a day; whether it names the day, and how many days after it the
    article was published (less than 0: before it; None if nobody knows)."""

    report: int
    at: int
    names: bool
    gap: int | None


def candidates(
    topic: Topic, days: Collection[date], weighing: Weighing, *, deeper: bool = False
) -> dict[date, list[Candidate]]:
    """The candidates for each of these days that has any, in the order of the reports; `deeper` looks further down.

    Copies give none: what they have stands in the article that speaks for them.
    """
    lead = DEEPER * weighing.lead if deeper else weighing.lead
    wanted = frozenset(days)
    held = {r.article_id for r in topic.reports}
    found: dict[date, list[Candidate]] = {}
    for number, report in enumerate(topic.reports):
        if report.speaker != report.article_id and report.speaker in held:
            continue
        for at, passage in enumerate(report.passages):
            if passage.days or at < lead:
                for day, gap in _told(passage.days, report.published):
                    if day in wanted and _fits(topic, number, at, weighing):
                        found.setdefault(day, []).append(Candidate(number, at, bool(passage.days), gap))
    return found


def _told(named: Collection[date], published: date | None) -> Iterator[tuple[date, int | None]]:
    if named:
        yield from ((day, (published - day).days if published else None) for day in named)
    elif published:
        yield published, 0
        if published > date.min:
            yield published - timedelta(days=1), 1


def _fits(topic: Topic, report: int, at: int, weighing: Weighing) -> bool:
    return weighing.short <= topic.words(report, at) <= weighing.long
