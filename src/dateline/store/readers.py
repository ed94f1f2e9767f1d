"""What readers have read and starred, in SQLite."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from dateline.model.reading import Kept, ReaderMark
from dateline.store.codec import decode, encode, stamp
from dateline.store.sqlite import Database, queries

SQL = queries("readers")


class SqliteReaders:
    """Obeys `Readers`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, mark: ReaderMark) -> None:
        """Keeps a mark, or renews it."""
        named = {"by": mark.by, "kept": mark.kept.value, "thing": mark.thing}
        with self._db.transaction():
            self._db.run(SQL["put"], {**named, "at": stamp(mark.at), "body": encode(mark)})

    def drop(self, by: str, kept: Kept, thing: str) -> None:
        """Takes a mark away; one that is not there is passed over."""
        with self._db.transaction():
            self._db.run(SQL["drop"], {"by": by, "kept": kept.value, "thing": thing})

    def of(self, by: str, kept: Kept, things: Collection[str] | None = None) -> Sequence[ReaderMark]:
        """The marks of a reader, the latest first: all, or those on these things."""
        params = {"by": by, "kept": kept.value}
        if things is None:
            rows = self._db.rows(SQL["of"], params)
        else:
            rows = self._db.rows(SQL["among"], {**params, "things": json.dumps(sorted(things))})
        return [decode(ReaderMark, row[0]) for row in rows]
