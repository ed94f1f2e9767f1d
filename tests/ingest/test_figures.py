"""The figures on real news and real pages that must not get worse."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from evals.pages import bench

from dateline.ingest.base import Given, Item, Refusal
from dateline.ingest.decide import article_of
from dateline.ingest.files import read

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def test_real_news_takes_the_404_with_text_and_lists_the_15_without(shared: Path) -> None:
    found = list(read([shared / "bench" / "stories" / "news_clusters.jsonl"], Given(), NOW))
    items = [f for f in found if isinstance(f, Item)]
    refusals = [f for f in found if isinstance(f, Refusal)]
    assert len(items) == len({article_of(i).id for i in items}) == 404
    assert Counter(r.message for r in refusals) == {"has no text": 15}
    assert all(", line " in r.what for r in refusals)
    assert {i.language for i in items} == {"en"}


def test_seeds_and_cases_are_taken_whole(shared: Path) -> None:
    found = list(read([shared / "seeds", *sorted(shared.glob("cases/*/docs"))], Given(), NOW))
    assert not [str(f) for f in found if isinstance(f, Refusal)]
    for item in (f for f in found if isinstance(f, Item) and f.url.startswith("file:")):
        assert item.text == (shared / "seeds" / Path(item.url).name).read_text("utf-8")
        assert item.headline == ""


@pytest.mark.slow
def test_pages_reach_their_floors(shared: Path) -> None:
    tally = bench.measure(bench.ours, list(bench.cases(shared / "bench" / "pages")))
    figures = tally.figures()
    assert figures["pages"] == 116
    assert figures["title"] >= 0.84
    assert figures["day"] >= 0.97
    assert figures["moment"] >= 0.98
    assert figures["authors_f1"] >= 0.88
    assert figures["body_f1"] >= 0.96
    # one page keeps its text in a script alone, and has none for a reader without script
    assert figures["bodies_below_half"] <= 1
