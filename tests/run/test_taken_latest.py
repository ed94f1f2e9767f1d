"""What a run without end remembers: counts of all, names of the latest."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.ingest.decide import Change
from dateline.model.feed import Entry, EntryState
from dateline.run import taking
from dateline.run.taking import Taken


def failed(key: str) -> Entry:
    return Entry("feed-1", key, "", EntryState.FAILED, datetime(2026, 11, 21, tzinfo=UTC), body=b"words")


def test_counts_go_on_and_only_the_latest_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "LATEST", 3)
    taken = Taken()
    for n in (0, 1, 2, 3, 4, 2):
        taken.touched(Change.NEW, f"article-{n}")
        taken.missed(failed(f"key-{n}"))
    assert (taken.changes[Change.NEW], taken.failures) == (6, 6)
    assert list(taken.articles) == ["article-3", "article-4", "article-2"]
    assert [e.key for e in taken.failed.values()] == ["key-3", "key-4", "key-2"]
    assert not any(e.body for e in taken.failed.values())
