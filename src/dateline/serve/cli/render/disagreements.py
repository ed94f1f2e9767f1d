"""Disagreements on the terminal and in Markdown."""

from __future__ import annotations

from collections import Counter

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.findings import MANY, NAMES, markdown_finding, tell_finding
from dateline.serve.cli.render.timed import escaped
from dateline.views.disagreements import Disagreements
from dateline.views.findings import Finding


def terminal(result: Disagreements, page: Page) -> None:
    """A heading, then each finding."""
    from rich.text import Text

    page.say(Text.assemble((_matter(result), "bold"), (f" · {_size(result)}", DIM)))
    for found in result.disagreements:
        page.say()
        tell_finding(found, page)


def markdown(result: Disagreements) -> str:
    """A heading, then a section for each finding."""
    told = "\n".join(markdown_finding(f) for f in result.disagreements)
    return f"# {escaped(_matter(result))}: {_size(result)}\n\n{told}"


def _matter(result: Disagreements) -> str:
    return result.query or "All that is held"


def _size(result: Disagreements) -> str:
    if not result.disagreements:
        return f"no {NAMES[result.kind or Finding.CONTRADICTION]} found"
    counted = Counter(found.kind for found in result.disagreements)
    return ", ".join(f"{n} {NAMES[kind] if n == 1 else MANY[kind]}" for kind, n in counted.items())
