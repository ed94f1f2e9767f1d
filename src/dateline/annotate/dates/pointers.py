"""Words that point, save where they do something else: "will last two days", "said that four days later he left"."""

from __future__ import annotations

from dateline.annotate.dates.amounts import PLURALS
from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.meaning import Phrase
from dateline.annotate.dates.tokens import Token

MODALS = frozenset(
    {"to", "will", "would", "can", "could", "may", "might", "should", "must", "shall", "not", "t", "ll", "d", "did"}
    | {"does", "do", "cannot", "normally", "usually", "typically", "generally", "often", "sometimes", "never", "rarely"}
    | {"probably", "likely", "only", "just", "easily", "that", "which"}
)
SHORTEST = 5  # letters of a noun that "last" may be the verb of ("talks last two days", but not "his last two days")


def no_pointing(p: Phrase, tokens: list[Token], words: Lexicon) -> bool:
    """Whether the first word of "last two days", "that four days" points at nothing: "last" is a verb, "that" opens a
    clause."""
    first, unit = tokens[p.first], tokens[p.last - 1]
    if unit.low not in PLURALS:
        return False
    if first.low == "that":
        return tokens[p.first + 1].letter != "r"
    return first.low == "last" and p.first > 0 and _verb(tokens[p.first - 1], words)


def _verb(before: Token, words: Lexicon) -> bool:
    """Whether "last" behind that word is a verb."""
    plural = before.letter == "_" and before.low.endswith("s") and len(before.low) >= SHORTEST
    return before.low in MODALS or (plural and before.low not in ACROSS and before.low not in words.lists["stop"])


ACROSS = frozenset({"across", "towards", "versus", "minus", "besides", "always"})
