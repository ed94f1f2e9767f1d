"""Days and months told without their year, which has been guessed wrongly."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.governors import Timed
from dateline.annotate.claims.tree import HELPING, Tree
from dateline.model.time import Days, Granularity

LONG = 280  # days: of what lies farther back, writers give the year
WEEKS = 60  # days: what is told next follows so soon
MONTHS = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})


def misread(tree: Tree, dated: Dated, timed: Timed, published: date, before: Sequence[Days]) -> bool:
    """Whether a day without a year has been read as ten months back, or as still to come though told in the past:
    writers give the year then, unless the sentence before has just told of those weeks."""
    spoken = timed.mark.words.exact.lower()
    if any(len(w) == 4 and w.isdigit() for w in spoken.replace(",", " ").split()) or "last" in spoken:
        return False
    if timed.mark.anchor_at is None:
        days, fresh = dated.days.length(), dated.days.end is not None
        month = timed.mark.granularity is Granularity.MONTH and tree.tag[dated.unit] != "VBD"
        back = (published - dated.days.upper).days > LONG and not any(_close(dated.days, told) for told in before)
        return fresh and (days == 1 or month) and back and _calendar(spoken)
    later = "later" in spoken.split() and not any(tree.tag[k] == "MD" for k in tree.kids[dated.unit])
    return dated.days.lower > published and (later or _told_as_past(tree, dated.unit))


def _close(days: Days, told: Days) -> bool:
    """Whether days follow on others within weeks."""
    return told.start is not None and told.end is not None and 0 <= (days.lower - told.lower).days <= WEEKS


def _calendar(spoken: str) -> bool:
    """Whether words name a month."""
    return any(w[:3] in MONTHS for w in spoken.replace(".", "").split())


def _told_as_past(tree: Tree, unit: int) -> bool:
    """Whether the nearest finite verb above stands in the past."""
    for i in (unit, *tree.up(unit)):
        tags = [tree.tag[k] for k in tree.kids[i] if tree.dep[k] in HELPING]
        if "MD" in tags:
            return False
        if tree.tag[i] == "VBD" or "VBD" in tags:
            return True
    return False
