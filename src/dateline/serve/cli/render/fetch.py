"""What came of a round of fetching, on the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.run.fetching import EntryTrouble, FeedTrouble, Fetched
from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.annotate import made
from dateline.serve.cli.render.feeds_list import moment
from dateline.serve.cli.render.timed import escaped

MOST = 20  # troubles shown on a terminal


def terminal(result: Fetched, page: Page) -> None:
    """Counts, then feeds that failed, then entries that did."""
    from rich.text import Text

    for words in _told(result):
        page.say(words)
    shown = MOST if page.width else max(len(result.troubles), len(result.entries))
    for feed in result.troubles[:shown]:
        page.row("feed   ", Text.assemble((feed.outlet, "bold"), f" {_why(feed)}"))
        page.row("       ", feed.url, style=DIM)
    for entry in result.entries[:shown]:
        page.row("entry  ", Text.assemble((entry.headline or entry.url, "bold"), f": {_entry_why(entry)}"))
    if page.width and max(len(result.troubles), len(result.entries)) > MOST:
        page.say("… and more: dateline feeds list, dateline feeds failures", style=DIM)


def _told(result: Fetched) -> Iterator[str]:
    counts = ((result.with_news, "with news"), (result.unchanged, "unchanged"), (result.put_off, "put off"))
    some = [f"{n} {words}" for n, words in (*counts, (result.failed, "failed")) if n]
    yield f"{result.feeds} feed{'s' * (result.feeds != 1)} visited{': ' * bool(some)}{', '.join(some)}."
    kinds = ((result.revised, "revised"), (result.withdrawn, "withdrawn"), (result.same, "unchanged"))
    more = "".join(f", {n} {words}" for n, words in kinds if n)
    failed = f", {len(result.entries)} failed" if result.entries else ""
    yield f"{result.new} new article{'s' * (result.new != 1)}{more}{failed}; {result.received / 1000:,.0f} kB received."
    yield made(result.annotated)
    if result.next_due:
        yield (
            "The next feed is due at once." if result.next_due.year == 1 else f"Next due {moment(result.next_due)} UTC."
        )


def _why(feed: FeedTrouble) -> str:
    again = f"; next {moment(feed.due_at)}" if feed.due_at else ""
    row = f" ({feed.failures} in a row)" if feed.failures > 1 else ""
    return f"{feed.why}{row}{again}"


def _entry_why(entry: EntryTrouble) -> str:
    kept = "; the feed's own text is kept" if entry.article else ""
    return f"{entry.why}{kept}; {f'again {moment(entry.retry_at)}' if entry.retry_at else 'left'}"


def markdown(result: Fetched) -> str:
    """The same in lists."""
    feeds = [f"- feed {escaped(f.outlet)} ({escaped(f.url)}): {escaped(_why(f))}" for f in result.troubles]
    rows = [f"- entry {escaped(e.headline or e.url)}: {escaped(_entry_why(e))}" for e in result.entries]
    return "\n".join([*_told(result), "", *feeds, *rows]) + "\n"
