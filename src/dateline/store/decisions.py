"""Judgements and corrections, in SQLite."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from dateline.model.relation import Decision
from dateline.store.codec import DECISIONS, decode, encode, stamp, until
from dateline.store.keeping import refused, targets, undone
from dateline.store.sqlite import Database, queries

SQL = queries("decisions")


class SqliteDecisions:
    """Obeys `Decisions`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, decision: Decision) -> None:
        """Adds one."""
        with self._db.transaction():
            for article_id in sorted(targets(decision)):
                stone = self._db.row(queries("articles")["tombstone"], {"article": article_id})
                if stone:
                    raise refused(article_id, stone[3])
            if not self._db.row(SQL["standing"], {"id": decision.id}):
                params = {"id": decision.id, "at": stamp(decision.at), "body": encode(decision)}
                self._db.run(SQL["put"], {**params, "kind": type(decision).__name__})

    def undo(self, decision_id: str | None, at: datetime, by: str) -> Decision | None:
        """Marks one (or the last not undone) as undone and returns it; None if there is none."""
        with self._db.transaction():
            found = self._db.row(SQL["last"], {"id": decision_id})
            if not found:
                return None
            row, kind, body = found
            self._db.run(SQL["undo"], {"row": row, "at": stamp(at), "by": by})
            return undone(decode(DECISIONS[kind], body))

    def all(self, known_at: datetime | None = None) -> Sequence[Decision]:
        """All that are not undone (or were not at that moment), oldest first."""
        rows = self._db.rows(SQL["all"], {"at": until(known_at)})
        return [decode(DECISIONS[kind], body) for kind, body in rows]
