"""What was seen and is not held whole: every entry that failed, with its reason and when it is tried again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from dateline.model.feed import Entry, EntryState
from dateline.views.base import Answer, Reading, view
from dateline.views.feeds_list import kept


@dataclass(frozen=True, slots=True)
class FailedEntry:
    """An entry that could not be taken (`article` is ""), or not whole: why, how often it was tried, and when again
    (None: it is left until a person has it tried again)."""

    feed: str
    outlet: str
    headline: str
    url: str
    seen_at: datetime
    why: str
    tries: int
    retry_at: datetime | None
    article: str


@dataclass(frozen=True, slots=True)
class FailedEntries(Answer):
    """Entries that failed, latest seen first."""

    entries: tuple[FailedEntry, ...]

    @property
    def next(self) -> tuple[str, ...]:
        """How to have them tried again."""
        return ("feeds retry",) if self.entries else ()


@view("feeds.failures", doc="Entries of feeds that could not be taken, or not whole, with reasons.", sample={})
def feeds_failures(
    reading: Reading, feed: Annotated[tuple[str, ...], "Addresses, ids or outlets of feeds; all if none is given."] = ()
) -> FailedEntries:
    """What failed of these feeds. Raises NothingFound for a feed that is not kept."""
    names = {f.id: f.outlet.name for f in kept(reading.store, feed)}
    failed = [e for e in reading.store.feeds.failed() if e.feed_id in names]
    return FailedEntries(tuple(_failed(e, names[e.feed_id]) for e in failed))


def _failed(entry: Entry, outlet: str) -> FailedEntry:
    again = entry.retry_at if entry.state is EntryState.FAILED else None
    return FailedEntry(
        entry.feed_id, outlet, entry.headline, entry.url, entry.seen_at, entry.why, entry.tries, again, entry.article_id
    )
