"""The commands of dossiers, as a reader types them, on a store of their own."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from small_matter import fill

from dateline.serve.cli.app import main
from dateline.store.open import open_store

Ask = Callable[..., tuple[int, str]]


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    path = tmp_path / "small.sqlite"
    store = open_store(path)
    fill(store)
    store.close()

    def ask(*words: str) -> tuple[int, str]:
        status = main(["--store", str(path), "--today", "2026-01-03", *words])
        out = capsys.readouterr()
        return status, out.out + out.err

    assert ask("dossier", "new", "The League", "--query", "Norland League", "--since", "2010-01-01")[0] == 0
    return ask


def test_a_dossier_is_made_listed_and_read(command: Ask) -> None:
    _, told = command("dossier", "list")
    assert "the-league  The League" in told
    assert "since 2010-01-01" in told
    status, told = command("dossier", "show", "the-league")
    assert status == 0
    assert "Norland asked to join the Harbour League in December 2021." in told
    assert "three independent sources" in told


def test_decisions_are_made_and_taken_back(command: Ask) -> None:
    data = json.loads(command("dossier", "show", "the-league", "--json")[1])["data"]
    lines = [x for s in data["sections"] for p in s["parts"] for x in p["lines"]]
    claim = next(x["claim"] for x in lines if "asked to join" in x["text"])
    assert "is pinned" in command("dossier", "pin", "the-league", claim)[1]
    assert "see there" in command("dossier", "note", "the-league", claim, "see there")[1]
    assert "Dates" in command("dossier", "rename-section", "the-league", "calendar", "Dates")[1]
    _, told = command("dossier", "show", "the-league")
    assert "pinned by an editor" in told
    assert "note: see there" in told
    assert "\nDates\n" in told
    assert "is left out" in command("dossier", "drop", "the-league", claim)[1]
    assert "asked to join" not in command("dossier", "show", "the-league")[1]
    assert "Taken back" in command("dossier", "undo", "the-league")[1]
    assert "asked to join" in command("dossier", "show", "the-league")[1]


def test_the_audit_and_the_changes(command: Ask) -> None:
    status, told = command("audit", "dossier", "the-league")
    assert status == 0
    assert "0 not covered" in told
    status, told = command("dossier", "changes", "the-league", "--since", "2025-01-01")
    assert status == 0
    assert "new" in told
    assert command("dossier", "changes", "the-league", "--since", "2026-01-02")[0] == 1
    assert command("dossier", "refresh")[0] == 0


def test_the_feed_is_atom(command: Ask) -> None:
    _, told = command("dossier", "feed", "the-league", "--since", "2025-01-01")
    feed = ET.fromstring(told)
    name = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{name}entry")
    assert entries
    assert len({e.findtext(f"{name}id") for e in entries}) == len(entries)
    assert all(e.findtext(f"{name}updated") for e in entries)


def test_a_page_of_html_stands_in_a_file(command: Ask, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert command("dossier", "show", "the-league", "--html", str(page))[0] == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")
    status, told = command("dossier", "list", "--html", str(page))
    assert (status, "no form in HTML" in told) == (3, True)


def test_an_unknown_dossier_is_told_with_those_there_are(command: Ask) -> None:
    status, told = command("dossier", "show", "nothing")
    assert status == 1
    assert "the-league" in told
