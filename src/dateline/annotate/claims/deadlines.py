"""Terms set for what is still to come: "before May", "until the end of the year" span from now to the term."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.tree import Tree
from dateline.annotate.claims.verbs import voice
from dateline.model.time import Days, Granularity

KEPT = "from the dated act before it to its end"
KEEPING = frozenset({
    "keep", "remain", "stay", "rule", "govern", "reign", "last", "serve", "lead", "hold", "work", "live", "run",
    "continue",
})  # fmt: skip
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


def kept_until(tree: Tree, dated: Dated, all_dated: list[Dated]) -> Dated:
    """The happening; of what lasted until a day, told with the dated act that it began with, the whole span ("took
    office in 2003 and remained there until 2011")."""
    verb, end = dated.unit, dated.days.end
    if dated.relation not in ("until", "till") or end is None or not tree.verbal(verb) or tree.tag[verb] != "VBD":
        return dated
    if tree.lemma[verb] not in KEEPING or tree.dep[verb] not in ("conj", "relcl") or tree.has(verb, "not", "never"):
        return dated
    over = tree.head[verb] if tree.dep[verb] == "conj" else tree.clause(tree.head[verb])
    starts = [d.days.start for d in all_dated if over in (d.unit, d.also) and not d.relation and d.days.end is not None]
    if not starts or starts[0] is None or starts[0] >= end:
        return dated
    return replace(dated, days=Days(starts[0], end), granularity=Granularity.RANGE, relation="", way=KEPT)


def _to(dated: Dated, first: date, last: date) -> Dated | None:
    if last <= first:
        return None
    return replace(dated, days=Days(first, last), granularity=Granularity.RANGE)
