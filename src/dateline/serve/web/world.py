"""The map of the world as SVG parts: continents that can be chosen, and circles where something is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt

from dateline.model.continents import CONTINENTS

LEAST, EACH, MOST = 9.0, 9.0, 52.0  # radii in units of the sheet, which is 2000 wide
# Where the name of a continent stands on the sheet: in the sea beside it, off its circles.
NAMED_AT = {"AF": (880, 640), "AS": (1500, 470), "EU": (905, 60), "NA": (250, 320), "OC": (1700, 830), "SA": (420, 660)}


@dataclass(frozen=True, slots=True)
class Shape:
    """A continent: its code, name and outline, and where its name stands."""

    code: str
    name: str
    path: str
    at: tuple[int, int]

    @property
    def slug(self) -> str:
        """Its name in an address."""
        return self.name.lower().replace(" ", "-")


@dataclass(frozen=True, slots=True)
class World:
    """The sheet in units, the continents by name, and a point of each country."""

    width: int
    height: int
    shapes: tuple[Shape, ...]
    countries: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Circle:
    """Stories of one country: where it stands, how large it is by independent sources, and the stories' ids (that with
    most sources first)."""

    country: str
    x: int
    y: int
    radius: float
    sources: int
    stories: tuple[str, ...]


@cache
def world() -> World:
    """The map as packed."""
    text = (files("dateline") / "data" / "map" / "world.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    sheet = next(r for r in rows if r[0] == "sheet")
    shapes = {r[1]: r[2] for r in rows if r[0] == "shape"}
    countries = {r[1]: (int(r[2]), int(r[3])) for r in rows if r[0] == "country"}
    drawn = tuple(Shape(c, name, shapes[c], NAMED_AT[c]) for c, name in CONTINENTS.items() if c in shapes)
    return World(int(sheet[1]), int(sheet[2]), drawn, countries)


def circles(stories: Iterable[tuple[str, str, int]]) -> tuple[Circle, ...]:
    """One circle for each country; `stories` are (id, country, independent sources). The area grows with the sources;
    large circles come first, so that small ones are drawn over them."""
    told: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for story, country, sources in stories:
        if country in world().countries:
            told[country].append((sources, story))
    drawn = [_circle(country, sorted(found, reverse=True)) for country, found in told.items()]
    return tuple(sorted(drawn, key=lambda c: (-c.radius, c.country)))


def _circle(country: str, found: list[tuple[int, str]]) -> Circle:
    sources = sum(n for n, _ in found)
    x, y = world().countries[country]
    return Circle(
        country, x, y, round(min(MOST, LEAST + EACH * sqrt(sources)), 1), sources, tuple(story for _, story in found)
    )
