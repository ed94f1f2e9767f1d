"""How much a happening belongs to the matter that a query names: scored, with reasons. Pure.

For each word of the query, a happening is as close as the nearest place where the word stands: its sentence (1), the
heading above (HEADING), or the article around, by how much that article is about the word (at most ARTICLE). Words that
few of the found articles have weigh more, names twice. The score is the weighted geometric mean over the words, so that
a happening far from one half of "Ukraine NATO" does not pass for being near to the other; the strongest words suffice
(`sufficient`), one of them a name. THRESHOLD and the other constants were set on the gold cases, all topics in one
store, and on the sample corpus.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

THRESHOLD = 0.5
LOOSE = 0.3  # what suffices where nothing reaches THRESHOLD
FLOOR = 0.15  # what a word that is nowhere near still counts, so that one missing word of three does not decide alone
HEADING = 0.9
ARTICLE = 0.9
LEAD = 0.8
COVER = 0.8
SHORT_QUERY = 4  # words
LISTED = 0.6
CARRYING = 1 / 3
KINDRED = 0.15
CENTRED = 0.1
WORD = re.compile(r"\w+")
BEGINNING = re.compile(r"[.!?:\n\"“‘]")
STEM = 4  # letters that two forms of one word share at least; all letters of a shorter word
SHORT_ENDINGS = frozenset({"", "a", "e", "y", "d", "ay", "ey", "s"})
ENDINGS_OF_WORDS = """
s es ies ing ings ed d ied er ers al ion ions ment ments n ns an ans ian ians ean eans ish ese i is y e egian
"""
ENDINGS = frozenset(ENDINGS_OF_WORDS.split())
PEOPLE = ("an", "ans", "ian", "ians", "ean", "eans", "ese", "ish", "i", "is", "al")
EMPTY_WORDS = """
a about all an and any are as at be been between by did do does for from had has have he her his how in into is it its
more not of on or our over said she so than that the their them they this to under until up us was we were what when
where which who whose why will with would you your
"""
EMPTY = frozenset(EMPTY_WORDS.split())


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the query, what it weighs, and whether it is a name."""

    word: str
    weight: float
    name: bool = False


@dataclass(frozen=True, slots=True)
class Strength:
    """How near a word of the query is (0..1), what it weighs, and whether it is a name."""

    near: float
    weight: float
    name: bool


@dataclass(frozen=True, slots=True)
class Around:
    """An article as matching sees it: how much (0..1) it is about each word of the query."""

    about: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Relevance:
    """How much something belongs to the matter (0..1), and why in words."""

    score: float
    why: tuple[str, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether it belongs to the matter."""
        return self.score >= THRESHOLD


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query that carry meaning, each once; all of them if none does."""
    words = list(dict.fromkeys(w.casefold() for w in WORD.findall(query)))
    return tuple(w for w in words if w not in EMPTY and len(w) > 1) or tuple(words)


def akin(a: str, b: str) -> bool:
    """Whether two folded words are likely forms of one stem: "ukraine" and "ukrainian", "vote" and "voting", but not
    "there" and "theresa"."""
    shared = _shared(a, b)
    if shared < min(STEM, len(a), len(b)):
        return False
    one, other = _undoubled(a, shared), _undoubled(b, shared)
    pairs = ((x, y) for x, y in ((one, other), (other, one)) if len(x) <= len(y))
    return one == other or any(x in SHORT_ENDINGS and y in ENDINGS for x, y in pairs)


def _undoubled(word: str, stem: int) -> str:
    """The ending of a word after its stem, without the letter that it doubles ("dropped": "ed")."""
    ending = word[stem:]
    return ending[1:] if len(ending) > 1 and ending[0] == word[stem - 1] else ending


def forms(words: Sequence[str]) -> str:
    """The words with the forms that people and things of a place have, for a full text that knows no stems."""
    plain = [w + ending for w in words for ending in ("", "s") if len(w) >= STEM or not ending]
    bases = dict.fromkeys(w.removesuffix(cut) for w in words if len(w) >= STEM for cut in ("", "a", "e", "y", "ey"))
    return " ".join(dict.fromkeys([*plain, *(base + ending for base in bases for ending in PEOPLE)]))


def _shared(a: str, b: str) -> int:
    for at, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return at
    return min(len(a), len(b))


def present(words: Sequence[str], text: str) -> frozenset[str]:
    """The words of the query that stand in a text, in any form."""
    found = _folded(text)
    return frozenset(w for w in words if any(akin(w, f) for f in found if f[:2] == w[:2]))


def _folded(text: str) -> set[str]:
    return {w.casefold() for w in WORD.findall(text)}


def about(words: Sequence[str], headline: str, text: str) -> Around:
    """How much an article is about each word: wholly if its headline has it, nearly so (LEAD) if its first paragraph
    has it, else by the share of its paragraphs (half of them is wholly)."""
    paragraphs = [p for p in text.split("\n") if p.strip()]
    in_headline, in_lead = present(words, headline), present(words, paragraphs[0] if paragraphs else "")
    having = Counter(w for p in paragraphs for w in present(words, p))
    shares = {w: min(1.0, 2 * having[w] / len(paragraphs)) if paragraphs else 0.0 for w in words}
    led = {w: max(share, LEAD if w in in_lead else 0.0) for w, share in shares.items()}
    return Around({w: 1.0 if w in in_headline else led[w] for w in words})


def weigh(words: Sequence[str], articles: Collection[Around], names: Collection[str] = ()) -> tuple[Term, ...]:
    """The words with their weights (which sum to 1), without those that no article has; `names` weigh twice."""
    having = {w: sum(1 for a in articles if a.about.get(w, 0) > 0) for w in words}
    raw = {w: math.log(1 + len(articles) / n) * (2 if w in names else 1) for w, n in having.items() if n}
    total = sum(raw.values())
    return tuple(Term(w, weight / total, w in names) for w, weight in raw.items())


def names_among(words: Sequence[str], texts: Iterable[str]) -> frozenset[str]:
    """The words that the texts nearly always write with a capital where no sentence begins."""
    wanted = set(words)
    found = [(w.casefold(), w[0].isupper()) for text in texts for w in _inner_words(text)]
    upper = Counter(folded for folded, capital in found if capital and folded in wanted)
    every = Counter(folded for folded, _ in found if folded in wanted)
    return frozenset(w for w in wanted if every[w] and upper[w] >= 0.8 * every[w])


def _inner_words(text: str) -> Iterator[str]:
    """The words that do not begin a sentence, a line or a quotation."""
    last = -1
    for found in WORD.finditer(text):
        between = text[last : found.start()] if last >= 0 else "."
        if not BEGINNING.search(between):
            yield found[0]
        last = found.end()


def relevance(terms: Sequence[Term], sentence: str, heading: str, around: Around) -> Relevance:
    """How much what a sentence tells belongs to the matter."""
    words = [t.word for t in terms]
    inside, above = present(words, sentence), present(words, heading)
    near = {w: _nearness(w, inside, above, around) for w in words}
    strengths = [Strength(near[t.word][0], t.weight, t.name) for t in terms]
    return Relevance(combined(strengths), tuple(near[w][1] for w in words))


def _nearness(word: str, inside: Collection[str], above: Collection[str], around: Around) -> tuple[float, str]:
    if word in inside:
        return 1.0, f"“{word}” in the sentence"
    if word in above:
        return HEADING, f"“{word}” in the heading above"
    share = around.about.get(word, 0.0)
    if share:
        return max(FLOOR, ARTICLE * share), f"“{word}” in the article ({share:.0%} about it)"
    return FLOOR, f"“{word}” nowhere near"


def combined(strengths: Sequence[Strength]) -> float:
    """The weighted geometric mean of the strongest words that suffice, among them a name if the query has one."""
    best = sufficient(strengths)
    names = [s for s in strengths if s.name]
    if names and not any(s.name for s in best):
        best[-1] = max(names, key=lambda s: s.near)
    total = sum(s.weight for s in best)
    return math.exp(sum(s.weight * math.log(s.near) for s in best) / total) if total else 0.0


def sufficient(strengths: Sequence[Strength]) -> list[Strength]:
    """The words of a query that have to be near, strongest first: so many that they carry COVER of the weight; of a
    long query, which rather lists what belongs to the matter, LISTED of them."""
    ranked = sorted(strengths, key=lambda s: -s.near)
    if len(ranked) > SHORT_QUERY:
        return ranked[: math.ceil(LISTED * len(ranked))]
    carried = list(accumulate(s.weight for s in ranked))
    needed = sum(weight < COVER * sum(s.weight for s in ranked) for weight in carried)
    return ranked[: needed + 1]


def centred(terms: Sequence[Term], around: Around) -> bool:
    """Whether an article is about two words of the query or more, a name among them."""
    strong = [t for t in terms if around.about.get(t.word, 0.0) >= LEAD]
    return len(strong) > 1 and any(t.name for t in strong)


def carried(
    scores: Mapping[str, Relevance], articles: Mapping[str, Collection[str]], centred: Collection[str] = ()
) -> dict[str, Relevance]:
    """The scores by happening, where those that stand beside enough of the matter are carried along.

    `articles` names, for each happening, the articles that tell it. An article of whose happenings CARRYING belong to
    the matter (two at least; CENTRED of one of the `centred`) takes the rest with it: it need not name the matter in
    every paragraph, nor all that a long query lists.
    """
    counting = {h for h, score in scores.items() if score.enough}
    return _carried(scores, articles, counting, _Shares(CARRYING, frozenset(centred)))


def kindred(
    scores: Mapping[str, Relevance], articles: Mapping[str, Collection[str]], centred: Collection[str] = ()
) -> dict[str, Relevance]:
    """As `carried`, by happenings of the matter that another article tells too (KINDRED of an article's, two at least):
    articles that tell the same things as those on the matter belong to it, whatever words they use."""
    shared = {h for h, score in scores.items() if score.enough and len(articles[h]) > 1}
    return _carried(scores, articles, shared, _Shares(KINDRED, frozenset(centred)))


@dataclass(frozen=True, slots=True)
class _Shares:
    """Which part of an article's happenings has to belong to the matter to carry the rest."""

    usual: float
    centred: frozenset[str]

    def of(self, article: str) -> float:
        return CENTRED if article in self.centred else self.usual


def _carried(
    scores: Mapping[str, Relevance],
    articles: Mapping[str, Collection[str]],
    counting: Collection[str],
    shares: _Shares,
) -> dict[str, Relevance]:
    told: dict[str, list[str]] = {}
    for happening, telling in articles.items():
        for article in telling:
            told.setdefault(article, []).append(happening)
    near = {a: sum(h in counting for h in hs) for a, hs in told.items()}
    carrying = {a for a, n in near.items() if n >= 2 and n >= shares.of(a) * len(told[a])}
    beside = {h: by for h, score in scores.items() if not score.enough and (by := carrying.intersection(articles[h]))}
    return {h: _carry(score, beside[h], near, told) if h in beside else score for h, score in scores.items()}


def _carry(
    score: Relevance, by: Collection[str], near: Mapping[str, int], told: Mapping[str, Sequence[str]]
) -> Relevance:
    best = max(by, key=lambda a: (near[a] / len(told[a]), a))
    why = f"{near[best]} of {len(told[best])} happenings in {best} belong to the matter"
    return Relevance(THRESHOLD, (*score.why, why))
