"""What is told of a matter: its chronology on an axis, its state on a day, its disagreements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dateline.desk import Desk
from dateline.serve.parameters import read_day
from dateline.serve.web.axis import Axis, Glyph, spanning
from dateline.serve.web.pages.base import Own, Page, Parameters, page
from dateline.views.chronology import Chronology
from dateline.views.lines import Line
from dateline.views.state import State

BESIDE = ("from", "to")


def _chronology(desk: Desk, result: Chronology, parameters: Parameters, own: Own) -> dict[str, Any]:
    """The lines of the days that are looked at, and the axes of the whole and of these days."""
    first, last = _day(own, "from"), _day(own, "to")
    whole = spanning([told.occurred for told in result.lines if told.occurred])
    shown = [told for told in result.lines if _inside(told, first, last)]
    near = spanning([t.occurred for t in shown if t.occurred], first, last) if first or last else whole
    return {
        "lines": shown,
        "whole": whole,
        "axis": near,
        "drawn": _drawn(near, shown),
        "first": first,
        "last": last,
        "clashing": sum(bool(told.clashes) for told in shown),
        "today": desk.reading.today,
    }


def _drawn(axis: Axis | None, lines: Sequence[Line]) -> list[tuple[Line, Glyph]]:
    """The lines that stand on the axis, long ones first, so that short ones are drawn over them."""
    found = [(told, g) for told in lines if axis and told.occurred and (g := axis.glyph(told.occurred))]
    return sorted(found, key=lambda pair: -pair[1].width)


def _day(own: Own, name: str) -> date | None:
    typed = [v for v in own.get(name, ()) if v.strip()]
    return read_day(typed[-1].strip()) if typed else None


def _inside(told: Line, first: date | None, last: date | None) -> bool:
    if told.occurred is None:
        return False
    start, end = told.occurred.start or date.min, told.occurred.end or date.max
    if first and last and told.occurred.start and told.occurred.end:
        longer = (end - start).days > 3 * ((last - first).days + 1)
        if longer:
            return first <= start <= last
    return (last is None or start <= last) and (first is None or end >= first)


def _state(desk: Desk, result: State, parameters: Parameters, own: Own) -> dict[str, Any]:
    """The days between which the slider moves: those of the matter's chronology."""
    told = desk.view("chronology", query=result.query)
    days = [d for line in told.lines if line.occurred and (d := line.occurred.end)]
    first = min((d for d in days), default=result.as_of)
    last = max([desk.reading.today, *days])
    return {"first": max(first, date(1900, 1, 1)), "last": min(last, date(2100, 1, 1)), "today": desk.reading.today}


def _disagreements(desk: Desk, result: Any, parameters: Parameters, own: Own) -> dict[str, Any]:
    return {"today": desk.reading.today}


page("chronology", Page("chronology.html", "Chronology", _chronology, beside=BESIDE, form="ask.html"))
page("state", Page("state.html", "State of a matter", _state, form="ask.html"))
page("disagreements", Page("disagreements.html", "Disagreements", _disagreements))
