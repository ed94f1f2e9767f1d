"""How a story ranks on the glance: few named parts that sum up to its score. Importance, not reliability.

    score = 0.35 voices + 0.20 spread + 0.25 recency + 0.10 novelty + 0.10 burst (+ 1 if a person pinned it)

voices: independent outlets, saturating at MANY; spread: countries of these outlets, saturating at WIDE; recency: halves
every HALF_LIFE days since its last article; novelty: the share of its articles that came in the asked time; burst: 1
for a breaking story.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model.provenance import Reason
from dateline.views.storyline import Counted, Course, StoryBrief

WEIGHTS = {"voices": 0.35, "spread": 0.20, "recency": 0.25, "novelty": 0.10, "burst": 0.10, "pinned": 1.0}
MANY = 15  # independent outlets beyond which more of them tell nothing
WIDE = 6  # the same for countries
HALF_LIFE = 1.5  # days


@dataclass(frozen=True, slots=True)
class Ranked:
    """A story with its score and the parts that sum up to it."""

    story: StoryBrief
    score: float
    why: tuple[Reason, ...]


def parts(told: Counted, today: date) -> tuple[Reason, ...]:
    """What speaks for a story as seen on a day; the parts sum up to its score."""
    age = max(0, (today - told.last_day).days) if told.last_day else None
    shares = {
        "voices": (min(1.0, math.log1p(told.outlets) / math.log1p(MANY)), f"independent outlets: {told.outlets}"),
        "spread": (min(1.0, len(told.outlet_countries) / WIDE), f"countries of these: {len(told.outlet_countries)}"),
        "recency": (0.0 if age is None else 0.5 ** (age / HALF_LIFE), f"last article {told.last_day or 'undated'}"),
        "novelty": (told.new / max(1, told.articles), f"new articles: {told.new} of {told.articles}"),
        "burst": (float(told.course is Course.BREAKING), f"its course is {told.course}"),
        "pinned": (float(told.pinned), "pinned by a person"),
    }
    told_of = ((name, share, words) for name, (share, words) in shares.items() if share)
    return tuple(Reason(name, round(WEIGHTS[name] * share, 3), words) for name, share, words in told_of)


def summed(why: Sequence[Reason]) -> float:
    """The score that parts sum up to."""
    return round(sum(r.score for r in why), 3)
