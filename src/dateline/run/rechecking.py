"""Pages of held articles that are asked for again: edits become revisions, pages that are gone withdrawals."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from dateline.ingest import clean, entries
from dateline.ingest.base import Told
from dateline.ingest.reader import PAGE
from dateline.model.feed import Entry, EntryState
from dateline.run.courtesy import host_of
from dateline.run.working import Working
from dateline.store.base import Held

HOUR = timedelta(hours=1)
GRACE = 2 * HOUR  # that a look may come late because its server was asked enough
AT_ONCE = 200  # entries that are looked through in one round


class Rechecks:
    """Looks again at pages that are due for it; belongs to a running desk, and remembers which servers it asked."""

    def __init__(self, working: Working) -> None:
        self._working = working
        self._asked: defaultdict[str, deque[datetime]] = defaultdict(deque)

    def await_due(self) -> int:
        """Makes the entries wait again whose page is due to be looked at, the latest first, of one server no more than
        the settings allow in an hour (the others later); how many. The next taking asks for each page once."""
        store, now = self._working.store, self._working.now()
        settings = self._working.settings
        wanted = settings.recheck_days > 0 and settings.rechecks_an_hour > 0
        due = store.feeds.to_look_again(now, AT_ONCE) if wanted else ()
        made = [self._again(entry, now) for entry in due]
        store.feeds.put_entries(made)
        return sum(entry.state is EntryState.WAITING for entry in made)

    def _again(self, entry: Entry, now: datetime) -> Entry:
        """The entry as it waits, or with a later moment, or none if it is over with it."""
        held = self._working.store.articles.get(entry.article_id)
        late = entry.seen_at + timedelta(days=self._working.settings.recheck_days) + GRACE < now
        if held is None or late or held.revision.withdrawn or not clean.is_web(held.article.url):
            return replace(entry, retry_at=None)
        asked = self._asked[host_of(held.article.url)]
        while asked and asked[0] <= now - HOUR:
            asked.popleft()
        if len(asked) >= self._working.settings.rechecks_an_hour:
            return replace(entry, retry_at=asked[0] + HOUR)
        asked.append(now)
        return _waiting(entry, held)


def await_pages(working: Working, days: int) -> int:
    """Makes the entries wait again whose article came from its page and was published (undated: taken in) within the
    last so many days; how many. The next taking asks for each page once."""
    waiting = {e.article_id: e for e in _recent(working, days)}
    working.store.feeds.put_entries(waiting.values())
    return len(waiting)


def _recent(working: Working, days: int) -> Iterator[Entry]:
    store, since = working.store, (working.now() - timedelta(days=days)).date()
    for feed in store.feeds.all():
        for entry in store.feeds.entries(feed.id).values():
            held = store.articles.get(entry.article_id) if entry.state is EntryState.HELD else None
            if held is None or held.revision.withdrawn or not clean.is_web(held.article.url):
                continue
            published = held.revision.published_at
            day = published.day if published else held.recorded_at.date()
            if day >= since and _from_page(working, held):
                yield _waiting(entry, held)


def _waiting(entry: Entry, held: Held) -> Entry:
    """The entry with all that it takes to ask for its page again."""
    told = _told(held)
    waits = replace(entry, state=EntryState.WAITING, retry_at=None)
    return replace(waits, headline=told.headline, url=told.url, body=entries.pack(told))


def _from_page(working: Working, held: Held) -> bool:
    captures = working.store.articles.captures(held.article.id)
    return bool(captures) and captures[-1].media_type == PAGE


def _told(held: Held) -> Told:
    """What its feed told of an article, as far as it is held."""
    revision, published = held.revision, held.revision.published_at
    when = (published.moment or published.day).isoformat() if published else None
    return Told(
        where=held.article.url,
        address=held.article.url,
        content=b"",
        media_type=PAGE,
        text="",
        headline=revision.headline,
        url=held.article.url,
        outlet=held.outlet.name if held.outlet.name != held.outlet.id else "",
        published=when,
        language=revision.language,
        byline=revision.byline,
    )
