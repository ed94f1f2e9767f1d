"""Brings a file to the schema of this program: the numbered scripts of schema/, each in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dateline.errors import StoreError, StoreTooNew
from dateline.store.sqlite import APPLICATION, Database, Params


@cache
def scripts() -> tuple[str, ...]:
    """The migrations in order: the first makes version 1 of a new file."""
    folder = Path(__file__).parent / "schema"
    return tuple(p.read_text(encoding="utf-8") for p in sorted(folder.glob("[0-9]*.sql")))


def migrate(database: Database) -> None:
    """Runs the scripts that the file has not seen. StoreTooNew if it has seen more than this program has; StoreError if
    it is some other program's database."""
    check(database)
    if version(database) == len(scripts()):
        return
    with database.transaction():
        # Another process may have done it while this one waited for the lock.
        for number in range(version(database), len(scripts())):
            for statement in statements(scripts()[number]):
                database.run(statement)
            database.run(f"PRAGMA user_version = {number + 1}")
        database.run(f"PRAGMA application_id = {APPLICATION}")


def check(database: Database) -> None:
    """Raises StoreTooNew or StoreError if the file is not a store, or an empty file, that this program can use."""
    # One statement, so that a file that another process is just making is seen before or after, never between.
    foreign = "SELECT count(*) FROM sqlite_schema, pragma_application_id WHERE application_id <> :ours"
    if _number(database, foreign, {"ours": APPLICATION}):
        raise StoreError(
            "this is a database, but not a Dateline store",
            what=str(database.path),
            do="give the path of a store, or of a file that is not there yet",
        )
    if version(database) > len(scripts()):
        raise StoreTooNew(
            f"written by a newer version of Dateline (schema {version(database)}, this program knows {len(scripts())})",
            what=str(database.path),
            do="update Dateline, or give another store",
        )


def version(database: Database) -> int:
    """How many migrations the file has seen."""
    return _number(database, "PRAGMA user_version")


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one (executescript would commit what is open)."""
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""
    if waiting.strip():
        yield waiting


def _number(database: Database, sql: str, params: Params | None = None) -> int:
    row = database.row(sql, params)
    return int(row[0]) if row else 0
