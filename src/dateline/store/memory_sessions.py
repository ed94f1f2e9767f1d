"""Who is logged in at the desk in the browser, in memory."""

from __future__ import annotations

from datetime import datetime

from dateline.store.base_sessions import LoggedIn
from dateline.store.codec import utc
from dateline.store.tables import Tables


class MemorySessions:
    """Obeys `Sessions`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables
        self._held: dict[str, LoggedIn] = {}

    def put(self, session: LoggedIn) -> None:
        """Keeps a session, or renews it."""
        with self._t.journal.transaction():
            self._t.journal.put(self._held, session.name, session)

    def get(self, name: str) -> LoggedIn | None:
        """The session of that name."""
        return self._held.get(name)

    def drop(self, name: str) -> None:
        """Ends a session; one that is not there is passed over."""
        with self._t.journal.transaction():
            self._t.journal.drop(self._held, name)

    def drop_user(self, user: str) -> None:
        """Ends all sessions of somebody."""
        for name in [s.name for s in self._held.values() if s.user == user]:
            self.drop(name)

    def prune(self, before: datetime, most: int) -> None:
        """Ends those last seen before a moment, and all but so many of the rest, those seen last."""
        latest = sorted(self._held.values(), key=lambda s: (-utc(s.seen_at).timestamp(), s.name))
        for session in [s for n, s in enumerate(latest) if n >= most or s.seen_at < before]:
            self.drop(session.name)
