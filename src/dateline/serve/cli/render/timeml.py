"""A TimeML document as it is, to be written into a file."""

from __future__ import annotations

from dateline.serve.cli.page import Page
from dateline.views.timeml import Written


def terminal(result: Written, page: Page) -> None:
    """The file itself, unchanged."""
    print(result.timeml, end="", file=page.console.file)


def markdown(result: Written) -> str:
    """The file in a block."""
    return f"```xml\n{result.timeml}```\n"
