"""Found articles on the terminal and in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.serve.cli.page import Page
from dateline.serve.cli.render.compare import name, tell_brief
from dateline.serve.cli.render.timed import escaped
from dateline.views.search import Found, Search

if TYPE_CHECKING:
    from rich.text import Text


def terminal(result: Search, page: Page) -> None:
    """Each article with its snippet."""
    for at, found in enumerate(result.found):
        if at:
            page.say()
        tell_brief(found.article, page)
        page.row("  ", _marked(found))


def _marked(found: Found) -> Text:
    from rich.text import Text

    text = Text(found.snippet)
    for start, end in found.found:
        text.stylize("bold", start, end)
    return text


def markdown(result: Search) -> str:
    """A list of articles."""
    rows = [
        f"- {escaped(f.article.headline)} ({escaped(name(f.article))}) `{f.article.article}`\n  - {_bold(f)}"
        for f in result.found
    ]
    return "\n".join([f"# {escaped(result.query)}", "", *rows]) + "\n"


def _bold(found: Found) -> str:
    parts, last = [], 0
    for start, end in found.found:
        parts += [escaped(found.snippet[last:start]), f"**{escaped(found.snippet[start:end])}**"]
        last = end
    return "".join([*parts, escaped(found.snippet[last:])])
