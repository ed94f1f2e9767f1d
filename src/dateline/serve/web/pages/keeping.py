"""Pages of what the desk keeps: outlets, feeds, coverage, decisions, starred things, the store itself."""

from __future__ import annotations

from typing import Any

import msgspec

from dateline.desk import Desk
from dateline.model.outlet import OutletKind, Reliability
from dateline.serve.web.pages.base import Own, Page, Parameters, page
from dateline.serve.web.world import world


def _outlets(desk: Desk, result: Any, parameters: Parameters, own: Own) -> dict[str, Any]:
    return {"kinds": list(OutletKind), "ratings": list(Reliability), "open": (own.get("edit") or [""])[-1]}


def _feeds(desk: Desk, result: Any, parameters: Parameters, own: Own) -> dict[str, Any]:
    counted: dict[str, int] = {}
    for feed in result.feeds:
        counted[feed.standing.value] = counted.get(feed.standing.value, 0) + 1
    return {"counted": counted}


def _coverage(desk: Desk, result: Any, parameters: Parameters, own: Own) -> dict[str, Any]:
    most = max((max(c.articles_from, c.articles_about) for c in result.continents), default=1) or 1
    return {"most": most, "shapes": world().shapes}


def _failures(desk: Desk, result: Any, parameters: Parameters, own: Own) -> dict[str, Any]:
    """The entries as a table, whatever is told of each."""
    found = msgspec.to_builtins(result, str_keys=True, enc_hook=str)
    rows = next((v for v in found.values() if isinstance(v, list)), [])
    return {"rows": rows, "names": list(rows[0]) if rows else []}


page("feeds.failures", Page("failures.html", "What could not be taken", _failures))
page("outlets.list", Page("outlets.html", "Outlets", _outlets, beside=("edit",)))
page("feeds.list", Page("feeds.html", "Feeds", _feeds))
page("coverage", Page("coverage.html", "Coverage", _coverage))
page("decisions", Page("decisions.html", "Judgements"))
page("shelf", Page("shelf.html", "Starred"))
page("status", Page("status.html", "The store"))
