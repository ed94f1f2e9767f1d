"""The bytes of any feed to one model: the format is told by what stands in it, not by the declared type."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dateline.errors import InputError
from dateline.ingest.decoding import decode, is_binary
from dateline.ingest.feeds import atom, jsonfeed, rss, sitemap, xml
from dateline.ingest.feeds.base import Channel, Received

TAIL = 400  # bytes at the end of a feed in which its last tag is looked for
END = re.compile(rb"</(?:[a-z0-9]{1,20}:)?(?:rss|rdf|feed|entry|urlset|sitemapindex)\s{0,20}>")
CUT = "the feed breaks off in this entry or after it"

# a new format in XML is one more line here, and its cases
FORMATS: dict[tuple[str, ...], Callable[[Any, Received], Channel]] = {
    rss.ROOTS: rss.channel,
    atom.ROOTS: atom.channel,
    sitemap.ROOTS: sitemap.channel,
}


def channel(received: Received) -> Channel:
    """What a feed says. Raises InputError if the bytes are none: a page, another format, or nothing."""
    if not received.content.strip():
        raise InputError("is empty", what=received.where, do="try again later, or check its address")
    read = _as_json(received.content)
    if read is not None:
        return jsonfeed.channel(read, received)
    root = xml.tree(received.content)
    found = xml.name(root) if root is not None else ""
    for names, make in FORMATS.items():
        if found in names:
            return _checked(make(root, received), received.content)
    if found.rpartition(":")[2] in {"html", "body", "head"}:
        raise InputError("is a page and no feed", what=received.where, do="look for the feed that the page names")
    raise InputError(
        f"is no feed in a known format{f' (<{found}>)' if found else ''}",
        what=received.where,
        do="use RSS, Atom, JSON Feed or a sitemap",
    )


def _checked(made: Channel, content: bytes) -> Channel:
    """The channel; if the end of its document is missing, its last entry says so."""
    tail = content[-TAIL:].replace(b"\0", b"").lower()
    if not made.entries or END.search(tail):
        return made
    return replace(made, entries=(*made.entries[:-1], made.entries[-1].noted(CUT)))


def _as_json(content: bytes) -> dict[str, Any] | None:
    """The object of a JSON feed; None if it is none."""
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"{" or is_binary(content):
        return None
    decoded = decode(content)
    try:
        read = json.loads(decoded.text if decoded else "")
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) and ("items" in read or "jsonfeed" in str(read.get("version"))) else None
