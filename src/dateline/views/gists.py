"""The gists of articles: kept ones, and those of articles that wait, worked out now."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dateline.annotate.positions.finder import Page, positions
from dateline.link.gists import gist, outline
from dateline.model.gist import Gist, Outline
from dateline.store.base import Held, Store


def outlines(store: Store, articles: Collection[str]) -> Mapping[str, Outline]:
    """The outlines of those articles that are held."""
    kept = store.gists.outlines(articles)
    if len(kept) == len(set(articles)):
        return kept
    waiting = (held for a in articles if a not in kept and (held := store.articles.get(a)))
    return {**kept, **{h.article.id: _outlined(store, h) for h in waiting}}


def gists(store: Store, articles: Collection[str]) -> Mapping[str, Gist]:
    """The gists of those articles that are held."""
    kept = store.gists.get(articles)
    return {**kept, **{a: made for a in articles if a not in kept and (made := worked_out(store, a))}}


def worked_out(store: Store, article_id: str) -> Gist | None:
    """The gist of an article as its text and marks give it; None for one that is not held."""
    held = store.articles.get(article_id)
    if held is None:
        return None
    claims = store.claims.of_article(article_id)
    return gist(held.outlet.id, held.revision, store.annotations.layer, claims, lambda *p: positions(Page(*p)))


def _outlined(store: Store, held: Held) -> Outline:
    """The outline alone, which is made in a fraction of the time."""
    claims = [c for c in store.claims.of_article(held.article.id) if c.revision_id == held.revision.id]
    return outline(held.outlet.id, held.revision, store.annotations.layer, claims)


def outline_of(store: Store, held: Held) -> Outline:
    """What is counted of an article as it was held at some moment, without the gatherings that it tells of."""
    return outline(held.outlet.id, held.revision, store.annotations.layer, ())
