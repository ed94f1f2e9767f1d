"""Which words of a text stand between quotation marks, and whose they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dateline.model.mark import QuoteMark, Speech


class Spoken:
    """The direct speech of one text."""

    def __init__(self, quotes: Sequence[QuoteMark]) -> None:
        direct = sorted(
            (q for q in quotes if q.kind is Speech.DIRECT and not q.nested), key=lambda q: (q.words.start, q.words.end)
        )
        self._quotes = direct
        self._starts = [q.words.start for q in direct]

    def around(self, at: int) -> QuoteMark | None:
        """The direct speech that a character stands in."""
        found = bisect_right(self._starts, at) - 1
        if found < 0 or self._quotes[found].words.end <= at:
            return None
        return self._quotes[found]


def who(quote: QuoteMark) -> str:
    """Who says it: an actor id, else the words for the speaker, "" if nobody is named."""
    return quote.speaker or (quote.speaker_words.exact if quote.speaker_words else "")
