"""An event on the terminal and in Markdown."""

from __future__ import annotations

from dataclasses import replace

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.things import relation
from dateline.serve.cli.render.timed import markdown_line, short, tell
from dateline.views.shown.event import EventShown


def terminal(shown: EventShown, page: Page) -> None:
    """Its line, then what ties its claims together or sets them apart."""
    tell(shown.line, replace(page, width=page.width))
    page.say()
    page.say(f"{len(shown.line.evidence)} claims · {short(shown.line.event)}", style=DIM)
    for related in shown.relations:
        page.say()
        relation.terminal(related, page)


def markdown(shown: EventShown) -> str:
    """Its line as a list item, then its relations."""
    related = "\n".join(relation.markdown(r).replace("# ", "## ", 1) for r in shown.relations)
    return f"# Event `{shown.line.event}`\n\n{markdown_line(shown.line)}\n\n{related}"
