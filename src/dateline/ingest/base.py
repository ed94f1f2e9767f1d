"""What passes through ingest: raw fields as a file tells them, the item made of them, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from dateline.model.article import Capture, Published
from dateline.model.outlet import Outlet

LIMIT = 20_000_000  # bytes of one document: ten times the longest book-length report, and still read in a second


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of the documents (flags); it wins over what they say of themselves. Empty: not said."""

    outlet: str = ""
    url: str = ""
    published: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was not taken: what (file, line), why, and what to do about it."""

    what: str
    message: str
    do: str

    def __str__(self) -> str:
        return f"{self.what}: {self.message} ({self.do})"


@dataclass(frozen=True, slots=True)
class Told:
    """One document as a file tells it: raw strings, nothing believed yet.

    `where` names it in messages; `address` is the place that it came from (a file: URI) and serves if it has no URL of
    its own; `key` is the identifier that it calls itself by. `published` and `modified` are as written (a number is
    seconds or milliseconds since 1970). `content` are the bytes that it came as.
    """

    where: str
    address: str
    content: bytes
    media_type: str
    text: str
    headline: str = ""
    url: str = ""
    outlet: str = ""
    country: str = ""
    outlet_kind: str = ""
    published: str | float | None = None
    modified: str | float | None = None
    language: str = ""
    byline: str = ""
    withdrawn: bool = False
    key: str = ""
    notes: tuple[str, ...] = ()
    fetched_at: datetime | None = None

    def fetched(self, at: datetime | None) -> Told:
        """The same with the moment at which its bytes were received (aware UTC), if that is known."""
        return replace(self, fetched_at=at)

    def noted(self, note: str) -> Told:
        """The same with one more note; "" adds none."""
        return replace(self, notes=(*self.notes, note)) if note else self


@dataclass(frozen=True, slots=True)
class Item:
    """One article as it arrived, cleaned, and dated as far as it says itself; `notes`: what was doubted or mended."""

    outlet: Outlet
    url: str
    headline: str
    text: str
    published_at: Published | None
    modified_at: datetime | None
    language: str
    byline: str
    withdrawn: bool
    notes: tuple[str, ...]
    capture: Capture
