"""Entries that wait become articles: with the text of their page where the feed gives none, each in one transaction."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from dateline.errors import InputError, StoreError
from dateline.ingest import clean, entries, items, optouts
from dateline.ingest.base import Given, Refusal, Told
from dateline.ingest.decide import Change
from dateline.ingest.fetch.base import PAGES, Answer, Missed
from dateline.ingest.fetch.manners import back_off
from dateline.ingest.reader import PAGE
from dateline.ingest.robots import Robots
from dateline.ingest.schedule import next_look
from dateline.model.feed import Entry, EntryState
from dateline.run.adding import take
from dateline.run.courtesy import Courtesy
from dateline.run.working import Working

BATCH = 200  # entries in memory at a time
LATEST = 10_000  # articles and failed entries that are told of one by one
MOST_TRIES = 6
PATIENCE = 4  # doublings by which the first new try of an entry comes later than that of a server: 8 to 16 minutes
RESERVED = ("tdm-reservation",)
GONE = frozenset({404, 410})
K = TypeVar("K")
V = TypeVar("V")


@dataclass(slots=True)
class Taken:
    """What came of the entries: counts by change, how often one failed, and the LATEST articles touched and entries
    that failed: a run without end does not fill the memory."""

    changes: Counter[Change] = field(default_factory=Counter)
    failures: int = 0
    received: int = 0
    articles: dict[str, None] = field(default_factory=dict)
    failed: dict[tuple[str, str], Entry] = field(default_factory=dict)

    def touched(self, change: Change, article_id: str) -> None:
        """Counts a change of an article."""
        self.changes[change] += 1
        _keep_latest(self.articles, article_id, None)

    def missed(self, entry: Entry) -> None:
        """Counts an entry that failed; what was kept of its words stays in the store alone."""
        self.failures += 1
        _keep_latest(self.failed, (entry.feed_id, entry.key), replace(entry, body=b""))


def _keep_latest(rows: dict[K, V], key: K, value: V) -> None:
    rows.pop(key, None)
    rows[key] = value
    if len(rows) > LATEST:
        del rows[next(iter(rows))]


@dataclass(frozen=True, slots=True)
class Paged:
    """An entry with what its page added, or why it adds nothing: `retry` tells if it is tried again."""

    told: Told
    trouble: str = ""
    retry: bool = False
    received: int = 0


class Taker:
    """Takes entries; belongs to one round or a running desk."""

    def __init__(self, working: Working, courtesy: Courtesy, chance: random.Random) -> None:
        self._working = working
        self._courtesy = courtesy
        self._chance = chance
        self.taken = Taken()

    async def take_all(self) -> Taken:
        """Takes all that waits or may be tried again; one entry that fails does not stop the others."""
        store = self._working.store.feeds
        while waiting := store.to_take(self._working.now(), BATCH):
            await asyncio.gather(*map(self._take, waiting))
        return self.taken

    async def _take(self, entry: Entry) -> None:
        try:
            told = entries.unpack(entry.body)
        except ValueError:
            self._keep(self._failed(entry, "what was kept of it cannot be read by this version", retry=False))
            return
        if not self._working.settings.fetch_pages or not entries.needs_page(told):
            self._settle(entry, Paged(told))
            return
        if held_as := self._held_elsewhere(entry):
            self.taken.changes[Change.SAME] += 1
            self._keep(_settled(replace(entry, article_id=held_as)))
            return
        if (until := self._courtesy.left_alone(told.url)) is not None and entry.state is EntryState.FAILED:
            self._keep(replace(entry, retry_at=until))
            return
        self._settle(entry, await self._paged(entry, told))

    def _held_elsewhere(self, entry: Entry) -> str:
        """The article that came by another feed, if this entry is new: its page need not be fetched again."""
        if entry.article_id:
            return ""
        same = self._working.store.feeds.with_key(entry.key)
        return next((e.article_id for e in same if e.state is EntryState.HELD), "")

    async def _paged(self, entry: Entry, told: Told) -> Paged:
        robots = await self._courtesy.robots(told.url)
        reserved = robots.allows(told.url) and await self._courtesy.reserves(told.url)
        if reserved and optouts.obeyed(RESERVED, self._working.settings.obey_opt_outs):
            return Paged(told, f"its page is reserved by its outlet ({RESERVED[0]})", False)
        answer, robots = await self._courtesy.page(told.url, PAGES)
        if isinstance(answer, Missed):
            return Paged(told, f"its page {answer.why}", not answer.lasting, answer.received)
        if answer.status in GONE and entry.article_id and (answer.status == 410 or entry.tries):
            why = f"its outlet took the page away (status {answer.status})"
            return Paged(entries.gone(told, why))
        if answer.status != 200:
            return Paged(told, f"its page answered with status {answer.status}", True)
        try:
            return self._read(told, answer, robots, reserved)
        except Exception as error:  # a hostile page must not stop the others
            return Paged(told, f"its page cannot be read ({type(error).__name__})", False, answer.received)

    def _read(self, told: Told, answer: Answer, robots: Robots, by_site: bool) -> Paged:
        found = entries.visited(answer.url, answer.content)
        if found is None:
            return Paged(told, "its page is no text", False, answer.received)
        reserved = optouts.signals(answer.headers, found.markup, robots, by_site)
        if obeyed := optouts.obeyed(reserved, self._working.settings.obey_opt_outs):
            return Paged(told, f"its page is reserved by its outlet ({', '.join(obeyed)})", False, answer.received)
        made = entries.with_page(told, found)
        if made is None:
            return Paged(told, "its page is without the text of an article", bool(answer.cut), answer.received)
        note = f"reserved by its outlet: {', '.join(reserved)}" if reserved else ""
        return Paged(made.noted(note), "", False, answer.received)

    def _settle(self, entry: Entry, paged: Paged) -> None:
        """Keeps the article and what became of the entry in one transaction."""
        self.taken.received += paged.received
        with self._working.store.transaction():
            try:
                self._keep(self._as_article(entry, paged))
            except StoreError:
                raise
            except InputError as error:
                self._keep(self._failed(entry, error.message, retry=False))
            except Exception as error:  # an entry that no one foresaw must not stop every round from now on
                self._keep(self._failed(entry, f"cannot be taken ({type(error).__name__})", retry=False))
        self._working.progress.step("taking", self.taken.changes.total() + self.taken.failures, None)

    def _as_article(self, entry: Entry, paged: Paged) -> Entry:
        """The entry after its article is kept; raises InputError if the article was removed for good."""
        store = self._working.store
        feed = store.feeds.get(entry.feed_id)
        held = store.articles.get(entry.article_id) if entry.article_id else None
        told = paged.told.noted(paged.trouble)
        if held and clean.is_web(told.url):
            told = replace(told, url=held.article.url, outlet=held.outlet.name)
        known = entries.outlets_of(told, feed.outlet) if feed else {}
        made = items.item(told, Given(), self._working.now(), known)
        if isinstance(made, Refusal):
            return self._failed(entry, paged.trouble or made.message, paged.retry)
        change, article_id = take(self._working, made)
        self.taken.touched(change, article_id)
        entry = replace(entry, article_id=article_id)
        if paged.retry:
            return self._failed(entry, paged.trouble, retry=True)
        again = self._look_again(entry) if made.capture.media_type == PAGE and not made.withdrawn else None
        return replace(_settled(entry), retry_at=again)

    def _look_again(self, entry: Entry) -> datetime | None:
        return next_look(entry.seen_at, self._working.now(), self._working.settings.recheck_days)

    def _failed(self, entry: Entry, why: str, retry: bool) -> Entry:
        """The entry with its reason: to be tried again, or left."""
        tries = entry.tries + 1
        if not retry or tries >= MOST_TRIES:
            failed = replace(entry, state=EntryState.LEFT, why=why, tries=tries, retry_at=None)
        else:
            again = self._working.now() + back_off(tries + PATIENCE, self._chance)
            failed = replace(entry, state=EntryState.FAILED, why=why, tries=tries, retry_at=again)
        self.taken.missed(failed)
        return failed

    def _keep(self, entry: Entry) -> None:
        """Keeps it, unless its feed was taken out meanwhile."""
        store = self._working.store.feeds
        if store.get(entry.feed_id):
            store.put_entries([entry])


def _settled(entry: Entry) -> Entry:
    """The entry once it is held: nothing of its words stays beside the article."""
    return replace(entry, state=EntryState.HELD, url="", headline="", why="", tries=0, retry_at=None, body=b"")
