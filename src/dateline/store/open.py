"""Opens a store: one file, or nothing but memory."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from dateline.store.actors import SqliteActors
from dateline.store.acts import SqliteActs
from dateline.store.annotations import SqliteAnnotations
from dateline.store.articles import SqliteArticles
from dateline.store.base import Store
from dateline.store.captures import SqliteCaptures, SqliteImports
from dateline.store.claims import SqliteClaims
from dateline.store.decisions import SqliteDecisions
from dateline.store.feeds import SqliteFeeds
from dateline.store.gists import SqliteGists
from dateline.store.links import SqliteLinks
from dateline.store.matters import SqliteMatters
from dateline.store.memory import MemoryStore
from dateline.store.migrations import migrate
from dateline.store.outlets import SqliteOutlets
from dateline.store.readers import SqliteReaders
from dateline.store.sessions import SqliteSessions
from dateline.store.sqlite import WAIT, Database, queries
from dateline.store.stories import SqliteStories
from dateline.store.touched import Touched


class SqliteStore:
    """Obeys `Store`; belongs to the thread that opened it (others open their own: many may read while one writes)."""

    def __init__(self, path: Path, *, wait: float = WAIT) -> None:
        """Opens or creates the file and brings it up to date. Raises StoreError, StoreLocked, StoreTooNew."""
        self.database = Database(path, wait=wait)
        try:
            migrate(self.database)
            self.database.scrub_if_due()
        except BaseException:
            self.database.close()
            raise
        self._touched = touched = Touched(self.database)
        self.articles = SqliteArticles(self.database, touched)
        self.captures = SqliteCaptures(self.database)
        self.imports = SqliteImports(self.database)
        self.annotations = SqliteAnnotations(self.database)
        self.claims = SqliteClaims(self.database, touched)
        self.links = SqliteLinks(self.database, touched)
        self.decisions = SqliteDecisions(self.database)
        self.feeds = SqliteFeeds(self.database)
        self.outlets = SqliteOutlets(self.database)
        self.stories = SqliteStories(self.database, touched)
        self.acts = SqliteActs(self.database, touched)
        self.gists = SqliteGists(self.database, touched)
        self.actors = SqliteActors(self.database)
        self.readers = SqliteReaders(self.database)
        self.sessions = SqliteSessions(self.database)
        self.matters = SqliteMatters(self.database)

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; inside another one, what fails is undone up to its own start."""
        return self.database.transaction()

    def reading(self) -> AbstractContextManager[None]:
        """One state of the store for all that is asked inside, whatever others commit; nothing is put inside."""
        return self._touched.still()

    def changes(self) -> int:
        """A number that is another one once another opening of the same store has committed something."""
        row = self.database.row("PRAGMA data_version")
        return int(row[0]) if row else 0

    def counts(self, *kinds: str) -> Mapping[str, int]:
        """How many of each kind, or of these, are held."""
        counting = queries("counts")
        return {kind: int(row[0]) for kind in kinds or counting if (row := self.database.row(counting[kind]))}

    def close(self) -> None:
        """Releases the file; safe to call twice."""
        self.database.close()


def open_store(path: Path | None, *, wait: float = WAIT) -> Store:
    """The store in that file (made if it is not there), or one in memory for None.

    Waits at most `wait` seconds for another process that is writing, here and at each later write, then raises
    StoreLocked. Raises StoreTooNew for a file of a newer version, StoreError for one that cannot be used.
    """
    return MemoryStore() if path is None else SqliteStore(path, wait=wait)
