"""Keeps the gists of articles: what front pages take from them, worked out once for each state of text and marks."""

from __future__ import annotations

from dateline.annotate.positions.finder import Page, positions
from dateline.link.gists import gist
from dateline.model.gist import Gist
from dateline.run.working import Working
from dateline.store.base import Store

BATCH = 200  # gists kept in one transaction
AT_ONCE = 500  # gists of older articles that are made up for beside other work (a store of before there were any)


def gist_pending(working: Working, most: int | None = None) -> int:
    """Keeps the gists that are lacking, the latest published first; how many. Interrupted, the next call goes on."""
    store = working.store
    waiting = store.gists.waiting(most)
    for start in range(0, len(waiting), BATCH):
        some = waiting[start : start + BATCH]
        store.gists.put([g for article in some if (g := _gist(store, article))])
        working.progress.step("gists", start + len(some), len(waiting))
    return len(waiting)


def _gist(store: Store, article_id: str) -> Gist | None:
    held = store.articles.get(article_id)
    if held is None:
        return None
    claims = store.claims.of_article(article_id)
    return gist(held.outlet.id, held.revision, store.annotations.layer, claims, lambda *p: positions(Page(*p)))
