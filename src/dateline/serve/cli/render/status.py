"""The state of the store on the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import escaped
from dateline.views.status import Made, StoreStatus


def terminal(result: StoreStatus, page: Page) -> None:
    """Counts in a column, then the producers."""
    from rich.text import Text

    for kind, n in result.held.items():
        page.say(Text.assemble(f"{n:>9,}  ", kind))
    page.say()
    for words in _waiting(result):
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


def _whose(made: Made) -> str:
    whose = "of today's producers" if made.current else "of older producers (stale)"
    return f"{made.revisions:,} revision{'s' * (made.revisions != 1)} with marks {whose}"


def markdown(result: StoreStatus) -> str:
    """Lists of counts and producers."""
    counts = [f"- {escaped(kind)}: {n}" for kind, n in result.held.items()]
    waits = [f"- {escaped(words.strip())}" for words in _waiting(result)]
    made = [f"- {_whose(m)}: {escaped(', '.join(m.producers))}" for m in result.made]
    return "\n".join(["# Held", "", *counts, "", "# Waiting", "", *waits, "", "# Made by", "", *made]) + "\n"
