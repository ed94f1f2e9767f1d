"""What the benchmarks measure on texts that nobody develops on stays at or above its floor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import floors, gates

GATED = tuple(json.loads(floors.FLOORS.read_text("utf-8"))["benches"])


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("name", GATED)
def test_a_benchmark_stays_above_its_floors(name: str) -> None:
    assert not gates.fallen(name)


def test_every_benchmark_with_a_reported_half_is_gated() -> None:
    assert set(GATED) == {"actors", "events", "places", "stories", "time"}


def test_a_figure_is_found_by_its_keys() -> None:
    told = {"sets": [{"set": "one", "whole": {"f1": 0.5}}, {"set": "two", "whole": {"f1": 0.75}}]}
    assert gates.figure(told, "sets/two/whole/f1") == 0.75


def test_a_figure_below_its_floor_and_other_texts_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    texts = tmp_path / "bench" / "time"
    texts.mkdir(parents=True)
    (texts / "a.tml").write_text("x", "utf-8")
    held = {"corpus": gates.digest([texts / "a.tml"]), "least": {"sets/a/f1": 0.8, "sets/a/value": 0.2}}
    pinned = tmp_path / "floors.json"
    pinned.write_text(json.dumps({"benches": {"time": held}}), "utf-8")
    monkeypatch.setattr(gates, "FLOORS", pinned)
    monkeypatch.setattr(gates, "shared_folder", lambda: tmp_path)
    monkeypatch.setattr(gates, "_told", lambda name: {"sets": [{"set": "a", "f1": 0.7, "value": 0.3}]})
    assert gates.fallen("time") == ["time: sets/a/f1 0.7 < 0.8"]
    (texts / "a.tml").write_text("y", "utf-8")
    assert "measure anew" in gates.fallen("time")[0]
