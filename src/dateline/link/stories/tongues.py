"""Which language an article is written in, by its function words, and how its words are brought into one form."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from dateline.link.words import lines

ENGLISH = "en"
LOOKED_AT = 200  # words by which a language is known
SHARE = 0.15  # of these that are function words of it, at least
FEWEST = 3  # function words that tell it
HELD = 1 << 14  # folded words kept in memory
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
PLAIN = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "’": "'"})
# The function words of English are few here: the commonest tell it from all others.
ENGLISH_WORDS = frozenset(
    """the of to and in that is was for on with as by at from it be are were has have had he his she her they their
    this which not but an or will would said after who been its when more about than into over out up there we you i
    if no so what all one two can could also him them our us my your a""".split()
)


@lru_cache(maxsize=HELD)
def fold(word: str) -> str:
    """A word in small letters without accents."""
    low = word.lower().translate(PLAIN)
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


@cache
def _function_words() -> dict[str, frozenset[str]]:
    listed = (line.split() for line in lines("function_words.txt"))
    return {ENGLISH: ENGLISH_WORDS, **{tongue: frozenset(words) for tongue, *words in listed}}


@cache
def _tongues_of() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for tongue, words in _function_words().items():
        for word in sorted(words):
            found.setdefault(word, []).append(tongue)
    return {word: tuple(tongues) for word, tongues in found.items()}


def tongue(words: Sequence[str]) -> str:
    """The language of which most of the first words are function words, "" if they are too few to tell.

    `words` are folded. The lists differ in length; English and those that share its words are told apart by the rest.
    """
    first = words[:LOOKED_AT]
    counted = Counter(t for w in first for t in _tongues_of().get(w, ()))
    best = max(counted, key=lambda t: (counted[t], t == ENGLISH, t), default="")
    return best if best and counted[best] >= max(FEWEST, SHARE * len(first)) else ""


def function_words(of: str) -> frozenset[str]:
    """The folded function words of a language; none for English, whose common words have weights of their own."""
    return frozenset() if of in ("", ENGLISH) else _function_words().get(of, frozenset())


def pieces(word: str) -> Iterator[str]:
    """A word itself; of scripts that put no spaces between words each two letters that follow each other."""
    if word.isascii() or not UNSPACED.search(word) or len(word) < 3:
        yield word
        return
    yield from (word[at : at + 2] for at in range(len(word) - 1))
