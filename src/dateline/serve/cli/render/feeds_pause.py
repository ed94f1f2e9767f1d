"""Feeds that were changed, on the terminal and in Markdown."""

from __future__ import annotations

from dateline.run.feeds import FeedsChanged
from dateline.serve.cli.page import Page
from dateline.serve.cli.render.feeds_add import name
from dateline.serve.cli.render.timed import escaped


def terminal(result: FeedsChanged, page: Page) -> None:
    """A line for each."""
    for feed in result.feeds:
        page.row(f"{feed.state.value:>7}  ", f"{name(feed)} · {feed.url}")


def markdown(result: FeedsChanged) -> str:
    """A list."""
    return "\n".join(f"- {f.state.value}: {escaped(name(f))} · {escaped(f.url)}" for f in result.feeds) + "\n"
