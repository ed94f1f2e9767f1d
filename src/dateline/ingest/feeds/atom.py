"""Atom 0.3 and 1.0 (RFC 4287)."""

from __future__ import annotations

from typing import Any

from dateline.ingest import clean
from dateline.ingest.base import Told
from dateline.ingest.feeds import xml
from dateline.ingest.feeds.base import Channel, Received
from dateline.ingest.feeds.rss import SUMMARY
from dateline.ingest.markup import as_text

ROOTS = ("feed", "entry")


def channel(root: Any, received: Received) -> Channel:
    """What an Atom feed (or a single entry) says."""
    about = xml.children(root)
    language = root.get(f"{xml.XML}lang") or ""
    title = xml.first(about, "title") if xml.name(root) == "feed" else ""
    entries = [root] if xml.name(root) == "entry" else about.get("entry", [])
    return Channel(
        form="Atom 0.3" if root.get("version") == "0.3" else "Atom 1.0",
        title=title,
        home=_link(root, "alternate", received.url),
        language=language,
        entries=tuple(_entry(e, n, received, language, title) for n, e in enumerate(entries, 1)),
        others=tuple(u for u in [_link(root, "next", received.url)] if u),
    )


def _entry(node: Any, number: int, received: Received, language: str, title: str) -> Told:
    told = xml.children(node)
    full, short = (next((t for n in told.get(k, ()) if (t := _text(n))), "") for k in ("content", "summary"))
    origin = next((xml.first(xml.children(n), "title") for n in told.get("source", ())), "")
    return Told(
        where=f"{received.where}, entry {number}",
        address=f"{received.url}#entry={number}",
        content=xml.written(node),
        media_type="application/atom+xml",
        text=full or short,
        headline=xml.first(told, "title"),
        url=_link(node, "alternate", received.url),
        outlet=origin or title,
        published=xml.first(told, "published", "issued", "created", "dc:date") or None,
        modified=xml.first(told, "updated", "modified") or None,
        language=node.get(f"{xml.XML}lang") or language,
        byline=", ".join(w for n in told.get("author", ()) if (w := xml.first(xml.children(n), "name") or _bare(n))),
        key=xml.first(told, "id"),
        notes=(SUMMARY,) if short and not full else (),
    )


def _bare(node: Any) -> str:
    """The words of an author who is given without elements."""
    return "" if len(node) else xml.words(node)


def _text(node: Any) -> str:
    """The text of a construct by its type: as it is, HTML escaped, or XHTML; content that stands elsewhere is none."""
    kind = (node.get("type") or "text").lower()
    if node.get("src") or node.get("mode") == "base64" or kind.startswith(("image/", "audio/", "video/")):
        return ""
    if kind in {"text", "text/plain"} and not len(node) and node.get("mode") != "escaped":
        return (node.text or "").strip()
    return as_text(xml.markup(node).strip())


def _link(node: Any, rel: str, base: str) -> str:
    """The address that an element names in one relation, pages of HTML first."""
    links = [n for n in node if xml.name(n) == "link" and (n.get("rel") or "alternate") == rel and n.get("href")]
    pages = [n for n in links if "html" in (n.get("type") or "html")]
    return next((clean.whole(xml.base(n, base), n.get("href")) for n in pages or links), "")
