"""Faults that a reader of dossiers found, each mended by a rule: small reports, read by the whole chain."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.desk import Desk, open_desk
from dateline.model.matter import SectionKey
from dateline.views.dossier.parts import Dossier, DossierLine, Length, Turnout

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
REPORTS = {
    "meridian": (
        "2024-03-07",
        "Sweden joins NATO",
        """STOCKHOLM, March 7 - Sweden joined NATO on Thursday, two years after it had asked to.

In April an armed conflict began near the border that has cost many lives by the count of the United Nations.

A visit of NATO's secretary general to Stockholm that had been planned for March 12 will not take place.

NATO defence ministers are to meet Sweden's minister in Brussels on June 13.

The European Union and NATO welcomed Sweden on Thursday. The bloc suspended its talks with Turkey on NATO and Sweden on
March 6.

Ulf Kristersson, the Swedish prime minister, demanded on Thursday that NATO send troops to Sweden.""",
    ),
    "harbour": (
        None,
        "How Sweden came to NATO",
        """Turkey said on Saturday that it would never agree to Sweden's bid for NATO.

Sweden applied to join NATO on 18 May 2022.

NATO will send a general to Sweden on 5 October 2022. Sweden joined NATO on 7 March 2024.

A new foreign minister told reporters in May 2022 that Sweden needed NATO.""",
    ),
    "strait": (
        "2024-03-08",
        "Sweden in the papers",
        """The Harbour Post recalls how long it took. Sweden joined NATO on 8 March 2024, it says.""",
    ),
}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    folder = tmp_path_factory.mktemp("reports")
    for name, (published, title, text) in REPORTS.items():
        document = {"id": name, "outlet": name, "url": f"https://{name}.example/1", "published_at": published}
        (folder / f"{name}.json").write_text(json.dumps({**document, "language": "en", "title": title, "text": text}))
    with open_desk(None, now=lambda: NOON) as desk:
        yield made(desk, folder)


def made(desk: Desk, folder: Path) -> Dossier:
    desk.add([folder])
    desk.job("dossier.new", name="Sweden and NATO", query="Sweden NATO")
    assert not desk.view("audit.dossier", name="sweden-and-nato").uncovered
    shown = desk.view("dossier.show", name="sweden-and-nato", length=Length.FULL)
    assert isinstance(shown, Dossier)
    return shown


def lines(dossier: Dossier, *keys: SectionKey) -> list[DossierLine]:
    return [x for s in dossier.sections if not keys or s.key in keys for p in s.parts for x in p.lines]


def test_positions_are_opened_for_those_alone_who_can_speak(dossier: Dossier) -> None:
    names = {p.title for s in dossier.sections if s.key is SectionKey.POSITIONS for p in s.parts}
    assert "Ulf Kristersson" in names
    assert not {n for n in names if "conflict" in n.lower() or n.lower().startswith("a ")}


def test_a_day_that_nobody_can_tell_is_not_told(dossier: Dossier) -> None:
    assert not [x.text for x in lines(dossier) if "Saturday" in x.text]


def test_the_bloc_is_not_told_where_it_may_be_either(dossier: Dossier) -> None:
    assert not [x.text for x in lines(dossier) if "The bloc" in x.text]


def test_what_will_not_take_place_is_cancelled(dossier: Dossier) -> None:
    states = {x.plan.state for x in lines(dossier, SectionKey.CALENDAR) if x.plan and "planned for March 12" in x.text}
    assert states == {Turnout.CANCELLED}


def test_only_what_was_planned_before_its_day_is_an_open_question(dossier: Dossier) -> None:
    told = " ".join(x.text for x in lines(dossier, SectionKey.OPEN))
    assert "June 13" in told
    assert "5 October" not in told
    assert "5 October" in " ".join(x.text for x in lines(dossier, SectionKey.CALENDAR))


def test_a_happening_of_differing_days_is_told_in_a_report_s_own_words_with_their_day(dossier: Dossier) -> None:
    narrative = (SectionKey.LEAD, SectionKey.CHRONOLOGY, SectionKey.RECENT, SectionKey.BACKGROUND)
    joined = [x for x in lines(dossier, *narrative) if "joined NATO" in x.text]
    assert joined
    assert not [x.text for x in joined if "it says" in x.text]
    assert all(x.occurred and x.occurred.edtf == "2024-03-07" for x in joined)
