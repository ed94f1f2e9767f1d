"""Counts outlines, as every back end does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dateline.model.gist import Outline
from dateline.store.base_gists import LandTally, Tallies, Tally


def tallied(outlines: Iterable[Outline]) -> Tallies:
    """By outlet, language and continent; by country and continent."""
    by_outlet: dict[tuple[str, str, str], list[date | None]] = {}
    by_land: dict[tuple[str, str], list[date | None]] = {}
    for one in outlines:
        by_outlet.setdefault((one.outlet_id, one.language, one.about), []).append(one.day)
        for name in lands_of(one):
            by_land.setdefault(name, []).append(one.day)
    tallies = [Tally(*name, len(days), _last(days)) for name, days in sorted(by_outlet.items())]
    lands = [LandTally(*name, len(days), _last(days)) for name, days in sorted(by_land.items())]
    return tallies, lands


def lands_of(outline: Outline) -> Iterator[tuple[str, str]]:
    """Each country that an article names once, with the continent if the article is mostly about that."""
    about, own = outline.about, dict[str, str]()
    for land in outline.lands:
        if land.country:
            own[land.country] = own.get(land.country) or (about if land.continent == about else "")
    yield from sorted(own.items())


def _last(days: Iterable[date | None]) -> date | None:
    return max((d for d in days if d), default=None)
