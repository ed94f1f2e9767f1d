"""Are the articles about the same matter? What unrelated articles say of one day is seldom one happening."""

from __future__ import annotations

from dateline.link.reasons.pair import Ground, Pair

USUAL = 0.22  # kinship that articles of one matter reach (0.2 to 0.6 on five matters; 0 to 0.2 across)
STRANGE = 0.1  # kinship of articles that have nothing to do with each other


def other_matter(pair: Pair) -> Ground | None:
    """The articles share little of what they are about."""
    kinship = pair.crowd.kinship
    if kinship >= USUAL:
        return None
    strength = min(1.0, (USUAL - kinship) / (USUAL - STRANGE))
    return Ground("matter", -round(strength, 3), lambda: f"the articles are about different matters ({kinship:.2f})")
