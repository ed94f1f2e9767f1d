"""One thing on the terminal and in Markdown; each kind has a module of its own below `things`."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from dateline.serve.cli.page import Page
from dateline.serve.cli.render.things import article, changes, claim, event, relation
from dateline.views.show import Shown

THINGS: dict[str, ModuleType] = {"article": article, "claim": claim, "event": event, "relation": relation}


def terminal(result: Shown, page: Page) -> None:
    """The thing, as its kind is shown; or what changed."""
    if result.changes is not None:
        changes.terminal(result.changes, page)
        return
    THINGS[result.kind].terminal(_thing(result), page)


def markdown(result: Shown) -> str:
    """The thing, as its kind is written; or what changed."""
    if result.changes is not None:
        return changes.markdown(result.changes)
    return str(THINGS[result.kind].markdown(_thing(result)))


def _thing(result: Shown) -> Any:
    return getattr(result, result.kind)
