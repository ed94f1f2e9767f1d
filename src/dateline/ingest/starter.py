"""The starter set: feeds of news outlets on every inhabited continent, to begin with."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from dateline.errors import UsageError
from dateline.ingest.language import declared
from dateline.model.continents import CONTINENTS
from dateline.model.outlet import Outlet, OutletKind

DATA = resources.files("dateline") / "data"


@dataclass(frozen=True, slots=True)
class StarterFeed:
    """A feed of the set, never visited yet. `home` is its outlet's site, `continent` a GeoNames code, `listed_in` the
    public list that its address is from, `language` its own (BCP 47), which may differ from its outlet's."""

    url: str
    outlet: Outlet
    home: str
    continent: str
    listed_in: str
    title: str
    language: str = ""


def starter_set(continent: str = "", country: str = "", language: str = "") -> tuple[StarterFeed, ...]:
    """The feeds of a continent (code or name), country (ISO 3166-1 alpha-2) and language (BCP 47, whatever its region),
    by continent and country; "" stands for all.

    Raises UsageError if no feed has one of them; none that has them together gives an empty tuple.
    """
    feeds = _feeds()
    where, land, tongue = _code(continent), country.strip().upper(), declared(language)
    if where not in ("", *CONTINENTS):
        raise _unknown("continent", continent, (f"{code} ({name})" for code, name in CONTINENTS.items()))
    if land not in {"", *(f.outlet.country for f in feeds)}:
        raise _unknown("country", country, {f.outlet.country for f in feeds})
    if language.strip() and tongue not in {f.language for f in feeds}:
        raise _unknown("language", language, {f.language for f in feeds})
    there = (f for f in feeds if where in ("", f.continent) and land in ("", f.outlet.country))
    return tuple(f for f in there if tongue in ("", f.language))


@cache
def starter_outlets() -> Mapping[str, Outlet]:
    """The outlets of the whole starter set, by id."""
    return MappingProxyType({f.outlet.id: f.outlet for f in _feeds()})


def _code(continent: str) -> str:
    """The code of a continent that is told by code or name; else the words as they are."""
    typed = " ".join(continent.split())
    named = (code for code, name in CONTINENTS.items() if name.casefold() == typed.casefold())
    return next(named, typed.upper())


def _unknown(what: str, typed: str, held: Iterable[str]) -> UsageError:
    return UsageError(f"the starter set has no such {what}", what=typed, do=f"it has {', '.join(sorted(held))}")


@cache
def _feeds() -> tuple[StarterFeed, ...]:
    continents = _continents()
    rows = tomllib.loads(DATA.joinpath("outlets.toml").read_text("utf-8"))["outlet"]
    return tuple(feed for row in rows for feed in _of_outlet(row, continents[row["country"]]))


def _continents() -> Mapping[str, str]:
    lines = DATA.joinpath("places", "continents.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t")[:2] for line in lines if line)


def _of_outlet(row: Mapping[str, Any], continent: str) -> Iterator[StarterFeed]:
    kind = OutletKind(row["kind"])
    outlet = Outlet(row["host"], row["name"], row["country"], row["language"], kind, row.get("note", ""))
    for feed in row["feeds"]:
        title = f"{outlet.name}: {feed['title']}" if "title" in feed else outlet.name
        tongue = feed.get("language", outlet.language)
        yield StarterFeed(feed["url"], outlet, row["home"], continent, feed["listed_in"], title, tongue)
