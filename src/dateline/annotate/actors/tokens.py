"""Words of a text with their places, as the search for names needs them: hyphens part words, "'s" does not count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.annotate.gazetteer import fold

OPENING = frozenset('“‘"(:')
REMEMBERED = 1024  # sentences: more than a batch of documents has, as two annotators read the same words
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_OWNER = re.compile(r"['’][sS]\Z|(?<=s)['’]\Z")


@dataclass(slots=True)  # not frozen: there are hundreds of thousands, and a frozen one takes three times as long
class Token:
    """text[start:end] is a word; `folded` its form without case and accents; `owns` whether "'s" follows it.

    `capital` says that it begins with a capital letter, `first` that it opens a sentence or a quotation, `sentence` is
    the number of its sentence (-1 in a heading), and `gap` what stands between it and the word before.
    """

    words: str
    start: int
    end: int
    folded: str
    capital: bool
    first: bool
    owns: bool
    sentence: int
    gap: str


@lru_cache(maxsize=REMEMBERED)
def tokens(text: str, start: int, end: int, sentence: int) -> tuple[Token, ...]:
    """The words of text[start:end] in order; those of the last sentences asked for are remembered, none is changed."""
    return tuple(_tokens(text, start, end, sentence))


def _tokens(text: str, start: int, end: int, sentence: int) -> Iterator[Token]:
    before = start
    for found in _WORD.finditer(text, start, end):
        words, (at, stop) = found[0], found.span()
        last = stop
        owner = _OWNER.search(words) if "'" in words or "’" in words else None
        if owner:
            words, stop = words[: owner.start()], at + owner.start()
        gap = text[before:at]
        first = before == start or (gap != " " and not OPENING.isdisjoint(gap))
        plural = owner is None and words[-1] == "s" and text[stop : stop + 1] in ("'", "’")
        owns = owner is not None or plural
        yield Token(words, at, stop, fold(words), words[0].isupper(), first, owns, sentence, gap)
        before = last + plural
