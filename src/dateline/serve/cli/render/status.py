"""The state of the store on the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import escaped
from dateline.views.status import MEGABYTE, Made, StoreStatus


def terminal(result: StoreStatus, page: Page) -> None:
    """Counts in a column, then the producers."""
    from rich.text import Text

    for kind, n in result.held.items():
        page.say(Text.assemble(f"{n:>9,}  ", kind))
    page.say()
    for words in (*_waiting(result), *_room(result)):
        page.say(words)
    for made in result.made:
        page.say()
        page.say(_whose(made))
        page.row("  ", ", ".join(made.producers), style=DIM)


def _waiting(result: StoreStatus) -> Iterator[str]:
    waits = {
        "revisions without marks": result.pending,
        "revisions with marks of older producers": result.stale,
        "claims not linked": result.unlinked,
    }
    if not any(waits.values()):
        yield "Nothing waits: all that is held is annotated and linked."
    for words, n in waits.items():
        if n:
            yield f"{n:>9,}  {words}"


def _room(result: StoreStatus) -> Iterator[str]:
    """How much room is taken, and what goes when it is too much."""
    room = result.room
    allowed = f" of {result.allowed / MEGABYTE:,.0f} MB allowed" if result.allowed else ", no limit is set (room)"
    oldest = f", from {room.oldest:%Y-%m-%d} on" if room.oldest else ""
    yield f"{room.used / MEGABYTE:,.1f} MB taken{allowed}."
    yield f"{room.captured / MEGABYTE:,.1f} MB of it are the bytes of {room.captures:,} captures{oldest}."
    if result.allowed:
        yield "Over that, captured bytes go, oldest first; texts and claims stay."
    if result.older_reader:
        yield f"{result.older_reader:>9,}  captured pages that an older version read"


def _whose(made: Made) -> str:
    whose = "of today's producers" if made.current else "of older producers (stale)"
    return f"{made.revisions:,} revision{'s' * (made.revisions != 1)} with marks {whose}"


def markdown(result: StoreStatus) -> str:
    """Lists of counts and producers."""
    counts = [f"- {escaped(kind)}: {n}" for kind, n in result.held.items()]
    waits = [f"- {escaped(words.strip())}" for words in (*_waiting(result), *_room(result))]
    made = [f"- {_whose(m)}: {escaped(', '.join(m.producers))}" for m in result.made]
    return "\n".join(["# Held", "", *counts, "", "# Waiting", "", *waits, "", "# Made by", "", *made]) + "\n"
