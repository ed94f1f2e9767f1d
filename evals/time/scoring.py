"""The scores of TempEval-3 (UzZaman and others 2013) for time expressions: strict, relaxed, type and value.

An expression of ours meets a gold one if they overlap, one to one, exact extents first; strict wants equal extents.
Value F1 is relaxed F1 times the share of met ones with the gold value. Micro figures over documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evals.time.timeml import Timex


def pairs(gold: Sequence[Timex], ours: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Gold expressions with ours that they meet."""
    left = list(ours)
    met: list[tuple[Timex, Timex]] = []
    for g in gold:
        hit = next((o for o in left if (o.start, o.end) == (g.start, g.end)), None)
        if hit:
            left.remove(hit)
            met.append((g, hit))
    done = {id(g) for g, _ in met}
    for g in gold:
        hit = None if id(g) in done else next((o for o in left if o.start < g.end and g.start < o.end), None)
        if hit:
            left.remove(hit)
            met.append((g, hit))
    return met


def f1(hits: int, said: int, wanted: int) -> float:
    """The harmonic mean of precision and recall; 0.0 if there is nothing."""
    return 2 * hits / (said + wanted) if said + wanted else 0.0


@dataclass(slots=True)
class Tally:
    """Counts over documents."""

    documents: int = 0
    gold: int = 0
    said: int = 0
    relaxed: int = 0
    strict: int = 0
    type: int = 0
    value: int = 0

    def add(self, gold: Sequence[Timex], ours: Sequence[Timex]) -> None:
        """Counts one document."""
        met = pairs(gold, ours)
        self.documents += 1
        self.gold += len(gold)
        self.said += len(ours)
        self.relaxed += len(met)
        self.strict += sum((g.start, g.end) == (o.start, o.end) for g, o in met)
        self.type += sum(g.type == o.type for g, o in met)
        self.value += sum(g.value == o.value for g, o in met)

    def figures(self) -> dict[str, float | int]:
        """F1 of each kind in percent, with the counts behind them."""
        relaxed = f1(self.relaxed, self.said, self.gold)
        met = self.relaxed or 1
        return {
            "documents": self.documents,
            "gold": self.gold,
            "said": self.said,
            "strict_f1": round(100 * f1(self.strict, self.said, self.gold), 2),
            "relaxed_f1": round(100 * relaxed, 2),
            "type_f1": round(100 * relaxed * self.type / met, 2),
            "value_f1": round(100 * relaxed * self.value / met, 2),
        }
