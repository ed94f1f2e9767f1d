"""Rounds of fetching: visit the feeds that are due, take what they list, annotate and link it; once, or on and on."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from dateline.ingest.decide import Change
from dateline.ingest.discreet import discreet
from dateline.ingest.feeds.meant import meant
from dateline.model.feed import Entry, EntryState, Feed, FeedState
from dateline.run.adding import catch_up
from dateline.run.annotating import Marked
from dateline.run.base import job
from dateline.run.courtesy import Courtesy, client_for
from dateline.run.linking import Linking
from dateline.run.rechecking import Rechecks, await_pages
from dateline.run.room import make_room
from dateline.run.taking import Taken, Taker
from dateline.run.visiting import Outcome, Visit, visit
from dateline.run.working import Working

NOTHING_MARKED = Marked(0, 0, Linking(0, 0, 0))
FAILED = 2
VISITED = frozenset(FeedState) - {FeedState.ENDED}
LONGEST_SLEEP = 60.0  # seconds: feeds that another process added are seen within that


@dataclass(frozen=True, slots=True)
class FeedTrouble:
    """A feed that failed or is amiss: why, how many times in a row, and when it is visited next (None: no more)."""

    feed: str
    url: str
    outlet: str
    why: str
    failures: int
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class EntryTrouble:
    """An entry that could not be taken, or not whole: why, and when it is tried again (None: it is left)."""

    feed: str
    headline: str
    url: str
    why: str
    retry_at: datetime | None
    article: str


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of a round: feeds visited, with news, unchanged, put off and failed; articles by change; what failed,
    with reasons; bytes received; what was marked. `next_due` is when the next feed is due. Of very many articles and
    failed entries the last 10,000 are named."""

    feeds: int
    with_news: int
    unchanged: int
    put_off: int
    failed: int
    new: int
    revised: int
    same: int
    withdrawn: int
    articles: tuple[str, ...]
    troubles: tuple[FeedTrouble, ...]
    entries: tuple[EntryTrouble, ...]
    received: int
    annotated: Marked
    next_due: datetime | None = None

    @property
    def exit_status(self) -> int:
        """2 if a feed or an entry failed: the others went on."""
        return FAILED if self.failed or self.entries else 0

    @property
    def warnings(self) -> tuple[str, ...]:
        """That nothing was due, if so."""
        return (
            () if self.feeds or self.articles or self.entries else ("no feed is due: dateline feeds list tells when",)
        )

    @property
    def next(self) -> tuple[str, ...]:
        """Where to look."""
        return ("feeds failures",) if self.entries else ("coverage",) if self.new else ("feeds list",)


@job("fetch", doc="Visit the feeds that are due (or those named), take what is new, annotate and link it.", sample={})
def fetch(
    working: Working,
    feed: Annotated[tuple[str, ...], "Addresses, ids or outlets of feeds, to be visited now; else those due."] = (),
    *,
    recheck: Annotated[int, "Also ask again for pages of articles of the last so many days: edits, withdrawals."] = 0,
    later: Annotated[bool, "Only fetch; `dateline annotate` does the rest later."] = False,
) -> Fetched:
    """One round. Raises NothingFound for a feed that is not kept."""
    asked = meant(working.store.feeds.all(), feed, VISITED) if feed else None
    if recheck > 0:
        await_pages(working, recheck)
    visits, taken = asyncio.run(_round(working, asked))
    return summary(working, visits, taken, NOTHING_MARKED if later else catch_up(working))


@job(
    "run",
    doc="Keep going: fetch what is due, look again at recent pages, annotate and link, wait; Ctrl-C ends it cleanly.",
    sample={"rounds": 1},
)
def run(working: Working, *, rounds: Annotated[int, "How many rounds; 0 for no end."] = 0) -> Fetched:
    """Round after round; the sum of all of them. Broken off by Ctrl-C, what is kept is whole."""
    visits: list[Visit] = []
    taken, marked, done, again = Taken(), NOTHING_MARKED, 0, Rechecks(working)
    try:
        while True:
            again.await_due()
            some, taken = asyncio.run(_round(working, None, taken))
            visits = _latest(visits, some)
            marked = _sum(marked, catch_up(working))
            done += 1
            if done == rounds:
                break
            _sleep(working)
    except KeyboardInterrupt:
        pass
    return summary(working, visits, taken, marked)


async def _round(
    working: Working, asked: Sequence[Feed] | None, taken: Taken | None = None
) -> tuple[list[Visit], Taken]:
    """Visits the feeds asked for (None: those due), then takes all entries that wait."""
    feeds = list(working.store.feeds.due(working.now()) if asked is None else asked)
    async with client_for(working.settings) as client:
        courtesy = Courtesy(working, client, working.chance)
        visits = await _visit_all(working, courtesy, feeds)
        taker = Taker(working, courtesy, working.chance)
        taker.taken = taken or taker.taken
        await taker.take_all()
    make_room(working)
    return visits, taker.taken


async def _visit_all(working: Working, courtesy: Courtesy, feeds: Sequence[Feed]) -> list[Visit]:
    done: list[Visit] = []

    async def one(feed: Feed) -> None:
        done.append(await visit(working, courtesy, feed))
        working.progress.step("fetching", len(done), len(feeds))

    await asyncio.gather(*map(one, feeds))
    return sorted(done, key=lambda v: v.feed.id)


def _sleep(working: Working) -> None:
    """Until something is due, but not long."""
    store = working.store.feeds
    whens = [w for w in (store.next_due(), store.next_retry()) if w]
    wait = (min(whens) - working.now()).total_seconds() if whens else LONGEST_SLEEP
    working.wait(min(max(wait, 1.0), LONGEST_SLEEP))


def _latest(before: Sequence[Visit], after: Sequence[Visit]) -> list[Visit]:
    """Each feed with its last visit."""
    return list({v.feed.id: v for v in (*before, *after)}.values())


def _sum(one: Marked, other: Marked) -> Marked:
    a, b = one.linked, other.linked
    linked = Linking(a.claims + b.claims, a.events + b.events, a.relations + b.relations)
    return Marked(one.revisions + other.revisions, one.claims + other.claims, linked)


def summary(working: Working, visits: Sequence[Visit], taken: Taken, marked: Marked) -> Fetched:
    """What came of a round, for a person."""
    counted = Counter(v.outcome for v in visits)
    troubles = [_trouble(v) for v in visits if v.health.why]
    return Fetched(
        feeds=len(visits),
        with_news=counted[Outcome.NEWS],
        unchanged=counted[Outcome.NOTHING_NEW],
        put_off=counted[Outcome.PUT_OFF],
        failed=counted[Outcome.FAILED] + counted[Outcome.ENDED],
        new=taken.changes[Change.NEW],
        revised=taken.changes[Change.REVISED],
        same=taken.changes[Change.SAME],
        withdrawn=taken.changes[Change.WITHDRAWN],
        articles=tuple(sorted(taken.articles)),
        troubles=tuple(sorted(troubles, key=lambda t: (t.outlet, t.url, t.feed))),
        entries=tuple(entry_trouble(e) for _, e in sorted(taken.failed.items())),
        received=sum(v.health.received for v in visits if v.outcome is not Outcome.PUT_OFF) + taken.received,
        annotated=marked,
        next_due=working.store.feeds.next_due(),
    )


def _trouble(visit: Visit) -> FeedTrouble:
    feed, health = visit.feed, visit.health
    due = None if visit.outcome is Outcome.ENDED else health.due_at
    return FeedTrouble(feed.id, discreet(feed.url), feed.outlet.name, health.why, health.failures, due)


def entry_trouble(entry: Entry) -> EntryTrouble:
    """An entry that failed, for a person."""
    again = entry.retry_at if entry.state is EntryState.FAILED else None
    return EntryTrouble(entry.feed_id, entry.headline, entry.url, entry.why, again, entry.article_id)
