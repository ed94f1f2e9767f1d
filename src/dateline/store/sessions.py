"""Who is logged in at the desk in the browser, in SQLite."""

from __future__ import annotations

from datetime import datetime

from dateline.store.base_sessions import LoggedIn
from dateline.store.codec import moment, stamp
from dateline.store.sqlite import Database, queries

SQL = queries("sessions")


class SqliteSessions:
    """Obeys `Sessions`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, session: LoggedIn) -> None:
        """Keeps a session, or renews it."""
        with self._db.transaction():
            self._db.run(SQL["put"], {"name": session.name, "user": session.user, "seen_at": stamp(session.seen_at)})

    def get(self, name: str) -> LoggedIn | None:
        """The session of that name."""
        row = self._db.row(SQL["get"], {"name": name})
        return LoggedIn(name, row[0], moment(row[1])) if row else None

    def drop(self, name: str) -> None:
        """Ends a session; one that is not there is passed over."""
        with self._db.transaction():
            self._db.run(SQL["drop"], {"name": name})

    def drop_user(self, user: str) -> None:
        """Ends all sessions of somebody."""
        with self._db.transaction():
            self._db.run(SQL["drop_user"], {"user": user})

    def prune(self, before: datetime, most: int) -> None:
        """Ends those last seen before a moment, and all but so many of the rest, those seen last."""
        with self._db.transaction():
            self._db.run(SQL["prune"], {"before": stamp(before), "most": most})
