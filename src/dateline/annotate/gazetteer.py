"""The lists of places: a compact index, read when first asked for, and the protocol that a larger one can serve."""

from __future__ import annotations

import gzip
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Protocol

_FOLDER = resources.files("dateline") / "data" / "places"
_MARKS = str.maketrans(dict.fromkeys("’‘ʼʹ`", "'") | dict.fromkeys("-‑–.,", " "))
_PLAIN = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "ß": "ss", "ð": "d"}
)


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place in the lists. `place` is "geonames:703448" or "dateline:crimea"; `country` is ISO 3166-1 alpha-2 or "".

    `admin` is the code of the first-level division (US states by their postal code); coordinates in degrees;
    `population` is rounded down to hundreds, 0 if there is none. `kind` is city, capital, country, state, county,
    region, sea, river, lake, island, mountain, desert, strait or continent. `alias` is true if it was found by a
    name that is not its first one.
    """

    place: str
    name: str
    country: str
    admin: str
    continent: str
    latitude: float
    longitude: float
    population: int
    kind: str
    alias: bool = False


HOME_WEIGHT = 10  # a place in the outlet's own country counts as if so many times larger
CAPITAL_WEIGHT = 6  # readers take a capital's name for the capital
ALIAS_WEIGHT = 0.12  # and a name for the place that bears it today ("New Delhi" is not Delhi)


def prominence(place: Toponym, home: str) -> float:
    """How likely a reader takes the name for this place if nothing else is said; `home` is the outlet's country."""
    weight = HOME_WEIGHT if home and place.country == home else 1
    capital = CAPITAL_WEIGHT if place.kind == "capital" else 1
    return (place.population + 1) * weight * capital * (ALIAS_WEIGHT if place.alias else 1)


class Lookup(Protocol):
    """What a list of places can be asked; a database of millions serves it as well as the list that comes along."""

    def named(self, name: str) -> tuple[Toponym, ...]:
        """All places of that name, in any spelling that folds alike, the most populous first."""
        ...

    def begins(self, words: str) -> bool:
        """Whether some longer name begins with these whole words."""
        ...

    def division(self, country: str, admin: str) -> tuple[Toponym, ...]:
        """The first-level division of a country with that code; empty if it is not listed."""
        ...


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name without case, accents, hyphens, stops and doubled spaces: what two spellings of one name share."""
    bare = name.translate(_PLAIN)
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return " ".join(bare.translate(_MARKS).casefold().replace("'", "").split())


class PackedPlaces:
    """The list that comes along: two sorted text files, searched by bisection; records are read when asked for."""

    def __init__(self, folder: Traversable) -> None:
        """Reads `places.tsv.gz` (a place a line, most populous first) and `names.tsv.gz` (a folded name a line)."""
        self._rows = _lines(folder / "places.tsv.gz")
        self._names = _lines(folder / "names.tsv.gz")
        self._continents = dict(row.split("\t")[:2] for row in _lines(folder / "continents.tsv"))

    def named(self, name: str) -> tuple[Toponym, ...]:
        """All places of that name, the most populous first."""
        return self._found(fold(name))

    def begins(self, words: str) -> bool:
        """Whether some longer name begins with these whole words."""
        return self._begun(fold(words) + " ")

    def division(self, country: str, admin: str) -> tuple[Toponym, ...]:
        """The first-level division of a country with that code; empty if it is not listed."""
        number = self._divisions.get((country, admin))
        return () if number is None else (self._read(number),)

    @cached_property
    def _divisions(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for number, line in enumerate(self._rows):
            if line.endswith("\tstate"):
                row = line.split("\t")
                if row[5]:
                    found.setdefault((row[4], row[5]), str(number))
        return found

    @lru_cache(maxsize=16384)  # noqa: B019  the index lives as long as the process
    def _begun(self, folded: str) -> bool:
        at = bisect_left(self._names, folded)
        return at < len(self._names) and self._names[at].startswith(folded)

    @lru_cache(maxsize=16384)  # noqa: B019  the same
    def _found(self, folded: str) -> tuple[Toponym, ...]:
        key = folded + "\t"
        at = bisect_left(self._names, key)
        if not folded or at == len(self._names) or not self._names[at].startswith(key):
            return ()
        return tuple(self._read(n) for n in self._names[at][len(key) :].split())

    def _read(self, number: str) -> Toponym:
        row = self._rows[int(number.rstrip("~"))].split("\t")
        place, name, latitude, longitude, country, admin, hundreds, kind = row
        continent = country if kind == "continent" else self._continents.get(country, "")
        return Toponym(
            f"geonames:{place}" if place.isdigit() else f"dateline:{place}",
            name,
            "" if kind == "continent" else country,
            admin,
            continent,
            float(latitude),
            float(longitude),
            int(hundreds or 0) * 100,
            kind or "city",
            number.endswith("~"),
        )


@dataclass(frozen=True, slots=True)
class Short:
    """What a short form such as "Ky." or "U.K." stands for: a country, and one of its divisions or ""."""

    country: str
    admin: str


@cache
def short_forms() -> dict[str, Short]:
    """Printed short forms of divisions and countries, as written with their stops; the first entry of a form holds."""
    forms: dict[str, Short] = {}
    for line in _lines(_FOLDER / "abbreviations.tsv"):
        form, country, admin = line.split("\t")
        forms.setdefault(form, Short(country, admin))
    return forms


@cache
def regions() -> dict[str, tuple[str, str]]:
    """Continent (GeoNames letters) and UN M49 sub-region of each country by its ISO 3166-1 alpha-2 code."""
    rows = (line.split("\t") for line in _lines(_FOLDER / "continents.tsv"))
    return {code: (continent, subregion) for code, continent, subregion in rows}


@cache
def ordinary_names() -> frozenset[str]:
    """The folded names of places, in one word, that are ordinary English words as well."""
    return frozenset(_lines(_FOLDER / "ordinary.txt"))


@cache
def agencies() -> frozenset[str]:
    """The folded names of news agencies."""
    return frozenset(fold(line) for line in _lines(_FOLDER / "agencies.txt"))


@cache
def packed_places() -> PackedPlaces:
    """The list that comes along, read once in a process."""
    return PackedPlaces(_FOLDER)


def _lines(file: Traversable) -> list[str]:
    data = file.read_bytes()
    text = gzip.decompress(data) if file.name.endswith(".gz") else data
    return [line for line in text.decode().split("\n") if line and not line.startswith("#")]
