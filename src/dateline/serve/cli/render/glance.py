"""The front page on the terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.serve.cli.page import DIM, Page
from dateline.serve.cli.render.compare import name
from dateline.serve.cli.render.things.storyline import after, sized
from dateline.serve.cli.render.timed import escaped, published, short
from dateline.views.glance import Glance, RegionNews
from dateline.views.ground import OnTheGround
from dateline.views.insights import Insight
from dateline.views.ranking import Ranked

Row = tuple[int, str, str]  # indent, text, style


def terminal(result: Glance, page: Page) -> None:
    """All sections."""
    page.say(_size(result), style="bold")
    for heading, rows in _sections(result):
        page.say()
        page.say(heading, style="bold")
        for indent, text, style in rows:
            page.say(text, indent=indent, style=style)


def markdown(result: Glance) -> str:
    """The same as headings and lists."""
    parts = [f"# {escaped(_size(result))}"]
    for heading, rows in _sections(result):
        told = "\n".join(f"{'  ' * (indent // 2 - 1)}- {escaped(text)}" for indent, text, _ in rows)
        parts.append(f"## {escaped(heading)}\n\n{told}")
    return "\n\n".join(parts) + "\n"


def _size(result: Glance) -> str:
    many = f"{result.held} stor{'y' if result.held == 1 else 'ies'} held"
    return f"The world from {published(result.since)} to {published(result.as_of)} · {many}"


def _sections(result: Glance) -> Iterator[tuple[str, list[Row]]]:
    shown = (*result.breaking, *(r for news in result.regions for r in news.stories))
    headlines = {r.story.story: r.story.voice.article.headline for r in shown}
    if result.breaking:
        yield "Breaking", [row for r in result.breaking for row in _story(r, result.why)]
    for news in result.regions:
        yield news.name, list(_region(news, result.why, headlines))
    if result.ground:
        yield "On the ground", [row for g in result.ground for row in _ground(g)]
    if result.insights:
        yield "What it adds up to", [row for i in result.insights for row in _insight(i, result.why)]


def _story(told: Ranked, why: bool, where: str = "") -> Iterator[Row]:
    headline = told.story.voice.article.headline or "(no headline)"
    yield 2, f"{where}: {headline}" if where else headline, "bold"
    yield 4, told.story.voice.lead, ""
    yield 4, sized(told.story), DIM
    if told.story.follows:
        yield 4, after(told.story.follows), DIM
    if why:
        yield 4, f"rank {told.score:.2f}: " + "; ".join(f"{r.name} {r.score:.2f} ({r.words})" for r in told.why), DIM


def _region(news: RegionNews, why: bool, headlines: Mapping[str, str]) -> Iterator[Row]:
    where = {story: part.name for part in news.parts for story in part.stories}
    for told in news.stories:
        yield from _story(told, why, where.get(told.story.story, ""))
    if news.elsewhere:
        yield 2, "also here, told elsewhere on this page:", DIM
        yield from ((4, f"{headlines.get(s) or '(no headline)'} · {short(s)}", DIM) for s in news.elsewhere)
    if news.stories or news.elsewhere:
        return
    feeds = f"{news.healthy} of {news.feeds} feeds of its outlets answer" if news.feeds else "no feed of its outlets"
    yield 2, f"nothing held in these days; {feeds}", DIM
    if news.latest:
        story = news.latest.story
        yield 2, f"last: {story.voice.article.headline}", ""
        yield 4, sized(story), DIM


def _ground(told: OnTheGround) -> Iterator[Row]:
    yield 2, told.sentence or told.article.headline, ""
    where = f"{told.place}: " if told.place else ""
    yield 4, f"{where}{told.article.headline} · {name(told.article)} · {short(told.article.article)}", DIM
    yield 4, "; ".join(r.words for r in told.why), DIM


def _insight(told: Insight, why: bool) -> Iterator[Row]:
    yield 2, f"{told.kind}: {told.told}", ""
    for basis in told.basis:
        yield 4, f"{basis.sentence} ({name(basis.article)}, {short(basis.article.article)})", DIM
    if why and told.rule:
        yield 4, f"rule: {told.rule}", DIM
