"""Coverage on the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.timed import published
from dateline.views.coverage import By, Continent, Coverage, Group

HEADS = ("", "outlets", "articles", "about it", "countries", "latest")
GROUP_HEADS = ("", "outlets", "articles", "about it", "", "latest")


def terminal(result: Coverage, page: Page) -> None:
    """A table with right-aligned figures."""
    page.say(_size(result), style="bold")
    page.say()
    rows = _rows(result)
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEADS))]
    for at, row in enumerate(rows):
        page.say(_aligned(row, widths), style=DIM if at == 0 else "")


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *figures, last = row
    middle = [f"{cell:>{width}}" for cell, width in zip(figures, widths[1:-1], strict=True)]
    return "   ".join([f"{first:<{widths[0]}}", *middle, last])


def _rows(result: Coverage) -> list[tuple[str, ...]]:
    """The heads and the cells of each continent or group."""
    if result.by is By.CONTINENT:
        return [HEADS, *(_cells(c) for c in result.continents)]
    return [GROUP_HEADS, *(_group_cells(g) for g in result.groups)]


def _group_cells(group: Group) -> tuple[str, ...]:
    figures = (group.outlets, group.articles_from, group.articles_about)
    last = published(group.last_published_at) if group.last_published_at else "undated"
    name = group.name if group.read else f"{group.name} (not read yet)"
    return (name, *(str(n) if n else "·" for n in figures), "thin" * group.thin, last)


def _cells(continent: Continent) -> tuple[str, ...]:
    figures = (continent.outlets, continent.articles_from, continent.articles_about, len(continent.countries))
    last = published(continent.last_published_at) if continent.last_published_at else "nothing held"
    return (continent.name, *(str(n) if n else "·" for n in figures), last)


def _size(result: Coverage) -> str:
    return f"{result.articles:,} article{'s' * (result.articles != 1)} of {result.outlets:,} outlets, by {result.by}"


def markdown(result: Coverage) -> str:
    """A table."""
    heads, *cells = _rows(result)
    rows = [(result.by, *heads[1:]), ("---", *("--:",) * 4, "---"), *cells]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"# {_size(result)}\n\n{table}\n"
