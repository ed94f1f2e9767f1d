"""Looks at sites and feeds without keeping anything: which feeds a site has, and what one of them gives."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar
from urllib.parse import urljoin

from dateline.errors import InputError, UsageError
from dateline.ingest import clean, discover, entries, times
from dateline.ingest.base import Told
from dateline.ingest.decoding import decode
from dateline.ingest.discover import Named
from dateline.ingest.discreet import discreet
from dateline.ingest.feeds.base import Received
from dateline.ingest.feeds.reading import channel
from dateline.ingest.fetch.base import PAGES, Answer, Missed, Wanted
from dateline.model.article import Published
from dateline.model.feed import named
from dateline.run.base import job
from dateline.run.courtesy import ROBOTS_SIZE, ROBOTS_TXT, Courtesy, client_for
from dateline.run.visiting import Reading, below
from dateline.run.working import Working

R = TypeVar("R")
MOST_TRIED = 25  # addresses of one site that are tried
SHOWN = 5
FAILED = 2


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed or sitemap that a site has: where it was named (or guessed), how many entries it lists, and why it cannot
    be read ("" if it can)."""

    url: str
    form: str
    title: str
    how: str
    entries: int
    why: str


@dataclass(frozen=True, slots=True)
class Discovered:
    """The feeds of a site that can be read, best first, then those that were named and cannot."""

    site: str
    feeds: tuple[FoundFeed, ...]

    @property
    def exit_status(self) -> int:
        """1 if none can be read."""
        return 0 if any(not f.why for f in self.feeds) else 1

    @property
    def next(self) -> tuple[str, ...]:
        """How to add the first."""
        return tuple(f"feeds add {f.url}" for f in self.feeds[:1] if not f.why)


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """An entry as its feed gives it; `whole` tells if the feed has its text, so that no page has to be fetched."""

    headline: str
    url: str
    published: Published | None
    whole: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedTested:
    """What a feed gives: where it ended, HTTP status, form, title, how many entries, how many of them undated or with
    their whole text; whether it can tell that nothing changed (`conditional`); the first entries; what is amiss."""

    url: str
    ended_at: str
    status: int
    form: str
    title: str
    entries: int
    undated: int
    whole: int
    conditional: bool
    received: int
    first: tuple[ListedEntry, ...]
    why: str

    @property
    def exit_status(self) -> int:
        """2 if it cannot be read."""
        return FAILED if self.why and not self.entries else 0


@job("discover", doc="Find the feeds and news sitemaps of a site.", sample={"site": "example.com"})
def find(working: Working, site: str) -> Discovered:
    """Looks at the site's page and robots.txt, and tries what they name; nothing is kept.

    Raises UsageError for what is no address, InputError if the site cannot be had.
    """
    url = site if "://" in site else f"https://{site}"
    if not clean.is_web(url) or any(c.isspace() for c in url):
        raise UsageError("is no address of a site", what=site, do="write it like example.com")
    return _run(working, lambda courtesy: _discover(courtesy, url))


@job(
    "feeds.test", doc="Fetch a feed once and show what it gives; nothing of it is kept.", sample={"feed": "example.com"}
)
def test(working: Working, feed: Annotated[str, "An address, or a feed that is kept."]) -> FeedTested:
    """Fetches a feed and reads it. Raises UsageError for what is neither."""
    kept = named(tuple(working.store.feeds.all()), feed)
    url = kept[0].url if kept else feed
    if not clean.is_web(url):
        raise UsageError("is no feed that is kept, and no address", what=feed, do="give the feed's address")
    return _run(working, lambda courtesy: _test(working, courtesy, url))


def _run(working: Working, do: Callable[[Courtesy], Coroutine[Any, Any, R]]) -> R:
    async def asked() -> R:
        async with client_for(working.settings) as client:
            return await do(Courtesy(working, client, working.chance))

    return asyncio.run(asked())


async def _test(working: Working, courtesy: Courtesy, url: str) -> FeedTested:
    answer = await courtesy.ask(Wanted(url))
    if isinstance(answer, Missed):
        return _no_feed(url, 0, answer.why)
    if answer.status != 200:
        return _no_feed(url, answer.status, f"answered with status {answer.status}")
    try:
        read = await _read(courtesy, answer)
    except InputError as error:
        return _no_feed(url, 200, error.message)
    listed = [_entry(working, told) for told in read.entries]
    return FeedTested(
        discreet(url),
        discreet(answer.url),
        200,
        read.channel.form,
        read.channel.title,
        len(listed),
        sum(e.published is None for e in listed),
        sum(e.whole for e in listed),
        bool(answer.headers.get("etag") or answer.headers.get("last-modified")),
        answer.received,
        tuple(listed[:SHOWN]),
        "; ".join(t for t in (answer.cut, read.trouble) if t),
    )


def _no_feed(url: str, status: int, why: str) -> FeedTested:
    return FeedTested(discreet(url), discreet(url), status, "", "", 0, 0, 0, False, 0, (), why)


def _entry(working: Working, told: Told) -> ListedEntry:
    when = times.published(told.published, working.now())
    notes = tuple(n for n in (*told.notes, when.note) if n)
    return ListedEntry(told.headline, discreet(told.url), when.published, not entries.needs_page(told), notes)


async def _read(courtesy: Courtesy, answer: Answer) -> Reading:
    where = discreet(answer.url)
    return await below(courtesy, answer, channel(Received(answer.content, answer.url, where, answer.media_type)))


async def _discover(courtesy: Courtesy, url: str) -> Discovered:
    answer = await courtesy.ask(Wanted(url, PAGES))
    if isinstance(answer, Missed):
        raise InputError(answer.why, what=discreet(url), do=answer.do)
    if answer.status != 200:
        raise InputError(f"answered with status {answer.status}", what=discreet(url), do="check the address")
    told = await _named(courtesy, answer)
    found = await _tried(courtesy, told)
    if not any(not f.why for f in found):
        guessed = [f for f in await _tried(courtesy, discover.guesses(answer.url)) if not f.why]
        found = [*guessed, *found]
    return Discovered(discreet(answer.url), tuple(sorted(found, key=lambda f: (bool(f.why), not f.entries))))


async def _named(courtesy: Courtesy, answer: Answer) -> list[Named]:
    """What the page names (itself, if it is a feed), then what robots.txt names."""
    decoded = decode(answer.content, markup=True)
    on_page = discover.in_page(decoded.text, answer.url) if decoded else []
    if not on_page and _is_feed(answer):
        on_page = [Named(answer.url, "feed", how="given")]
    robots = await courtesy.ask(Wanted(urljoin(answer.url, "/robots.txt"), ROBOTS_TXT, size=ROBOTS_SIZE))
    text = decode(robots.content) if isinstance(robots, Answer) else None
    return [*on_page, *(discover.in_robots(text.text) if text else [])]


def _is_feed(answer: Answer) -> bool:
    try:
        channel(Received(answer.content, answer.url, "", answer.media_type))
    except InputError:
        return False
    return True


async def _tried(courtesy: Courtesy, some: Sequence[Named]) -> list[FoundFeed]:
    return [await _try(courtesy, one) for one in some[:MOST_TRIED]]


async def _try(courtesy: Courtesy, told: Named) -> FoundFeed:
    answer = await courtesy.ask(Wanted(told.url))
    shown = discreet(told.url)
    if isinstance(answer, Missed) or answer.status != 200:
        why = answer.why if isinstance(answer, Missed) else f"answered with status {answer.status}"
        return FoundFeed(shown, told.form, told.title, told.how, 0, why)
    try:
        read = await _read(courtesy, answer)
    except InputError as error:
        return FoundFeed(shown, told.form, told.title, told.how, 0, error.message)
    title = told.title or read.channel.title
    return FoundFeed(shown, read.channel.form, title, told.how, len(read.entries), "")
