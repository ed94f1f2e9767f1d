"""One visit of one feed: what its server answers becomes its health and entries that wait to be taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from dateline.errors import InputError, StoreError
from dateline.ingest import clean, entries, language, optouts, outlets, schedule
from dateline.ingest.base import Told
from dateline.ingest.discreet import discreet
from dateline.ingest.feeds.base import Channel, Received
from dateline.ingest.feeds.reading import CUT, channel
from dateline.ingest.fetch.base import Answer, Missed, Wanted
from dateline.ingest.fetch.manners import fresh_for, retry_after
from dateline.model.feed import Entry, EntryState, Feed, FeedHealth, FeedState
from dateline.model.ids import digest
from dateline.run.courtesy import Courtesy
from dateline.run.working import Working

MOST_NEW = 1000  # entries of one feed taken in one visit; the rest is still listed at the next
MOST_BELOW = 3  # sitemaps of an index that are read in one visit, newest first


class Outcome(StrEnum):
    """What came of a visit."""

    NEWS = "news"
    NOTHING_NEW = "nothing new"
    FAILED = "failed"
    PUT_OFF = "put off"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Visit:
    """A feed after a visit, and how many entries are new or changed."""

    feed: Feed
    health: FeedHealth
    outcome: Outcome
    fresh: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a feed: its own channel with the entries of all below it, and what of it failed ("" if none)."""

    channel: Channel
    entries: tuple[Told, ...]
    trouble: str = ""


async def visit(working: Working, courtesy: Courtesy, feed: Feed) -> Visit:
    """Visits a feed and keeps what came of it in one transaction. Never raises for what a server does."""
    health = working.store.feeds.health(feed.id)
    if (until := courtesy.left_alone(feed.url)) is not None:
        return _kept(working, Visit(feed, replace(health, due_at=until), Outcome.PUT_OFF))
    answer = await courtesy.ask(Wanted(feed.url, etag=health.etag, modified=health.modified))
    health = replace(health, visited_at=working.now(), received=answer.received)
    if isinstance(answer, Missed):
        return _kept(working, _failed(feed, replace(health, status=0), answer.why))
    health = replace(health, status=answer.status)
    if answer.status == 410:
        why = "its server says that it is gone for good (status 410)"
        return _kept(working, Visit(replace(feed, state=FeedState.ENDED), replace(health, why=why), Outcome.ENDED))
    if answer.status == 304:
        return _kept(working, _nothing_new(feed, health, answer))
    if answer.status != 200:
        asked = retry_after(answer.headers, working.now())
        return _kept(working, _failed(feed, health, f"answered with status {answer.status}", asked))
    return await _read(working, courtesy, feed, health, answer)


async def _read(working: Working, courtesy: Courtesy, feed: Feed, health: FeedHealth, answer: Answer) -> Visit:
    seal = digest(answer.content)
    if seal == health.digest and not health.why:
        return _kept(working, _nothing_new(_moved(feed, answer), _validated(health, answer, seal), answer))
    try:
        read = await below(courtesy, answer, channel(_received(answer)))
        feed = _introduced(_moved(feed, answer), read.channel)
        fresh, left = _fresh(working, feed, read)
    except StoreError:
        raise
    except InputError as error:
        return _kept(working, _failed(feed, health, error.message))
    except Exception as error:  # a hostile feed must not stop the others
        return _kept(working, _failed(feed, health, f"cannot be read ({type(error).__name__})"))
    trouble = "; ".join(t for t in (answer.cut, read.trouble, left) if t)
    health = _validated(health, answer, seal) if not trouble else replace(health, digest="", etag="", modified="")
    health = _good(working, feed, replace(health, why=trouble, form=read.channel.form), answer, read.entries)
    health = replace(health, item_at=working.now() if fresh else health.item_at)
    outcome = Outcome.NEWS if fresh else Outcome.NOTHING_NEW
    return _kept(working, Visit(feed, health, outcome, len(fresh)), fresh)


async def below(courtesy: Courtesy, answer: Answer, read: Channel) -> Reading:
    """The entries of a feed; of an index of sitemaps, those of the newest ones in it."""
    trouble = CUT if any(CUT in e.notes for e in read.entries[-1:]) else ""
    if read.entries or not read.form.startswith("sitemap"):
        return Reading(read, tuple(map(entries.sound, read.entries)), trouble)
    found: list[Told] = []
    for url in read.others[:MOST_BELOW]:
        inner = await courtesy.ask(Wanted(url))
        if isinstance(inner, Answer) and inner.status == 200:
            found += channel(_received(inner)).entries
        else:
            trouble = f"the sitemap {discreet(url)} in it could not be had"
    return Reading(read, tuple(map(entries.sound, found)), trouble)


def _received(answer: Answer) -> Received:
    return Received(answer.content, answer.url, discreet(answer.url), answer.media_type)


def _fresh(working: Working, feed: Feed, read: Reading) -> tuple[list[Entry], str]:
    """Entries that are new or changed, each once; and why not all of them are among these."""
    fresh = fresh_entries(working, feed, read.entries, read.channel.title)
    more = f"{len(fresh) - MOST_NEW} of its entries are left for the next visit" if len(fresh) > MOST_NEW else ""
    return fresh[:MOST_NEW], more


def fresh_entries(working: Working, feed: Feed, listed: Iterable[Told], title: str, again: bool = False) -> list[Entry]:
    """Those of the entries listed that are new or changed (again: all of them), each once; `title` is the feed's."""
    told: dict[str, Told] = {}
    for one in listed:
        if CUT not in one.notes:
            told.setdefault(entries.key(one), one)
    known = working.store.feeds.entries(feed.id, tuple(told))
    now = working.now()
    return [
        _entry(feed, title, known.get(key), one, now)
        for key, one in told.items()
        if again or _is_fresh(key, one, known)
    ]


def _is_fresh(key: str, told: Told, known: Mapping[str, Entry]) -> bool:
    return key not in known or known[key].digest != entries.seal(told)


def _entry(feed: Feed, title: str, before: Entry | None, told: Told, now: datetime) -> Entry:
    return Entry(
        feed.id,
        entries.key(told),
        entries.seal(told),
        EntryState.WAITING,
        now,
        url=discreet(told.url),
        headline=told.headline,
        article_id=before.article_id if before else "",
        body=entries.pack(entries.of_feed(told, feed.outlet, discreet(feed.url), title)),
    )


def _good(working: Working, feed: Feed, health: FeedHealth, answer: Answer, listed: tuple[Told, ...]) -> FeedHealth:
    now = working.now()
    moments, undated = entries.moments(listed, now)
    due = schedule.due(schedule.Round(feed.url, now, asked=fresh_for(answer.headers)), moments)
    gap = due - now
    return replace(
        health,
        due_at=due,
        good_at=now,
        failures=0,
        entries=len(listed),
        undated=undated,
        rhythm=int(gap.total_seconds()),
        opt_outs=optouts.signals(answer.headers),
    )


def _validated(health: FeedHealth, answer: Answer, seal: str) -> FeedHealth:
    told = answer.headers
    return replace(health, etag=told.get("etag", ""), modified=told.get("last-modified", ""), digest=seal)


def _nothing_new(feed: Feed, health: FeedHealth, answer: Answer) -> Visit:
    """Unchanged: the wait that its rhythm gave last time, or longer if its server asks so."""
    assert health.visited_at is not None
    asked = min(fresh_for(answer.headers) or timedelta(), schedule.LATEST)
    wait = max(timedelta(seconds=health.rhythm), schedule.SOONEST, asked)
    good = replace(health, due_at=health.visited_at + wait, good_at=health.visited_at, failures=0, why="")
    return Visit(feed, good, Outcome.NOTHING_NEW)


def _failed(feed: Feed, health: FeedHealth, why: str, asked: timedelta | None = None) -> Visit:
    assert health.visited_at is not None
    failures, at = health.failures + 1, health.visited_at
    # two entries as far apart as the rhythm that it had; the soonest if it never had one
    before = (at - timedelta(seconds=health.rhythm) / schedule.SHARE, at)
    due = schedule.due(schedule.Round(feed.url, at, failures, asked), before)
    return Visit(feed, replace(health, failures=failures, why=why, due_at=due), Outcome.FAILED)


def _introduced(feed: Feed, read: Channel) -> Feed:
    """The feed with what it says of itself, as far as that is not known; its site tells the outlet if only the host of
    the feed did so far."""
    feed = replace(feed, title=feed.title or clean.line(read.title))
    if feed.home or not clean.is_web(read.home):
        return feed
    outlet = feed.outlet
    if outlet == outlets.outlet("", feed.url):
        outlet = outlets.outlet("", read.home, language.declared(read.language))
    return replace(feed, home=read.home, outlet=outlet)


def _moved(feed: Feed, answer: Answer) -> Feed:
    """The feed at its new address if it moved for good, but not from https down to http."""
    down = feed.url.startswith("https:") and answer.moved.startswith("http:")
    return replace(feed, url=answer.moved) if answer.moved and not down else feed


def _kept(working: Working, made: Visit, fresh: Sequence[Entry] = ()) -> Visit:
    store = working.store.feeds
    with working.store.transaction():
        held = store.get(made.feed.id)
        if held is None:
            return made
        health = made.health
        if held.url != made.feed.url:
            health = replace(health, moved_from=(*health.moved_from, held.url))
        # a person may have changed the feed meanwhile: only what the visit itself found is replaced
        state = FeedState.ENDED if made.outcome is Outcome.ENDED else held.state
        found = made.feed
        now = replace(held, url=found.url, title=found.title, home=found.home, outlet=found.outlet, state=state)
        if now != held:
            store.put(now)
        store.put_health(health)
        store.put_entries(fresh)
    return replace(made, health=health)
