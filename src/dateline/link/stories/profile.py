"""What an article is about, small enough to be kept and compared: its weightiest words, its days, its keys."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from dateline.link.stories.countries import country_stems
from dateline.link.stories.foreign import moved_days, named_days
from dateline.link.stories.shared_terms import KEYS as COMMON_KEYS
from dateline.link.stories.shared_terms import shared_terms
from dateline.link.stories.tongues import ENGLISH, fold, function_words, pieces, tongue
from dateline.link.words import WORD, lines, rarity, stem
from dateline.model.story import Sort, StoryProfile, StoryTerm

KEYS = 24  # words by which an article is found again
SENTENCE_END = re.compile(r"[.!?:\n\"“”]")
HEAD = 20  # words of a first line that can be a headline
UNHEADED = frozenset(".,:;!…")  # what no headline ends with
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
FIGURE = 3  # digits from which a figure tells of one happening; fewer do behind a point
ARTICLES = frozenset({"el", "los", "las"})  # of names, which tell these apart: Las Vegas, Los Angeles
READ = 4000  # characters of a text in which years are counted
READABLE = frozenset({"", ENGLISH})  # in other languages no happenings are read: their day is that of publication


@dataclass(frozen=True, slots=True)
class Weighing:
    """How the words of an article are weighed.

    `words`: words of a text that are looked at (what follows is background). `headline`: how many times a word of the
    headline counts, at most; `brief`: words of a text for which it counts once more, at least FEWEST times, so that a
    headline does not outweigh a short text. `often`, `rare`: exponents of how often a word stands in the article and of
    how telling it is in news. `country`: what a word for a country weighs beside another that is as rare. `terms`:
    words that are kept.
    Chosen by cross-validation over events (evals/stories); each may move by a tenth.
    """

    words: int = 600
    headline: float = 15.0
    brief: float = 12.0
    often: float = 0.7
    rare: float = 0.75
    country: float = 0.4
    terms: int = 120


SPREAD = 0.75  # exponent of what a shared word counts: one name in two headlines (Lancaster) makes no story
STANDARD = Weighing()
FEWEST = 3.0  # times that a word of the headline counts beside the shortest text


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
    def spread(self) -> dict[str, float]:
        """The weights as they count for what two articles share: many words more than one that weighs as much."""
        return {t.stem: t.weight**SPREAD for t in self.profile.terms}

    @cached_property
    def day(self) -> int | None:
        """The day of publication as a number."""
        return self.profile.day.toordinal() if self.profile.day else None

    @cached_property
    def common(self) -> dict[str, float]:
        """The weight of each term that any language shares; their squares sum up to one."""
        return {t.stem: t.weight for t in self.profile.common}

    @cached_property
    def figures(self) -> frozenset[str]:
        """The figures that it gives which few happenings share: 7.1, 8.5, 254, no years."""
        given = (t.stem[1:] for t in self.profile.common if t.stem[0] == "#")
        return frozenset(f for f in given if "." in f or len(f) >= FIGURE)

    @cached_property
    def lands(self) -> frozenset[str]:
        """The lands that it is about."""
        return frozenset(self.profile.lands)

    @property
    def dated(self) -> bool:
        """Whether the lead tells the day of its news."""
        return self.profile.act is not None

    @cached_property
    def occurred(self) -> tuple[int, ...]:
        """The days of the happenings that the lead tells, as numbers."""
        return tuple(d.toordinal() for d in self.profile.occurred)

    @property
    def ahead(self) -> bool:
        """Whether what it tells first is still to come, was put off or was called off."""
        return self.profile.ahead

    @cached_property
    def moved(self) -> tuple[int, ...]:
        """Days that something was put off from or called off on, as numbers."""
        return tuple(d.toordinal() for d in self.profile.moved)


def profile(
    article_id: str,
    headline: str,
    text: str,
    day: date | None,
    occurred: Collection[date] = (),
    weighing: Weighing = STANDARD,
) -> StoryProfile:
    """The profile of one article; `occurred` are the days of the happenings that its lead tells."""
    headline, text = _headed(headline, text)
    heads, words = WORD.findall(headline[: weighing.words * 8]), list(_words(text, weighing.words))
    written_in = tongue([fold(w) for w in (*heads, *(word for word, _ in words))])
    skipped = function_words(written_in)
    counted: dict[str, float] = {}
    forms: dict[str, tuple[str, Sort]] = {}
    boost = min(weighing.headline, max(FEWEST, len(words) / weighing.brief))
    for word, sort in (*((w, Sort.HEADLINE) for w in heads), *words):
        if skipped and fold(word) in skipped:
            continue
        for piece in pieces(word):
            low = fold(piece)
            found = low if low in ARTICLES else stem(low)
            counted[found] = counted.get(found, 0.0) + (boost if sort is Sort.HEADLINE else 1.0)
            before = forms.get(found)
            if before is None or (sort is Sort.NAME and before[1] is Sort.WORD):
                forms[found] = (piece, sort)
    terms = _weightiest(counted, forms, weighing)
    common = shared_terms(headline, text, written_in)
    years = len(set(YEAR.findall(text[:READ])))
    foreign = day if written_in not in READABLE else None
    told = occurred or ((foreign, *named_days(text, foreign)) if foreign else ())
    moved = moved_days(text, foreign) if foreign else ()
    return StoryProfile(article_id, day, terms, tuple(sorted(set(told))), written_in, common, years, moved=moved)


def _headed(headline: str, text: str) -> tuple[str, str]:
    """The headline and the text below it; where none is given, a short first line without a full stop is one."""
    first, _, rest = text.strip().partition("\n")
    first = first.rstrip()
    given = headline.strip() or not rest or first[-1:] in UNHEADED or not 2 < len(first.split()[: HEAD + 1]) <= HEAD
    return (headline, text) if given else (first, rest)


def _weightiest(
    counted: Mapping[str, float], forms: Mapping[str, tuple[str, Sort]], weighing: Weighing
) -> tuple[StoryTerm, ...]:
    weighed = {s: w for s, n in counted.items() if (w := _weight(s, n, weighing)) > 0}
    best = sorted(weighed, key=lambda s: (-weighed[s], s))[: weighing.terms]
    whole = math.sqrt(sum(weighed[s] ** 2 for s in best)) or 1.0
    return tuple(StoryTerm(s, round(weighed[s] / whole, 5), *forms[s]) for s in best)


def keys(of: StoryProfile) -> tuple[str, ...]:
    """The words by which articles of the same story find it: its weightiest ones, words for countries left out, and
    what articles in another language share with it."""
    common = (t.stem for t in of.common if t.stem[0] in "~#")
    return tuple(t.stem for t in of.terms if t.stem not in country_stems())[:KEYS] + tuple(common)[:COMMON_KEYS]


def _words(text: str, words: int) -> Iterator[tuple[str, Sort]]:
    end = 0
    for number, match in enumerate(WORD.finditer(text)):
        if number == words:
            return
        word = match.group()
        inside = number > 0 and not SENTENCE_END.search(text, end, match.start())
        yield word, Sort.NAME if word[0].isupper() and inside else Sort.WORD
        end = match.end()


@cache
def _common_names() -> dict[str, float]:
    return {name: float(n) for name, n in (line.split("\t") for line in lines("common_names.txt"))}


def _telling(found: str) -> float:
    """How telling a stem is of one happening, 0 to 1: names that all news has (Monday, Senate, Obama) tell little."""
    return min(rarity(found), _common_names().get(found, 1.0))


def _weight(found: str, often: float, weighing: Weighing) -> float:
    telling = _telling(found)
    if len(found) < 2 or telling <= 0:
        return 0.0
    known = weighing.country if found in country_stems() else 1.0
    weight: float = often**weighing.often * telling**weighing.rare * known
    return weight
