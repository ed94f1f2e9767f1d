"""What is made ready before the first reader comes, and who reads meanwhile."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.serve.web.desks import READERS, Desks
from dateline.serve.web.server import Serving, site_for
from dateline.serve.web.warming import warm
from dateline.settings import Settings
from dateline.store import ahead
from dateline.store.ahead import read_ahead
from dateline.store.open import open_store

NOW = datetime(2026, 2, 3, tzinfo=UTC)


def with_desks(path: Path, work: Callable[[Desks], Awaitable[None]]) -> None:
    async def run() -> None:
        with closing(Desks(path, Settings(), lambda: NOW)) as desks:
            await work(desks)

    asyncio.run(run())


def here(_: object) -> int:
    return threading.get_ident()


def test_every_reader_is_made_ready_once(tmp_path: Path) -> None:
    async def work(desks: Desks) -> None:
        seen: list[int] = []
        await desks.ready(lambda desk: seen.append(here(desk)))
        assert len(set(seen)) == len(seen) == READERS
        assert {await desks.read(here) for _ in range(9)} <= set(seen)

    with_desks(tmp_path / "store.db", work)


def test_others_answer_while_a_reader_is_made_ready(tmp_path: Path) -> None:
    async def work(desks: Desks) -> None:
        go, seen = threading.Event(), list[int]()

        def slow(desk: object) -> None:
            seen.append(here(desk))
            go.wait(5)

        ready = asyncio.create_task(desks.ready(slow))
        while not seen:
            await asyncio.sleep(0.01)
        for _ in range(3):
            assert await asyncio.wait_for(desks.read(here), 5) != seen[0]
        go.set()
        await ready
        assert len(set(seen)) == READERS

    with_desks(tmp_path / "store.db", work)


def test_a_reader_that_nobody_waits_for_any_more_is_not_given_away_before_it_ends(tmp_path: Path) -> None:
    async def work(desks: Desks) -> None:
        go, seen = threading.Event(), list[int]()

        def slow(desk: object) -> None:
            seen.append(here(desk))
            go.wait(5)

        tasks = [asyncio.create_task(desks.read(slow)) for _ in range(READERS)]
        while len(seen) < READERS:
            await asyncio.sleep(0.01)
        for task in tasks:
            task.cancel()
        later = asyncio.create_task(desks.read(here))
        await asyncio.sleep(0.05)
        assert not later.done()
        go.set()
        assert await asyncio.wait_for(later, 5) in seen
        assert {await desks.read(here) for _ in range(3)} <= set(seen)

    with_desks(tmp_path / "store.db", work)


async def made_ready(tmp_path: Path) -> None:
    """Makes a desk on an empty store ready, and reads by it."""
    site = site_for(tmp_path / "store.db", Settings(), Serving(), lambda: NOW)
    with closing(site.desks):
        ready = asyncio.Event()
        await asyncio.wait_for(warm(site, ready), 10)
        assert ready.is_set()
        assert await site.desks.read(here)


def test_what_fails_while_it_is_made_ready_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object) -> None:
        raise RuntimeError("never told")

    monkeypatch.setattr("dateline.serve.web.warming.answer_of", fail)

    asyncio.run(made_ready(tmp_path))


def test_an_empty_store_is_made_ready(tmp_path: Path) -> None:
    asyncio.run(made_ready(tmp_path))


def test_a_file_is_asked_for_as_far_as_memory_is_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.db"
    with closing(open_store(path)):
        pass
    path.write_bytes(bytes(3 * ahead.STEP + 5))
    monkeypatch.setattr(ahead, "_free", lambda: 1 << 40)
    assert list(read_ahead(path)) == [ahead.STEP, 2 * ahead.STEP, 3 * ahead.STEP, 3 * ahead.STEP + 5]
    monkeypatch.setattr(ahead, "_free", lambda: 4 * ahead.STEP)
    assert list(read_ahead(path))[-1] == 2 * ahead.STEP
    monkeypatch.setattr(ahead, "_free", lambda: 0)
    assert list(read_ahead(path)) == [] == list(read_ahead(tmp_path / "absent.db"))
