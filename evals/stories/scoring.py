"""BCubed for clusters that do not overlap (Bagga & Baldwin 1998; Amigo et al. 2009)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def bcubed(gold: Sequence[Hashable], found: Sequence[Hashable], of: Collection[int] | None = None) -> Score:
    """The score of cluster labels against those of the gold, averaged over all articles or those at these places.

    Raises ValueError for no labels, or unequally many.
    """
    if not gold or len(gold) != len(found):
        raise ValueError(f"{len(gold)} labels of the gold, {len(found)} found")
    both, by_gold, by_found = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    counted = range(len(gold)) if of is None else sorted(of)
    precision = sum(both[gold[n], found[n]] / by_found[found[n]] for n in counted) / len(counted)
    recall = sum(both[gold[n], found[n]] / by_gold[gold[n]] for n in counted) / len(counted)
    return Score(precision, recall)
