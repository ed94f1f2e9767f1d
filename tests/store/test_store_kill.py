"""Killed anywhere, a writer leaves every document wholly in or wholly out, and the next run finishes the job."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from store_records import made, marks, put, stone
from store_writer import CLAIMS, fill

from dateline.store.open import SqliteStore

POINTS = 50
STRIDE = 40  # articles that a writer has before it, more than it finishes before it is killed

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL and fork are POSIX")


def kill(moment: float, told: int, target: Callable[..., None], *args: Any) -> bool:
    """Starts a process and kills it so many seconds after it has told of so many things done; False if it was done
    before."""
    fork = multiprocessing.get_context("fork")
    hear, say = fork.Pipe(duplex=False)
    process = fork.Process(target=target, args=(*args, say))
    process.start()
    say.close()
    with suppress(EOFError):
        for _ in range(told):
            hear.recv()
    time.sleep(moment)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    hear.close()
    return process.exitcode == -signal.SIGKILL


def fill_and_wait(file: Path, count: int, say: Connection) -> None:
    """Fills the store, tells of each article, and then waits to be killed."""
    fill(file, count, tell=say.send)
    signal.pause()


def whole(file: Path) -> int:
    """How many articles are in, all of them with everything that belongs to them."""
    with closing(SqliteStore(file)) as store:
        counts = dict(store.counts())
        articles = counts["articles"]
        expected = dict.fromkeys(("revisions", "captures", "events"), articles)
        assert counts == {**counts, **expected, "claims": CLAIMS * articles, "outlets": min(1, articles)}
        assert list(store.annotations.pending()) == []
        assert list(store.claims.unlinked()) == []
        assert dict(store.claims.key_counts(["all"])) == {"all": CLAIMS * articles}
        assert len(store.articles.search("district", limit=POINTS * STRIDE)) == articles
        layers = store.database.rows("SELECT revision_id, count(*) FROM layers GROUP BY revision_id")
        assert len(layers) == articles and {n for _, n in layers} <= {len(marks())}
        assert store.database.rows("PRAGMA quick_check") == [("ok",)]
        assert store.database.rows("PRAGMA foreign_key_check") == []
    return articles


def test_killed_at_fifty_points_every_document_is_in_or_out(tmp_path: Path) -> None:
    file, chance = tmp_path / "store.db", random.Random(20260301)
    held = [0]
    for _ in range(POINTS):
        told = chance.choice((0, 1, 1, 2, 3, 5, 8))
        assert kill(chance.uniform(0, 0.004), told, fill_and_wait, file, held[-1] + STRIDE)
        held.append(whole(file))
        assert held[-1] >= held[-2] + told
    assert len(set(held)) > POINTS // 2
    count = held[-1] + STRIDE
    fill(file, count)
    assert whole(file) == count
    fill(tmp_path / "unharmed.db", count)
    assert everything(file) == everything(tmp_path / "unharmed.db")


def everything(file: Path) -> list[object]:
    """All that is held, without times."""
    with closing(SqliteStore(file)) as store:
        held = [(h.outlet, h.article, h.revision) for h in store.articles.all()]
        claims = list(store.claims.all())
        return [held, claims, store.links.events_of([c.id for c in claims]), dict(store.counts())]


def remove_all(file: Path, names: list[str], say: Connection | None = None) -> None:
    with closing(SqliteStore(file)) as store:
        for name in names:
            there = store.articles.tombstone(made(name).id) is None
            store.articles.remove(stone(made(name)))
            if say and there:
                say.send(name)


def test_killed_while_removing_nothing_is_half_removed(tmp_path: Path) -> None:
    file, chance = tmp_path / "store.db", random.Random(7)
    names = [f"page-{n}" for n in range(60)]
    with closing(SqliteStore(file)) as store:
        for name in names:
            put(store, made(name, "Parliament met. " * 50, content=name.encode()))
    killed = [kill(chance.uniform(0, 0.02), chance.randrange(3), remove_all, file, names) for _ in range(10)]
    assert any(killed)
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
