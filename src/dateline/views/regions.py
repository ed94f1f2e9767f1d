"""Where a story plays: the countries and continents that its articles name most, with shares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.annotate.gazetteer import regions
from dateline.model.continents import CONTINENTS
from dateline.model.gist import Outline
from dateline.views.coverage import continents

SHARE = 0.25  # of the places named, from which a story plays on a continent, too
COUNTRY_SHARE = 0.15  # the same for a country
MOST = 3  # countries that are named


@dataclass(frozen=True, slots=True)
class Region:
    """Continents (the main one first) and countries (ISO 3166-1 alpha-2, most named first) of a story."""

    continents: tuple[str, ...]
    countries: tuple[str, ...]


def region(articles: Iterable[Outline], countries: Mapping[str, str]) -> Region:
    """Where these articles play: counted over places named, each article with the same weight; where they name no
    place, where their outlets are (`countries` by outlet)."""
    lands: defaultdict[str, float] = defaultdict(float)
    parts: defaultdict[str, float] = defaultdict(float)
    for one in articles:
        named = [land for land in one.lands if land.continent in CONTINENTS]
        total = sum([land.named for land in named])
        for land in named:
            parts[land.continent] += land.named / total
            lands[land.country] += land.named / total
        own = "" if named else countries.get(one.outlet_id, "").upper()
        if continent := continents().get(own):
            parts[continent] += 1
            lands[own] += 1
    return Region(_shares(parts, SHARE), _shares(lands, COUNTRY_SHARE)[:MOST])


def subregion(country: str) -> str:
    """The sub-region (UN M49) of a country by its ISO 3166-1 alpha-2 code, "" if it has none."""
    return regions().get(country, ("", ""))[1]


def _shares(counted: Mapping[str, float], least: float) -> tuple[str, ...]:
    """Those with enough of a share, the largest first; the largest in any case."""
    total = sum(counted.values())
    ranked: Sequence[str] = sorted((c for c in counted if c), key=lambda c: (-counted[c], c))
    return tuple(c for n, c in enumerate(ranked) if n == 0 or counted[c] >= least * total)
