"""All insights of a window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dateline.model.gist import Outline
from dateline.store.base import Store
from dateline.views.insights import Insight, InsightKind
from dateline.views.summing.acts import acted
from dateline.views.summing.pairs import differing, pairs, settled
from dateline.views.summing.plans import plans
from dateline.views.summing.positions import turned

EACH = 5  # insights of one kind
MOST = {InsightKind.DISAGREEMENT: 12}  # of these more: each is a reason to look twice


def insights(
    store: Store, stories: Mapping[str, Sequence[Outline]], first: date, until: date, region: str = ""
) -> tuple[Insight, ...]:
    """What the articles of a window (both days included), by story in order of rank, tell that is new: by kind, the
    latest first, at most EACH of a kind; a happening once."""
    held = {o.article_id: o for articles in stories.values() for o in articles}
    differ = differing(store, held)
    found = [
        *plans(store, stories, first, EACH),
        *pairs(store, differ, until, MOST),
        *settled(store, differ, held),
        *acted(store, first, until, region, EACH),
        *turned(store, list(stories.values()), first),
    ]
    return tuple(i for kind in InsightKind for i in [f for f in found if f.kind is kind][: MOST.get(kind, EACH)])
