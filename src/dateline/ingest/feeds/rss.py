"""RSS 0.90 to 2.0 and RDF (RSS 1.0)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.ingest import clean
from dateline.ingest.base import Told
from dateline.ingest.feeds import xml
from dateline.ingest.feeds.base import Channel, Received
from dateline.ingest.markup import as_text

ROOTS = ("rss", "rdf:rdf", "rdf", "channel")
SUMMARY = "the text is the feed's summary, not the whole article"


def channel(root: Any, received: Received) -> Channel:
    """What an RSS or RDF feed says; items stand in the channel, or (RDF) beside it."""
    head = next(xml.descendants(root, "channel"), root)
    about = xml.children(head)
    language = xml.first(about, "language", "dc:language") or root.get(f"{xml.XML}lang") or ""
    home = next((w for n in about.get("link", ()) if not xml.is_atom(n) and (w := xml.words(n))), "")
    return Channel(
        form="RDF" if xml.name(root).startswith("rdf") else f"RSS {root.get('version') or ''}".strip(),
        title=xml.first(about, "title"),
        home=clean.whole(received.url, home),
        language=language,
        entries=tuple(_entries(root, received, language, xml.first(about, "title"))),
        others=tuple(
            clean.whole(received.url, n.get("href") or "") for n in about.get("link", ()) if n.get("rel") == "next"
        ),
    )


def _leads_on(link: Any) -> bool:
    return link.get("rel") == "next" and bool(link.get("href"))


def _entries(root: Any, received: Received, language: str, title: str) -> Iterator[Told]:
    for number, node in enumerate(xml.descendants(root, "item"), 1):
        yield _entry(node, number, received, language, title)


def _entry(node: Any, number: int, received: Received, language: str, title: str) -> Told:
    told = xml.children(node)
    full = next((m for n in told.get("content:encoded", ()) if (m := xml.markup(n).strip())), "")
    short = next((m for n in told.get("description", ()) if (m := xml.markup(n).strip())), "")
    return Told(
        where=f"{received.where}, item {number}",
        address=f"{received.url}#item={number}",
        content=xml.written(node),
        media_type="application/rss+xml",
        text=as_text(full or short),
        headline=xml.first(told, "title", "dc:title", "media:title"),
        url=_url(node, told, received.url),
        outlet=title,
        published=xml.first(told, "pubdate", "dc:date", "dc:created", "dc:issued", "published", "date") or None,
        modified=xml.first(told, "updated", "dc:modified", "lastbuilddate") or None,
        language=xml.first(told, "language", "dc:language") or node.get(f"{xml.XML}lang") or language,
        byline=", ".join(
            w for n in ("dc:creator", "author", "itunes:author") for a in told.get(n, ()) if (w := _name(a))
        ),
        key=xml.first(told, "guid", "dc:identifier"),
        notes=(SUMMARY,) if short and not full else (),
    )


def _url(node: Any, told: dict[str, list[Any]], base: str) -> str:
    """The item's address: <link>, also Atom's; else a <guid> that is a permanent address; else rdf:about."""
    base = xml.base(node, base)
    for link in told.get("link", ()):
        href = link.get("href") if link.get("rel") in {None, "", "alternate"} else None
        if href or (link.text or "").strip():
            return clean.whole(base, href or link.text)
    guid = next(iter(told.get("guid", ())), None)
    if guid is not None and (guid.get("isPermaLink") or "true").lower() == "true":
        value = xml.words(guid)
        return value if value.startswith(("http://", "https://")) else ""
    about = next((v for k, v in node.attrib.items() if k.endswith("}about")), "")
    return clean.whole(base, about) if about.startswith("http") else ""


def _name(node: Any) -> str:
    """A person's name; RSS 2.0 has "address (name)"."""
    value = xml.words(node)
    inside = value[value.find("(") + 1 : value.rfind(")")] if "@" in value and "(" in value and ")" in value else ""
    return inside or ("" if "@" in value and " " not in value else value)
