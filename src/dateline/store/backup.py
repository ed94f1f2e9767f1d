"""A consistent copy of a store while others write to it, and the way back."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from dateline.errors import StoreError, UsageError
from dateline.store.base import Store, Tombstone
from dateline.store.migrations import check
from dateline.store.open import SqliteStore
from dateline.store.sqlite import WAIT, Database, locked, translate


def backup(store: Store, path: Path) -> None:
    """Writes what the store holds at this moment to a new file, which is there only when it is whole.

    Raises UsageError if there is such a file or the store is in memory, StoreError if the file cannot be written.
    """
    if not isinstance(store, SqliteStore):
        raise UsageError("a store in memory cannot be backed up", do="open a store in a file")
    if path.exists():
        raise UsageError("there is such a file already", what=str(path), do="give a new one, or move the old one away")
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _copy(store.database.connection, part)
        part.replace(path)
    except OSError as e:
        raise StoreError(f"the backup cannot be written: {e.strerror}", what=str(path), do="give another path") from e
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def restore(path_from: Path, path_to: Path, *, wait: float = WAIT) -> Path | None:
    """Makes the store at `path_to` hold what the backup holds, in one step that others see whole or not at all.

    Gives the file to which the former store was put aside (None if there was none). What was removed from the former
    store stays removed. Raises StoreError (StoreTooNew, StoreLocked) and changes nothing if the backup is not sound.
    """
    if not path_from.is_file():
        raise StoreError("there is no such backup", what=str(path_from), do="give the path of a backup")
    if path_to.exists() and path_to.samefile(path_from):
        raise UsageError("this is the store itself", what=str(path_from), do="give the path of a backup")
    verify(path_from)
    aside, tombstones = _put_aside(path_to, wait)
    with _translating(path_from, wait), closing(_reading(path_from)) as origin:
        path_to.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path_to, timeout=wait)) as target:
            origin.backup(target, progress=_patience(path_to, wait), sleep=0.05)
    with closing(SqliteStore(path_to, wait=wait)) as store:
        _bury(store, tombstones)
    return aside


def verify(path: Path) -> None:
    """Raises StoreError if the file is not a sound store (or StoreTooNew)."""
    with closing(Database(path)) as database:
        check(database)
        told = [row[0] for row in database.rows("PRAGMA integrity_check(3)")]
        if told != ["ok"]:
            raise StoreError(f"the file is damaged: {told[0]}", what=str(path), do="use another backup")


def _copy(origin: sqlite3.Connection, path: Path) -> None:
    with _translating(path, WAIT), closing(sqlite3.connect(path)) as target:
        # All pages in one step: a snapshot, which writers neither wait for nor disturb.
        origin.backup(target, progress=_patience(path, WAIT))
        target.execute("PRAGMA journal_mode = DELETE")


def _put_aside(path: Path, wait: float) -> tuple[Path | None, Sequence[Tombstone]]:
    """Copies a store that is there to a free name; a file that cannot be read as one is moved there."""
    if not path.exists() or not path.stat().st_size:
        return None, ()
    aside = _free(path)
    try:
        with closing(SqliteStore(path, wait=wait)) as former:
            _copy(former.database.connection, aside)
            return aside, former.articles.tombstones()
    except StoreError as e:
        if "damaged" not in e.message and "not a Dateline store" not in e.message:
            raise
    path.replace(aside)
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    return aside, ()


def _bury(store: SqliteStore, tombstones: Sequence[Tombstone]) -> None:
    for stone in tombstones:
        if store.articles.get(stone.article_id):
            store.articles.remove(stone)


def _free(path: Path) -> Path:
    number = 1
    while (found := path.with_name(f"{path.name}.before-restore-{number}")).exists():
        number += 1
    return found


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _patience(path: Path, wait: float) -> Callable[[int, int, int], None]:
    """Without it, a copy would try for ever to write where another process writes."""
    end = time.monotonic() + wait

    def check_time(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > end:
            raise locked(path, wait)

    return check_time


@contextmanager
def _translating(path: Path, wait: float) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as e:
        raise translate(e, path, wait) from e
