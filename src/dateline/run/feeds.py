"""What people do with feeds: add, pause, take up again, remove them; have failed entries tried again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from dateline.errors import InputError
from dateline.ingest import clean, language
from dateline.ingest.base import Refusal
from dateline.ingest.discreet import discreet
from dateline.ingest.feeds import opml
from dateline.ingest.feeds.base import Received
from dateline.ingest.feeds.meant import meant
from dateline.ingest.outlets import outlet
from dateline.ingest.roster import described
from dateline.ingest.starter import starter_outlets, starter_set
from dateline.model.feed import EntryState, Feed, FeedState, feed_id
from dateline.run.base import job
from dateline.run.working import Working

LARGEST = 10_000_000  # bytes of a list of feeds
REFUSED = 2
Which = Annotated[tuple[str, ...], "Addresses, ids (or their starts) or outlets of feeds."]


@dataclass(frozen=True, slots=True)
class KeptFeed:
    """A feed in short."""

    feed: str
    url: str
    outlet: str
    title: str
    state: FeedState


@dataclass(frozen=True, slots=True)
class FeedsAdded:
    """Feeds that are new, how many were kept already, and what could not be taken, with reasons."""

    added: tuple[KeptFeed, ...]
    known: int
    refused: tuple[Refusal, ...]

    @property
    def exit_status(self) -> int:
        """2 if something could not be taken."""
        return REFUSED if self.refused else 0

    @property
    def warnings(self) -> tuple[str, ...]:
        """That none of them has been visited."""
        return ("they are visited at the next fetch; none is known to work before that",) if self.added else ()

    @property
    def next(self) -> tuple[str, ...]:
        """How to go on."""
        return ("fetch",) if self.added else ("feeds list",)


@dataclass(frozen=True, slots=True)
class FeedsChanged:
    """The feeds that were changed, as they are now (or were, if they are gone)."""

    feeds: tuple[KeptFeed, ...]


@dataclass(frozen=True, slots=True)
class EntriesRetried:
    """How many failed entries are tried again at the next fetch."""

    entries: int


@job(
    "feeds.add",
    doc="Add feeds: addresses, or lists of them in OPML files.",
    sample={"address": ("https://example.com/rss",)},
)
def add(working: Working, address: Annotated[tuple[str, ...], "Addresses of feeds, or OPML files."]) -> FeedsAdded:
    """Keeps feeds, to be visited at the next fetch; nothing is fetched now."""
    found: list[Feed] = []
    refused: list[Refusal] = []
    for one in address:
        try:
            found += _listed(working, one) if not clean.is_web(one) else [_feed(working, opml.Listed(one))]
        except InputError as error:
            refused.append(Refusal(error.what, error.message, error.do))
    return _add(working, found, tuple(refused))


@job(
    "feeds.starter",
    doc="Add the starter set: feeds of every continent, or of one continent, country or language.",
    sample={"country": "NZ"},
)
def starter(
    working: Working,
    *,
    continent: Annotated[str, "AF, AS, EU, NA, OC, SA, or the continent's name."] = "",
    country: Annotated[str, "ISO 3166-1 code, such as KE."] = "",
    language: Annotated[str, "Language tag, such as fr or pt-BR."] = "",
) -> FeedsAdded:
    """Keeps the feeds of the starter set that fit; each counts as unverified until its first good fetch."""
    fitting = starter_set(continent, country, language)
    made = [
        replace(
            _feed(working, opml.Listed(f.url, f.title, f.home, f.language), f"starter set, from {f.listed_in}"),
            outlet=f.outlet,
        )
        for f in fitting
    ]
    return _add(working, made, ())


@job("feeds.pause", doc="Leave feeds unvisited until they are resumed.", sample={"feed": ("example.com",)})
def pause(working: Working, feed: Which) -> FeedsChanged:
    """Pauses them. Raises NothingFound for one that is not kept."""
    return _change(working, feed, lambda f: replace(f, state=FeedState.PAUSED))


@job("feeds.resume", doc="Visit paused or ended feeds again.", sample={"feed": ("example.com",)})
def resume(working: Working, feed: Which) -> FeedsChanged:
    """Takes them up again; they are due at once. Raises NothingFound for one that is not kept."""
    store = working.store.feeds
    with working.store.transaction():
        changed = _change(working, feed, lambda f: replace(f, state=FeedState.ACTIVE))
        for one in changed.feeds:
            store.put_health(replace(store.health(one.feed), due_at=None))
    return changed


@job("feeds.remove", doc="Take feeds out; articles that came by them stay.", sample={"feed": ("example.com",)})
def remove(working: Working, feed: Which) -> FeedsChanged:
    """Removes them with their health and entries. Raises NothingFound for one that is not kept."""
    found = meant(working.store.feeds.all(), feed)
    with working.store.transaction():
        for one in found:
            working.store.feeds.remove(one.id)
    return FeedsChanged(tuple(map(brief, found)))


@job(
    "feeds.retry", doc="Have entries that failed tried again at the next fetch: all, or those of some feeds.", sample={}
)
def retry(working: Working, feed: Which = ()) -> EntriesRetried:
    """Sets their tries back."""
    wanted = {f.id for f in meant(working.store.feeds.all(), feed)} if feed else None
    store = working.store.feeds
    again = [
        replace(e, state=EntryState.FAILED, tries=0, retry_at=None)
        for e in store.failed()
        if e.body and (wanted is None or e.feed_id in wanted)
    ]
    store.put_entries(again)
    return EntriesRetried(len(again))


def brief(feed: Feed) -> KeptFeed:
    """A feed in short, its address without secrets."""
    return KeptFeed(feed.id, discreet(feed.url), feed.outlet.name, feed.title, feed.state)


def _change(working: Working, typed: Sequence[str], change: Callable[[Feed], Feed]) -> FeedsChanged:
    changed = [change(f) for f in meant(working.store.feeds.all(), typed)]
    with working.store.transaction():
        for feed in changed:
            working.store.feeds.put(feed)
    return FeedsChanged(tuple(map(brief, changed)))


def _listed(working: Working, typed: str) -> Iterator[Feed]:
    """The feeds of an OPML file; raises InputError if it cannot be read as one."""
    file = Path(typed)
    try:
        if file.stat().st_size > LARGEST:
            raise InputError(f"is larger than {LARGEST // 1_000_000} MB", what=str(file), do="split it")
        content = file.read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(
            "is neither an http or https address nor a file that can be read", what=typed, do="check it"
        ) from error
    listed = opml.read(Received(content, file.absolute().as_uri(), str(file)))
    return (_feed(working, one, file.name) for one in listed)


def _feed(working: Working, listed: opml.Listed, origin: str = "") -> Feed:
    url = listed.url.strip()
    site = listed.home if clean.is_web(listed.home) else ""
    tongue = language.declared(listed.language)
    return Feed(
        feed_id(url),
        url,
        described(outlet("", site or url, tongue), starter_outlets()),
        clean.line(listed.title),
        site,
        added_at=working.now(),
        added_by=working.settings.user,
        origin=origin,
        language=tongue,
    )


def _add(working: Working, found: Iterable[Feed], refused: tuple[Refusal, ...]) -> FeedsAdded:
    store = working.store.feeds
    with working.store.transaction():
        taken = {f.url for f in store.all()} | {u for f in store.all() for u in store.health(f.id).moved_from}
        added: dict[str, Feed] = {}
        known = 0
        for feed in found:
            if feed.url in taken or feed.id in added or store.get(feed.id):
                known += 1
                continue
            store.put(feed)
            added[feed.id] = feed
    return FeedsAdded(tuple(map(brief, added.values())), known, refused)
