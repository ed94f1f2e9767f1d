"""Offices in texts against the day of the happening: many countries, forty years, through the whole chain."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dateline.annotate.base import ACTORS, CLAIMS, Document
from dateline.annotate.standard import standard_chain
from dateline.desk import open_desk
from dateline.model.article import Article, Published, Revision
from dateline.model.claim import Claim
from dateline.model.outlet import Outlet
from dateline.settings import Settings

CASES = Path(__file__).parents[2] / "cases" / "offices" / "offices_in_texts.tsv"


def rows() -> list[tuple[str, str, str]]:
    lines = CASES.read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]  # type: ignore[misc]


def document(number: int, text: str, day: str) -> Document:
    published = Published(date.fromisoformat(day)) if day else None
    revision = Revision(f"r{number}", "a", "", text, "en", published_at=published)
    return Document(Outlet("o", "O"), Article("a", "o", ""), revision)


@cache
def read() -> dict[str, Document]:
    documents = [document(n, text, day) for n, (text, day, _) in enumerate(rows())]
    return {d.text: d for d in standard_chain(Settings().model).run(documents)}


def slips(found: Document) -> list[str]:
    claims: tuple[Claim, ...] = found[CLAIMS]
    return [s for c in claims for s in c.slips]


def test_there_are_enough_cases_of_both_kinds() -> None:
    kinds = [kind for _, _, kind in rows()]
    assert len(kinds) >= 100
    assert min(kinds.count("slip"), kinds.count("fine")) >= 40
    assert {int(day[:4]) // 10 for _, day, _ in rows()} >= {198, 199, 200, 201, 202}


@pytest.mark.parametrize(("text", "day", "kind"), rows())
def test_a_slip_is_told_and_nothing_else(text: str, day: str, kind: str) -> None:
    told = slips(read()[text])
    assert bool(told) == (kind == "slip"), (told, [(m.words.exact, m.office) for m in read()[text][ACTORS]])


def test_a_slip_says_who_held_the_office() -> None:
    (told,) = slips(read()["President Joe Biden met the Ukrainian delegation on 18 March 2014."])
    assert "Joe Biden was not president on 2014-03-18" in told
    assert "Barack Obama held the office then" in told


def test_a_desk_tells_of_the_slip_as_an_inconsistency(tmp_path: Path) -> None:
    text = "President Joe Biden met the Ukrainian delegation on 18 March 2014 and promised help."
    told = {"url": "https://p.example/1", "outlet": "P", "published_at": "2014-03-19", "title": "Help", "text": text}
    (tmp_path / "1.json").write_text(json.dumps({**told, "language": "en"}))
    with open_desk(None) as desk:
        desk.add([tmp_path / "1.json"])
        found = desk.view("disagreements", query="Ukrainian delegation").disagreements
    assert [(f.kind.value, f.slot.value) for f in found] == [("inconsistency", "actor")]
    assert "Barack Obama held the office then" in found[0].reasons[0]
