"""What people added to the lists of parties, in SQLite."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.actor import ActorEdit
from dateline.store.codec import decode, encode, stamp
from dateline.store.sqlite import Database, queries

SQL = queries("actors")


class SqliteActors:
    """Obeys `Actors`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def edit(self, edit: ActorEdit) -> None:
        """Adds a person's word on a party; the same word twice is one."""
        params = {"id": edit.id, "at": stamp(edit.at), "body": encode(edit)}
        with self._db.transaction():
            self._db.run(SQL["put_edit"], params)

    def edits(self) -> Sequence[ActorEdit]:
        """What people said, oldest first."""
        return [decode(ActorEdit, row[0]) for row in self._db.rows(SQL["edits"])]
