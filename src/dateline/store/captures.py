"""Captured bytes and bulk imports, in SQLite."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dateline.model.article import Capture
from dateline.model.bulk import Import, Refused, Room
from dateline.store.codec import decode, encode, moment
from dateline.store.keeping import unknown_import
from dateline.store.sqlite import Database, queries

SQL = queries("captures")
FAST = 1  # zlib's level: pages shrink to a fifth at a tenth of the time that reading them takes
SHORTEST = 200  # bytes; less is not worth packing
AT_ONCE = 100  # captures looked at when room is made


def packed(content: bytes) -> tuple[bytes, int]:
    """The bytes as kept, and 1 if they are compressed."""
    small = zlib.compress(content, FAST) if len(content) >= SHORTEST else content
    return (small, 1) if len(small) < len(content) else (content, 0)


def as_capture(row: tuple[Any, ...]) -> Capture:
    """From (id, url, fetched_at, digest, media_type, reader, content, packed); dropped bytes are empty."""
    identity, url, at, seal, kind, reader, content, is_packed = row
    return Capture(identity, url, moment(at), seal, kind, _unpacked(content or b"", is_packed), reader)


def _unpacked(content: bytes, is_packed: int | None) -> bytes:
    return zlib.decompress(content) if is_packed else content


class SqliteCaptures:
    """Obeys `Captures`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def stale(self, reader: str, media_type: str) -> Iterator[tuple[str, Capture]]:
        """Article id and latest capture of each current revision that another version has read."""
        for row in self._db.walk(SQL["stale"], {"reader": reader, "media_type": media_type}):
            yield row[0], as_capture(row[1:])

    def count_stale(self, reader: str, media_type: str) -> int:
        """How many `stale` gives."""
        return int(self._db.rows(SQL["count_stale"], {"reader": reader, "media_type": media_type})[0][0])

    def read_by(self, capture_id: str, reader: str) -> None:
        """Keeps which version has read a capture last."""
        with self._db.transaction():
            self._db.run(SQL["read_by"], {"id": capture_id, "reader": reader})

    def used(self) -> int:
        """How many bytes the store uses, room that was given back not counted."""
        return int(self._db.rows(SQL["used"])[0][0])

    def room(self) -> Room:
        """How many bytes are used, and for what."""
        captured, count = self._db.rows(SQL["captured"])[0]
        first = self._db.row(SQL["oldest"], {"count": 1})
        return Room(self.used(), captured, count, moment(first[0]) if first else None)

    def drop_oldest(self, size: int) -> int:
        """Drops bytes, those that came first before others; how many."""
        freed = 0
        with self._db.transaction():
            while freed < size and (rows := self._db.rows(SQL["oldest"], {"count": AT_ONCE})):
                for seal, length in dict(row[1:] for row in rows).items():
                    if freed < size:
                        self._db.run(SQL["drop_content"], {"digest": seal})
                        freed += length
        return freed


class SqliteImports:
    """Obeys `Imports`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def begin(self, state: Import) -> None:
        """Keeps one that begins, or begins anew: what it could not take before is forgotten."""
        with self._db.transaction():
            self._db.run(SQL["drop_refusals"], {"name": state.name})
            self._db.run(SQL["put_import"], {"name": state.name, "body": encode(state)})

    def put(self, state: Import, refused: Iterable[Refused] = ()) -> None:
        """Keeps how far one is, and what else it could not take. Raises InputError for one that never began."""
        if self.get(state.name) is None:
            raise unknown_import(state.name)
        with self._db.transaction():
            self._db.run(SQL["put_import"], {"name": state.name, "body": encode(state)})
            self._db.run_many(SQL["put_refusal"], ({"name": state.name, "body": encode(r)} for r in refused))

    def refused(self, name: str) -> Sequence[Refused]:
        """What one could not take, in the order in which it came."""
        return [decode(Refused, row[0]) for row in self._db.rows(SQL["refusals"], {"name": name})]

    def get(self, name: str) -> Import | None:
        """How far one is; None if it never began."""
        row = self._db.row(SQL["import"], {"name": name})
        return decode(Import, row[0]) if row else None

    def all(self) -> Sequence[Import]:
        """All of them, by name."""
        return [decode(Import, row[0]) for row in self._db.rows(SQL["imports"])]
