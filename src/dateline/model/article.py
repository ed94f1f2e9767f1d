"""One item as an outlet published it, the states of its text, and the bytes that it came as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dateline.model.ids import content_id, digest


@dataclass(frozen=True, slots=True)
class Published:
    """When an outlet says that it published: a day, and the moment (aware UTC) if it gives one.

    `day` is the day in the outlet's own place, which is the anchor of "on Friday"; never filled in when missing.
    """

    day: date
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One item of one outlet (schema.org NewsArticle). The id hashes outlet and address, else outlet and headline.

    An item whose text or headline changes stays the same article and gets a new Revision.
    """

    id: str
    outlet_id: str
    url: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of an article's text, never edited. The id hashes the article and everything below it here."""

    id: str
    article_id: str
    headline: str
    text: str
    language: str
    byline: str = ""
    published_at: Published | None = None
    modified_at: datetime | None = None
    withdrawn: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Capture:
    """One reception of bytes: from where, when (aware UTC), and their digest (WARC record). `reader` is the version of
    the program that read an article out of them last, "" if that is not known."""

    id: str
    url: str
    fetched_at: datetime
    digest: str
    media_type: str
    content: bytes
    reader: str = ""


def article_id(outlet_id: str, url: str, headline: str) -> str:
    """The id of an article: by its address, else by its headline at its outlet."""
    return content_id("article", outlet_id, url or headline)


def revision_id(article: str, headline: str, text: str, published: Published | None, withdrawn: bool = False) -> str:
    """The id of one state of an article."""
    when = f"{published.day}|{published.moment or ''}" if published else ""
    return content_id("revision", article, headline, digest(text), when, "withdrawn" if withdrawn else "")
