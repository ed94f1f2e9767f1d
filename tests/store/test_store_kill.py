"""Killed anywhere, a writer leaves every document wholly in or wholly out, and the next run finishes the job."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from store_records import PRODUCERS, made, put, stone
from store_writer import CLAIMS, fill

from dateline.store.open import SqliteStore

POINTS = 50
COUNT = 1200  # articles: more than all killed writers can finish together

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL and fork are POSIX")


def kill_after(moment: float, target: Callable[..., None], *args: Any) -> bool:
    """Starts a process and kills it after so many seconds; False if it was done before."""
    process = multiprocessing.get_context("fork").Process(target=target, args=args)
    process.start()
    time.sleep(moment)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    return process.exitcode == -signal.SIGKILL


def whole(file: Path) -> int:
    """How many articles are in, all of them with everything that belongs to them."""
    with closing(SqliteStore(file)) as store:
        counts = dict(store.counts())
        articles = counts["articles"]
        expected = dict.fromkeys(("revisions", "captures", "events"), articles)
        assert counts == {**counts, **expected, "claims": CLAIMS * articles, "outlets": min(1, articles)}
        assert list(store.annotations.pending(PRODUCERS)) == []
        assert list(store.claims.unlinked()) == []
        assert dict(store.claims.key_counts(["all"])) == {"all": CLAIMS * articles}
        assert len(store.articles.search("district", limit=2 * COUNT)) == articles
        layers = store.database.rows("SELECT revision_id, count(*) FROM layers GROUP BY revision_id")
        assert len(layers) == articles and {n for _, n in layers} <= {6}
        assert store.database.rows("PRAGMA quick_check") == [("ok",)]
        assert store.database.rows("PRAGMA foreign_key_check") == []
    return articles


def test_killed_at_fifty_points_every_document_is_in_or_out(tmp_path: Path) -> None:
    file, chance = tmp_path / "store.db", random.Random(20260301)
    held = [0]
    for _ in range(POINTS):
        assert kill_after(chance.uniform(0.001, 0.03), fill, file, COUNT)
        held.append(whole(file))
        assert held[-1] >= held[-2]
    assert 0 < held[-1] < COUNT
    assert len(set(held)) > POINTS // 2, "the kills did not fall into the work"
    fill(file, COUNT)
    assert whole(file) == COUNT
    assert everything(file) == everything(unharmed(tmp_path / "unharmed.db"))


def unharmed(file: Path) -> Path:
    """The same work, never interrupted."""
    fill(file, COUNT)
    return file


def everything(file: Path) -> list[object]:
    """All that is held, without times."""
    with closing(SqliteStore(file)) as store:
        held = [(h.outlet, h.article, h.revision) for h in store.articles.all()]
        claims = list(store.claims.all())
        return [held, claims, store.links.events_of([c.id for c in claims]), dict(store.counts())]


def remove_all(file: Path, names: list[str]) -> None:
    with closing(SqliteStore(file)) as store:
        for name in names:
            store.articles.remove(stone(made(name)))


def test_killed_while_removing_nothing_is_half_removed(tmp_path: Path) -> None:
    file, chance = tmp_path / "store.db", random.Random(7)
    names = [f"page-{n}" for n in range(60)]
    with closing(SqliteStore(file)) as store:
        for name in names:
            put(store, made(name, "Parliament met. " * 50, content=name.encode()))
    killed = [kill_after(chance.uniform(0.001, 0.05), remove_all, file, names) for _ in range(10)]
    assert sum(killed) > 4
    with closing(SqliteStore(file)) as store:
        counts = store.counts()
        assert counts["articles"] + counts["tombstones"] == len(names)
        assert counts["articles"] == counts["revisions"] == counts["captures"]
        assert len(store.articles.search("parliament", limit=100)) == counts["articles"]
        assert store.database.rows("PRAGMA integrity_check") == [("ok",)]
        assert store.database.rows("PRAGMA foreign_key_check") == []
    remove_all(file, names)
    with closing(SqliteStore(file)) as store:
        assert store.counts()["tombstones"] == len(names)
    assert b"Parliament" not in file.read_bytes()
