"""Figures of coded sentences against gold records."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.model.coding import Coding, Side
from evals.events.gold import Record

EMPTY = frozenset("the of a an and in on for to s".split())
OFFICES = frozenset(
    """government president minister prime foreign party forces army police military rebels officials leader leaders
    court parliament group secretary general troops authorities opposition""".split()
)


@dataclass(slots=True)
class Tally:
    """Counts over some records; `wrong` tells each miss in a line."""

    records: int = 0
    sure: int = 0
    typed: int = 0
    actors: int = 0
    actors_right: int = 0
    recipients: int = 0
    recipients_right: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, record: Record, coding: Coding | None) -> None:
        """Counts one record with what was found in it (None: unsure)."""
        self.records += 1
        self.sure += coding is not None
        right = coding is not None and coding.type == record.type
        self.typed += right
        told = coding.type.value if coding else "unsure"
        faults = [] if right else [f"{told} for {record.type}"]
        if record.actors:
            self.actors += 1
            self.actors_right += (fits := named(coding.actor if coding else None, record.actors))
            faults += [] if fits else [f"by {_words(coding.actor if coding else None)} for {record.actors}"]
        if record.recipients:
            self.recipients += 1
            self.recipients_right += (fits := named(coding.recipient if coding else None, record.recipients))
            faults += [] if fits else [f"to {_words(coding.recipient if coding else None)} for {record.recipients}"]
        if faults:
            self.wrong.append(f"{record.text}\n    {'; '.join(faults)}{f'  [{coding.why}]' if coding else ''}")

    def figures(self) -> dict[str, float]:
        """Shares: of all records, and (precision) of those that are not unsure."""
        return {
            "records": self.records,
            "type": _share(self.typed, self.records),
            "precision": _share(self.typed, self.sure),
            "sure": _share(self.sure, self.records),
            "actor": _share(self.actors_right, self.actors),
            "recipient": _share(self.recipients_right, self.recipients),
        }


def named(side: Side | None, gold: Sequence[str]) -> bool:
    """Whether a side is one of those of the gold: a word of its name stands in both; offices alone do not count, unless
    the gold has no other words."""
    own = _names(side.words) if side else set()
    return any(own & _names(g) for g in gold)


def _names(words: str) -> set[str]:
    found = {w for w in re.findall(r"\w+", words.lower().replace(".", "")) if w not in EMPTY}
    return found - OFFICES or found


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _words(side: Side | None) -> str:
    return f"'{side.words}'" if side else "nobody"
