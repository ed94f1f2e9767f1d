"""Which days belong on a timeline: those that many voices name, early in their texts, also long after, near the matter.

Counting what is said of a day is the ground of all date selection (Tran et al. 2013; Gholipour Ghalandari and Ifrim
2020); what is added here is where and when it is said, and the rhythm of the week.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from dateline.link.timelines.evidence import Evidence, gather
from dateline.link.timelines.evidence import reasons as evidence_reasons
from dateline.link.timelines.records import RankedDay
from dateline.link.timelines.rhythm import reason as rhythm_reason
from dateline.link.timelines.rhythm import rhythm
from dateline.link.timelines.topic import Topic
from dateline.link.timelines.weighing import STANDARD, Weighing
from dateline.model.provenance import Reason
from dateline.model.time import Days


def rank(topic: Topic, span: Days | None = None, weighing: Weighing = STANDARD) -> list[RankedDay]:
    """All days that some article names or may tell of, best first; with a span only those in it."""
    evidence = gather(topic, weighing)
    published = {r.published for r in topic.reports if r.published}
    eves = {day - timedelta(days=1) for day in published if day > date.min}
    inside = [d for d in {*evidence, *published, *eves} if span is None or span.lower <= d <= span.upper]
    covered = span if span and span.length() else _covered(published)
    averages = rhythm({d: e.weight for d, e in evidence.items()}, covered, published, weighing)
    ranked = [_ranked(d, evidence.get(d), averages, covered, weighing) for d in inside]
    return sorted(ranked, key=lambda r: (-r.score, r.day))


def _covered(published: Collection[date]) -> Days:
    return Days(min(published), max(published)) if published else Days(None, None)


def _ranked(
    day: date, evidence: Evidence | None, averages: tuple[float, ...] | None, covered: Days, weighing: Weighing
) -> RankedDay:
    why: list[Reason] = list(evidence_reasons(evidence, weighing)) if evidence else []
    if averages and covered.lower <= day <= covered.upper:
        why.append(rhythm_reason(day, averages, weighing))
    return RankedDay(day, round(sum(r.score for r in why), 3), tuple(why))
