"""Regions that went quiet: nothing of them is held in the window, while there was news of them in the weeks before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.model.continents import CONTINENTS
from dateline.views.insights import Basis, Insight, InsightKind
from dateline.views.storyline import StoryBrief

WEEKS = 28  # days before the window that are looked at
SOME = 3  # stories in these that make a silence strange
SHOWN = 3  # of these, as evidence
RULE = f"no story in these days, and at least {SOME} in the {WEEKS} days before"


def gone_quiet(code: str, before: Sequence[StoryBrief], first: date) -> Insight | None:
    """What a continent without a story in the window told in the weeks before; None if that was little, too."""
    recent = [b for b in before if b.last_day and (first - b.last_day).days <= WEEKS]
    if len(recent) < SOME:
        return None
    last = max(b.last_day for b in recent if b.last_day)
    many = f"{SOME} stories or more in the {WEEKS} days before, the last of {last}"
    told = f"{CONTINENTS[code]}: nothing held since {first}; {many}"
    shown = tuple(Basis("", b.voice.lead, b.voice.article) for b in recent[:SHOWN])
    return Insight(InsightKind.QUIET, told, shown, "", RULE)
