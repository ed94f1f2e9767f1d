"""Who is in it, and where?"""

from __future__ import annotations

from dateline.link.reasons.pair import Pair
from dateline.model.provenance import Reason


def shared_actors(pair: Pair) -> Reason | None:
    """Parties that both claims have; one who is in every claim of both articles tells little."""
    shared = sorted(pair.a.actors & pair.b.actors)
    if not shared:
        return None
    strength = sum(max(0.25, pair.telling_actor(a)) for a in shared) / 2
    return Reason("actors", min(1.0, strength), f"the same parties: {', '.join(shared)}")


def other_actors(pair: Pair) -> Reason | None:
    """Both name parties, and none is shared."""
    a, b = pair.a.actors, pair.b.actors
    if not a or not b or a & b:
        return None
    return Reason("other-actors", -1.0, f"different parties: {', '.join(sorted(a))}; {', '.join(sorted(b))}")


def same_place(pair: Pair) -> Reason | None:
    """Places that both claims have."""
    shared = sorted(pair.a.places & pair.b.places)
    if not shared:
        return None
    return Reason("place", 1.0, "the same place")
