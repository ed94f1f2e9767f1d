"""What annotating and linking made, on the terminal and in Markdown."""

from __future__ import annotations

from dateline.run.annotating import Marked
from dateline.serve.cli.page import Page


def terminal(result: Marked, page: Page) -> None:
    """One line."""
    page.say(made(result))


def markdown(result: Marked) -> str:
    """One line."""
    return made(result) + "\n"


def made(result: Marked) -> str:
    """What was made, in a sentence."""
    if not result.revisions and not result.linked.claims:
        return "Nothing waited."
    texts = f"{result.revisions} text{'s' * (result.revisions != 1)} annotated"
    linked = f"{result.linked.claims} claims linked into {result.linked.events} events"
    return f"{texts}, {result.claims} claims found; {linked}, {result.linked.relations} relations."
