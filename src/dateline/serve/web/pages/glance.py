"""The front page: what leads, the headlines beside it, the map, and the regions in columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from dateline.desk import Desk
from dateline.model.gist import Outline
from dateline.serve.web.pages.base import Own, Page, Parameters, page
from dateline.serve.web.world import Circle, circles
from dateline.views.gists import outlines
from dateline.views.glance import Glance, RegionNews
from dateline.views.insights import Insight, InsightKind
from dateline.views.ranking import Ranked
from dateline.views.unchanged import Unchanged

ENOUGH = 20  # stories from which a front page is full
WIDER = ("24h", "7d", "30d", "90d", "1096d", "36500d")
HEADLINES = 5  # beside the one that leads
BINS = 12  # of a small chart
SPARKS: Unchanged[tuple[int, ...]] = Unchanged(1 << 7)  # by story


@dataclass(frozen=True, slots=True)
class Column:
    """A region: its stories that do not stand above, how many of its stories do, and the last one held if it is
    silent."""

    news: RegionNews
    stories: tuple[Ranked, ...]
    above: int


def _ask(desk: Desk, name: str, parameters: Parameters) -> Glance:
    """The glance that was asked for. Without a window: the shortest one that fills the page; and where nothing was
    published for long, the page of the last day that holds something."""
    if "since" in parameters:
        return _glance(desk, name, parameters)
    latest, today = desk.store.stories.latest(None, None, 1), desk.reading.today
    last = latest[0].last_day if latest else None
    if last and "as_of" not in parameters and (today - last).days > 30:
        parameters["as_of"] = last
    for since in WIDER:
        found = _glance(desk, name, {**parameters, "since": since})
        if found.held >= ENOUGH or (found.held >= 6 and since == WIDER[0]):
            break
    parameters["since"] = since
    return found


def _glance(desk: Desk, name: str, parameters: Parameters) -> Glance:
    found: Glance = desk.view(name, **parameters)
    return found


def _context(desk: Desk, result: Glance, parameters: Parameters, own: Own) -> dict[str, Any]:
    ranked = [*result.breaking, *(r for region in result.regions for r in region.stories)]
    lead, headlines = _above(result, ranked)
    above = {r.story.story for r in (*lead, *headlines)}
    return {
        "lead": lead[0] if lead else None,
        "headlines": headlines,
        "columns": [_column(region, above) for region in result.regions],
        "circles": _circles(ranked),
        "by_id": {r.story.story: r for r in ranked},
        "findings": [i for i in result.insights if i.kind is InsightKind.DISAGREEMENT],
        "insights": [g for g in _by_kind(result.insights) if g[1]],
        "sparks": _sparks(desk, result),
        "widened": parameters.get("since", ""),
        "as_of": parameters.get("as_of"),
        "today": desk.reading.today,
    }


def _sparks(desk: Desk, result: Glance) -> dict[str, tuple[int, ...]]:
    """For each article that an insight rests on: how many articles of its story came in each of BINS parts of the
    days that are looked at."""
    resting = {i.basis[0].article.article for i in result.insights if i.basis}
    stories = {a: s for s in desk.store.stories.of_articles(sorted(resting)) for a in s.articles if a in resting}
    days = outlines(desk.store, {a for s in stories.values() for a in s.articles})
    found = {}
    for article, story in stories.items():
        of = (tuple([days.get(a) for a in story.articles]), result.since, result.as_of)
        found[article] = SPARKS.get(story.id, of, partial(_binned, *of))
    return found


def _binned(members: Iterable[Outline | None], first: date, last: date) -> tuple[int, ...]:
    """How many of some articles came in each of BINS parts of the days from the first to the last."""
    span, bins = max(1, (last - first).days + 1), [0] * BINS
    for day in (one.day for one in members if one):
        if day and first <= day <= last:
            bins[(day - first).days * BINS // span] += 1
    return tuple(bins)


def _above(result: Glance, ranked: list[Ranked]) -> tuple[list[Ranked], list[Ranked]]:
    """The story that leads and the headlines beside it: what breaks; else the best of each region, so that no region
    stands below the others."""
    best = [region.stories[0] for region in result.regions if region.stories]
    if result.region:
        best = [story for region in result.regions for story in region.stories]
    rest = [r for r in best if r not in result.breaking]
    order = [*result.breaking, *sorted(rest, key=lambda r: (-r.score, r.story.story))]
    wanted = order[: 1 + max(HEADLINES, 0)]
    lead = wanted[:1] or ranked[:1]
    return lead, [r for r in wanted[1:] if r not in lead]


def _column(region: RegionNews, above: set[str]) -> Column:
    stories = tuple(r for r in region.stories if r.story.story not in above)
    return Column(region, stories, len(region.stories) - len(stories) + len(region.elsewhere))


def _circles(ranked: Iterable[Ranked]) -> tuple[Circle, ...]:
    return circles((r.story.story, r.story.countries[0], r.story.voices) for r in ranked if r.story.countries)


def _by_kind(insights: Iterable[Insight]) -> list[tuple[InsightKind, list[Insight]]]:
    """What is new by kind, without disagreements, which have a place of their own."""
    found = list(insights)
    kinds = [k for k in InsightKind if k is not InsightKind.DISAGREEMENT]
    return [(kind, [i for i in found if i.kind is kind][:3]) for kind in kinds]


page("glance", Page("glance.html", "The world at a glance", _context, _ask))
