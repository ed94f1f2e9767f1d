"""Every folder of tests/cases/ingest: files in, items and refusals out, as its expect.json says."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dateline.ingest.base import Given, Item, Refusal
from dateline.ingest.files import read

CASES = sorted((Path(__file__).parents[1] / "cases" / "ingest").glob("*/expect.json"))
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def seen(item: Item) -> dict[str, Any]:
    when = item.published_at
    return {
        "outlet_id": item.outlet.id,
        "outlet_name": item.outlet.name,
        "country": item.outlet.country,
        "kind": item.outlet.kind.value,
        "url": item.url,
        "headline": item.headline,
        "text": item.text,
        "published_day": when.day.isoformat() if when else None,
        "published_moment": when.moment.isoformat() if when and when.moment else None,
        "modified": item.modified_at.isoformat() if item.modified_at else None,
        "language": item.language,
        "byline": item.byline,
        "withdrawn": item.withdrawn,
        "notes": list(item.notes),
    }


def check(item: Item, expected: dict[str, Any]) -> None:
    found = seen(item)
    for name, value in expected.items():
        field, _, test = name.rpartition("_")
        if name == "note_has":
            assert any(value in n for n in item.notes), item.notes
        elif test == "has":
            assert value in found[field]
        elif test == "lacks":
            assert value not in found[field]
        else:
            assert found[name] == value, name


def test_there_are_cases() -> None:
    assert len(CASES) > 25


@pytest.mark.parametrize("case", CASES, ids=[c.parent.name for c in CASES])
def test_files_are_read_as_the_case_says(case: Path) -> None:
    expected = json.loads(case.read_text("utf-8"))
    came = list(read([case.parent / "in"], Given(**expected.get("given", {})), NOW))
    items = [c for c in came if isinstance(c, Item)]
    refusals = [c for c in came if isinstance(c, Refusal)]
    assert [str(r) for r in refusals] == [str(r) for r in refusals if r.message and r.do and r.what]
    assert len(items) == len(expected["items"]), [i.text[:60] for i in items]
    for item, wanted in zip(items, expected["items"], strict=True):
        check(item, wanted)
    assert len(refusals) == len(expected["refusals"]), [str(r) for r in refusals]
    for refusal, told in zip(refusals, expected["refusals"], strict=True):
        assert refusal.what.endswith(told["what"])
        assert told["message"] in refusal.message
        assert told["do"] in refusal.do


@pytest.mark.parametrize("case", CASES, ids=[c.parent.name for c in CASES])
def test_reading_twice_gives_the_same(case: Path) -> None:
    given = Given(**json.loads(case.read_text("utf-8")).get("given", {}))
    assert list(read([case.parent / "in"], given, NOW)) == list(read([case.parent / "in"], given, NOW))
