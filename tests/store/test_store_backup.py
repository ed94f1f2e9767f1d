from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from store_records import annotate, claim, made, marks, put, stone

from dateline.errors import StoreError, StoreLocked, StoreTooNew, UsageError
from dateline.store.backup import backup, restore, verify
from dateline.store.memory import MemoryStore
from dateline.store.migrations import scripts
from dateline.store.open import SqliteStore

WRITER = Path(__file__).with_name("store_writer.py")


def filled(file: Path, names: str) -> SqliteStore:
    store = SqliteStore(file)
    for name in names:
        item = put(store, made(name, content=name.encode()))
        annotate(store, item, [claim(item, 0)], **marks())
    return store


def names(file: Path) -> set[str]:
    with closing(SqliteStore(file)) as store:
        return {held.article.url for held in store.articles.all()}


def test_a_backup_is_one_file_that_opens_as_a_store(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "to" / "copy.db"
    with closing(filled(file, "ab")) as store:
        backup(store, copy)
        put(store, made("later"))
        counts = store.counts()
    assert [p.name for p in copy.parent.iterdir()] == ["copy.db"]
    verify(copy)
    assert names(copy) == {"a", "b"}
    with closing(SqliteStore(copy)) as store:
        assert store.counts() == {**counts, "articles": 2, "revisions": 2}
        assert len(store.articles.search("parliament")) == 2


def test_a_backup_never_overwrites(file: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("precious")
    with closing(filled(file, "a")) as store:
        for taken in (tmp_path / "copy.db", file):
            with pytest.raises(UsageError, match="already"):
                backup(store, taken)
    assert (tmp_path / "copy.db").read_text() == "precious"


def test_a_store_in_memory_has_no_backup(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="memory"):
        backup(MemoryStore(), tmp_path / "copy.db")


def test_a_backup_that_cannot_be_written_is_told(file: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with closing(filled(file, "a")) as store, pytest.raises(StoreError) as told:
        backup(store, tmp_path / "file" / "copy.db")
    assert told.value.do


def test_a_backup_holds_what_is_committed_and_nothing_more(file: Path, tmp_path: Path) -> None:
    with closing(filled(file, "a")) as store, closing(SqliteStore(file)) as other:
        with store.transaction():
            put(store, made("open"))
            backup(other, tmp_path / "copy.db")
        assert names(tmp_path / "copy.db") == {"a"}


def test_backups_taken_while_another_process_writes_are_whole(file: Path, tmp_path: Path) -> None:
    SqliteStore(file).close()
    writer = subprocess.Popen([sys.executable, str(WRITER), str(file), "150"], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    try:
        with closing(SqliteStore(file)) as store:
            for number in range(5):
                for _ in range(10):
                    writer.stdout.readline()
                backup(store, tmp_path / f"copy-{number}.db")
        writer.communicate(timeout=30)
    finally:
        writer.kill()
    held = []
    for number in range(5):
        verify(tmp_path / f"copy-{number}.db")
        with closing(SqliteStore(tmp_path / f"copy-{number}.db")) as copy:
            counts = copy.counts()
            assert counts["claims"] == 4 * counts["articles"]
            assert not copy.annotations.pending()
            held.append(counts["articles"])
    assert held == sorted(held) and held[0] >= 10
    assert len(names(file)) == 150


def test_restoring_to_an_empty_place(file: Path, tmp_path: Path) -> None:
    with closing(filled(file, "ab")) as store:
        backup(store, tmp_path / "copy.db")
        before = store.counts()
    assert restore(tmp_path / "copy.db", tmp_path / "new" / "store.db") is None
    with closing(SqliteStore(tmp_path / "new" / "store.db")) as store:
        assert store.counts() == before
        put(store, made("works on"))
    assert names(tmp_path / "copy.db") == {"a", "b"}


def test_restoring_puts_the_former_store_aside(file: Path, tmp_path: Path) -> None:
    with closing(filled(file, "ab")) as store:
        backup(store, tmp_path / "copy.db")
        put(store, made("later"))
    first, second = restore(tmp_path / "copy.db", file), restore(tmp_path / "copy.db", file)
    assert names(file) == {"a", "b"}
    assert first is not None and names(first) == {"a", "b", "later"}
    assert second is not None and second != first and names(second) == {"a", "b"}


def test_others_see_the_restored_store(file: Path, tmp_path: Path) -> None:
    with closing(filled(file, "ab")) as store:
        backup(store, tmp_path / "copy.db")
        put(store, made("later"))
        restore(tmp_path / "copy.db", file)
        assert {h.article.url for h in store.articles.all()} == {"a", "b"}
        put(store, made("works on"))
        assert store.counts()["articles"] == 3


def test_what_was_removed_since_stays_removed(file: Path, tmp_path: Path) -> None:
    with closing(filled(file, "ab")) as store:
        backup(store, tmp_path / "copy.db")
        store.articles.remove(stone(made("a")))
    restore(tmp_path / "copy.db", file)
    with closing(SqliteStore(file)) as store:
        assert [h.article.url for h in store.articles.all()] == ["b"]
        assert list(store.articles.tombstones()) == [stone(made("a"))]


def test_a_damaged_store_is_moved_aside(file: Path, tmp_path: Path) -> None:
    with closing(filled(file, "ab")) as store:
        backup(store, tmp_path / "copy.db")
    file.write_bytes(b"rubbish" * 1000)
    aside = restore(tmp_path / "copy.db", file)
    assert aside is not None and aside.read_bytes() == b"rubbish" * 1000
    assert names(file) == {"a", "b"}


def test_a_backup_that_is_not_sound_changes_nothing(file: Path, tmp_path: Path) -> None:
    filled(file, "ab").close()
    damaged, newer, other = (tmp_path / name for name in ("damaged.db", "newer.db", "other.db"))
    data = bytearray(file.read_bytes())
    data[4096 * 3 : 4096 * 9] = os.urandom(4096 * 6)
    damaged.write_bytes(data)
    newer.write_bytes(file.read_bytes())
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute(f"PRAGMA user_version = {len(scripts()) + 1}")
    other.write_text("no store")
    for path, error in (
        (damaged, StoreError),
        (newer, StoreTooNew),
        (other, StoreError),
        (tmp_path / "absent.db", StoreError),
        (file, UsageError),
    ):
        with pytest.raises(error) as told:
            restore(path, file)
        assert told.value.do
    assert names(file) == {"a", "b"}
    assert not list(tmp_path.glob("*before-restore*"))


def test_a_store_that_is_being_written_is_not_replaced(file: Path, tmp_path: Path) -> None:
    with closing(filled(file, "ab")) as store:
        backup(store, tmp_path / "copy.db")
        with store.transaction():
            put(store, made("later"))
            with pytest.raises(StoreLocked):
                restore(tmp_path / "copy.db", file, wait=0.1)
        assert store.counts()["articles"] == 3
