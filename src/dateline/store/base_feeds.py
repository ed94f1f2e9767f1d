"""What a store knows of feeds and outlets: the protocols."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from dateline.model.feed import Entry, Feed, FeedHealth, Host
from dateline.model.outlet import Outlet, OutletEdit


class Feeds(Protocol):
    """Feeds, how they fare, every entry that they listed, and what is known of their servers.

    Unlike what is told of the world, these rows are replaced: they say how things stand now.
    """

    def put(self, feed: Feed) -> None:
        """Adds a feed, or replaces what is said of it."""

    def get(self, feed_id: str) -> Feed | None:
        """One feed."""

    def all(self) -> Sequence[Feed]:
        """All feeds, by id."""

    def remove(self, feed_id: str) -> bool:
        """Takes a feed out with its health and its entries; False if it is not there. Articles stay."""

    def put_health(self, health: FeedHealth) -> None:
        """Replaces how a feed fares. Raises InputError for a feed that is not there."""

    def health(self, feed_id: str) -> FeedHealth:
        """How a feed fares; all empty before the first visit."""

    def due(self, now: datetime) -> Sequence[Feed]:
        """Active feeds whose next visit is due, those due longest first (never visited: first), then by id."""

    def next_due(self) -> datetime | None:
        """When the next active feed is due (one never visited: the earliest moment); None without active feeds."""

    def put_entries(self, entries: Iterable[Entry]) -> None:
        """Adds entries, or replaces those with the same feed and key. Raises InputError if a feed is not there."""

    def entries(self, feed_id: str, keys: Collection[str] | None = None) -> Mapping[str, Entry]:
        """Entries of a feed by key: all, or those with these keys."""

    def with_key(self, key: str) -> Sequence[Entry]:
        """The entries of all feeds with that key, by feed."""

    def to_take(self, now: datetime, limit: int) -> Sequence[Entry]:
        """Entries that wait or failed and may be tried again, those seen first before others; at most `limit`."""

    def to_look_again(self, now: datetime, limit: int) -> Sequence[Entry]:
        """Held entries whose page is due to be looked at again, latest seen first, then by feed and key; at most
        `limit`."""

    def next_retry(self) -> datetime | None:
        """When the first failed entry may be tried again; None if there is none."""

    def failed(self) -> Sequence[Entry]:
        """Entries that failed or were left, latest seen first, then by feed and key."""

    def put_host(self, host: Host) -> None:
        """Replaces what is known of a server."""

    def host(self, name: str) -> Host:
        """What is known of a server; all empty for an unknown one."""


class Outlets(Protocol):
    """Outlets as held, and what people said of them."""

    def all(self) -> Sequence[Outlet]:
        """Every outlet of which an article is held, by id, as people have described it."""

    def get(self, outlet_id: str) -> Outlet | None:
        """One of them."""

    def edit(self, edit: OutletEdit) -> None:
        """Adds a person's word on an outlet, which holds for its articles at once and for those to come."""

    def edits(self, outlet_id: str | None = None) -> Sequence[OutletEdit]:
        """What people said, oldest first: of one outlet, or of all."""
