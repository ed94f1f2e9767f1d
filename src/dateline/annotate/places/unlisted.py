"""Names that no list has, of which the words say that they are places: "the Kanawha River", "the village of X in Y"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.actors.lexicon import Lexicon
from dateline.annotate.actors.lexicon import words as actor_words
from dateline.annotate.actors.tokens import Token
from dateline.annotate.gazetteer import Toponym, ordinary_names
from dateline.annotate.places.surroundings import NAME_GAPS, Area, designated, words

UNLISTED = "unlisted"  # stands in front of the kind until the context tells where the place is
LONGEST = 4  # words of such a name


def name_end(tokens: Sequence[Token], n: int, barred: set[int]) -> int:
    """Where a row of words with capitals ends that begins at a word; a few words at most."""
    last = n + 1
    while last < min(n + LONGEST, len(tokens)) and tokens[last].capital and tokens[last].gap in NAME_GAPS:
        if last in barred or tokens[last - 1].owns:
            break
        last += 1
    return last


def unlisted(tokens: Sequence[Token], n: int, last: int, around: frozenset[Area], lexicon: Lexicon) -> Toponym | None:
    """The place of such a name with its kind alone: a feature, or a settlement that the words around place."""
    if n and tokens[n - 1].capital and tokens[n].gap in NAME_GAPS and not tokens[n - 1].first:
        return None
    if tokens[n].folded in ordinary_names() or lexicon.is_given(tokens[n].folded):
        return None  # "Love Island", "Marianne Lake"
    kind = _feature(tokens, n, last) or ("city" if around and _is_settlement(tokens, n, last) else "")
    return unplaced(tokens, n, last, kind) if kind else None


def unplaced(tokens: Sequence[Token], n: int, last: int, kind: str) -> Toponym:
    """A place that lacks all but its name and kind."""
    name = " ".join(t.words for t in tokens[n:last])
    return Toponym("", name, "", "", "", 0.0, 0.0, 0, f"{UNLISTED} {kind}")


def _feature(tokens: Sequence[Token], n: int, last: int) -> str:
    """The kind of a name that says it itself: "Lake Lanier" and "Kanawha River", but no "Hudson River Park"."""
    name = tokens[n:last]
    plain = all(t.folded not in words("no_places") | actor_words("common") and not t.folded.isdigit() for t in name)
    if last - n < 2 or last - n == LONGEST or not plain or any(t.words.isupper() for t in name):
        return ""
    if name[-1].folded in words("features") and n and tokens[n - 1].folded in _leads():
        return name[-1].folded
    return name[0].folded if name[0].folded in words("feature_heads") and last - n == 2 else ""


def _leads() -> frozenset[str]:
    """Words before a feature, without which "Marianne Lake" is a person."""
    return words("locative") | words("loosely_locative") | words("articles") | {"on", "and"}


def _is_settlement(tokens: Sequence[Token], n: int, last: int) -> bool:
    known = tokens[n].folded in actor_words("common") | words("no_places")
    return (
        designated(tokens, n) in words("towns") and last - n < LONGEST and not known and not tokens[n].words.isupper()
    )
