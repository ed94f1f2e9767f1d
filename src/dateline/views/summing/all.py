"""All insights of a window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.store.base import Held, Store
from dateline.views.insights import Insight, InsightKind
from dateline.views.summing.acts import acted
from dateline.views.summing.pairs import pairs, settled
from dateline.views.summing.plans import plans
from dateline.views.summing.positions import turned

EACH = 5  # insights of one kind
MOST = {InsightKind.DISAGREEMENT: 12}  # of these more: each is a reason to look twice


def insights(
    store: Store, stories: Sequence[Sequence[Held]], first: date, until: date, region: str = ""
) -> tuple[Insight, ...]:
    """What the articles of a window (both days included), by story, tell that is new: by kind, the latest first, at
    most EACH of a kind; a happening once."""
    held = {h.article.id: h for articles in stories for h in articles}
    claims = [c for a in sorted(held) for c in store.claims.of_article(a)]
    dated = [*plans(store, claims, held, first), *pairs(store, claims, held, until), *settled(store, claims, held)]
    dated.sort(key=lambda i: (-_day(i), i.basis[0].claim))
    found = [*dated, *acted(store, first, until, region), *turned(store, stories, first)]
    kept = [i for kind in InsightKind for i in [f for f in found if f.kind is kind][: MOST.get(kind, EACH)]]
    return tuple(kept)


def _day(insight: Insight) -> int:
    day = insight.basis[0].article.published_at
    return day.toordinal() if day else 0
