"""Coverage by continent on the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import published
from dateline.views.coverage import Continent, Coverage

HEADS = ("", "outlets", "articles", "about it", "countries", "latest")


def terminal(result: Coverage, page: Page) -> None:
    """A table with right-aligned figures."""
    page.say(_size(result), style="bold")
    page.say()
    rows = [HEADS, *(_cells(c) for c in result.continents)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEADS))]
    for at, row in enumerate(rows):
        page.say(_aligned(row, widths), style=DIM if at == 0 else "")


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *figures, last = row
    middle = [f"{cell:>{width}}" for cell, width in zip(figures, widths[1:-1], strict=True)]
    return "   ".join([f"{first:<{widths[0]}}", *middle, last])


def _cells(continent: Continent) -> tuple[str, ...]:
    figures = (continent.outlets, continent.articles_from, continent.articles_about, len(continent.countries))
    last = published(continent.last_published_at) if continent.last_published_at else "nothing held"
    return (continent.name, *(str(n) if n else "·" for n in figures), last)


def _size(result: Coverage) -> str:
    return f"{result.articles:,} article{'s' * (result.articles != 1)} of {result.outlets:,} outlets, by continent"


def markdown(result: Coverage) -> str:
    """A table."""
    rows = [("continent", *HEADS[1:]), ("---", *("--:",) * 4, "---"), *(_cells(c) for c in result.continents)]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"# {_size(result)}\n\n{table}\n"
