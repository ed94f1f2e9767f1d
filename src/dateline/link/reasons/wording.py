"""Do the words for the happening agree, and do the claims share words that few others have?"""

from __future__ import annotations

from dateline.link.profile import Profile
from dateline.link.reasons.pair import Pair
from dateline.link.words import WORD, kin, opposite, rarity, stem
from dateline.model.provenance import Reason

ENOUGH = 2.5  # shared rarity that counts in full
NAMED = 4  # shared words that a reason quotes
LIGHT = 0.12  # below this rarity a head word ("have", "make", "say") says nothing


def same_head(pair: Pair) -> Reason | None:
    """The happening is named by the same word, or by words of one group, or of two kindred groups."""
    a, b = pair.a, pair.b
    if a.head == b.head and rarity(a.head) > LIGHT:
        return Reason("head", 1.0, f"both name it by “{a.claim.head}”" if a.claim.head == b.claim.head else _akin(pair))
    strength = next((x for x, holds in _kinship(a, b) if holds), 0.0)
    return Reason("head", strength, _akin(pair)) if strength else None


def _kinship(a: Profile, b: Profile) -> tuple[tuple[float, bool], ...]:
    """How near two happenings are by the groups of their words: strengths, strongest first, and whether they hold."""
    return (
        (0.85, bool(a.groups & b.groups)),
        (0.6, bool(a.groups & b.theme or b.groups & a.theme)),
        (0.45, kin(a.groups, b.groups) is not None),
        (0.25, bool(a.theme & b.theme or a.groups & b.around or b.groups & a.around)),
    )


def unlike_head(pair: Pair) -> Reason | None:
    """Both name known kinds of happening, and these are neither akin nor in the other's sentence."""
    a, b = pair.a, pair.b
    if not a.groups or not b.groups or same_head(pair):
        return None
    return Reason("unlike", -1.0, f"“{a.claim.anchor.exact}” and “{b.claim.anchor.exact}” name different things")


def opposed(pair: Pair) -> Reason | None:
    """The words exclude each other (opened and closed, approved and rejected)."""
    a, b = pair.a, pair.b
    if a.groups & b.groups or not opposite(a.groups, b.groups):
        return None
    return Reason("opposed", -1.0, f"“{a.claim.head}” and “{b.claim.head}” are opposites")


def shared_words(pair: Pair) -> Reason | None:
    """Words that both claims have, weighed by how rare they are in news and among the claims of both articles."""
    a, b = pair.a.weights, pair.b.weights
    worth = {w: (a[w] * b[w]) ** 0.5 * pair.telling(w) for w in sorted(a.keys() & b.keys())}
    total = sum(worth.values())
    if total < 0.1:
        return None
    best = sorted(worth, key=lambda w: (-worth[w], w))[:NAMED]
    told = ", ".join(_spelled(pair, w) for w in best)
    return Reason("words", min(1.0, total / ENOUGH), f"they share: {told}")


def _akin(pair: Pair) -> str:
    return f"“{pair.a.claim.head}” and “{pair.b.claim.head}” can name the same"


def _spelled(pair: Pair, word: str) -> str:
    return next((w for w in WORD.findall(pair.a.claim.sentence.exact) if stem(w) == word), word)
