"""The same store in plain dicts: for tests, for drafts, and to say in few words what a store does."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext

from dateline.store.memory_actors import MemoryActors
from dateline.store.memory_acts import MemoryActs
from dateline.store.memory_articles import MemoryArticles
from dateline.store.memory_captures import MemoryCaptures, MemoryImports
from dateline.store.memory_claims import MemoryAnnotations, MemoryClaims
from dateline.store.memory_feeds import MemoryFeeds, MemoryOutlets
from dateline.store.memory_gists import MemoryGists
from dateline.store.memory_links import MemoryDecisions, MemoryLinks
from dateline.store.memory_matters import MemoryMatters
from dateline.store.memory_readers import MemoryReaders
from dateline.store.memory_sessions import MemorySessions
from dateline.store.memory_stories import MemoryStories
from dateline.store.tables import Tables


class MemoryStore:
    """Obeys `Store`."""

    def __init__(self) -> None:
        self._tables = Tables()
        self.articles = MemoryArticles(self._tables)
        self.captures = MemoryCaptures(self._tables)
        self.imports = MemoryImports(self._tables)
        self.annotations = MemoryAnnotations(self._tables)
        self.claims = MemoryClaims(self._tables)
        self.links = MemoryLinks(self._tables)
        self.decisions = MemoryDecisions(self._tables)
        self.feeds = MemoryFeeds(self._tables)
        self.outlets = MemoryOutlets(self._tables)
        self.stories = MemoryStories(self._tables)
        self.acts = MemoryActs(self._tables)
        self.gists = MemoryGists(self._tables)
        self.actors = MemoryActors(self._tables)
        self.readers = MemoryReaders(self._tables)
        self.sessions = MemorySessions(self._tables)
        self.matters = MemoryMatters(self._tables)

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; inside another one, what fails is undone up to its own start."""
        return self._tables.journal.transaction()

    def reading(self) -> AbstractContextManager[None]:
        """One state of the store; nobody else can change it."""
        return nullcontext()

    def changes(self) -> int:
        """Always 0: nobody else can open it."""
        return 0

    def counts(self, *kinds: str) -> Mapping[str, int]:
        """How many of each kind, or of these, are held."""
        t = self._tables
        counted = {
            "outlets": len(t.outlets),
            "articles": len(t.articles),
            "revisions": len(t.revisions),
            "captures": len(t.captures),
            "claims": len(list(t.claims.held())),
            "events": len(list(t.events.held())),
            "relations": len(list(t.relations.held())),
            "decisions": sum(row.retired_at is None for row in t.decisions.values()),
            "tombstones": len(t.tombstones),
        }
        return {kind: counted[kind] for kind in kinds or counted}

    def close(self) -> None:
        """Releases nothing; safe to call twice."""
