"""Which of several copies of one text was published first."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dateline.link.copies import hanging_together
from dateline.model.gist import Outline
from dateline.store.base import Store
from dateline.views.gists import outlines
from dateline.views.unchanged import Unchanged

FIRST: Unchanged[Mapping[str, str]] = Unchanged(1 << 6)  # by the first of the articles that were asked for


def first_runs(
    store: Store, articles: Collection[str], known: Mapping[str, Outline] | None = None
) -> Mapping[str, str]:
    """For each article that is one of several copies, the one of them that was published first; `known` are outlines
    that need not be read again."""
    groups = hanging_together(_near(store, articles))
    held = {**(known or {}), **outlines(store, groups.keys() - (known or {}).keys())}
    runs = tuple([held.get(article) for article in groups])
    return FIRST.get(min(articles, default=""), (groups, runs), lambda: _first(groups, held))


def _near(store: Store, articles: Collection[str]) -> dict[str, Collection[str]]:
    """The copies of these articles, directly or through others: of which each of them is one by itself."""
    near, seen, edge = dict[str, Collection[str]](), set[str](), set(articles)
    while edge:
        seen |= edge
        came = store.links.copies(edge)
        near |= came
        edge = set[str]().union(*came.values()) - seen
    return near


def _first(groups: Mapping[str, str], held: Mapping[str, Outline]) -> dict[str, str]:
    first: dict[str, str] = {}
    for article in sorted(groups, key=lambda a: (_published(held.get(a)), a)):
        first.setdefault(groups[article], article)
    return {article: first[group] for article, group in groups.items()}


def _published(one: Outline | None) -> str:
    published = one.published_at if one else None
    moment = published.moment.isoformat() if published and published.moment else ""
    return f"{published.day}|{moment}" if published else "9999"
