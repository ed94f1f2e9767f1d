"""Feeds: addresses that list new items, how each fares, and what becomes of every entry that was seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dateline.model.ids import content_id
from dateline.model.outlet import Outlet


class FeedState(StrEnum):
    """Whether a feed is visited: `ended` if its server says that it is gone for good."""

    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Feed:
    """An address that lists new items (RSS, Atom, JSON Feed, sitemap). The id hashes the address under which it was
    added and stays when the feed moves. `origin` names the list that it came from; `language` (BCP 47) is its own, ""
    if not told."""

    id: str
    url: str
    outlet: Outlet
    title: str = ""
    home: str = ""
    state: FeedState = FeedState.ACTIVE
    added_at: datetime | None = None
    added_by: str = ""
    origin: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """How a feed fares. All times aware UTC, None for never; `due_at` None means at once.

    `failures` are those in a row, `why` the reason of the last one or what else is amiss ("" if all is well), `status`
    the last HTTP status (0: none came). `etag` and `modified` are the validators for the next conditional GET; `digest`
    that of the last good bytes. `entries` is how many the feed listed when last read, `undated` how many of them had no
    time that could be believed, `received` how many bytes came over the wire at the last visit. `opt_outs` are signals
    against text and data mining that came with it; `moved_from` are its former addresses, `rhythm`
    is the wait in seconds that its entries and server gave when it was last read.
    """

    feed_id: str
    due_at: datetime | None = None
    visited_at: datetime | None = None
    good_at: datetime | None = None
    item_at: datetime | None = None
    failures: int = 0
    why: str = ""
    status: int = 0
    form: str = ""
    etag: str = ""
    modified: str = ""
    digest: str = ""
    entries: int = 0
    undated: int = 0
    received: int = 0
    opt_outs: tuple[str, ...] = ()
    moved_from: tuple[str, ...] = ()
    rhythm: int = 0


class EntryState(StrEnum):
    """What became of an entry: `waiting` to be taken, `held` as an article, `failed` and to be tried again, or `left`
    after too many tries (a person may have it tried again)."""

    WAITING = "waiting"
    HELD = "held"
    FAILED = "failed"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Entry:
    """One item that a feed listed, in its latest form. `key` is the same in every round, `digest` that of what it
    tells. `article_id` is the article that it is held as, "" if none. `url`, `headline` and `body` are what is needed
    to take it again, and to tell of it; empty once it is held. `retry_at` is when it is tried again; of one that is
    held, when its page is looked at again, None for never. An entry may be failed and yet have an article: its page
    could not be had, and the feed's own text stands."""

    feed_id: str
    key: str
    digest: str
    state: EntryState
    seen_at: datetime
    url: str = ""
    headline: str = ""
    article_id: str = ""
    why: str = ""
    tries: int = 0
    retry_at: datetime | None = None
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Host:
    """What is known of a server: how often it failed in a row, until when it is left alone and why, and its robots.txt
    (`robots_status` is the HTTP status with which that came, 0 if it could not be had). `tdmrep` is its reservation of
    text and data mining (/.well-known/tdmrep.json, "" if it has none), asked for at `tdmrep_at`."""

    name: str
    failures: int = 0
    not_before: datetime | None = None
    why: str = ""
    robots: str = ""
    robots_at: datetime | None = None
    robots_status: int = 0
    tdmrep: str = ""
    tdmrep_at: datetime | None = None


def feed_id(url: str) -> str:
    """The id of the feed that is added under an address (in its canonical form)."""
    return content_id("feed", url)


def named(feeds: tuple[Feed, ...], typed: str) -> tuple[Feed, ...]:
    """The feeds that typed words mean: by address, else by id or its start, else all of an outlet (its id or name)."""
    by_url = tuple(f for f in feeds if f.url == typed)
    start = typed if typed.startswith("feed-") else f"feed-{typed}"
    by_id = tuple(f for f in feeds if f.id.startswith(start)) if len(start) > len("feed-") else ()
    low = typed.casefold()
    by_outlet = tuple(f for f in feeds if low in (f.outlet.id.casefold(), f.outlet.name.casefold(), f.title.casefold()))
    return by_url or by_id or by_outlet
