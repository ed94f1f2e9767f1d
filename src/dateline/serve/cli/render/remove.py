"""A removal, on the terminal and in Markdown."""

from __future__ import annotations

from dateline.run.removing import Removed
from dateline.serve.cli.page import Page


def terminal(result: Removed, page: Page) -> None:
    """What is left."""
    page.say(_told(result))


def markdown(result: Removed) -> str:
    """What is left."""
    return _told(result) + "\n"


def _told(result: Removed) -> str:
    grave = result.tombstone
    return (
        f"{grave.article_id} is removed: {grave.why}. Its text and bytes are gone; id and reason are kept. "
        f"{result.linked.claims} claims of other articles linked anew."
    )
