"""Imports what a sitemap lists: its entries wait like those of a feed, and are taken page by page."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from dateline.errors import InputError
from dateline.ingest import entries
from dateline.ingest.decide import Change
from dateline.ingest.discreet import discreet
from dateline.ingest.feeds.base import Channel, Received
from dateline.ingest.feeds.reading import channel
from dateline.ingest.fetch.base import Missed, Wanted
from dateline.ingest.outlets import outlet
from dateline.ingest.roster import described
from dateline.ingest.starter import starter_outlets
from dateline.model.bulk import Import, Refused
from dateline.model.feed import EntryState, Feed, FeedState, feed_id
from dateline.run.courtesy import Courtesy, client_for
from dateline.run.room import make_room
from dateline.run.taking import Taker
from dateline.run.visiting import fresh_entries
from dateline.run.working import Working

MOST_BELOW = 5000  # sitemaps below one


def import_listed(working: Working, url: str, again: bool) -> Import:
    """Takes what a sitemap, or all those below an index, list. Entries that were seen wait in the store until they are
    taken: broken off, the next call goes on with them."""
    store = working.store.imports
    state = store.get(url)
    if again or state is None or state.finished:
        state = Import(url, "", working.now(), working.now())
        store.begin(state)
    return asyncio.run(_listed(working, url, state, again))


async def _listed(working: Working, url: str, state: Import, again: bool) -> Import:
    feed = _feed(working, url)
    async with client_for(working.settings) as client:
        courtesy = Courtesy(working, client, working.chance)
        refused = await _put_all(working, courtesy, feed, again)
        taker = Taker(working, courtesy, working.chance)
        taken = await taker.take_all()
    make_room(working)
    refused += [
        Refused(discreet(e.url), e.why, "dateline feeds retry") for e in taken.failed.values() if e.feed_id == feed.id
    ]
    counts = {str(change): taken.changes[change] for change in Change}
    state = state.moved(working.now(), "", 0, refused=len(refused), **counts)
    waits = any(e.state is EntryState.FAILED for e in working.store.feeds.entries(feed.id).values())
    missing = any(r.what == discreet(url) for r in refused)
    state = replace(state, finished=not waits and not missing)
    working.store.imports.put(state, refused)
    return state


async def _put_all(working: Working, courtesy: Courtesy, feed: Feed, again: bool) -> list[Refused]:
    """Keeps the entries of a sitemap and of those below it; which of these could not be had."""
    urls, refused = [feed.url], list[Refused]()
    for number, url in enumerate(urls):
        read = await _read(courtesy, url)
        if isinstance(read, Refused):
            refused.append(read)
            continue
        fresh = fresh_entries(working, feed, map(entries.sound, read.entries), read.title, again)
        working.store.feeds.put_entries(fresh)
        urls += [u for u in dict.fromkeys(read.others) if u not in urls][: MOST_BELOW - len(urls)]
        working.progress.step("listing", number + 1, len(urls))
    return refused


async def _read(courtesy: Courtesy, url: str) -> Channel | Refused:
    """One sitemap, or why it could not be had."""
    answer = await courtesy.ask(Wanted(url))
    if isinstance(answer, Missed) or answer.status != 200:
        why = answer.why if isinstance(answer, Missed) else f"answered with status {answer.status}"
        return Refused(discreet(url), why, "try again later, or check its address")
    try:
        return channel(Received(answer.content, answer.url, discreet(answer.url), answer.media_type))
    except InputError as error:
        return Refused(discreet(url), error.message, error.do)


def _feed(working: Working, url: str) -> Feed:
    """The sitemap as a feed that is not visited by itself."""
    store = working.store.feeds
    held = store.get(feed_id(url))
    if held is None:
        publisher = described(outlet("", url), starter_outlets())
        by = working.settings.user
        held = Feed(feed_id(url), url, publisher, "", "", FeedState.PAUSED, working.now(), by, "import")
        store.put(held)
    return held
