"""Pages of what is asked: search, comparing, checking a draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.desk import Desk
from dateline.errors import NothingFound
from dateline.serve.web.pages.base import Own, Page, Parameters, page
from dateline.views.search import Search
from dateline.views.storyline import StoryBrief, all_in_brief, read_all

MOST = 20
LOOKED_AT = 12  # articles whose stories stand beside what was found
STORIES = 5
NARROWING = ("since", "until", "outlet", "place", "actor", "status")


def _ask(desk: Desk, name: str, parameters: Parameters) -> Search:
    """The search; what finds nothing is an empty page that says so, not an error."""
    try:
        found: Search = desk.view(name, **parameters)
    except NothingFound:
        known: dict[str, Any] = {
            "since": None,
            "until": None,
            "outlet": "",
            "place": "",
            "actor": "",
            "status": "",
            "known_at": None,
            "limit": MOST,
        } | parameters
        known["status"] = str(known["status"] or "")
        return Search(**known, found=(), more=False)
    return found


def _search(desk: Desk, result: Search, parameters: Parameters, own: Own) -> dict[str, Any]:
    from collections import Counter

    outlets = Counter((f.article.outlet, f.article.outlet_id) for f in result.found)
    years = Counter(f.article.published_at.year for f in result.found if f.article.published_at)
    return {
        "stories": _stories(desk, [f.article.article for f in result.found[:LOOKED_AT]]),
        "by_outlet": outlets.most_common(8),
        "by_year": sorted(years.items(), reverse=True)[:10],
        "narrowed": {n: getattr(result, n) for n in NARROWING},
    }


def _stories(desk: Desk, articles: Sequence[str]) -> list[StoryBrief]:
    """The stories that the first articles stand in, in their order; no second search is needed for them."""
    store, today = desk.store, desk.reading.today
    standing = {a: s for s in store.stories.of_articles(articles) for a in s.articles}
    kept = {s.id: s for a in articles if (s := standing.get(a))}
    told = read_all(store, list(kept.values())[:STORIES], None)
    return all_in_brief(store, told, today, None, store.stories.edits())


def _compare(desk: Desk, result: Any, parameters: Parameters, own: Own) -> dict[str, Any]:
    return {"headlines": {a.article: a.headline for a in result.articles}}


def _check(desk: Desk, result: Any, parameters: Parameters, own: Own) -> dict[str, Any]:
    return {"draft": parameters.get("draft", "")}


page("search", Page("search.html", "Search", _search, _ask, form="search.html"))
page("compare", Page("compare.html", "Compare", _compare, form="ask.html"))
page("check", Page("check.html", "Check a draft", _check, form="check.html"))
