"""What every article gives to a matter: as it was kept, or worked out now where nothing is kept that still holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from dateline.link.matters import FEW, SEARCHED, Page, asked, seal, share, waiting
from dateline.model.matter import Matter, MatterShare
from dateline.store.base import Store


def shares(store: Store, matter: Matter, known_at: datetime | None = None) -> Mapping[str, MatterShare]:
    """The shares of all articles that were annotated and have any, by article id, as of a moment."""
    if known_at is None and store.matters.completed(matter.id) == seal(matter):
        changed = store.matters.waiting()
        kept, states = dict(store.matters.telling(matter.id)), store.matters.states(None, changed)
        lacking = waiting(matter, store.matters.share_keys(matter.id, changed), states)
        for gone in set(changed) - states.keys():
            kept.pop(gone, None)
    else:
        kept, states = dict(store.matters.shares(matter.id)), store.matters.states(known_at)
        lacking = waiting(matter, {a: s.key for a, s in kept.items()}, states)
        kept = {a: one for a, one in kept.items() if a in states}
    kept |= _made_now(store, matter, lacking, known_at)
    return {a: kept[a] for a in sorted(kept) if kept[a].claims}


def _made_now(
    store: Store, matter: Matter, lacking: Mapping[str, str], known_at: datetime | None
) -> dict[str, MatterShare]:
    """The shares that are lacking; by article id, with their keys."""
    able = set(lacking)
    if len(lacking) > FEW:
        able = {h.held.article.id for h in store.articles.search(asked(matter), None, SEARCHED, known_at)}
    found = {}
    for article, key in lacking.items():
        page = read_page(store, article, known_at) if article in able else None
        found[article] = share(matter, key, page) if page else MatterShare(matter.id, article, key)
    return found


def read_page(store: Store, article: str, known_at: datetime | None) -> Page | None:
    """An article as a matter looks at it; None for one that is not held or was withdrawn."""
    held = store.articles.get(article, known_at)
    if held is None or held.revision.withdrawn:
        return None
    layer, revision = store.annotations.layer, held.revision
    claims = [c for c in store.claims.of_article(article, known_at) if c.revision_id == revision.id]
    marks = (layer(revision.id, name) for name in ("blocks", "actors", "places"))
    return Page(article, revision.headline, revision.text, claims, *marks)
