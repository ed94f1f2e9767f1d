"""Sitemaps, news sitemaps and sitemap indexes (sitemaps.org 0.9, Google News 0.9)."""

from __future__ import annotations

from typing import Any

from dateline.ingest import clean
from dateline.ingest.base import Told
from dateline.ingest.feeds import xml
from dateline.ingest.feeds.base import Channel, Received

ROOTS = ("urlset", "sitemapindex")


def channel(root: Any, received: Received) -> Channel:
    """What a sitemap lists: entries without text, or (an index) the addresses of other sitemaps, newest first."""
    if xml.name(root) == "sitemapindex":
        listed = [xml.children(n) for n in xml.descendants(root, "sitemap")]
        listed.sort(key=lambda told: xml.first(told, "lastmod"), reverse=True)
        others = tuple(clean.whole(received.url, u) for told in listed if (u := xml.first(told, "loc")))
        return Channel(form="sitemap index", others=others)
    entries = tuple(_entry(n, number, received) for number, n in enumerate(xml.descendants(root, "url"), 1))
    has_news = any(e.headline for e in entries)
    return Channel(form="news sitemap" if has_news else "sitemap", entries=tuple(e for e in entries if e.url))


def _entry(node: Any, number: int, received: Received) -> Told:
    told = xml.children(node)
    news = next((xml.children(n) for n in told.get("news:news", ())), {})
    publication = next((xml.children(n) for n in news.get("news:publication", ())), {})
    return Told(
        where=f"{received.where}, url {number}",
        address=f"{received.url}#url={number}",
        content=xml.written(node),
        media_type="application/xml",
        text="",
        headline=xml.first(news, "news:title"),
        url=clean.whole(received.url, xml.first(told, "loc")),
        outlet=xml.first(publication, "news:name"),
        published=xml.first(news, "news:publication_date") or None,
        modified=xml.first(told, "lastmod") or None,
        language=xml.first(publication, "news:language"),
    )
