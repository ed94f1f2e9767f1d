"""A backup, on the terminal and in Markdown."""

from __future__ import annotations

from dateline.run.keeping import BackedUp
from dateline.serve.cli.page import Page


def terminal(result: BackedUp, page: Page) -> None:
    """Where it is and how to use it."""
    page.say(_told(result))


def markdown(result: BackedUp) -> str:
    """Where it is and how to use it."""
    return _told(result) + "\n"


def _told(result: BackedUp) -> str:
    return f"{result.file} holds everything ({result.size:,} bytes). dateline restore {result.file} puts it back."
