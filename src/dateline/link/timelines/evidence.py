"""How much speaks for each day: the namings of a day, counted once a voice at the strongest place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from dateline.link.timelines.topic import Topic
from dateline.link.timelines.weighing import Weighing
from dateline.model.provenance import Reason


@dataclass(slots=True)
class Evidence:
    """What speaks for one day: the weight of each voice that names it, and which voices do so on, before and long
    after it."""

    voices: dict[str, float] = field(default_factory=dict)
    late: dict[str, float] = field(default_factory=dict)
    kinds: dict[str, set[str]] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        """All voices together."""
        return sum(self.voices.values())


def gather(topic: Topic, weighing: Weighing) -> dict[date, Evidence]:
    """The evidence for every day that some passage names."""
    found: dict[date, Evidence] = {}
    for number, report in enumerate(topic.reports):
        for at, passage in enumerate(report.passages):
            if passage.days:
                near = topic.nearness(number, at) ** weighing.near
                for day in passage.days:
                    _count(found.setdefault(day, Evidence()), report.speaker, day, report.published, at, near, weighing)
    return found


def _count(
    evidence: Evidence, voice: str, day: date, published: date | None, at: int, near: float, weighing: Weighing
) -> None:
    gap = (published - day).days if published else None
    late = weighing.late * near if gap is not None and gap > weighing.later else 0.0
    weight = _of_gap(gap, weighing) * near * (1 + at) ** -weighing.place + late
    evidence.kinds.setdefault(_kind(gap, weighing), set()).add(voice)
    if weight > evidence.voices.get(voice, 0.0):
        evidence.voices[voice] = weight
        evidence.late[voice] = late


def _of_gap(gap: int | None, weighing: Weighing) -> float:
    if gap is None or gap > 0:
        return weighing.after
    if gap == 0:
        return weighing.same
    return weighing.before if -gap <= weighing.ahead else 0.0


def _kind(gap: int | None, weighing: Weighing) -> str:
    if gap is None:
        return "undated"
    if gap == 0:
        return "same"
    return "before" if gap < 0 else "late" if gap > weighing.later else "after"


def reasons(evidence: Evidence, weighing: Weighing) -> Iterator[Reason]:
    """The evidence in words; the scores sum up to its weight."""
    voices = len(evidence.voices)
    late = sum(evidence.late.values())
    kinds = Counter({kind: len(names) for kind, names in evidence.kinds.items()})
    yield Reason("named", round(evidence.weight - late, 3), f"{_articles(voices)} the day{_when(kinds)}")
    if late:
        words = f"{_articles(kinds['late'])} it more than {weighing.later} days after"
        yield Reason("late", round(late, 3), words)


def _articles(voices: int) -> str:
    return "one article names" if voices == 1 else f"{voices} independent articles name"


def _when(kinds: Counter[str]) -> str:
    told = [f"{kinds[kind]} {words}" for kind, words in (("same", "on it"), ("before", "before it")) if kinds[kind]]
    return f" ({', '.join(told)})" if told else ""
