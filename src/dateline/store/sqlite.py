"""One SQLite file: opening, transactions, closing. What is asked of it stands in queries/, by noun."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from dateline.errors import StoreError, StoreLocked

APPLICATION = 0x44_4C_4E_45  # "DLNE" in the file's header: a Dateline store
OLDEST = (3, 38, 0)  # JSON functions built in, FTS5 as used here
WAIT = 10.0  # seconds to wait for another process that writes
READING, WRITING = 24_000, 128_000  # KB of pages that who reads keeps, beside those of the system, and who writes
AGAIN = 0.01  # seconds after which a new file that another process is just making is asked for again
PAGE = 500  # rows read at once when walking over a table

Params = Mapping[str, Any]


class Database:
    """A connection that turns SQLite's errors into ours. It belongs to the thread that opened it."""

    def __init__(self, path: Path, *, wait: float = WAIT) -> None:
        """Opens or creates the file; StoreError if that cannot be done."""
        self.path = path
        self.wait = wait
        self._depth = 0
        self._later: list[tuple[str, Params]] = []
        self._scrub: float | None = None
        self._closed = False
        self._wrote = False
        with self.translating():
            self.connection = _connect(path, wait)

    def rows(self, sql: str, params: Params | None = None) -> list[tuple[Any, ...]]:
        """All rows that a query gives."""
        try:  # not `translating`: a page asks hundreds of times
            return self.connection.execute(sql, params or {}).fetchall()
        except sqlite3.Error as e:
            raise translate(e, self.path, self.wait) from e

    def row(self, sql: str, params: Params | None = None) -> tuple[Any, ...] | None:
        """The first row, or None."""
        try:
            found: tuple[Any, ...] | None = self.connection.execute(sql, params or {}).fetchone()
        except sqlite3.Error as e:
            raise translate(e, self.path, self.wait) from e
        return found

    def run(self, sql: str, params: Params | None = None) -> int:
        """Carries out one statement; gives the number of the row that it inserted, if it did."""
        with self.translating():
            return self.connection.execute(sql, params or {}).lastrowid or 0

    def run_many(self, sql: str, params: Iterable[Params]) -> None:
        """Carries out one statement for each set of parameters."""
        with self.translating():
            self.connection.executemany(sql, params)

    def walk(self, sql: str, params: Params | None = None) -> Iterator[tuple[Any, ...]]:
        """The rows of a query over `:after` (an id, its first column) and `:count`, page by page.

        The caller may write between two rows: no cursor stays open.
        """
        after = ""
        while True:
            page = self.rows(sql, {**(params or {}), "after": after, "count": PAGE})
            yield from page
            if len(page) < PAGE:
                return
            after = page[-1][0]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; inside another one, what fails is undone up to its own start."""
        begin, commit, undo = _WORDS[self._depth > 0]
        if self._depth and not self.connection.in_transaction:
            raise self._broken()
        if not self._wrote:
            self._wrote = True
            self._say(f"PRAGMA cache_size = -{WRITING}")
        self._say(begin)
        self._depth += 1
        waiting = list(self._later)
        try:
            yield
            if self._depth == 1:
                self.settle()
            if not self.connection.in_transaction:
                raise self._broken()
            self._say(commit)
        except BaseException:
            # A full disk makes SQLite roll back on its own.
            if self.connection.in_transaction:
                for statement in undo:
                    self._say(statement)
            # also what was done in here of the work put off before is undone with it
            self._later = waiting
            raise
        finally:
            self._depth -= 1
        if not self._depth and self._scrub is not None:
            self.scrub(self._scrub)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """One state of the file for all that is read inside, whatever others commit; nothing is written there."""
        if self.connection.in_transaction:
            yield
            return
        self._say("BEGIN")
        try:
            yield
        finally:
            if self.connection.in_transaction:
                self._say("COMMIT")

    def later(self, sql: str, params: Params) -> None:
        """Puts a statement off to the end of the outermost transaction: many at once cost less than one by one."""
        self._later.append((sql, params))
        if not self._depth:
            self.settle()

    def settle(self) -> None:
        """Does what was put off, since somebody is about to ask for it."""
        waiting, self._later = self._later, []
        for sql, params in waiting:
            self.run(sql, params)

    def scrub_later(self) -> None:
        """Asks for a scrub when the outermost transaction has ended."""
        self._scrub = self.wait

    def scrub_if_due(self) -> None:
        """Scrubs if a process ended between a removal and its scrub."""
        if self.row("SELECT 1 FROM unscrubbed"):
            self.scrub(0)

    def scrub(self, wait: float) -> None:
        """Rewrites the file so that no removed byte is left. If others do not let it within `wait` seconds, it is tried
        again, without waiting, at each commit and at the next opening."""
        self._scrub = 0
        try:
            self._be_patient(wait)
            self.rows("VACUUM")
            busy = self.row("PRAGMA wal_checkpoint(TRUNCATE)")
            if busy and not busy[0]:
                self.run("DELETE FROM unscrubbed")
                self._scrub = None
        except StoreError:
            return
        finally:
            self._be_patient(self.wait)

    def _be_patient(self, wait: float) -> None:
        self.row(f"PRAGMA busy_timeout = {int(wait * 1000)}")

    def close(self) -> None:
        """Ends the connection; safe to call twice."""
        if self._closed:
            return
        self._closed = True
        with self.translating():
            self.connection.close()

    @contextmanager
    def translating(self) -> Iterator[None]:
        """Turns SQLite's errors into StoreError and StoreLocked."""
        try:
            yield
        except sqlite3.Error as e:
            raise translate(e, self.path, self.wait) from e

    def _say(self, statement: str) -> None:
        with self.translating():
            self.connection.execute(statement)

    def _broken(self) -> StoreError:
        return StoreError(
            "the transaction was given up by the database", what=str(self.path), do="look at the error before this one"
        )


_WORDS = {
    False: ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",)),
    True: ("SAVEPOINT inner", "RELEASE inner", ("ROLLBACK TO inner", "RELEASE inner")),
}


def translate(error: sqlite3.Error, path: Path, wait: float) -> StoreError:
    """Our error for SQLite's: what happened, to which file, what to do."""
    name = getattr(error, "sqlite_errorname", "") or ""
    told, do = str(error), "see that the file can be read and written, or restore a backup"
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return locked(path, wait)
    for start, (words, advice) in _TOLD.items():
        if name.startswith(start):
            told, do = words, advice
    return StoreError(told, what=str(path), do=do)


def locked(path: Path, wait: float) -> StoreLocked:
    """For a file that another process did not let go in time."""
    return StoreLocked(
        f"another process has been writing for more than {wait:g} seconds",
        what=str(path),
        do="wait until it has finished, or end it, and try again",
    )


_TOLD = {
    "SQLITE_FULL": ("no space is left; nothing of this step was kept", "free some space and run the same again"),
    "SQLITE_NOTADB": ("this is not a Dateline store", "give the path of a store, or of a file that is not there yet"),
    "SQLITE_CORRUPT": ("the file is damaged", "restore a backup: dateline restore FILE"),
    "SQLITE_CANTOPEN": ("the file cannot be opened", "give a path in a folder that exists and can be written"),
    "SQLITE_READONLY": ("the file cannot be written", "change its permissions, or give another path"),
}


def _connect(path: Path, wait: float) -> sqlite3.Connection:
    if sqlite3.sqlite_version_info < OLDEST:
        raise StoreError(
            f"SQLite {sqlite3.sqlite_version} is too old",
            do=f"use a Python with SQLite {'.'.join(map(str, OLDEST))} or newer",
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise StoreError(f"its folder cannot be made: {e.strerror}", what=str(path), do="give another path") from e
    connection = sqlite3.connect(path, timeout=wait, isolation_level=None)
    try:
        _keep_a_log(connection, wait)
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _keep_a_log(connection: sqlite3.Connection, wait: float) -> None:
    """Has changes written to a log beside the file (WAL), so that others read while one writes. Of two who open a new
    file at once SQLite refuses one without waiting, so it is asked again."""
    until = time.monotonic() + wait
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as e:
            if e.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                raise
        time.sleep(AGAIN)


# NORMAL may lose the last commits when the power fails, never the file's order;
# doing the stage again brings them back. Removed rows are overwritten, not only forgotten. A log of 160 MB lets a page
# that many articles touch be copied into the file once for all of them.
_PRAGMAS: Sequence[str] = (
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    f"PRAGMA cache_size = -{READING}",
    "PRAGMA wal_autocheckpoint = 40000",
    "PRAGMA temp_store = MEMORY",
)


@cache
def queries(noun: str) -> Mapping[str, str]:
    """The named statements of queries/NOUN.sql: each starts with a line "-- name: NAME"."""
    text = (Path(__file__).parent / "queries" / f"{noun}.sql").read_text(encoding="utf-8")
    named = (part.partition("\n") for part in text.split("-- name: ")[1:])
    return {name.strip(): body.strip() for name, _, body in named}
