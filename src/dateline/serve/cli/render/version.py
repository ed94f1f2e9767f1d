"""The version on the terminal and in Markdown."""

from __future__ import annotations

from dateline.serve.cli.own import Version
from dateline.serve.cli.page import Page


def terminal(result: Version, page: Page) -> None:
    """One line."""
    page.say(f"dateline {result.dateline}")


def markdown(result: Version) -> str:
    """One line."""
    return f"dateline {result.dateline}\n"
