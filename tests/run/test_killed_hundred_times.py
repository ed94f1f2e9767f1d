"""SIGKILL at a hundred seeded points of fetch and import; disk full, store locked, clock back by an hour: nothing is
lost, nothing is there twice, and what is counted is what is held."""

from __future__ import annotations

import gzip
import json
import multiprocessing
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "servers"))

from loopback import Loopback, page
from newsroom import article, item, rss, stories

from dateline.errors import StoreError, StoreLocked
from dateline.ingest.outlets import outlet
from dateline.model.feed import Feed, feed_id
from dateline.run import importing
from dateline.run.fetching import fetch
from dateline.run.importing import import_all
from dateline.run.working import Working
from dateline.settings import Settings
from dateline.store.open import SqliteStore

KILLS = 50  # of fetch, and as many of import
HOSTS = ("one", "two")
FORKED = multiprocessing.get_context("fork")
OURS = Settings(allow_hosts=".localhost", pause=0, patience=5)
Job = Callable[[Working], object]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the children share what the parent has loaded")


def working(store: SqliteStore, now: Callable[[], datetime] | None = None) -> Working:
    clock = now or (lambda: datetime(2026, 11, 21, 12, tzinfo=UTC))
    return Working(store, lambda: pytest.fail("nothing is annotated here"), clock, OURS, chance=random.Random(1))


def counting(store: SqliteStore, at: int) -> list[int]:
    """Makes the store end its process at the `at`th statement; how many it has carried out."""
    done = [0]

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any) -> Any:
            done[0] += 1
            if done[0] == at:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args)

        return call

    for name in ("run", "run_many", "rows", "row", "_say"):
        setattr(store.database, name, counted(getattr(store.database, name)))
    return done


def attempt(file: Path, job: Job, at: int) -> None:
    """Does a job on a store, in a process that ends at a statement."""
    store = SqliteStore(file)
    counting(store, at)
    job(working(store))
    os._exit(0)


def killed(file: Path, job: Job, at: int) -> bool:
    child = FORKED.Process(target=attempt, args=(file, job, at))
    child.start()
    child.join(60)
    assert child.exitcode in {0, -signal.SIGKILL}
    return child.exitcode != 0


def statements(file: Path, job: Job) -> int:
    """How many statements a job takes that nobody disturbs."""
    store = SqliteStore(file)
    done = counting(store, -1)
    job(working(store))
    store.close()
    return done[0]


def served(mine: Connection) -> None:
    """The servers, in a process of their own, so that the children are forked from one without threads."""
    with Loopback() as server:
        for host in HOSTS:
            listed = "".join(item(server, s, whole=s.number % 2 == 0) for s in stories(host, 4))
            server.on("/rss", page(rss(listed, host)), host)
            for s in stories(host, 4):
                server.on(f"/a/{s.number}", page(article(s), Content_Type="text/html"), host)
        mine.send(server.port)
        mine.recv()


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    mine, theirs = FORKED.Pipe()
    process = FORKED.Process(target=served, args=(theirs,), daemon=True)
    process.start()
    assert mine.poll(20)
    yield mine.recv()
    mine.send("end")
    process.join(10)


def fed(file: Path, port: int) -> Path:
    """A store with two feeds."""
    store = SqliteStore(file)
    for host in HOSTS:
        url = f"http://{host}.localhost:{port}/rss"
        store.feeds.put(Feed(feed_id(url), url, outlet("", url)))
    store.close()
    return file


def fetched(work: Working) -> object:
    return fetch(work, tuple(f.url for f in work.store.feeds.all()), later=True)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a dump, an archive of pages, and papers: 52 documents of which three cannot be taken."""
    folder = tmp_path_factory.mktemp("archive")
    lines = [
        "{" if n % 15 == 7 else json.dumps({"url": f"https://x.example/{n}", "title": f"D {n}", "text": f"Dump {n}."})
        for n in range(40)
    ]
    (folder / "a.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    part = "<p>The council of district {0} met on Monday and agreed on a budget, the mayor said.</p>" * 4
    records = []
    for n in range(8):
        body = f"<html><head><title>W {n}</title></head><body><article>{part.format(n)}</article></body></html>"
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body.encode()
        head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/w{n}\r\n"
        records.append(f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n")
    (folder / "b.warc.gz").write_bytes(b"".join(map(gzip.compress, records)))
    for n in range(4):
        (folder / f"c{n}.txt").write_text(f"Paper {n}.\n\nThe council met in room {n}.")
    return folder


def imported(path: Path) -> Job:
    return lambda work: import_all(work, (str(path),), later=True)


def held(store: SqliteStore) -> Counter[tuple[str, str]]:
    return Counter((h.revision.headline, h.revision.text) for h in store.articles.all())


def sound(store: SqliteStore, expected: Counter[tuple[str, str]]) -> bool:
    """Whether all is in; fails if anything is there twice, half, or unfounded."""
    found = held(store)
    assert found <= expected and store.counts()["revisions"] == found.total() == store.counts()["articles"]
    index = store.database.rows("SELECT count(*) FROM search_index")[0][0]
    assert index == found.total()
    return found == expected


def kill_again_and_again(make: Callable[[int], Path], job: Job, after: Callable[[SqliteStore], None]) -> None:
    """KILLS kills at seeded points, on one store until its job is done, then on the next."""
    whole = make(0)
    most = statements(whole, job)
    store = SqliteStore(whole)
    expected = held(store)
    store.close()
    chance, file, kills, finished = random.Random(11), make(1), 0, 0
    for number in range(2, 5 * KILLS):
        point = chance.randint(1, max(2, most // 2)) if kills < KILLS else -1
        kills += killed(file, job, point)
        store = SqliteStore(file)
        if sound(store, expected):
            finished += 1
            file = make(number)
        after(store)
        store.close()
        if kills == KILLS and point < 0:
            break
    assert kills == KILLS and finished >= 3


def test_fetch_killed_fifty_times(port: int, tmp_path: Path) -> None:
    def settled(store: SqliteStore) -> None:
        assert list(store.feeds.failed()) == []

    kill_again_and_again(lambda n: fed(tmp_path / f"{n}.sqlite", port), fetched, settled)


def test_import_killed_fifty_times(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 7)

    def counted(store: SqliteStore) -> None:
        state = store.imports.get(str(archive))
        taken = store.counts()["articles"]
        assert (state.new, state.same) == (taken, 0) if state else taken == 0
        if state:
            assert state.refused == len(store.imports.refused(state.name)) <= 3
            assert state.finished <= (state.refused == 3 and taken == 49)

    kill_again_and_again(lambda n: tmp_path / f"{n}.sqlite", imported(archive), counted)


@pytest.mark.parametrize("room", [2, 10, 60])
def test_a_full_disk_is_told_and_the_next_call_does_the_rest(
    archive: Path, port: int, tmp_path: Path, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 7)
    for name, job, wanted in (("import", imported(archive), 49), ("fetch", fetched, 8)):
        store = SqliteStore(fed(tmp_path / f"{name}.sqlite", port))
        pages = store.database.rows("PRAGMA page_count")[0][0]
        store.database.run(f"PRAGMA max_page_count = {pages + room}")
        try:
            job(working(store))
        except StoreError as error:
            assert "no space is left" in error.message
        else:
            assert room == 60
        store.database.run("PRAGMA max_page_count = 1073741823")
        assert store.database.rows("PRAGMA integrity_check") == [("ok",)]
        before = store.counts()["articles"]
        job(working(store))
        assert store.counts()["articles"] == store.counts()["revisions"] == wanted >= before
        store.close()


def test_a_locked_store_is_told_and_the_next_call_does_the_rest(archive: Path, port: int, tmp_path: Path) -> None:
    for name, job, wanted in (("import", imported(archive), 49), ("fetch", fetched, 8)):
        file = fed(tmp_path / f"{name}.sqlite", port)
        store, other = SqliteStore(file, wait=0.1), SqliteStore(file)
        with other.transaction():
            other.feeds.remove("nothing")
            with pytest.raises(StoreLocked):
                job(working(store))
        job(working(store))
        assert store.counts()["articles"] == store.counts()["revisions"] == wanted
        store.close()
        other.close()


def test_a_clock_that_jumps_back_an_hour_in_the_middle_loses_nothing(
    archive: Path, port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 7)
    for name, job, wanted in (("import", imported(archive), 49), ("fetch", fetched, 8)):
        looks = [0]

        def now(looks: list[int] = looks) -> datetime:
            looks[0] += 1
            back = timedelta(hours=1) if looks[0] > 15 else timedelta()
            return datetime(2026, 11, 21, 12, tzinfo=UTC) - back

        store = SqliteStore(fed(tmp_path / f"{name}.sqlite", port))
        for _ in range(2):
            job(working(store, now))
        assert looks[0] > 15 and store.counts()["articles"] == store.counts()["revisions"] == wanted
        assert list(store.feeds.failed()) == []
        due = [store.feeds.health(f.id).due_at for f in store.feeds.all()]
        assert name == "import" or all(d and d < datetime(2026, 11, 22, 13, tzinfo=UTC) for d in due)
        store.close()
