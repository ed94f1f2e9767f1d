"""The same party does the same thing on the same day, and the sources tell opposite ends of it."""

from __future__ import annotations

from dateline.link.reasons.pair import Ground, Pair
from dateline.link.times import Fit, exact
from dateline.link.words import opposite, stem
from dateline.model.claim import Claim, Status

DECIDED = frozenset({"approve", "reject", "ratify", "veto", "agree", "elected", "win", "lose", "convict", "acquit"})


def opposite_outcome(pair: Pair) -> Ground | None:
    """Approved here, rejected there: one agent, one object, one exact day, opposite words for a decision."""
    found = outcomes(pair)
    if found is None:
        return None
    return Ground("outcome", 1.0, lambda: f"one decision told with opposite outcomes: {found[0]}, {found[1]}")


def outcomes(pair: Pair) -> tuple[str, str] | None:
    """The two outcomes in the words of the claims; None unless all but the outcome is the same."""
    a, b = pair.a.claim, pair.b.claim
    told = all(c.status is Status.HAPPENED and not c.negated and exact(c.when) for c in (a, b))
    if not told or pair.times.fit is not Fit.EQUAL or pair.a.groups & pair.b.groups:
        return None
    if not opposite(pair.a.groups & DECIDED, pair.b.groups & DECIDED):
        return None
    if not _parties(a, "agent") & _parties(b, "agent") or not _parties(a, "patient") & _parties(b, "patient"):
        return None
    return a.anchor.exact, b.anchor.exact


def _parties(claim: Claim, role: str) -> frozenset[str]:
    return frozenset(r.actor or stem(r.head) for r in claim.roles if r.name == role)
