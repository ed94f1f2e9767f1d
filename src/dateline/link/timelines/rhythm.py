"""The rhythm of a matter's weeks: markets rest at weekends, courts sit on some days, marches follow the prayers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from dateline.link.timelines.weighing import Weighing
from dateline.model.provenance import Reason
from dateline.model.time import Days

NAMES = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")


def rhythm(
    weights: Mapping[date, float], span: Days, published: Collection[date], weighing: Weighing
) -> tuple[float, ...] | None:
    """The average weight of each weekday (Monday first) in the span, drawn towards the average of all.

    None if the span is too short to tell, or articles were published on fewer days of it than it has weeks.
    """
    days = span.length()
    if days is None or days < 7 * weighing.weeks or span.start is None:
        return None
    if 7 * sum(span.lower <= d <= span.upper for d in published) < days:
        return None
    first = span.start.weekday()
    counts = [days // 7] * 7
    for extra in range(days % 7):
        counts[(first + extra) % 7] += 1
    sums = [0.0] * 7
    for day, weight in weights.items():
        if span.lower <= day <= span.upper:
            sums[day.weekday()] += weight
    average = sum(sums) / days
    return tuple((s + weighing.calm * average) / (n + weighing.calm) for s, n in zip(sums, counts, strict=True))


def reason(day: date, averages: tuple[float, ...], weighing: Weighing) -> Reason:
    """What the weekday counts for the day, in words."""
    average, mean = averages[day.weekday()], sum(averages) / 7
    share = average / mean if mean else 1.0
    words = "as much as" if 0.9 <= share <= 1.1 else f"{share:.1f} times"
    return Reason("rhythm", round(weighing.rhythm * average, 3), f"{NAMES[day.weekday()]} tell {words} the average day")
