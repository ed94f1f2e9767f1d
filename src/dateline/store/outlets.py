"""Outlets and what people said of them, in SQLite."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.outlet import Outlet, OutletEdit, edited
from dateline.store.codec import decode, encode, stamp
from dateline.store.sqlite import Database, queries

SQL = queries("outlets")


class SqliteOutlets:
    """Obeys `Outlets`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> Sequence[Outlet]:
        """Every outlet of which an article is held, by id, as people have described it."""
        edits = self.edits()
        return [edited(decode(Outlet, body), edits) for _, body in self._db.rows(queries("articles")["outlets"])]

    def get(self, outlet_id: str) -> Outlet | None:
        """One of them."""
        row = self._db.row(queries("articles")["outlet"], {"id": outlet_id})
        return edited(decode(Outlet, row[0]), self.edits(outlet_id)) if row else None

    def edit(self, edit: OutletEdit) -> None:
        """Adds a person's word on an outlet, which holds for its articles at once and for those to come."""
        params = {"id": edit.id, "outlet": edit.outlet_id, "at": stamp(edit.at), "body": encode(edit)}
        with self._db.transaction():
            self._db.run(SQL["put_edit"], params)
            now = self.get(edit.outlet_id)
            if now:
                self._db.run(queries("articles")["put_outlet"], {"id": now.id, "body": encode(now)})

    def edits(self, outlet_id: str | None = None) -> Sequence[OutletEdit]:
        """What people said, oldest first: of one outlet, or of all."""
        return [decode(OutletEdit, row[0]) for row in self._db.rows(SQL["edits"], {"outlet": outlet_id})]
