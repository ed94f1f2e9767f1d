"""Feeds, how they fare, what they listed, and their servers, in SQLite."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from dateline.model.feed import Entry, Feed, FeedHealth, Host
from dateline.store.codec import decode, encode, moment, stamp
from dateline.store.keeping import unknown_feed
from dateline.store.rows import listed
from dateline.store.sqlite import Database, queries

SQL = queries("feeds")
AT_ONCE = ""  # sorts before every stamp
BEGINNING = datetime.min.replace(tzinfo=UTC)


class SqliteFeeds:
    """Obeys `Feeds`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, feed: Feed) -> None:
        """Adds a feed, or replaces what is said of it."""
        self._db.run(SQL["put"], {"id": feed.id, "state": feed.state.value, "body": encode(feed)})

    def get(self, feed_id: str) -> Feed | None:
        """One feed."""
        row = self._db.row(SQL["get"], {"id": feed_id})
        return decode(Feed, row[0]) if row else None

    def all(self) -> Sequence[Feed]:
        """All feeds, by id."""
        return [decode(Feed, row[0]) for row in self._db.rows(SQL["all"])]

    def remove(self, feed_id: str) -> bool:
        """Takes a feed out with its health and its entries; False if it is not there."""
        return bool(self._db.rows(SQL["remove"], {"id": feed_id}))

    def put_health(self, health: FeedHealth) -> None:
        """Replaces how a feed fares. Raises InputError for a feed that is not there."""
        with self._db.transaction():
            self._check(health.feed_id)
            due = stamp(health.due_at) if health.due_at else AT_ONCE
            self._db.run(SQL["put_health"], {"id": health.feed_id, "due": due, "body": encode(health)})

    def health(self, feed_id: str) -> FeedHealth:
        """How a feed fares; all empty before the first visit."""
        row = self._db.row(SQL["health"], {"id": feed_id})
        return decode(FeedHealth, row[0]) if row else FeedHealth(feed_id)

    def due(self, now: datetime) -> Sequence[Feed]:
        """Active feeds whose next visit is due, those due longest first."""
        return [decode(Feed, row[0]) for row in self._db.rows(SQL["due"], {"now": stamp(now)})]

    def next_due(self) -> datetime | None:
        """When the next active feed is due."""
        row = self._db.row(SQL["next_due"])
        return None if not row or row[0] is None else moment(row[0]) if row[0] else BEGINNING

    def put_entries(self, entries: Iterable[Entry]) -> None:
        """Adds entries, or replaces those with the same feed and key. Raises InputError if a feed is not there."""
        with self._db.transaction():
            known: set[str] = set()
            for entry in entries:
                if entry.feed_id not in known:
                    self._check(entry.feed_id)
                    known.add(entry.feed_id)
                self._db.run(SQL["put_entry"], _row(entry))

    def entries(self, feed_id: str, keys: Collection[str] | None = None) -> Mapping[str, Entry]:
        """Entries of a feed by key: all, or those with these keys."""
        if keys is None:
            rows = self._db.rows(SQL["entries"], {"feed": feed_id})
        else:
            rows = self._db.rows(SQL["some_entries"], {"feed": feed_id, "keys": listed(sorted(set(keys)))})
        return {entry.key: entry for entry in (decode(Entry, row[0]) for row in rows)}

    def with_key(self, key: str) -> Sequence[Entry]:
        """The entries of all feeds with that key, by feed."""
        return [decode(Entry, row[0]) for row in self._db.rows(SQL["with_key"], {"key": key})]

    def to_take(self, now: datetime, limit: int) -> Sequence[Entry]:
        """Entries that wait or failed and may be tried again."""
        rows = self._db.rows(SQL["to_take"], {"now": stamp(now), "limit": max(0, limit)})
        return [decode(Entry, row[0]) for row in rows]

    def to_look_again(self, now: datetime, limit: int) -> Sequence[Entry]:
        """Held entries whose page is due to be looked at again, latest seen first."""
        rows = self._db.rows(SQL["to_look_again"], {"now": stamp(now), "limit": max(0, limit)})
        return [decode(Entry, row[0]) for row in rows]

    def next_retry(self) -> datetime | None:
        """When the first failed entry may be tried again."""
        row = self._db.row(SQL["next_retry"])
        return None if not row or row[0] is None else moment(row[0]) if row[0] else BEGINNING

    def failed(self) -> Sequence[Entry]:
        """Entries that failed or were left, latest seen first."""
        return [decode(Entry, row[0]) for row in self._db.rows(SQL["failed"])]

    def put_host(self, host: Host) -> None:
        """Replaces what is known of a server."""
        self._db.run(SQL["put_host"], {"name": host.name, "body": encode(host)})

    def host(self, name: str) -> Host:
        """What is known of a server; all empty for an unknown one."""
        row = self._db.row(SQL["host"], {"name": name})
        return decode(Host, row[0]) if row else Host(name)

    def _check(self, feed_id: str) -> None:
        if not self._db.row(SQL["get"], {"id": feed_id}):
            raise unknown_feed(feed_id)


def _row(entry: Entry) -> dict[str, object]:
    return {
        "feed": entry.feed_id,
        "key": entry.key,
        "state": entry.state.value,
        "seen": stamp(entry.seen_at),
        "retry": stamp(entry.retry_at) if entry.retry_at else AT_ONCE,
        "article": entry.article_id,
        "body": encode(entry),
    }
