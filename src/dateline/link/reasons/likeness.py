"""How alike are two claims beside their times? What several questions about one happening rest on."""

from __future__ import annotations

from dateline.link.reasons.pair import Pair
from dateline.link.reasons.parties import same_place, shared_actors
from dateline.link.reasons.wording import same_head, shared_words


def in_common(pair: Pair) -> float:
    """How much two claims have in common beside the kind of happening: telling words, parties, places."""
    return sum(g.strength for s in (shared_words, shared_actors, same_place) if (g := s(pair)) is not None)


def likeness(pair: Pair) -> float:
    """How alike the words for the happening are, 0..1."""
    head = same_head(pair)
    return head.strength if head else 0.0
