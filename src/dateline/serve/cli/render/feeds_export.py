"""The list of feeds as it is, to be written into a file."""

from __future__ import annotations

from dateline.serve.cli.page import Page
from dateline.views.feeds_export import Exported


def terminal(result: Exported, page: Page) -> None:
    """The file itself, unchanged."""
    print(result.opml, end="", file=page.console.file)


def markdown(result: Exported) -> str:
    """The file in a block."""
    return f"```xml\n{result.opml}```\n"
