"""Whether a clause tells of the past or of what is to come, by its words alone."""

from __future__ import annotations

from dateline.annotate.dates.lexicon import Lexicon
from dateline.annotate.dates.tokens import Token

REACH = 24  # tokens on each side of the words for a time
BREAKS = frozenset({";", ":", "(", ")", "“", "”", '"', "but", "while", "although", "though", "whereas"})


def future(tokens: list[Token], first: int, last: int, words: Lexicon) -> bool:
    """Whether tokens first..last stand in a clause that looks ahead ("will meet on Friday", "due by May 22").

    The verb group nearest to the words decides; on a tie, what stands before them. No verb: the past.
    """
    if first and tokens[first - 1].low in words.lists["ahead"]:
        return not _past_before(tokens, first, words)
    left = _side(tokens, range(first - 1, max(-1, first - REACH), -1), words)
    right = _side(tokens, range(last, min(len(tokens), last + REACH)), words)
    nearest = min((s for s in (left, right) if s), key=lambda s: s[0], default=None)
    return nearest is not None and nearest[1]


def _past_before(tokens: list[Token], first: int, words: Lexicon) -> bool:
    return any(t.low in words.lists["perfect"] for t in tokens[max(0, first - 6) : first])


def _side(tokens: list[Token], order: range, words: Lexicon) -> tuple[int, bool] | None:
    """How far the nearest verb group is on that side, and whether it looks ahead."""
    for far, i in enumerate(order):
        low = tokens[i].low
        if low in BREAKS:
            return None
        told = _verb(tokens, i, words)
        if told is not None:
            return far + (3 if order.step > 0 else 0), told
    return None


def _verb(tokens: list[Token], i: int, words: Lexicon) -> bool | None:
    low = tokens[i].low
    if low in words.lists["will"]:
        return True
    before = tokens[i - 1].low if i else ""
    if low in words.lists["plan"]:
        return before not in ("had", "was", "were", "been")
    if before == "to" and low in words.lists["base"]:
        return None
    if low in words.lists["was"] or low in words.lists["past"] or (low.endswith("ed") and len(low) > 4):
        return _to_come(tokens, i, words)
    return True if low in words.lists["now"] else None


def _to_come(tokens: list[Token], i: int, words: Lexicon) -> bool:
    """A participle after "is", "are", "be" with a plan in it: "is expected", "are set to"."""
    if tokens[i].low in words.lists["planned"]:
        near = {t.low for t in tokens[max(0, i - 3) : i]}
        return not near & {"was", "were", "had", "been", "originally"}
    return any(t.low in words.lists["will"] for t in tokens[max(0, i - 4) : i])
