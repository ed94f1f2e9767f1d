"""Terms set for what is still to come: "before May", "until the end of the year" span from now to the term."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.tree import Tree
from dateline.annotate.claims.verbs import voice
from dateline.model.time import Days, Granularity

STATES = frozenset({"be", "remain", "stay", "live", "belong"})


def spanned(tree: Tree, words: Lexicon, dated: Dated, published: date | None) -> Dated | None:
    """The happening with its term as a span from publication on; None if nothing can be said of its time."""
    if not tree.verbal(dated.unit) or dated.relation not in ("before", "until"):
        return dated
    shape = voice(tree, dated.unit, words)
    if dated.relation == "before":
        if published is None or (shape.past and shape.finite):
            return None
        return _to(dated, published, dated.days.lower - timedelta(days=1))
    if shape.past and shape.finite and not shape.negated and tree.lemma[dated.unit] in STATES:
        return None  # "was a waste until 1994" tells when it ended
    if shape.present and not shape.infinitive and published is not None and dated.days.end is not None:
        return _to(dated, published, dated.days.end) or dated
    return dated


def _to(dated: Dated, first: date, last: date) -> Dated | None:
    if last <= first:
        return None
    return replace(dated, days=Days(first, last), granularity=Granularity.RANGE)
