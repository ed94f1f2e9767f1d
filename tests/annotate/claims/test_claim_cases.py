"""One-line cases: a text, its day of publication, and the dated claims that it makes."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from claims_of_text import claims_of

from dateline.model.claim import Claim

CASES = Path(__file__).parents[2] / "cases" / "claims"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            case = json.loads(line)
            found.append(pytest.param(case, id=f"{path.stem}: {case['description']}"))
    return found


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _row(claim: Claim) -> tuple[str, str | None, str | None, str, str]:
    assert claim.when is not None
    days = claim.when.days
    return claim.anchor.exact, _iso(days.start), _iso(days.end), claim.when.granularity.value, claim.status.value


@pytest.mark.parametrize("case", _cases())
def test_dated_claims(case: dict[str, Any]) -> None:
    got = [_row(c) for c in claims_of(case["text"], case["published"]) if c.when]
    wanted = [tuple(w) for w in case["claims"]]
    assert sorted(map(str, (g[1:] for g in got))) == sorted(map(str, (w[1:] for w in wanted))), got
    for words, *rest in wanted:
        assert any(words in g[0] and list(g[1:]) == rest for g in got), (words, got)
