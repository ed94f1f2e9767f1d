"""What every feed comes down to, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.ingest.base import Told


@dataclass(frozen=True, slots=True)
class Received:
    """The bytes of a feed: the address that they came from, how it is called in messages, and the declared type."""

    content: bytes
    url: str
    where: str
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says: of itself, and its entries as documents (with no text where it gives none).

    `home` is the site's address, `language` a tag as written, `others` are addresses of further feeds or sitemaps
    (an index, the next page). `form` names the format.
    """

    form: str
    title: str = ""
    home: str = ""
    language: str = ""
    entries: tuple[Told, ...] = ()
    others: tuple[str, ...] = ()
