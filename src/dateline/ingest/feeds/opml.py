"""Lists of feeds to and from other readers (OPML 1.0 and 2.0)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

from dateline.errors import InputError
from dateline.ingest import clean
from dateline.ingest.feeds import xml
from dateline.ingest.feeds.base import Received


@dataclass(frozen=True, slots=True)
class Listed:
    """One feed in a list: its address, title, site, language, and the folders that it lies in, outermost first."""

    url: str
    title: str = ""
    home: str = ""
    language: str = ""
    folders: tuple[str, ...] = ()


def read(received: Received) -> list[Listed]:
    """The feeds of an OPML file in order, each address once. Raises InputError if it is none or names none."""
    root = xml.tree(received.content)
    if root is None or xml.name(root) != "opml":
        raise InputError("is no OPML file", what=received.where, do="export the list of feeds as OPML")
    found: dict[str, Listed] = {}
    for node in xml.descendants(root, "outline"):
        told = {k.lower(): v.strip() for k, v in node.attrib.items()}
        url = told.get("xmlurl", "")
        if clean.is_web(url):
            found.setdefault(url, _listed(url, told, _folders(node)))
    if not found:
        raise InputError("names no feed", what=received.where, do="check that its outlines have an xmlUrl")
    return list(found.values())


def _listed(url: str, told: dict[str, str], folders: tuple[str, ...]) -> Listed:
    title = told.get("title") or told.get("text") or ""
    return Listed(url, clean.line(title), told.get("htmlurl", ""), told.get("language", ""), folders)


def _folders(node: Any) -> tuple[str, ...]:
    above = node.iterancestors("outline")
    named = [a.get("title") or a.get("text") or "" for a in above]
    return tuple(clean.line(n) for n in reversed(named) if n)


def write(feeds: Iterable[Listed], title: str) -> str:
    """The feeds as OPML 2.0, in order; folders become nested outlines, opened anew where they change."""
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>{_escaped(title)}</title></head>",
    ]
    out.append("<body>")
    inside: tuple[str, ...] = ()
    for feed in feeds:
        out += _moved(inside, feed.folders)
        inside = feed.folders
        told = {"type": "rss", "text": feed.title or feed.url, "xmlUrl": feed.url, "htmlUrl": feed.home}
        told["language"] = feed.language
        out.append(f"<outline {' '.join(f'{k}={quoteattr(v)}' for k, v in told.items() if v)}/>")
    return "\n".join([*out, *_moved(inside, ()), "</body>", "</opml>", ""])


def _moved(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    """The ends and starts of outlines that lead from some folders to others."""
    shared = next(
        (n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    return ["</outline>"] * (len(before) - shared) + [f"<outline text={quoteattr(f)}>" for f in after[shared:]]


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")
