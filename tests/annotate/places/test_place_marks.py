"""Places: context decides between namesakes, and precision comes first."""

from __future__ import annotations

import time

import pytest

from dateline.annotate.actors.annotator import actors
from dateline.annotate.base import Document
from dateline.annotate.blocks import blocks
from dateline.annotate.datelines import datelines
from dateline.annotate.gazetteer import PackedPlaces, fold, packed_places, regions
from dateline.annotate.places.annotator import places
from dateline.annotate.sentences import sentences
from dateline.model.article import Article, Revision
from dateline.model.mark import PlaceMark
from dateline.model.outlet import Outlet


def marks(text: str, country: str = "") -> list[PlaceMark]:
    document = Document(Outlet("o", "O", country), Article("a", "o", ""), Revision("r", "a", "", text, "en"))
    for annotator in (blocks(), sentences(), datelines(), actors()):
        document.put(annotator.gives, annotator.annotate([document])[0])
    return list(places().annotate([document])[0])


def found(text: str, country: str = "") -> list[tuple[str, str, str]]:
    return [(m.words.exact, m.country, m.kind) for m in marks(text, country)]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Rain fell in Paris.", "", ("Paris", "FR", "capital")),
        ("Rain fell in Paris, Texas.", "", ("Paris", "US", "city")),
        ("Rain fell in Paris, Ky., on Friday.", "", ("Paris", "US", "city")),
        ("Rain fell in Cambridge.", "US", ("Cambridge", "US", "city")),
        ("Rain fell in Cambridge.", "GB", ("Cambridge", "GB", "city")),
        ("Georgia and Armenia signed. In Tbilisi, Georgia celebrated.", "", ("Georgia", "GE", "country")),
        ("Rain fell over Georgia and Alabama near Atlanta.", "US", ("Georgia", "US", "state")),
        ("Fighting spread through Darfur.", "", ("Darfur", "SD", "region")),
        ("Ships left the Black Sea.", "", ("Black Sea", "", "sea")),
        ("They came to Crimea.", "", ("Crimea", "UA", "region")),
        ("A bomb went off in Anbar province.", "", ("Anbar province", "IQ", "state")),
        ("The court sits in Geneva.", "", ("Geneva", "CH", "city")),
    ],
)
def test_context_decides(text: str, country: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(text, country)


@pytest.mark.parametrize(
    "text",
    [
        "The Paris Agreement was signed.",
        "Mobile phones rang. Reading is fun.",
        "Paris Hilton sang.",
        "Ankara rejected the plan.",
        "The Boston Globe wrote of it.",
        "Jackson said no.",
        "Of course they left. Nice people stayed.",
    ],
)
def test_no_place_is_no_place(text: str) -> None:
    assert found(text) == []


def test_runners_up_are_kept_best_first() -> None:
    mark = marks("Rain fell in Florence.")[0]
    assert mark.country == "IT"
    assert mark.others
    assert mark.place not in mark.others


def test_continents_and_coordinates_come_along() -> None:
    mark = next(m for m in marks("The two met in Nairobi.") if m.name == "Nairobi")
    assert (mark.continent, mark.place) == ("AF", "geonames:184745")
    assert (round(mark.latitude), round(mark.longitude)) == (-1, 37)
    continent = marks("The drought in South America goes on.")[0]
    assert (continent.kind, continent.continent, continent.country) == ("continent", "SA", "")


def test_every_inhabited_continent_and_antarctica_is_known() -> None:
    for name in ("Africa", "Asia", "Europe", "North America", "South America", "Oceania", "Antarctica"):
        assert [t.kind for t in packed_places().named(name)][:1] == ["continent"], name


def test_spellings_fold_alike() -> None:
    assert fold("São Tomé") == fold("Sao Tome")
    assert fold("Port-au-Prince") == fold("Port au Prince")
    assert fold("N’Djamena") == fold("N'Djamena")


def test_dateline_place_is_no_mark_of_the_text() -> None:
    assert found("OSLO, 5 May (AFP) - Ministers met in Bergen.")[0][0] == "Bergen"


def test_a_list_passed_in_is_asked() -> None:
    asked: list[str] = []

    class Listening:
        def named(self, name: str) -> tuple[()]:
            asked.append(name)
            return ()

        def begins(self, words: str) -> bool:
            return False

        def division(self, country: str, admin: str) -> tuple[()]:
            return ()

    document = Document(Outlet("o", "O"), Article("a", "o", ""), Revision("r", "a", "", "Rain fell in Oslo.", "en"))
    for annotator in (blocks(), sentences(), datelines(), actors()):
        document.put(annotator.gives, annotator.annotate([document])[0])
    assert list(places(Listening()).annotate([document])[0]) == []
    assert "Oslo" in asked


def test_list_loads_within_a_second() -> None:
    from importlib import resources

    started = time.process_time()
    PackedPlaces(resources.files("dateline") / "data" / "places")
    assert time.process_time() - started < 1.0


def test_every_country_has_a_continent_and_nearly_all_a_subregion() -> None:
    known = regions()
    assert known["KE"] == ("AF", "Eastern Africa")
    assert known["KZ"] == ("AS", "Central Asia")
    assert all(continent for continent, _ in known.values())
    assert sum(not subregion for _, subregion in known.values()) <= 3
