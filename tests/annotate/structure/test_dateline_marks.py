"""Datelines in the manners of the agencies, and first lines that only look like one (cases are data)."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.annotate.base import BLOCKS, Document
from dateline.annotate.blocks import blocks
from dateline.annotate.datelines import datelines
from dateline.model.article import Article, Revision
from dateline.model.mark import DatelineMark
from dateline.model.outlet import Outlet

CASES = Path(__file__).resolve().parents[2] / "cases" / "datelines"


def rows(name: str) -> list[str]:
    return [line for line in (CASES / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


def found(text: str, country: str = "") -> DatelineMark | None:
    outlet = Outlet("o.example", "O", country)
    document = Document(outlet, Article("a", outlet.id, ""), Revision("r", "a", "", text, "en"))
    document.put(BLOCKS, blocks().annotate([document])[0])
    marks = datelines().annotate([document])[0]
    return marks[0] if marks else None


@pytest.mark.parametrize("row", rows("variants.tsv"))
def test_variant_is_read_with_place_and_agency(row: str) -> None:
    text, words, name, country, agency = row.split("\t")
    mark = found(text.replace("\\n", "\n"))
    assert mark is not None
    assert (mark.words.exact, mark.name, mark.country, mark.agency) == (words, name, country, agency)


@pytest.mark.parametrize("text", rows("traps.txt"))
def test_look_alike_is_no_dateline(text: str) -> None:
    assert found(text) is None


def test_there_are_enough_cases() -> None:
    assert len(rows("variants.tsv")) >= 80
    assert len(rows("traps.txt")) >= 40


def test_dateline_below_headline_and_byline_is_found() -> None:
    mark = found("Talks fail again\n\nBy Anna Example\n\nGENEVA, 5 May (AFP) - The two sides went home.")
    assert mark is not None
    assert mark.words.exact == "GENEVA, 5 May (AFP)"


def test_outlet_country_decides_between_towns_of_one_name() -> None:
    text = "CAMBRIDGE, 5 May 2015 (Daily Reader) — The council met."
    at_home, abroad = found(text, "US"), found(text, "GB")
    assert at_home is not None
    assert abroad is not None
    assert (at_home.country, abroad.country) == ("US", "GB")
