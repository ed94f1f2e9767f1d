"""Marks articles that are runs of one text, so that they count as one voice."""

from __future__ import annotations

from dateline.link.copies import Body, body, copies
from dateline.model.relation import Relation, RelationKind
from dateline.run.working import Working
from dateline.store.base import Store

NEAREST = 50  # articles that share a key with a new one, at most, those that share most first


def mark_copies(working: Working, article_id: str) -> tuple[Relation, ...]:
    """Compares an article's current text with those near it and records what it is a copy of."""
    store = working.store
    held = store.articles.get(article_id)
    if held is None or held.revision.withdrawn:
        return ()
    mine = body(article_id, held.revision.text)
    store.articles.put_keys(article_id, mine.keys)
    found = copies([mine], _near(store, mine))
    before = {r.id for r in store.links.relations_of([article_id]) if r.kind is RelationKind.SAME_COPY}
    store.links.put(
        seen=(),
        events=(),
        retired_events=(),
        relations=found,
        retired_relations=sorted(before - {r.id for r in found}),
        at=working.now(),
    )
    return found


def _near(store: Store, mine: Body) -> list[Body]:
    near = [a for a in store.articles.with_keys(mine.keys, NEAREST + 1) if a != mine.article_id]
    return [body(a, held.revision.text) for a in near if (held := store.articles.get(a)) is not None]
