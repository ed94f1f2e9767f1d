"""Stories on the terminal and in Markdown."""

from __future__ import annotations

from dateline.serve.cli.page import Page
from dateline.serve.cli.render.things.storyline import markdown_story, tell_story
from dateline.serve.cli.render.timed import escaped
from dateline.views.stories import Stories


def terminal(result: Stories, page: Page) -> None:
    """Each story with its lead."""
    page.say(_size(result), style="bold")
    for told in result.stories:
        page.say()
        tell_story(told, page)


def markdown(result: Stories) -> str:
    """A list of stories."""
    rows = "\n".join(markdown_story(s) for s in result.stories)
    return f"# {escaped(_size(result))}\n\n{rows or 'None.'}\n"


def _size(result: Stories) -> str:
    many = f"{len(result.stories)} stor{'y' if len(result.stories) == 1 else 'ies'}"
    return f"{many}{' of ' * bool(result.query)}{result.query}"
