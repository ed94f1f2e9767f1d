"""One-line cases: a text, its day of publication, and the dated claims that it makes."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.chain import Chain
from dateline.annotate.parses import MODEL
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Published, Revision
from dateline.model.claim import Claim
from dateline.model.outlet import Outlet

CASES = Path(__file__).parents[2] / "cases" / "claims"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            case = json.loads(line)
            found.append(pytest.param(case, id=f"{path.stem}: {case['description']}"))
    return found


@cache
def _chain() -> Chain:
    return standard_chain(MODEL)


def read(text: str, published: str | None) -> tuple[Claim, ...]:
    day = Published(dt.date.fromisoformat(published)) if published else None
    revision = Revision("revision-1", "article-1", "", text, "en", published_at=day)
    document = Document(Outlet("o", "O"), Article("article-1", "o", ""), revision)
    (done,) = _chain().run([document])
    return done[CLAIMS]


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _row(claim: Claim) -> tuple[str, str | None, str | None, str, str]:
    assert claim.when is not None
    days = claim.when.days
    return claim.anchor.exact, _iso(days.start), _iso(days.end), claim.when.granularity.value, claim.status.value


@pytest.mark.parametrize("case", _cases())
def test_dated_claims(case: dict[str, Any]) -> None:
    got = [_row(c) for c in read(case["text"], case["published"]) if c.when]
    wanted = [tuple(w) for w in case["claims"]]
    assert sorted(map(str, (g[1:] for g in got))) == sorted(map(str, (w[1:] for w in wanted))), got
    for words, *rest in wanted:
        assert any(words in g[0] and list(g[1:]) == rest for g in got), (words, got)
