from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.model.continents import CONTINENTS
from dateline.store.open import open_store
from dateline.views.base import Reading
from dateline.views.coverage import By, continents, coverage


def test_articles_are_counted_by_outlet_and_by_what_they_are_about(small: Reading) -> None:
    told = {c.code: c for c in coverage(small).continents}
    assert (told["AF"].outlets, told["AF"].articles_from, told["AF"].articles_about) == (1, 1, 1)
    assert (told["EU"].outlets, told["EU"].articles_from, told["EU"].articles_about) == (3, 4, 1)
    assert told["EU"].last_published_at == date(2022, 3, 2)
    assert told["AF"].countries == ("GH",)


def test_every_inhabited_continent_is_told_held_or_not(small: Reading) -> None:
    told = coverage(small)
    assert [c.code for c in told.continents if c.code] == list(CONTINENTS)
    assert "Asia" in told.warnings[0]
    empty = coverage(replace(small, store=open_store(None)))
    assert (len(empty.continents), empty.exit_status) == (6, 1)


def test_countries_languages_and_kinds_are_counted_too(small: Reading) -> None:
    lands = coverage(small, by=By.COUNTRY)
    held = {g.code: g for g in lands.groups}
    assert (held["GH"].outlets, held["GH"].articles_from, held["GH"].articles_about, held["GH"].thin) == (1, 1, 1, True)
    assert "GH" not in lands.silent
    assert "NZ" in lands.silent
    assert "countries (ISO codes)" in lands.warnings[-1]
    tongues = coverage(small, by=By.LANGUAGE)
    assert sum(g.articles_from for g in tongues.groups) == tongues.articles
    kinds = coverage(small, by=By.OUTLET_KIND)
    assert sum(g.outlets for g in kinds.groups) == kinds.outlets
    assert (tongues.silent, kinds.silent) == ((), ())


def test_countries_lie_on_their_continents() -> None:
    assert {continents()[c] for c in ("KE", "EG")} == {"AF"}
    assert [continents()[c] for c in ("UA", "IN", "BR", "MX", "FJ")] == ["EU", "AS", "SA", "NA", "OC"]
