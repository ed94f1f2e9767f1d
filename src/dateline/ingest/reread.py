"""A page that was captured before, read again by this version: pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Protocol

from dateline.ingest import clean, times
from dateline.ingest.base import Item
from dateline.ingest.decoding import decode
from dateline.ingest.extract import page
from dateline.ingest.reader import READER
from dateline.ingest.zones import zone
from dateline.model.article import Article, Capture, Revision
from dateline.model.outlet import Outlet


class Known(Protocol):
    """An article as held, with its outlet and current revision."""

    @property
    def outlet(self) -> Outlet:
        """Who published it."""
        ...

    @property
    def article(self) -> Article:
        """The article."""
        ...

    @property
    def revision(self) -> Revision:
        """Its current revision."""
        ...


def reread(held: Known, capture: Capture, now: datetime) -> Item | None:
    """The state that the page of a held article has in the eyes of this version; None if it finds no text in it.

    Headline, text and byline are read anew. Times and language stay as they are held, which may be from elsewhere (the
    feed, the user); what is missing is taken from the page.
    """
    before = held.revision
    decoded = decode(capture.content, markup=True)
    found = page(decoded.text, capture.url) if decoded else None
    text = clean.text(found.text)[0] if found else ""
    if found is None or not text.strip():
        return None
    published = times.published(found.published, now, zone(held.outlet.country)).published
    return Item(
        outlet=held.outlet,
        url=held.article.url,
        headline=clean.line(found.headline) or before.headline,
        text=text,
        published_at=before.published_at or published,
        modified_at=before.modified_at,
        language=before.language,
        byline=clean.line(", ".join(found.authors)) or before.byline,
        withdrawn=before.withdrawn,
        notes=(*before.notes, f"read again by {READER} from the bytes of {capture.fetched_at:%Y-%m-%d %H:%M} UTC"),
        capture=replace(capture, reader=READER),
    )
