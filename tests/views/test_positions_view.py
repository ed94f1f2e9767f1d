"""Positions of the parties of a matter, through the desk as a user would ask."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from dateline.desk import Desk, open_desk
from dateline.model.position import Stance
from dateline.serve.cli.page import page
from dateline.serve.cli.render.positions import markdown, terminal
from dateline.views.positions import Positions

TEXTS = [
    (
        "2021-03-02",
        "Kenya and Uganda quarrel over the Mingo toll",
        "Kenya demanded on Monday that Uganda drop the Mingo toll. Uganda rejected the demand over the Mingo toll the "
        "same day. Colombians rejected a toll of their own in 2016. A Ugandan shopkeeper said that the toll must go.",
    ),
    (
        "2021-06-11",
        "Kenya softens on the Mingo toll",
        "President Uhuru Kenyatta said on Thursday that Kenya would keep the border open if Uganda halved the Mingo "
        "toll. Kenya demanded on Wednesday that Uganda halve the Mingo toll.",
    ),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk with two reports on one quarrel."""
    folder: Path = tmp_path_factory.mktemp("toll")
    for number, (day, title, text) in enumerate(TEXTS):
        told = {"id": f"toll-{number}", "outlet": "Lake Post", "published_at": day, "language": "en"}
        told |= {"url": f"https://lakepost.example/{number}", "title": title, "text": text}
        (folder / f"{number}.json").write_text(json.dumps(told), "utf-8")
    with open_desk(None) as opened:
        opened.add([folder])
        yield opened


def asked(desk: Desk, **more: object) -> Positions:
    """The positions on the quarrel."""
    found: Positions = desk.view("positions", query="Mingo toll", **more)
    return found


def told(found: Positions) -> list[tuple[str, str]]:
    """Parties and stances in their order."""
    return [(p.actor, s.stance.value) for p in found.parties for s in p.positions]


def test_each_party_has_its_positions_latest_first(desk: Desk) -> None:
    assert told(asked(desk)) == [
        ("uhuru-kenyatta", "conditions"),
        ("kenya", "demands"),
        ("kenya", "demands"),
        ("uganda", "opposes"),
    ]


def test_a_later_position_on_the_same_thing_replaces_the_earlier(desk: Desk) -> None:
    latest, first = next(p for p in asked(desk).parties if p.actor == "kenya").positions
    assert latest.occurred is not None and latest.occurred.start == date(2021, 6, 9)
    assert (latest.replaces, first.replaced_by) == (first.id, latest.id)
    assert (latest.replaced_by, first.replaces) == ("", "")


def test_every_position_rests_on_a_sentence_with_its_words_marked(desk: Desk) -> None:
    for party in asked(desk).parties:
        for stand in party.positions:
            (found,) = stand.evidence
            start, end = found.anchor
            assert found.sentence[start:end] == stand.words
            assert any(found.sentence in text for *_, text in TEXTS)


def test_one_party_can_be_asked_for_with_its_people(desk: Desk) -> None:
    kenyan = [("uhuru-kenyatta", "conditions"), ("kenya", "demands"), ("kenya", "demands")]
    assert told(asked(desk, actor="Kenya")) == kenyan
    assert told(asked(desk, actor="uganda")) == [("uganda", "opposes")]
    assert asked(desk, actor="Norway").exit_status == 1


def test_what_was_said_after_the_day_is_left_out(desk: Desk) -> None:
    found = asked(desk, as_of=date(2021, 4, 1))
    assert told(found) == [("kenya", "demands"), ("uganda", "opposes")]
    assert all(not s.replaced_by for p in found.parties for s in p.positions)


def test_terminal_and_markdown_tell_stance_day_and_sentence(desk: Desk) -> None:
    found = asked(desk)
    stream = StringIO()
    terminal(found, page(stream, color=False))
    for shown in (stream.getvalue(), markdown(found)):
        assert "Uhuru Kenyatta" in shown and "conditions" in shown and "10 Jun 2021" in shown
        assert f"replaced {Stance.DEMANDS.value} of 1 Mar 2021" in shown
        assert "Kenya demanded on Wednesday that Uganda halve the Mingo toll." in shown
