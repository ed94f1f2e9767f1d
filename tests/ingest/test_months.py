"""Days written with the name of a month."""

from __future__ import annotations

import pytest

from dateline.ingest.months import day, months


@pytest.mark.parametrize(
    ("language", "line", "iso"),
    [
        ("en", "Published 8 March 2024 at 10:30", "2024-03-08"),
        ("en", "Mar 8 2024, updated 09:15", "2024-03-08"),
        ("de", "8. März 2024, 14:07 Uhr", "2024-03-08"),
        ("es", "8 de marzo de 2024", "2024-03-08"),
        ("fr", "Publié le 1er août 2024", "2024-08-01"),
        ("hu", "2024. március 8.", "2024-03-08"),
        ("ru", "8 марта 2024, 10:30", "2024-03-08"),
        ("ar", "8 مارس 2024", "2024-03-08"),
        ("ar", "8 شباط 2024", "2024-02-08"),
        ("hi", "8 मार्च 2024", "2024-03-08"),
        ("hr", "3. listopada 2024.", "2024-10-03"),
        ("pl", "3 listopada 2024", "2024-11-03"),
        ("tr", "04 Mayıs 2025 Pazar", "2025-05-04"),
        ("", "8 March 2024", "2024-03-08"),
        ("xx", "8 March 2024", "2024-03-08"),
    ],
)
def test_one_day_is_read(language: str, line: str, iso: str) -> None:
    assert str(day(line, language)) == iso


@pytest.mark.parametrize(
    "line", ["", "March 2024", "8 March", "31 February 2024", "1 May 2024 - 3 May 2024", "8 mars 2024", "2024-03-08"]
)
def test_anything_else_is_not(line: str) -> None:
    assert day(line, "en") is None


def test_each_language_has_twelve_months_with_names_of_their_own() -> None:
    assert len(months()) > 50
    for language, names in months().items():
        assert set(names.values()) == set(range(1, 13)), language
