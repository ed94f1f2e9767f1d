"""Dossiers and positions: a matter from its background to what is open, and who stands how to it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from dateline.desk import Desk
from dateline.errors import DatelineError
from dateline.model.reading import Kept
from dateline.serve.web.axis import spanning
from dateline.serve.web.pages.base import Own, Page, Parameters, page
from dateline.views.dossier.parts import Dossier
from dateline.views.positions import Positions
from dateline.views.wording import Stated


def _dossier(desk: Desk, result: Dossier, parameters: Parameters, own: Own) -> dict[str, Any]:
    """The common axis of all lines, and the days between which the slider moves."""
    times = [line.occurred for s in result.sections for p in s.parts for line in p.lines if line.occurred]
    axis = spanning(times)
    first, last = (axis.first, desk.reading.today) if axis else (None, None)
    visited = _visited(desk, result, own)
    fresh = _lines(result) - _lines_then(desk, parameters, visited) if visited else frozenset[str]()
    return {
        "axis": axis,
        "first": first,
        "last": last,
        "fresh": fresh,
        "visited": visited,
        "month_before": _month_before(desk),
    }


def _month_before(desk: Desk) -> str:
    return (desk.reading.today - timedelta(30)).isoformat()


def _visited(desk: Desk, result: Dossier, own: Own) -> datetime | None:
    """When the reader opened it last, before this sitting."""
    marks = desk.store.readers.of((own.get("user") or [""])[-1], Kept.VISITED, [result.matter])
    return marks[0].at if marks else None


def _lines(result: Dossier) -> frozenset[str]:
    return frozenset(line.id for s in result.sections for p in s.parts for line in p.lines)


def _lines_then(desk: Desk, parameters: Parameters, moment: datetime) -> frozenset[str]:
    """The lines that the dossier had at a moment; none where nothing of it was held."""
    try:
        return _lines(desk.view("dossier.show", **{**parameters, "known_at": moment}))
    except DatelineError:
        return frozenset()


def _positions(desk: Desk, result: Positions, parameters: Parameters, own: Own) -> dict[str, Any]:
    times: list[Stated] = [s.occurred for p in result.parties for s in p.positions if s.occurred]
    return {"axis": spanning(times)}


page("dossier.list", Page("dossiers.html", "Dossiers"))
page("dossier.show", Page("dossier.html", "Dossier", _dossier, form="ask.html"))
page("positions", Page("positions.html", "Positions", _positions, form="ask.html"))
page("dossier.changes", Page("changes.html", "Changes", form="ask.html"))
page("timeline", Page("timeline.html", "Timeline", form="ask.html"))
