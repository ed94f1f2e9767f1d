"""How near each article of a story stands to the others, by the numbers of their profiles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from operator import mul

from dateline.link.stories.affinity import STANDARD, Numbers, Setting, apart, elsewhen


def nearness(articles: Mapping[str, Numbers], setting: Setting = STANDARD) -> dict[str, float]:
    """The average affinity of each article to the others, 0 to 1. The words are compared with the sum of all, not
    pair by pair, and days once for all that share them, so that the time grows with the number of articles."""
    summed: defaultdict[str, float] = defaultdict(float)
    for one in articles.values():
        for stem, weight in one.weights.items():
            summed[stem] += weight
    others = max(1, len(articles) - 1)
    days = Counter((one.day, one.occurred) for one in articles.values())
    standing = {name: (one.day, one.occurred) for name, one in articles.items()}
    speaking = {standing[name]: one for name, one in articles.items()}
    against = {
        days_: sum(n * _against(speaking[days_], speaking[other], setting) for other, n in days.items())
        for days_ in days
    }
    others = max(1, len(articles) - 1)
    found = {}
    for name, one in articles.items():
        weights = one.weights.values()
        words = sum(map(mul, weights, map(summed.__getitem__, one.weights))) - sum(map(mul, weights, weights))
        found[name] = max(0.0, (words - against[standing[name]]) / others)
    return found


def _against(a: Numbers, b: Numbers, setting: Setting) -> float:
    return apart(a, b, setting) + elsewhen(a, b, setting)
