"""Date F1 and alignment-based ROUGE of timelines, many to one (Martschat and Markert 2017, "align+ m:1"): AR1 and AR2.

A timeline is {day: sentences}, sentences are strings of tokens parted by spaces. Words are cut, stopped and stemmed as
ROUGE 1.5.5 does with -s -m; its lists of stop words and of irregular forms come with the benchmark.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from evals.stories.scoring import Score
from evals.timelines.porter import porter

Timeline = Mapping[date, Sequence[str]]
KEPT_WHOLE = 3  # letters up to which a word is not stemmed


@dataclass(frozen=True)
class Words:
    """How sentences become the words that are compared."""

    stop: frozenset[str] = frozenset()
    irregular: Mapping[str, str] = field(default_factory=dict)

    def of(self, sentences: Sequence[str]) -> list[str]:
        """The stems of the words that count, in order."""
        lowered = re.sub("[A-Z]", lambda m: m.group().lower(), " ".join(sentences)).replace("-", " - ")
        words = re.sub("[^A-Za-z0-9-]", " ", lowered).split()
        return [self._stem(w) for w in words if w not in self.stop and re.match("[a-z0-9]", w)]

    def _stem(self, word: str) -> str:
        return word if len(word) <= KEPT_WHOLE else self.irregular.get(word) or porter(word)


def rouge_words(folder: Path) -> Words:
    """The words as ROUGE 1.5.5 sees them, from the lists in a folder."""
    rows = (folder / "exceptions.tsv").read_text("utf-8").splitlines()
    irregular = dict(row.split("\t") for row in rows if "\t" in row)
    return Words(frozenset((folder / "stopwords.txt").read_text("utf-8").split("\n")), irregular)


def dates(ours: Timeline, gold: Timeline) -> Score:
    """How many of our days are those of the gold."""
    both = len(set(ours) & set(gold))
    return Score(both / len(ours) if ours else 0.0, both / len(gold) if gold else 0.0)


def aligned(ours: Timeline, gold: Timeline, words: Words, n: int) -> Score:
    """ROUGE of n-grams between days that are aligned, each weighed by how near the two days are.

    Each day of either side goes to the day of the other for which distance in time and in content is least.
    """
    cost = _costs(ours, gold)
    to_gold = {d: min(sorted(gold), key=lambda g: cost[d, g]) for d in sorted(ours)} if gold else {}
    to_ours = {g: min(sorted(ours), key=lambda d: cost[d, g]) for g in sorted(gold)} if ours else {}
    of_ours = {d: _ngrams(words.of(s), n) for d, s in ours.items()}
    of_gold = {g: _ngrams(words.of(s), n) for g, s in gold.items()}
    said = sum(_closeness(d, g) * _common(of_ours[d], of_gold[g]) for d, g in to_gold.items())
    met = sum(_closeness(d, g) * _common(of_ours[d], of_gold[g]) for g, d in to_ours.items())
    return Score(_ratio(said, of_ours), _ratio(met, of_gold))


def _ratio(weight: float, ngrams: Mapping[date, Counter[tuple[str, ...]]]) -> float:
    total = sum(c.total() for c in ngrams.values())
    return weight / total if total else 0.0


def _costs(ours: Timeline, gold: Timeline) -> dict[tuple[date, date], float]:
    a = {d: _tokens(s) for d, s in ours.items()}
    b = {g: _tokens(s) for g, s in gold.items()}
    return {(d, g): (1 - _closeness(d, g)) * (1 - _plain_f1(a[d], b[g])) for d in a for g in b}


def _tokens(sentences: Sequence[str]) -> Counter[str]:
    return Counter(t for s in sentences for t in s.split() if t not in string.punctuation)


def _plain_f1(a: Counter[str], b: Counter[str]) -> float:
    common = _common(a, b)
    return Score(common / a.total(), common / b.total()).f1 if a and b else 0.0


def _closeness(a: date, b: date) -> float:
    return 1 / (abs((a - b).days) + 1)


def _common(a: Counter[str] | Counter[tuple[str, ...]], b: Counter[str] | Counter[tuple[str, ...]]) -> int:
    few, many = (a, b) if len(a) <= len(b) else (b, a)
    get: Callable[[object, int], int] = many.get  # type: ignore[assignment]
    return sum(min(n, get(word, 0)) for word, n in few.items())


def _ngrams(words: Sequence[str], n: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(words[at:] for at in range(n)), strict=False))
