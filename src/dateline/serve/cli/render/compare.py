"""A comparison of articles on the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.serve.cli.page import CLASH, DIM, Page
from dateline.serve.cli.render.findings import markdown_finding, tell_finding
from dateline.serve.cli.render.timed import escaped, markdown_line, published, short, tell
from dateline.views.articles import Brief
from dateline.views.compare import Comparison
from dateline.views.lines import Line


def terminal(result: Comparison, page: Page) -> None:
    """The articles; where they clash; what they share; what only one tells."""
    for article in result.articles:
        tell_brief(article, page)
    if result.clashes:
        _heading(page, "Where they clash", len(result.clashes), style=CLASH)
        for found in result.clashes:
            tell_finding(found, page)
    _lines(page, "What they share", result.shared)
    names = {a.article: a for a in result.articles}
    for only in result.only:
        _lines(page, f"Only in {name(names[only.article])}", only.lines)


def tell_brief(article: Brief, page: Page) -> None:
    """Headline; outlet, day and id below."""
    page.say(article.headline or "(no headline)", style="bold")
    withdrawn = " · withdrawn" if article.withdrawn else ""
    unread = "" if article.read else f" · not read yet ({article.language})"
    page.say(f"{name(article)}{withdrawn}{unread} · {short(article.article)}", indent=2, style=DIM)


def name(article: Brief) -> str:
    """The outlet and the day of publication."""
    return f"{article.outlet}, {published(article.published_at)}"


def _heading(page: Page, words: str, n: int, style: str = "bold") -> None:
    from rich.text import Text

    page.say()
    page.say(Text.assemble((words, style), (f" · {n or 'nothing'}", DIM)))


def _lines(page: Page, heading: str, lines: Sequence[Line]) -> None:
    _heading(page, heading, len(lines))
    for line in lines:
        tell(line, page)


def markdown(result: Comparison) -> str:
    """The same in sections."""
    names = {a.article: a for a in result.articles}
    articles = "\n".join(f"- {escaped(a.headline)} ({escaped(name(a))}) `{a.article}`" for a in result.articles)
    clashes = [markdown_finding(f) for f in result.clashes]
    only = [_section(f"Only in {escaped(name(names[o.article]))}", o.lines) for o in result.only]
    return "\n\n".join(["# Comparison", articles, *clashes, _section("What they share", result.shared), *only]) + "\n"


def _section(heading: str, lines: Sequence[Line]) -> str:
    told = "\n".join(markdown_line(line) for line in lines)
    return f"## {heading}\n\n{told or 'Nothing.'}"
