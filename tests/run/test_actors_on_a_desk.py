"""The desk's own names of parties: no code is needed to add one, and what was marked before is known to be stale."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.annotate.base import ACTORS
from dateline.desk import Desk, open_desk
from dateline.errors import NothingFound, UsageError

TEXT = (
    "The Lagoon Compact rejected the treaty on 4 March 2021. Lagocom said that the pact's envoy, Orsolya Vex, would go."
)


@pytest.fixture(params=["memory", "sqlite"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    path = None if request.param == "memory" else tmp_path / "store.sqlite"
    with open_desk(path, now=lambda: datetime(2026, 1, 1, tzinfo=UTC)) as opened:
        told = {"url": "https://p.example/1", "outlet": "P", "published_at": "2021-03-05", "language": "en"}
        (tmp_path / "1.json").write_text(json.dumps({**told, "title": "Treaty", "text": TEXT}))
        opened.add([tmp_path / "1.json"])
        yield opened


def parties(desk: Desk) -> set[str]:
    return {
        m.actor
        for held in desk.store.articles.all()
        for m in desk.store.annotations.layer(held.revision.id, ACTORS.name)
    }


def test_an_added_party_is_found_under_all_its_names_once_stale_marks_are_made_anew(desk: Desk) -> None:
    assert "lagoon-compact" not in parties(desk)
    said = desk.job("actors.add", name="Lagoon Compact", kind="alliance", alias=("Lagocom",))
    assert said.stale == 1
    assert said.names == ("Lagocom", "Lagoon Compact")
    assert desk.view("status").stale == 1
    desk.job("annotate", stale=True)
    assert "lagoon-compact" in parties(desk)
    assert desk.view("status").stale == 0
    named = [
        m.words.exact
        for h in desk.store.articles.all()
        for m in desk.store.annotations.layer(h.revision.id, "actors")
        if m.actor == "lagoon-compact"
    ]
    assert named == ["Lagoon Compact", "Lagocom"]


def test_a_name_given_and_taken_back_leaves_nothing_stale(desk: Desk) -> None:
    desk.job("actors.alias", actor="nato", name="Lagoon Compact")
    assert desk.view("status").stale == 1
    desk.job("actors.alias", actor="NATO", name="lagoon compact".title(), drop=True)
    assert desk.view("status").stale == 0


def test_show_tells_names_offices_and_who_said_what(desk: Desk) -> None:
    desk.job("actors.alias", actor="nato", name="Lagoon Compact")
    (card,) = desk.view("actors.show", name="Lagoon Compact").actors
    assert card.id == "nato"
    assert "North Atlantic Treaty Organization" in {card.name, *card.names}
    assert [e.names for e in card.edits] == [("Lagoon Compact",)]
    (merkel,) = desk.view("actors.show", name="Angela Merkel").actors
    assert ("chancellor", 2005) in [(o.office, o.start.year) for o in merkel.offices if o.start]


def test_what_cannot_be_added_is_refused_with_what_to_do(desk: Desk) -> None:
    with pytest.raises(UsageError, match="actors alias nato"):
        desk.job("actors.add", name="NATO")
    with pytest.raises(UsageError, match="country"):
        desk.job("actors.add", name="Lagoon Compact", country="QQ")
    with pytest.raises(UsageError, match="capital"):
        desk.job("actors.add", name="lagoon")
    with pytest.raises(NothingFound, match="actors add"):
        desk.job("actors.alias", actor="nobody-atall", name="Xyz")
    with pytest.raises(NothingFound, match="no such name"):
        desk.job("actors.alias", actor="nato", name="Xyz", drop=True)
    with pytest.raises(NothingFound):
        desk.view("actors.show", name="Nobody Atall")
