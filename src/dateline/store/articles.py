"""Outlets, articles, their states and the bytes that they came as, in SQLite."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from dateline.model.article import Article, Capture, Revision
from dateline.model.outlet import Outlet
from dateline.store import claims, links, removal, search
from dateline.store.base import Held, Hit, SearchFilter, Tombstone
from dateline.store.captures import as_capture, packed
from dateline.store.codec import EVER, decode, encode, stamp, until
from dateline.store.keeping import MOST, check_fit, refused, richer
from dateline.store.rows import held, listed, tombstone
from dateline.store.sqlite import Database, queries
from dateline.store.touched import Remembered, Touched

SQL = queries("articles")
OUTLETS = 1 << 10  # outlets that are remembered
REMEMBERED = 1 << 10  # articles that are: those that pages show again and again, 10 MB at most
RECENT = (
    10_000  # revisions: their keys fill some 700 pages, and a store of 100,000 writes its 7,000 once for all of them
)


class SqliteArticles:
    """Obeys `Articles`."""

    def __init__(self, db: Database, touched: Touched) -> None:
        self._db = db
        self._outlets = Remembered(touched, self._read_outlets, OUTLETS)
        self._current = Remembered(touched, self._read_current, REMEMBERED)

    def put(self, outlet: Outlet, article: Article, revision: Revision, capture: Capture | None, at: datetime) -> None:
        """Adds what is new of these; the revision becomes the article's current one."""
        check_fit(outlet, article, revision)
        buried = self.tombstone(article.id)
        if buried:
            raise refused(article.id, buried.why)
        with self._db.transaction():
            self._put_outlet(outlet)
            self._db.run(SQL["put_article"], {"id": article.id, "outlet": outlet.id, "body": encode(article)})
            self._put_revision(revision)
            self._put_state(revision, stamp(at))
            if capture:
                self._put_capture(revision.id, capture)

    def get(self, article_id: str, known_at: datetime | None = None) -> Held | None:
        """The article with its current revision, or that of a moment; None if not held (or removed)."""
        if known_at is not None:
            row = self._db.row(SQL["held"], {"article": article_id, "at": until(known_at)})
            return held(row) if row else None
        now = self._current.get([article_id]).get(article_id)
        return replace(now, outlet=self._outlets.get([now.outlet.id])[now.outlet.id]) if now else None

    def _read_current(self, article_ids: Sequence[str]) -> Mapping[str, Held]:
        rows = ((a, self._db.row(SQL["held"], {"article": a, "at": EVER})) for a in article_ids)
        return {article: held(row) for article, row in rows if row}

    def _read_outlets(self, outlet_ids: Sequence[str]) -> Mapping[str, Outlet]:
        rows = ((o, self._db.row(SQL["outlet"], {"id": o})) for o in outlet_ids)
        return {outlet: decode(Outlet, row[0]) for outlet, row in rows if row}

    def revisions(self, article_id: str) -> Sequence[Held]:
        """All states of an article, oldest first."""
        return [held(row) for row in self._db.rows(SQL["held_states"], {"article": article_id})]

    def revision(self, revision_id: str) -> Held | None:
        """The article in that state."""
        row = self._db.row(SQL["held_revision"], {"revision": revision_id})
        return held(row) if row else None

    def all(self, known_at: datetime | None = None) -> Iterator[Held]:
        """Every article with its current revision, by id."""
        return map(held, self._db.walk(SQL["all"], {"at": until(known_at)}))

    def captures(self, article_id: str) -> Sequence[Capture]:
        """As what bytes the article came, oldest first; bytes that went with a removed article are empty."""
        return [as_capture(row) for row in self._db.rows(SQL["captures"], {"article": article_id})]

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
        return search.find(self._db, query, where, limit, known_at, snippets)

    def tags(self, article_ids: Collection[str]) -> Mapping[str, frozenset[str]]:
        """The parties that each article names, and how what it claims stands."""
        return search.tags(self._db, article_ids)

    def remove(self, tombstone: Tombstone) -> None:
        """Text, bytes, marks, claims, relations gone; id and reason kept. Adding it again is refused (InputError)."""
        removal.remove(self._db, tombstone)

    def tombstone(self, article_id: str) -> Tombstone | None:
        """The tombstone of a removed article."""
        row = self._db.row(SQL["tombstone"], {"article": article_id})
        return tombstone(row) if row else None

    def tombstones(self) -> Sequence[Tombstone]:
        """All tombstones, by article id."""
        return [tombstone(row) for row in self._db.rows(SQL["tombstones"])]

    def resolve(self, prefix: str) -> Sequence[str]:
        """All ids (of whatever kind) that start with these characters, at most 20."""
        low = prefix.encode(errors="replace").decode()
        params = {"low": low, "high": low + "\U0010ffff", "limit": MOST}
        return [row[0] for row in self._db.rows(SQL["ids"], params)]

    def put_keys(self, article_id: str, keys: Collection[int]) -> None:
        """Sets the blocking keys of an article's current text; one that is not held is passed over."""
        with self._db.transaction():
            row = self._number("first_row", {"article": article_id})
            if row is not None:
                self._db.run(SQL["drop_keys"], {"row": row})
                self._db.run(SQL["drop_recent_keys"], {"row": row})
                self._db.run_many(SQL["put_key"], ({"key": key, "row": row} for key in sorted(set(keys))))
                self._move_keys(row)

    def with_keys(self, keys: Collection[int], limit: int) -> Sequence[str]:
        """Ids of articles that share a key, those sharing most first, then by id; at most `limit`."""
        params = {"keys": listed(sorted(set(keys))), "limit": max(0, limit)}
        return [row[0] for row in self._db.rows(SQL["with_keys"], params)]

    def _move_keys(self, last: int) -> None:
        """Lets the recent keys go over to the others once they are of RECENT articles."""
        first = self._number("first_recent", {})
        if first is not None and last - first >= RECENT:
            self._db.run(SQL["move_recent_keys"])
            self._db.run(SQL["clear_recent_keys"])

    def _number(self, query: str, params: Mapping[str, str]) -> int | None:
        row = self._db.row(SQL[query], params)
        return row[0] if row else None

    def _put_outlet(self, outlet: Outlet) -> None:
        row = self._db.row(SQL["outlet"], {"id": outlet.id})
        known = decode(Outlet, row[0]) if row else None
        best = richer(known, outlet) if known else outlet
        if best != known:
            self._db.run(SQL["put_outlet"], {"id": best.id, "body": encode(best)})

    def _put_revision(self, revision: Revision) -> None:
        if self._db.row(SQL["revision_row"], {"id": revision.id}):
            return
        published = revision.published_at.day.isoformat() if revision.published_at else None
        row = self._db.run(
            SQL["put_revision"],
            {"id": revision.id, "article": revision.article_id, "day": published, "body": encode(revision)},
        )
        search.index(self._db, row, revision)

    def _put_state(self, revision: Revision, at: str) -> None:
        current = self._db.row(SQL["current"], {"article": revision.article_id})
        if current:
            row, held_revision, recorded_at = current
            if held_revision == revision.id:
                return
            at = max(at, recorded_at)
            self._db.run(SQL["retire_state"], {"row": row, "at": at})
            self._wake(revision, at)
        self._db.run(SQL["put_state"], {"article": revision.article_id, "revision": revision.id, "at": at})

    def _wake(self, revision: Revision, at: str) -> None:
        """What rested on the state before no longer holds; a state that comes back is annotated again."""
        claims.retire_article(self._db, revision.article_id, at)
        links.retire_touching(self._db, [revision.article_id], at)
        self._db.run(queries("annotations")["drop_annotated"], {"revision": revision.id})

    def _put_capture(self, revision_id: str, capture: Capture) -> None:
        params = {"revision": revision_id, "url": capture.url, "digest": capture.digest}
        if self._db.row(SQL["seen_capture"], params):
            return
        content, is_packed = packed(capture.content)
        self._db.run(SQL["put_content"], {"digest": capture.digest, "content": content, "packed": is_packed})
        self._db.run(
            SQL["put_capture"],
            {
                "id": capture.id,
                "url": capture.url,
                "fetched_at": stamp(capture.fetched_at),
                "digest": capture.digest,
                "media_type": capture.media_type,
                "reader": capture.reader,
            },
        )
        self._db.run(SQL["put_came_as"], {"revision": revision_id, "id": capture.id})
