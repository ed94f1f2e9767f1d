"""Names of programmes and papers that are made of words for times: ``This Week'', "Saturday Night Live"."""

from __future__ import annotations

from dateline.annotate.dates.tokens import Token

OPENING, CLOSING = frozenset({"`", "“", '"'}), frozenset({"'", "”", '"'})
LONGEST = 5  # words of a name on each side
ENDS = frozenset({",", "."})


def quoted_name(tokens: list[Token], first: int, last: int) -> bool:
    """Whether tokens first..last stand in a quotation of nothing but words with capital letters: several, or a "Today"
    that is set off by no comma (that would be speech: "Tomorrow," he said)."""
    left = _outward(tokens, first - 1, -1)
    right = _outward(tokens, last, 1)
    if left is None or right is None or tokens[left].low not in OPENING:
        return False
    stop = tokens[right].low in ENDS
    close = right + stop
    if close >= len(tokens) or tokens[close].low not in CLOSING:
        return False
    words = tokens[left + 1 : right]
    return len(words) > 1 or (words[0].letter == "G" and not stop)


def _outward(tokens: list[Token], at: int, step: int) -> int | None:
    """Where the run of words with capital letters ends on that side; None at the end of the sentence."""
    for _ in range(LONGEST):
        if not 0 <= at < len(tokens):
            return None
        if not tokens[at].titled:
            return at
        at += step
    return None
