"""Scoring of event codings, by hand and on the gold records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evals.events.bench import ASKED, tally
from evals.events.gold import Record, read
from evals.events.scoring import Tally, named

from dateline.model.coding import Coding, EventType, Side


def test_a_side_is_right_by_a_name_that_both_have_not_by_an_office() -> None:
    assert named(Side("the Spanish government"), ("Spanish",))
    assert named(Side("Chad"), ("Niger", "Chad"))
    assert not named(Side("the French government"), ("Spanish government",))
    assert named(Side("government troops"), ("government",))
    assert not named(None, ("Chad",))


def test_the_shares_are_of_all_and_of_what_is_sure() -> None:
    counted = Tally()
    record = Record("1", "Chad bombed Niger.", "assault", ("Chad",), ("Niger",))
    counted.add(record, Coding(EventType.ASSAULT, "", Side("Chad"), None))
    counted.add(record, Coding(EventType.AID, "", Side("Niger"), Side("Niger")))
    counted.add(record, None)
    told = counted.figures()
    assert (told["type"], told["precision"], told["sure"]) == pytest.approx((1 / 3, 1 / 2, 2 / 3), abs=1e-4)
    assert (told["actor"], told["recipient"]) == pytest.approx((1 / 3, 1 / 3), abs=1e-4)
    assert len(counted.wrong) == 3


def test_types_are_read_as_the_sixteen_and_who_acts_together_is_recipient_too(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    both = [{"actorText": "Chad"}, {"actorText": "Niger"}]
    raw = [
        {"id": "1", "event": "FIGHT", "text": "Chad fought Niger.", "source": both, "target": ""},
        {"id": "2", "event": "DEMAND", "text": "Chad urged.", "source": both[:1], "target": []},
    ]
    path.write_text(json.dumps(raw), "utf-8")
    first, second = read(path)
    assert (first.type, first.recipients) == ("assault", ("Chad", "Niger"))
    assert (second.type, second.actors, second.recipients) == ("request", ("Chad",), ())


def test_what_is_asked_is_reached_on_both_halves(shared: Path) -> None:
    tallies = tally(read(shared / "bench" / "events" / "plover_gold_dev.json"), halves=True)
    for name, least in ASKED.items():
        for part in ("developed", "reported", "whole"):
            assert tallies[part].figures()[name] >= least, (part, name)
