"""Two claims of one article: its author tells most happenings once, so that only a plain repetition is the same."""

from __future__ import annotations

from dateline.link.profile import Profile
from dateline.link.reasons.pair import Ground, Pair
from dateline.link.times import Fit
from dateline.model.claim import Status

TOLD = frozenset({Status.HAPPENED, Status.PLANNED})


def elsewhere(a: Profile, b: Profile) -> bool:
    """Whether other parties do it in other places."""
    return bool(a.actors and b.actors and a.places and b.places) and not a.actors & b.actors and not a.places & b.places


def told_twice(pair: Pair) -> Ground | None:
    """Against two claims of one article, unless sentences of their own name one thing by one kind of word."""
    a, b = pair.a, pair.b
    if a.known.article_id != b.known.article_id:
        return None
    repeated = (
        a.claim.sentence != b.claim.sentence
        and a.claim.status is b.claim.status
        and a.claim.status in TOLD
        and bool(a.groups & b.groups)
        and pair.times.fit in (Fit.EQUAL, Fit.NESTED)
        and not elsewhere(a, b)
    )
    return Ground("one-text", -0.1 if repeated else -1.0, lambda: "one article tells both")
