"""JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dateline.ingest import clean
from dateline.ingest.base import Told
from dateline.ingest.feeds.base import Channel, Received
from dateline.ingest.feeds.rss import SUMMARY
from dateline.ingest.markup import as_text
from dateline.ingest.structured import words


def channel(read: Mapping[str, Any], received: Received) -> Channel:
    """What a JSON feed says."""
    listed = read.get("items")
    items = [i for i in listed if isinstance(i, dict)] if isinstance(listed, list) else []
    version = words(read.get("version")).rsplit("/", 1)[-1]
    return Channel(
        form=f"JSON Feed {version}".strip(),
        title=words(read.get("title")),
        home=clean.whole(received.url, words(read.get("home_page_url"))),
        language=words(read.get("language")),
        entries=tuple(_entry(i, n, received, read) for n, i in enumerate(items, 1)),
        others=tuple(clean.whole(received.url, u) for u in [words(read.get("next_url"))] if u),
    )


def _entry(told: Mapping[str, Any], number: int, received: Received, feed: Mapping[str, Any]) -> Told:
    plain = told.get("content_text") if isinstance(told.get("content_text"), str) else ""
    full = plain or as_text(words(told.get("content_html")))
    key = told.get("id")
    url = words(told.get("url")) or words(told.get("external_url"))
    return Told(
        where=f"{received.where}, item {number}",
        address=f"{received.url}#item={number}",
        content=json.dumps(told, sort_keys=True).encode(),
        media_type="application/feed+json",
        text=full or words(told.get("summary")),
        headline=words(told.get("title")),
        url=clean.whole(received.url, url or (key if isinstance(key, str) and key.startswith("http") else ""))
        if url or key
        else "",
        outlet=words(feed.get("title")),
        published=words(told.get("date_published")) or None,
        modified=words(told.get("date_modified")) or None,
        language=words(told.get("language")) or words(feed.get("language")),
        byline=_names(told) or _names(feed),
        key=str(key) if isinstance(key, str | int | float) else "",
        notes=(SUMMARY,) if not full and told.get("summary") else (),
    )


def _names(told: Mapping[str, Any]) -> str:
    """The authors: `authors` (1.1), else `author` (1.0)."""
    listed = told.get("authors")
    people = listed if isinstance(listed, list) and listed else [told.get("author")]
    return ", ".join(w for p in people if (w := words(p)))
