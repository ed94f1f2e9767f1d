"""Feeds that were added, on the terminal and in Markdown."""

from __future__ import annotations

from dateline.run.feeds import FeedsAdded, KeptFeed
from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import escaped

MOST = 30  # feeds shown on a terminal


def terminal(result: FeedsAdded, page: Page) -> None:
    """A line for each feed, then what was refused."""
    from rich.text import Text

    page.say(_size(result))
    shown = MOST if page.width else len(result.added)
    for feed in result.added[:shown]:
        page.row("  ", Text.assemble((name(feed), "bold"), f" · {feed.url}"))
    if len(result.added) > shown:
        page.say("  … and more: dateline feeds list", style=DIM)
    for refusal in result.refused:
        page.row("refused  ", Text.assemble((refusal.what, "bold"), f": {refusal.message}"))
        page.row("         ", refusal.do, style=DIM)


def name(feed: KeptFeed) -> str:
    """What a feed is called: its title, else its outlet."""
    return feed.title or feed.outlet


def _size(result: FeedsAdded) -> str:
    n = len(result.added)
    known = f", {result.known} kept already" if result.known else ""
    return f"{n} feed{'s' * (n != 1)} added{known}{f', {len(result.refused)} refused' * bool(result.refused)}."


def markdown(result: FeedsAdded) -> str:
    """The same in lists."""
    feeds = [f"- {escaped(name(f))}: {escaped(f.url)}" for f in result.added]
    refused = [f"- refused {escaped(str(r))}" for r in result.refused]
    return "\n".join([_size(result), "", *feeds, *refused]) + "\n"
