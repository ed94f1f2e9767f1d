"""How near each article of a story stands to the others by its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from operator import mul


def nearness(weights: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The average cosine of each article to the others, 0 to 1; `weights` are those of its words by stem, their squares
    sum up to one. Each is compared with the sum of all, so that the time grows with the number of articles, not pairs.
    """
    summed: defaultdict[str, float] = defaultdict(float)
    for words in weights.values():
        for stem, weight in words.items():
            summed[stem] += weight
    others = max(1, len(weights) - 1)
    found = {}
    for article, words in weights.items():
        own = words.values()
        found[article] = max(0.0, sum(map(mul, own, map(summed.__getitem__, words))) - sum(map(mul, own, own))) / others
    return found
