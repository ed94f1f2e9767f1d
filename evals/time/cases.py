"""How many dated facts of the gold cases have a mark with exactly their days."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from dateline.annotate.dates.annotator import read
from dateline.model.mark import DateMark

WORDED = ("range", "season", "half-year")
SLIP = " is told, but "  # in the note of a mark whose weekday is not that of its day


def topic_figures(topic: Path, scorer: ModuleType) -> dict[str, Any]:
    """Facts with words for the date whose days are right (exact and worded apart), and weekday slips reported."""
    gold = json.loads((topic / "gold.json").read_text("utf-8"))
    documents = {d["id"]: d for d in (json.loads(p.read_text("utf-8")) for p in sorted(topic.glob("docs/*.json")))}
    marks = {name: read(d["text"], _day(d["published_at"])) for name, d in documents.items()}
    counts = {"exact": [0, 0], "worded": [0, 0]}
    for fact in gold["facts"]:
        if fact["timex"] and not fact.get("optional"):
            near = _beside(fact, documents[fact["doc"]]["text"], marks[fact["doc"]])
            kind = counts["worded" if fact["granularity"] in WORDED else "exact"]
            kind[0] += any(_meets(m, fact, scorer) for m in near)
            kind[1] += 1
    slips = sum(SLIP in m.note for found in marks.values() for m in found)
    return {"topic": topic.name, **{k: tuple(v) for k, v in counts.items()}, "slips": slips}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _beside(fact: dict[str, Any], text: str, marks: Sequence[DateMark]) -> Iterator[DateMark]:
    """The marks that overlap the fact's words for the date, wherever they stand in its sentence."""
    start, sentence, timex = text.find(fact["sentence"]), fact["sentence"].lower(), fact["timex"].lower()
    at = sentence.find(timex)
    while at >= 0:
        low = start + at
        yield from (m for m in marks if m.words.start < low + len(timex) and low < m.words.end)
        at = sentence.find(timex, at + 1)


def _meets(mark: DateMark, fact: dict[str, Any], scorer: ModuleType) -> bool:
    if mark.days is None or mark.days.start is None:
        return False
    end = None if fact["when"]["end"] is None else str(mark.days.end)
    ours = {"start": str(mark.days.start), "end": end}
    if fact["granularity"] in WORDED or fact.get("tolerance_days") or end is None:
        return bool(scorer.same_time(ours, fact))
    return ours == fact["when"]
