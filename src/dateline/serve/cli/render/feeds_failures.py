"""Entries that failed, on the terminal and in Markdown."""

from __future__ import annotations

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.feeds_list import moment
from dateline.serve.cli.render.timed import escaped
from dateline.views.feeds_failures import FailedEntries, FailedEntry


def terminal(result: FailedEntries, page: Page) -> None:
    """What, why, and when again."""
    page.say(_size(result), style="bold")
    for entry in result.entries:
        page.row("  ", f"{entry.headline or entry.url} · {entry.outlet}")
        page.row("    ", _why(entry), style=DIM)
        page.row("    ", entry.url, style=DIM)


def _why(entry: FailedEntry) -> str:
    again = f"tried again {moment(entry.retry_at)}" if entry.retry_at else "left: dateline feeds retry tries it again"
    kept = f", the feed's own text is kept as {entry.article}" if entry.article else ""
    return f"{entry.why}{kept}; tried {entry.tries} time{'s' * (entry.tries != 1)}, {again}"


def _size(result: FailedEntries) -> str:
    n = len(result.entries)
    return f"{n} entr{'ies' if n != 1 else 'y'} not taken, or not whole" if n else "Nothing failed: all seen is held."


def markdown(result: FailedEntries) -> str:
    """A list."""
    rows = [f"- {escaped(e.headline or e.url)} ({escaped(e.url)}): {escaped(_why(e))}" for e in result.entries]
    return "\n".join([f"# {_size(result)}", "", *rows]) + "\n"
