"""The bar: the days that most sentences name, and of each day's sentences those nearest to their common centre."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.link.timelines.records import ChosenSentence, Report
from dateline.link.timelines.telling import tell
from dateline.link.timelines.topic import Topic
from dateline.link.timelines.weighing import STANDARD
from dateline.model.time import Days

PLAIN = replace(STANDARD, theme=0.0, again=0.0, length=0.0, told=1.0, eve=1.0)


def counted(reports: Sequence[Report], span: Days | None) -> list[date]:
    """The days that are named, those named most often first; naming one that an article was published on counts too."""
    found = Counter(d for r in reports for p in r.passages for d in p.days)
    inside = [d for d in found if span is None or span.lower <= d <= span.upper]
    return sorted(inside, key=lambda d: (-found[d], d))


def baseline(of: Topic, dates: int, sentences: int, span: Days | None) -> dict[date, tuple[ChosenSentence, ...]]:
    """A timeline of these."""
    ranked = counted(of.reports, span)
    told = tell(of, ranked[: 2 * dates], sentences, PLAIN)
    return {day: told[day] for day in [d for d in ranked if d in told][:dates]}
