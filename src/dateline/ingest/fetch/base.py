"""What is asked of a server, what it answers, or why nothing came; and the limits of patience."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FEEDS = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
PAGES = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken of one answer: bytes (as sent, and unpacked), redirects, seconds for each step of a way
    of redirects; `connections` at a time in all, and the `gap` in seconds between two requests to one host."""

    size: int = 10_000_000
    redirects: int = 5
    seconds: float = 30.0
    connections: int = 16
    gap: float = 1.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """One GET: the address, what is accepted, validators of the last good answer (conditional GET, RFC 9110 13), and
    the gap in seconds that this host asks for between requests, if more than usual."""

    url: str
    accept: str = FEEDS
    etag: str = ""
    modified: str = ""
    gap: float = 0.0
    size: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said at the end of all redirects.

    `url` is where that was, `moved` the address to use from now on if it moved for good (301, 308), else "". Names of
    headers are in small letters. `content` is unpacked and empty but for status 200; `received` counts bytes over the
    wire. `cut` says why the content may not be whole ("" if it is).
    """

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""
    received: int = 0
    moved: str = ""
    cut: str = ""

    @property
    def media_type(self) -> str:
        """The declared type without parameters, in small letters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Missed:
    """Why no answer came, and what to do. `busy`: the server itself is at fault and better left alone for a while;
    `lasting`: trying again as things are cannot help."""

    why: str
    do: str = "it is tried again by itself"
    busy: bool = False
    lasting: bool = False
    received: int = 0
