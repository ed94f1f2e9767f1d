"""Pages of held articles that are asked for again: edits become revisions, pages that are gone withdrawals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from dateline.ingest import clean, entries
from dateline.ingest.base import Told
from dateline.ingest.reader import PAGE
from dateline.model.feed import Entry, EntryState
from dateline.run.working import Working
from dateline.store.base import Held


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
                told = _told(held)
                yield replace(
                    entry, state=EntryState.WAITING, headline=told.headline, url=told.url, body=entries.pack(told)
                )


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
