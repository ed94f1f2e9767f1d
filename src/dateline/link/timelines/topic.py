"""What a collection of articles is about: its telling words, and the vectors of its sentences (TF-IDF)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from dateline.link.timelines.records import Passage, Report
from dateline.link.words import WORD, lines, rarity, stem

THEME = 60  # words that speak for the matter
SHORTEST = 3  # letters of a word that can tell something

Vector = Mapping[str, float]


@cache
def _empty() -> frozenset[str]:
    """The stems of words that tell nothing of what a text is about."""
    return frozenset(stem(word) for line in lines("empty.txt") for word in line.split())


@dataclass(slots=True)
class Topic:
    """A collection made ready: `stems` of each passage of each report, how telling a stem is here, and the theme.

    `theme` has the words that many articles share and that are rare in other news, with weights that sum up to one;
    words of the query weigh most. `usual` is the weight of the average passage.
    """

    reports: tuple[Report, ...]
    stems: tuple[tuple[tuple[str, ...], ...], ...]
    inverse: Mapping[str, float]
    theme: Mapping[str, float]
    usual: float = 0.0
    _vectors: dict[tuple[int, int], Vector] = field(default_factory=dict)

    def vector(self, report: int, at: int) -> Vector:
        """The words of a passage with weights whose squares sum up to one."""
        found = self._vectors.get((report, at))
        if found is None:
            counted = Counter(self.stems[report][at])
            found = unit({w: (1 + math.log(n)) * self.inverse[w] for w, n in counted.items()})
            self._vectors[report, at] = found
        return found

    def words(self, report: int, at: int) -> int:
        """How many words a passage has, as far as they tell something or not."""
        return self.passage(report, at).text.count(" ") + 1

    def passage(self, report: int, at: int) -> Passage:
        """A passage."""
        return self.reports[report].passages[at]

    def weight(self, report: int, at: int) -> float:
        """How much a passage by itself speaks of the matter: the share of the theme in it, 0 to 1."""
        return sum(self.theme.get(w, 0.0) for w in set(self.stems[report][at]))

    def nearness(self, report: int, at: int) -> float:
        """How much a passage with its neighbours speaks of the matter: the share of the theme in it, 0 to 1."""
        around = self.stems[report][max(0, at - 1) : at + 2]
        return sum(self.theme.get(w, 0.0) for w in {w for passage in around for w in passage})


def topic(reports: Sequence[Report], words: Iterable[str] = ()) -> Topic:
    """The topic of a collection; `words` are those of a query, if there was one."""
    stems = tuple(tuple(_telling(p.text) for p in r.passages) for r in reports)
    in_passages = Counter(w for report in stems for passage in report for w in set(passage))
    count = sum(len(report) for report in stems)
    inverse = {w: math.log(1 + count / n) for w, n in in_passages.items()}
    theme = _theme(stems, [stem(w) for w in words])
    usual = sum(n * theme.get(w, 0.0) for w, n in in_passages.items()) / count if count else 0.0
    return Topic(tuple(reports), stems, inverse, theme, usual)


def _telling(text: str) -> tuple[str, ...]:
    found = (stem(word) for word in WORD.findall(text) if len(word) >= SHORTEST)
    return tuple(w for w in found if w not in _empty())


def _theme(stems: Sequence[Sequence[Sequence[str]]], query: Sequence[str]) -> dict[str, float]:
    in_reports = Counter(w for report in stems for w in {w for passage in report for w in passage})
    weights = {w: n / len(stems) * rarity(w) for w, n in in_reports.items()}
    most = max(weights.values(), default=0.0)
    weights |= {w: most for w in query if w in weights}
    best = sorted(weights, key=lambda w: (-weights[w], w))[:THEME]
    total = sum(weights[w] for w in best)
    return {w: weights[w] / total for w in best} if total else {}


def unit(weights: Mapping[str, float]) -> Vector:
    """The same direction with length one; nothing stays nothing."""
    length = math.sqrt(sum(x * x for x in weights.values()))
    return {w: x / length for w, x in weights.items()} if length else {}


def likeness(a: Vector, b: Vector) -> float:
    """The cosine of two vectors of length one."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(x * large[w] for w, x in small.items() if w in large)
