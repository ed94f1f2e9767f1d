"""Which of several copies of one text was published first."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dateline.link.copies import copy_relations, grouped
from dateline.model.gist import Outline
from dateline.store.base import Store
from dateline.views.gists import outlines
from dateline.views.unchanged import Unchanged

GROUPS: Unchanged[dict[str, str]] = Unchanged(1 << 6)  # by the first of the articles that were asked for
FIRST: Unchanged[Mapping[str, str]] = Unchanged(1 << 6)


def first_runs(
    store: Store, articles: Collection[str], known: Mapping[str, Outline] | None = None
) -> Mapping[str, str]:
    """For each article that is one of several copies, the one of them that was published first; `known` are outlines
    that need not be read again."""
    name, copies = min(articles, default=""), tuple(copy_relations(articles, store.links.relations_of))
    groups = GROUPS.get(name, copies, lambda: grouped(copies))
    held = {**(known or {}), **outlines(store, groups.keys() - (known or {}).keys())}
    runs = tuple([held.get(article) for article in groups])
    return FIRST.get(name, (groups, runs), lambda: _first(groups, held))


def _first(groups: Mapping[str, str], held: Mapping[str, Outline]) -> dict[str, str]:
    first: dict[str, str] = {}
    for article in sorted(groups, key=lambda a: (_published(held.get(a)), a)):
        first.setdefault(groups[article], article)
    return {article: first[group] for article, group in groups.items()}


def _published(one: Outline | None) -> str:
    published = one.published_at if one else None
    moment = published.moment.isoformat() if published and published.moment else ""
    return f"{published.day}|{moment}" if published else "9999"
