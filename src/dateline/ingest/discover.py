"""The feeds and sitemaps that a site names: in its pages, and in its robots.txt. Reading only, no fetching."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from dateline.ingest import clean
from dateline.ingest.markup import opening, parse

TYPES = {
    "application/rss+xml": "RSS",
    "application/atom+xml": "Atom",
    "application/rdf+xml": "RDF",
    "application/feed+json": "JSON Feed",
    "application/json": "JSON Feed",
    "text/xml": "feed",
    "application/xml": "feed",
}
# where sites keep a feed that they name nowhere, most usual first (WordPress, Drupal, Ghost, Hugo, Arc, older ones)
USUAL = (
    "/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/rss/index.xml",
    "/arc/outboundfeeds/rss/", "/feeds/posts/default", "/?feed=rss2",
)  # fmt: skip
SITEMAPS = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/googlenews.xml", "/sitemap.xml")
LOOKS_LIKE_FEED = re.compile(r"(?:^|[/._-])(?:rss|atom|feeds?|rdf)(?:$|[/._?&-])", re.IGNORECASE)
SITEMAP = re.compile(r"^[ \t]{0,200}sitemap[ \t]{0,200}:[ \t]{0,200}(\S{1,2048})", re.IGNORECASE | re.MULTILINE)
MOST = 200


@dataclass(frozen=True, slots=True)
class Named:
    """A feed or sitemap that a site names: its address, form and title as far as they are told, and where."""

    url: str
    form: str = ""
    title: str = ""
    how: str = ""


def in_page(markup: str, url: str) -> list[Named]:
    """The feeds that a page names, those declared in its head first, then what its links look like; each once."""
    tree = parse(markup)
    if tree is None:
        return []
    base = next((w for b in tree.iter("base") if (w := clean.whole(url, b.get("href") or ""))), url)
    return _once([*_declared(tree, base), *_linked(tree, base)])


def in_robots(robots: str) -> list[Named]:
    """The sitemaps that a robots.txt names, those for news first (sitemaps.org)."""
    found = _once([Named(m.group(1), "sitemap", how="robots.txt") for m in SITEMAP.finditer(robots)])
    return sorted(found, key=lambda named: "news" not in named.url.lower())


def guesses(url: str) -> list[Named]:
    """Where the site of an address may keep what it names nowhere; to be tried only if nothing is named."""
    feeds = [Named(urljoin(url, path), "feed", how="usual place") for path in USUAL]
    return feeds + [Named(urljoin(url, path), "sitemap", how="usual place") for path in SITEMAPS]


def _declared(tree: Any, base: str) -> Iterator[Named]:
    for node in tree.iter("link"):
        form = TYPES.get((node.get("type") or "").lower().split(";")[0].strip(), "")
        relations = (node.get("rel") or "").lower().split()
        if node.get("href") and form and ({"alternate", "feed"} & set(relations)) and "stylesheet" not in relations:
            yield Named(clean.whole(base, node.get("href")), form, (node.get("title") or "").strip(), "declared")


def _linked(tree: Any, base: str) -> Iterator[Named]:
    for node in tree.iter("a"):
        href = node.get("href") or ""
        if len(href) < 500 and LOOKS_LIKE_FEED.search(href.partition("://")[2] or href):
            yield Named(clean.whole(base, href), "feed", opening(node, 80), "linked")


def _once(found: list[Named]) -> list[Named]:
    """Each address once, web addresses only."""
    kept: dict[str, Named] = {}
    for named in found:
        if clean.is_web(named.url) and len(kept) < MOST:
            kept.setdefault(clean.key(named.url), named)
    return list(kept.values())
