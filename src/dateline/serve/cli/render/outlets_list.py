"""Outlets on the terminal and in Markdown."""

from __future__ import annotations

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.feeds_list import moment
from dateline.serve.cli.render.timed import escaped
from dateline.views.outlets_list import OutletLine, OutletList


def terminal(result: OutletList, page: Page) -> None:
    """Two lines for each outlet."""
    from rich.text import Text

    page.say(_size(result), style="bold")
    for outlet in result.outlets:
        page.row("  ", Text.assemble((outlet.name, "bold"), f" · {_about(outlet)}"))
        page.row("    ", f"{outlet.outlet} · {_held(outlet)}", style=DIM)


def _about(outlet: OutletLine) -> str:
    told = (outlet.country, outlet.language, outlet.kind.value, f"reliability {outlet.reliability.value}")
    return " · ".join(w for w in told if w)


def _held(outlet: OutletLine) -> str:
    held = f"{outlet.articles} article{'s' * (outlet.articles != 1)}, {outlet.feeds} feed{'s' * (outlet.feeds != 1)}"
    return f"{held}, edited by {outlet.edited_by} {moment(outlet.edited_at)}" if outlet.edited_by else held


def _size(result: OutletList) -> str:
    return f"{len(result.outlets)} outlet{'s' * (len(result.outlets) != 1)}"


def markdown(result: OutletList) -> str:
    """A table."""
    rows = [
        f"| {escaped(o.name)} | {escaped(o.outlet)} | {o.country} | {o.language} | {o.kind.value} "
        f"| {o.reliability.value} | {o.articles} | {o.feeds} | {escaped(o.edited_by)} {moment(o.edited_at)} |"
        for o in result.outlets
    ]
    head = "| name | id | country | language | kind | reliability | articles | feeds | edited |"
    return "\n".join([f"# {_size(result)}", "", head, "|" + " --- |" * 9, *rows]) + "\n"
