"""The audit over a collection: its words and days are chosen, its articles become dossiers, every line is re-read."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from evals.dossier_collections import NAMES, collection, paragraphs, spread, telling_words

FIRST = date(2021, 3, 1)
TEXT = (
    "The ferry workers of Norland struck in Kirkvik on Monday .\n"
    "The strike closed the port of Kirkvik -LRB- Norland -RRB- ."
)


def rows(count: int) -> list[dict[str, str]]:
    days = [FIRST + timedelta(days=n) for n in range(count)]
    return [{"id": f"norland-{n}", "published_at": d.isoformat(), "text": TEXT} for n, d in enumerate(days)]


def test_days_are_spread_over_the_time_without_its_ends() -> None:
    found = spread(rows(11))
    assert found == sorted(set(found))
    assert len(found) == 4
    assert found[0] > FIRST
    assert found[-1] < FIRST + timedelta(days=10)
    assert spread([{"id": "x", "text": TEXT}]) == []


def test_the_words_are_those_that_tell_the_collection() -> None:
    assert {"Kirkvik", "Norland"} <= set(telling_words(rows(3)))


def test_lines_are_as_they_are_written() -> None:
    assert paragraphs(rows(1)[0])[1] == "The strike closed the port of Kirkvik (Norland)."


def test_every_line_of_a_collection_is_re_read(tmp_path: Path) -> None:
    folder = tmp_path / "norland"
    folder.mkdir()
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, rows(3))), "utf-8")
    found = collection(folder, tmp_path, most=2)
    assert found["articles"] == 2
    assert found["audits"] % len(NAMES) == 0
    assert found["lines"] > 0
    assert found["bad"] == []
    assert collection(folder, tmp_path, most=2) == found  # the kept store is only brought up to date
