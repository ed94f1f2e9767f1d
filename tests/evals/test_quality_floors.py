"""The figures of the gold cases and of the planted sample stay at or above their floors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import cases, floors, planted


def test_gold_cases_stay_above_their_floors(shared: Path, tmp_path: Path) -> None:
    figures = cases.score(shared / "cases", tmp_path)
    assert len(figures["topics"]) == 5
    assert not floors.broken("cases", floors.corpus_hash(shared / "cases"), cases.flat(figures["all"]))


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(("name", "topics"), [("topics", 8), ("fresh", 4), ("plain", 3), ("later", 6), ("unseen", 4)])
def test_topics_of_our_own_stay_above_their_floors(name: str, topics: int, tmp_path: Path) -> None:
    folder = Path(cases.__file__).parent / name
    figures = cases.score(folder, tmp_path)
    assert len(figures["topics"]) == topics
    assert not floors.broken(name, floors.corpus_hash(folder), cases.flat(figures["all"]))


def test_seeds_stay_above_their_floor(shared: Path, tmp_path: Path) -> None:
    figures = cases.score_seeds(shared / "cases" / "01-ukraine-nato", tmp_path)
    least = json.loads(floors.FLOORS.read_text("utf-8"))["seeds"]["least"]
    assert figures["facts found with status and granularity"] >= least["facts found with status and granularity"]
    assert figures["disagreements"] == [["2018", "2019"]]


def test_planted_sample_stays_above_its_floors() -> None:
    figures = planted.measure()
    least = json.loads(floors.FLOORS.read_text("utf-8"))["planted"]
    assert figures["found"] >= least["found"]
    assert figures["false alarms"] <= least["false alarms"]
    assert figures["traps sprung"] <= least["traps sprung"]


def test_a_figure_below_its_floor_is_told() -> None:
    held = json.loads(floors.FLOORS.read_text("utf-8"))["cases"]
    at_floor = dict(held["least"])
    assert not floors.broken("cases", held["corpus"], at_floor)
    worse = at_floor | {"facts recall": at_floor["facts recall"] - 0.01}
    assert any("facts recall" in line for line in floors.broken("cases", held["corpus"], worse))
    assert any("corpus" in line for line in floors.broken("cases", "another", at_floor))


@pytest.mark.parametrize("field", ["facts precision", "traps not sprung", "draft verdicts"])
def test_every_asked_figure_has_a_floor(field: str) -> None:
    assert field in json.loads(floors.FLOORS.read_text("utf-8"))["cases"]["least"]
