"""Feeds and how they fare, on the terminal and in Markdown."""

from __future__ import annotations

from datetime import datetime

from dateline.model.continents import CONTINENTS
from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import escaped
from dateline.views.feeds_list import FeedLine, FeedList, Standing

NEVER = "never"
BAD = frozenset({Standing.FAILING, Standing.ENDED})


def terminal(result: FeedList, page: Page) -> None:
    """By continent: a line for each feed, and below it the reason if it does not do well."""
    from rich.text import Text

    page.say(_size(result), style="bold")
    continent = None
    for feed in result.feeds:
        if feed.continent != continent:
            continent = feed.continent
            page.say()
            page.say(CONTINENTS.get(continent, "Elsewhere"), style="bold")
        style = "bold" if feed.standing in BAD else DIM
        words = Text.assemble((feed.outlet, "bold"), f" · {_about(feed)}  ", (feed.standing.value, style))
        page.row("  ", words)
        page.row("    ", f"{feed.url} · {feed.feed.removeprefix('feed-')[:8]}", style=DIM)
        page.row("    ", health(feed), style=DIM)


def _about(feed: FeedLine) -> str:
    return " ".join(w for w in (feed.country, feed.language, feed.kind.value) if w)


def health(feed: FeedLine) -> str:
    """How it fares, in a line."""
    told = [f"good {moment(feed.good_at)}", f"last item {moment(feed.item_at)}"]
    if feed.failures:
        told.append(f"{feed.failures} failure{'s' * (feed.failures != 1)} in a row")
    if feed.why:
        told.append(feed.why)
    if feed.due_at:
        told.append(f"next {moment(feed.due_at)}")
    return ", ".join(told)


def moment(at: datetime | None) -> str:
    """A time to the minute (UTC), or that there is none."""
    return f"{at:%Y-%m-%d %H:%M}" if at else NEVER


def _size(result: FeedList) -> str:
    n = len(result.feeds)
    if not n:
        return "No feed is kept."
    counts = {s: sum(f.standing is s for f in result.feeds) for s in Standing}
    told = ", ".join(f"{count} {standing.value}" for standing, count in counts.items() if count)
    return f"{n} feed{'s' * (n != 1)}: {told}"


def markdown(result: FeedList) -> str:
    """A table."""
    head = "| outlet | country | language | kind | standing | last good | last item | failures | why | address |"
    rows = [
        f"| {escaped(f.outlet)} | {f.country} | {f.language} | {f.kind.value} | {f.standing.value} "
        f"| {moment(f.good_at)} | {moment(f.item_at)} | {f.failures} | {escaped(f.why)} | {escaped(f.url)} |"
        for f in result.feeds
    ]
    return "\n".join([f"# {_size(result)}", "", head, "|" + " --- |" * 10, *rows]) + "\n"
