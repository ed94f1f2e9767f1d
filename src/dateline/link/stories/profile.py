"""What an article is about, small enough to be kept and compared: its weightiest words, its days, its keys."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dateline.link.stories.countries import country_stems
from dateline.link.words import WORD, rarity, stem
from dateline.model.story import Sort, StoryProfile, StoryTerm

KEYS = 24  # words by which an article is found again
SENTENCE_END = re.compile(r"[.!?:\n\"“”]")


@dataclass(frozen=True, slots=True)
class Weighing:
    """How the words of an article are weighed.

    `words`: words of a text that are looked at (what follows is background). `headline`: how many times a word of the
    headline counts. `often`, `rare`: exponents of how often a word stands in the article and of how telling it is in
    news. `country`: what a word for a country weighs beside another that is as rare. `terms`: words that are kept.
    Chosen by cross-validation over events (evals/stories); each may move by a tenth.
    """

    words: int = 600
    headline: float = 16.0
    often: float = 0.6
    rare: float = 0.6
    country: float = 0.4
    terms: int = 120


STANDARD = Weighing()


@dataclass(frozen=True)
class Compared:
    """A profile made ready: its terms by stem."""

    profile: StoryProfile

    @property
    def id(self) -> str:
        """The article's id."""
        return self.profile.article_id

    @cached_property
    def weights(self) -> dict[str, float]:
        """The weight of each stem; the squares of an article's weights sum up to one."""
        return {t.stem: t.weight for t in self.profile.terms}

    @cached_property
    def day(self) -> int | None:
        """The day of publication as a number."""
        return self.profile.day.toordinal() if self.profile.day else None

    @cached_property
    def occurred(self) -> tuple[int, ...]:
        """The days of the happenings that the lead tells, as numbers."""
        return tuple(d.toordinal() for d in self.profile.occurred)


def profile(
    article_id: str,
    headline: str,
    text: str,
    day: date | None,
    occurred: Collection[date] = (),
    weighing: Weighing = STANDARD,
) -> StoryProfile:
    """The profile of one article; `occurred` are the days of the happenings that its lead tells."""
    counted: dict[str, float] = {}
    forms: dict[str, tuple[str, Sort]] = {}
    for found, word, sort in _words(headline, text, weighing.words):
        counted[found] = counted.get(found, 0.0) + (weighing.headline if sort is Sort.HEADLINE else 1.0)
        before = forms.get(found)
        if before is None or (sort is Sort.NAME and before[1] is Sort.WORD):
            forms[found] = (word, sort)
    weighed = {s: w for s, n in counted.items() if (w := _weight(s, n, weighing)) > 0}
    best = sorted(weighed, key=lambda s: (-weighed[s], s))[: weighing.terms]
    whole = math.sqrt(sum(weighed[s] ** 2 for s in best)) or 1.0
    terms = tuple(StoryTerm(s, round(weighed[s] / whole, 5), *forms[s]) for s in best)
    return StoryProfile(article_id, day, terms, tuple(sorted(set(occurred))))


def keys(of: StoryProfile) -> tuple[str, ...]:
    """The words by which articles of the same story find it: its weightiest ones, words for countries left out."""
    return tuple(t.stem for t in of.terms if t.stem not in country_stems())[:KEYS]


def _words(headline: str, text: str, words: int) -> Iterator[tuple[str, str, Sort]]:
    for match in WORD.finditer(headline[: words * 8]):
        yield stem(match.group()), match.group(), Sort.HEADLINE
    end = 0
    for number, match in enumerate(WORD.finditer(text)):
        if number == words:
            return
        word = match.group()
        inside = number > 0 and not SENTENCE_END.search(text, end, match.start())
        yield stem(word), word, Sort.NAME if word[0].isupper() and inside else Sort.WORD
        end = match.end()


def _weight(found: str, often: float, weighing: Weighing) -> float:
    telling = rarity(found)
    if len(found) < 2 or telling <= 0:
        return 0.0
    known = weighing.country if found in country_stems() else 1.0
    weight: float = often**weighing.often * telling**weighing.rare * known
    return weight
