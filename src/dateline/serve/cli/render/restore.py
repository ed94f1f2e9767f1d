"""A restored store, on the terminal and in Markdown."""

from __future__ import annotations

from dateline.serve.cli.own import Restored
from dateline.serve.cli.page import Page


def terminal(result: Restored, page: Page) -> None:
    """What is where."""
    page.say(_told(result))


def markdown(result: Restored) -> str:
    """What is where."""
    return _told(result) + "\n"


def _told(result: Restored) -> str:
    aside = f" What it held before is in {result.aside}." if result.aside else ""
    return f"{result.store} holds what {result.backup} held.{aside}"
