"""A chronology on the terminal and in Markdown."""

from __future__ import annotations

from dateline.serve.cli.page import DIM, GLYPHS, Page
from dateline.serve.cli.render.timed import escaped, markdown_line, tell
from dateline.views.chronology import Chronology


def terminal(result: Chronology, page: Page) -> None:
    """A heading, the lines, and what their shapes mean."""
    from rich.text import Text

    page.say(Text.assemble((result.query, "bold"), (f" · {_size(result)}", DIM)))
    for told in result.lines:
        page.say()
        tell(told, page)
    page.say()
    if result.undated:
        page.say(f"{result.undated} more without a date", style=DIM)
    if page.width and result.lines:
        page.say(_legend(result, page), style=DIM)


def markdown(result: Chronology) -> str:
    """A heading and a list."""
    known = [f"as of {result.as_of}" if result.as_of else "", f"known at {result.known_at}" if result.known_at else ""]
    told = "\n".join(markdown_line(line) for line in result.lines)
    size = ", ".join([_size(result), *filter(None, known)])
    return f"# {escaped(result.query)}\n\n{size}\n\n{told}\n"


def _size(result: Chronology) -> str:
    happenings = f"{len(result.lines)} dated happening{'s' * (len(result.lines) != 1)}"
    articles = f"{result.articles} article{'s' * (result.articles != 1)}"
    return f"{happenings} in {articles} of {result.outlets} outlet{'s' * (result.outlets != 1)}"


def _legend(result: Chronology, page: Page) -> str:
    used = {line.status for line in result.lines}
    shapes = [f"{page.glyph(status)} {status.value}" for status in GLYPHS if status in used]
    clash = ["≠ sources disagree"] if any(line.clashes for line in result.lines) else []
    return "   ".join([*shapes, *clash])
