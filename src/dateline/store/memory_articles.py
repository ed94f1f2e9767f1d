"""Articles in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain

from dateline.model.article import Article, Capture, Revision
from dateline.model.outlet import Outlet
from dateline.store.base import Held, Hit, SearchFilter, Tombstone
from dateline.store.codec import utc
from dateline.store.history import Row
from dateline.store.keeping import MOST, check_fit, refused, richer, targets, unknown_article
from dateline.store.memory_search import find
from dateline.store.tables import Tables


class MemoryArticles:
    """Obeys `Articles`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def put(self, outlet: Outlet, article: Article, revision: Revision, capture: Capture | None, at: datetime) -> None:
        """Adds what is new of these; the revision becomes the article's current one."""
        check_fit(outlet, article, revision)
        if article.id in self._t.tombstones:
            raise refused(article.id, self._t.tombstones[article.id].why)
        put = self._t.journal.put
        with self._t.journal.transaction():
            known = self._t.outlets.get(outlet.id)
            put(self._t.outlets, outlet.id, richer(known, outlet) if known else outlet)
            put(self._t.articles, article.id, self._t.articles.get(article.id, article))
            put(self._t.revisions, revision.id, self._t.revisions.get(revision.id, revision))
            self._put_state(revision, utc(at))
            if capture:
                self._put_capture(revision.id, capture)

    def get(self, article_id: str, known_at: datetime | None = None) -> Held | None:
        """The article with its current revision, or that of a moment; None if not held (or removed)."""
        row = self._t.current(article_id, known_at)
        return self._held(row) if row else None

    def revisions(self, article_id: str) -> Sequence[Held]:
        """All states of an article, oldest first."""
        return [self._held(row) for row in self._t.states.get(article_id, ())]

    def revision(self, revision_id: str) -> Held | None:
        """The article in that state."""
        held = self._t.revisions.get(revision_id)
        states = self.revisions(held.article_id) if held else ()
        return next((state for state in states if state.revision.id == revision_id), None)

    def all(self, known_at: datetime | None = None) -> Iterator[Held]:
        """Every article with its current revision, by id."""
        for article_id in sorted(self._t.articles):
            held = self.get(article_id, known_at)
            if held:
                yield held

    def captures(self, article_id: str) -> Sequence[Capture]:
        """As what bytes the article came, oldest first; bytes that went with a removed article are empty."""
        revisions = {row.value for row in self._t.states.get(article_id, ())}
        ids = {c for r in revisions for c in self._t.revision_captures.get(r, ())}
        held = sorted((self._t.captures[i] for i in ids), key=lambda c: (c.fetched_at, c.id))
        return [replace(c, content=self._t.contents.get(c.digest, b"")) for c in held]

    def search(
        self,
        query: str,
        where: SearchFilter | None = None,
        limit: int = 20,
        known_at: datetime | None = None,
        *,
        snippets: bool = True,
    ) -> Sequence[Hit]:
        """Articles whose headline or text has the words of the query (any of them; more and rarer first)."""
        return find(self._t, list(self.all(known_at)), query, where, limit, snippets)

    def tags(self, article_ids: Collection[str]) -> Mapping[str, frozenset[str]]:
        """The parties that each article names, and how what it claims stands."""
        held = {a: state.value for a in sorted(set(article_ids)) if (state := self._t.current(a))}
        return {a: frozenset(found) for a, revision in held.items() if (found := self._t.tags.get(revision))}

    def remove(self, tombstone: Tombstone) -> None:
        """Text, bytes, marks, claims, relations gone; id and reason kept. Adding it again is refused (InputError)."""
        article_id = tombstone.article_id
        if article_id in self._t.tombstones:
            return
        if article_id not in self._t.articles:
            raise unknown_article(article_id)
        with self._t.journal.transaction():
            self._drop_links(article_id, utc(tombstone.at))
            self._drop_decisions(article_id)
            for revision_id in [r.id for r in self._t.revisions.values() if r.article_id == article_id]:
                self._drop_revision(revision_id)
            self._drop_loose(article_id)
            for name in [n for n, e in self._t.feed_entries.items() if e.article_id == article_id]:
                self._t.journal.drop(self._t.feed_entries, name)
            self._t.journal.put(self._t.tombstones, article_id, tombstone)

    def tombstone(self, article_id: str) -> Tombstone | None:
        """The tombstone of a removed article."""
        return self._t.tombstones.get(article_id)

    def tombstones(self) -> Sequence[Tombstone]:
        """All tombstones, by article id."""
        return [self._t.tombstones[i] for i in sorted(self._t.tombstones)]

    def resolve(self, prefix: str) -> Sequence[str]:
        """All ids (of whatever kind) that start with these characters, at most 20."""
        t = self._t
        decisions = (row.value.id for row in t.decisions.values())
        tables = (t.articles, t.tombstones, t.outlets, t.revisions, t.captures, t.claims.rows, t.events.rows)
        every = set(chain(*tables, t.relations.rows, decisions))
        return sorted(i for i in every if i.startswith(prefix))[:MOST]

    def put_keys(self, article_id: str, keys: Collection[int]) -> None:
        """Sets the blocking keys of an article's current text; one that is not held is passed over."""
        with self._t.journal.transaction():
            if article_id in self._t.articles:
                self._t.journal.put(self._t.article_keys, article_id, frozenset(keys))

    def with_keys(self, keys: Collection[int], limit: int) -> Sequence[str]:
        """Ids of articles that share a key, those sharing most first, then by id; at most `limit`."""
        wanted = frozenset(keys)
        shared = {a: len(wanted & held) for a, held in self._t.article_keys.items() if wanted & held}
        return sorted(shared, key=lambda a: (-shared[a], a))[: max(0, limit)]

    def _held(self, row: Row[str]) -> Held:
        revision = self._t.revisions[row.value]
        article = self._t.articles[revision.article_id]
        return Held(self._t.outlets[article.outlet_id], article, revision, row.recorded_at)

    def _put_state(self, revision: Revision, at: datetime) -> None:
        article_id, rows = revision.article_id, self._t.states.get(revision.article_id, ())
        current = self._t.current(article_id)
        if current:
            if current.value == revision.id:
                return
            at = max(at, current.recorded_at)
            rows = (*rows[:-1], replace(current, retired_at=at))
            self._t.retire_claims(self._t.claims_of(article_id), at)
            self._t.retire_touching([article_id], at)
            self._t.journal.drop(self._t.annotated, revision.id)
        self._t.journal.put(self._t.states, article_id, (*rows, Row(revision.id, at)))

    def _put_capture(self, revision_id: str, capture: Capture) -> None:
        ids = self._t.revision_captures.get(revision_id, ())
        known = {(c.url, c.digest) for c in (self._t.captures[i] for i in ids)}
        if (capture.url, capture.digest) in known:
            return
        if capture.digest not in self._t.withheld:
            held = self._t.contents.get(capture.digest, capture.content)
            self._t.journal.put(self._t.contents, capture.digest, held)
        before = self._t.captures.get(capture.id, capture)
        now = replace(before, content=b"", reader=capture.reader or before.reader)
        self._t.journal.put(self._t.captures, capture.id, now)
        self._t.journal.put(self._t.revision_captures, revision_id, (*ids, capture.id))

    def _drop_links(self, article_id: str, at: datetime) -> None:
        t = self._t
        ids = {i for i, rows in t.claims.rows.items() if rows[0].value.article_id == article_id}
        # Retiring first makes the partners wait; nothing of the rows stays, so any moment will do.
        t.retire_touching([article_id, *ids], at)
        for event_id in [i for i, rows in t.events.rows.items() if any(ids & set(r.value.claims) for r in rows)]:
            t.events.forget(event_id)
        ends = {article_id, *ids}
        for relation_id in [i for i, r in t.relations.rows.items() if ends & {r[0].value.a, r[0].value.b}]:
            t.relations.forget(relation_id)
        for claim_id in ids:
            t.claims.forget(claim_id)
            t.journal.drop(t.keys, claim_id)
            t.journal.drop(t.unlinked, claim_id)

    def _drop_decisions(self, article_id: str) -> None:
        for number, row in list(self._t.decisions.items()):
            if article_id in targets(row.value):
                self._t.journal.drop(self._t.decisions, number)

    def _drop_revision(self, revision_id: str) -> None:
        t = self._t
        for capture_id in t.revision_captures.get(revision_id, ()):
            digest = t.captures[capture_id].digest
            t.journal.put(t.withheld, digest, True)
            t.journal.drop(t.contents, digest)
        for table in (t.revision_captures, t.layers, t.places, t.tags, t.annotated, t.revisions):
            t.journal.drop(table, revision_id)

    def _drop_loose(self, article_id: str) -> None:
        t = self._t
        outlet_id = t.articles[article_id].outlet_id
        t.journal.drop(t.states, article_id)
        t.journal.drop(t.article_keys, article_id)
        t.journal.drop(t.articles, article_id)
        if all(a.outlet_id != outlet_id for a in t.articles.values()):
            t.journal.drop(t.outlets, outlet_id)
        used = {i for ids in t.revision_captures.values() for i in ids}
        for capture_id in list(t.captures):
            if capture_id not in used:
                t.journal.drop(t.captures, capture_id)
