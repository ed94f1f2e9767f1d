"""Feeds, their entries and servers, and what people said of outlets, in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from dateline.model.feed import Entry, EntryState, Feed, FeedHealth, FeedState, Host
from dateline.model.outlet import Outlet, OutletEdit, edited
from dateline.store.keeping import unknown_feed
from dateline.store.tables import Tables

BEGINNING = datetime.min.replace(tzinfo=UTC)
OPEN = frozenset({EntryState.WAITING, EntryState.FAILED})


class MemoryFeeds:
    """Obeys `Feeds`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def put(self, feed: Feed) -> None:
        """Adds a feed, or replaces what is said of it."""
        with self._t.journal.transaction():
            self._t.journal.put(self._t.feeds, feed.id, feed)

    def get(self, feed_id: str) -> Feed | None:
        """One feed."""
        return self._t.feeds.get(feed_id)

    def all(self) -> Sequence[Feed]:
        """All feeds, by id."""
        return [self._t.feeds[i] for i in sorted(self._t.feeds)]

    def remove(self, feed_id: str) -> bool:
        """Takes a feed out with its health and its entries; False if it is not there."""
        if feed_id not in self._t.feeds:
            return False
        with self._t.journal.transaction():
            self._t.journal.drop(self._t.feeds, feed_id)
            self._t.journal.drop(self._t.feed_health, feed_id)
            for name in [n for n in self._t.feed_entries if n[0] == feed_id]:
                self._t.journal.drop(self._t.feed_entries, name)
        return True

    def put_health(self, health: FeedHealth) -> None:
        """Replaces how a feed fares. Raises InputError for a feed that is not there."""
        if health.feed_id not in self._t.feeds:
            raise unknown_feed(health.feed_id)
        with self._t.journal.transaction():
            self._t.journal.put(self._t.feed_health, health.feed_id, health)

    def health(self, feed_id: str) -> FeedHealth:
        """How a feed fares; all empty before the first visit."""
        return self._t.feed_health.get(feed_id) or FeedHealth(feed_id)

    def due(self, now: datetime) -> Sequence[Feed]:
        """Active feeds whose next visit is due, those due longest first."""
        due = sorted((when, i) for when, i in self._active() if when <= now)
        return [self._t.feeds[i] for _, i in due]

    def next_due(self) -> datetime | None:
        """When the next active feed is due."""
        return min((when for when, _ in self._active()), default=None)

    def put_entries(self, entries: Iterable[Entry]) -> None:
        """Adds entries, or replaces those with the same feed and key. Raises InputError if a feed is not there."""
        with self._t.journal.transaction():
            for entry in entries:
                if entry.feed_id not in self._t.feeds:
                    raise unknown_feed(entry.feed_id)
                self._t.journal.put(self._t.feed_entries, (entry.feed_id, entry.key), entry)

    def entries(self, feed_id: str, keys: Collection[str] | None = None) -> Mapping[str, Entry]:
        """Entries of a feed by key: all, or those with these keys."""
        found = {key: e for (feed, key), e in sorted(self._t.feed_entries.items()) if feed == feed_id}
        return found if keys is None else {key: e for key, e in found.items() if key in keys}

    def with_key(self, key: str) -> Sequence[Entry]:
        """The entries of all feeds with that key, by feed."""
        return [e for (_, k), e in sorted(self._t.feed_entries.items()) if k == key]

    def to_take(self, now: datetime, limit: int) -> Sequence[Entry]:
        """Entries that wait or failed and may be tried again."""
        found = [e for e in self._in_state(OPEN) if (e.retry_at or BEGINNING) <= now]
        return sorted(found, key=lambda e: (e.seen_at, e.feed_id, e.key))[: max(0, limit)]

    def to_look_again(self, now: datetime, limit: int) -> Sequence[Entry]:
        """Held entries whose page is due to be looked at again, latest seen first."""
        held = sorted(self._in_state({EntryState.HELD}), key=lambda e: (e.feed_id, e.key))
        due = [e for e in held if e.retry_at and e.retry_at <= now]
        return sorted(due, key=lambda e: e.seen_at, reverse=True)[: max(0, limit)]

    def next_retry(self) -> datetime | None:
        """When the first failed entry may be tried again."""
        return min((e.retry_at or BEGINNING for e in self._in_state({EntryState.FAILED})), default=None)

    def failed(self) -> Sequence[Entry]:
        """Entries that failed or were left, latest seen first."""
        found = sorted(self._in_state({EntryState.FAILED, EntryState.LEFT}), key=lambda e: (e.feed_id, e.key))
        return sorted(found, key=lambda e: e.seen_at, reverse=True)

    def put_host(self, host: Host) -> None:
        """Replaces what is known of a server."""
        with self._t.journal.transaction():
            self._t.journal.put(self._t.hosts, host.name, host)

    def host(self, name: str) -> Host:
        """What is known of a server; all empty for an unknown one."""
        return self._t.hosts.get(name) or Host(name)

    def _active(self) -> list[tuple[datetime, str]]:
        active = [i for i, f in self._t.feeds.items() if f.state is FeedState.ACTIVE]
        return [(self.health(i).due_at or BEGINNING, i) for i in active]

    def _in_state(self, states: Iterable[EntryState]) -> list[Entry]:
        wanted = set(states)
        return [e for e in self._t.feed_entries.values() if e.state in wanted]


class MemoryOutlets:
    """Obeys `Outlets`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def all(self) -> Sequence[Outlet]:
        """Every outlet of which an article is held, by id, as people have described it."""
        edits = self.edits()
        return [edited(self._t.outlets[i], edits) for i in sorted(self._t.outlets)]

    def get(self, outlet_id: str) -> Outlet | None:
        """One of them."""
        held = self._t.outlets.get(outlet_id)
        return edited(held, self.edits(outlet_id)) if held else None

    def edit(self, edit: OutletEdit) -> None:
        """Adds a person's word on an outlet, which holds for its articles at once and for those to come."""
        with self._t.journal.transaction():
            if not any(e.id == edit.id for e in self._t.outlet_edits.values()):
                self._t.journal.put(self._t.outlet_edits, len(self._t.outlet_edits), edit)
            now = self.get(edit.outlet_id)
            if now:
                self._t.journal.put(self._t.outlets, now.id, now)

    def edits(self, outlet_id: str | None = None) -> Sequence[OutletEdit]:
        """What people said, oldest first: of one outlet, or of all."""
        found = [e for _, e in sorted(self._t.outlet_edits.items()) if outlet_id in (None, e.outlet_id)]
        return sorted(found, key=lambda e: e.at)
