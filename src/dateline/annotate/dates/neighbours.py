"""The words around a phrase, for what decides whether it is a time."""

from __future__ import annotations

from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.meaning import Phrase
from dateline.annotate.dates.tokens import Token

WEATHER = frozenset(
    {"temperature", "temperatures", "degrees", "highs", "lows", "high", "low", "fahrenheit", "celsius", "age"}
)
NEAR = 6  # tokens


class Beside:
    """The words around a phrase: `before` and `after` in lower case, "" at the ends of the sentence."""

    def __init__(self, phrase: Phrase, tokens: list[Token], words: Lexicon) -> None:
        self.first = phrase.first == 0
        self.before = tokens[phrase.first - 1].low if phrase.first else ""
        self.ahead = tokens[phrase.first - 2].low if phrase.first > 1 else ""
        self.after = tokens[phrase.last].low if phrase.last < len(tokens) else ""
        self.second = tokens[phrase.last + 1].low if phrase.last + 1 < len(tokens) else ""
        self.touches = phrase.last < len(tokens) and tokens[phrase.last].start == tokens[phrase.last - 1].end
        self.weather = any(t.low in WEATHER for t in tokens[max(0, phrase.first - NEAR) : phrase.last + NEAR])
        before = tokens[phrase.first - 1] if phrase.first else None
        self.tokens = tokens
        self.named = before is not None and before.titled and before.letter == "_"
        self.followed = phrase.last < len(tokens) and tokens[phrase.last].titled
        self.words = words
        self.titled = tokens[phrase.last - 1].titled

    def among(self, low: str, name: str) -> bool:
        """Whether a word is in a list of the lexicon."""
        return low in self.words.lists[name]
