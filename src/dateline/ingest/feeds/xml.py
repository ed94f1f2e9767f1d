"""Feeds in XML as trees: broken ones are mended, entities never expanded, namespaces told by what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any

from dateline.ingest import clean
from dateline.ingest.decoding import decode, is_binary
from dateline.ingest.markup import as_text

FAMILIES = {
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://purl.org/atom/ns#": "",
    "http://www.w3.org/2005/atom": "",
    "http://www.sitemaps.org/schemas/sitemap/0.9": "",
    "http://www.google.com/schemas/sitemap/0.84": "",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dc",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://www.google.com/schemas/sitemap-news/0.9": "news",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
}
ATOM = ("http://www.w3.org/2005/atom", "http://purl.org/atom/ns#")
XML = "{http://www.w3.org/XML/1998/namespace}"
ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
KEPT = {"amp;", "lt;", "gt;", "quot;", "apos;"}
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
REFERENCE = re.compile(r"&#(?:[xX]0*([0-9A-Fa-f]{1,6})|0*([0-9]{1,7}))(?![0-9A-Fa-f]);?")
DECLARATION = re.compile(r"<\?xml[^>]{0,500}\?>")
DEEPEST = 200  # elements inside of one another


def tree(content: bytes) -> Any | None:
    """The root of an XML document, as far as it can be read; None for what is no XML at all."""
    from lxml import etree

    decoded = None if is_binary(content) else decode(content, markup=True)
    start = decoded.text.find("<") if decoded else -1
    if decoded is None or start < 0:
        return None
    plain = DECLARATION.sub("", CONTROLS.sub("", decoded.text[start:]), count=1)
    named = ENTITY.sub(_character, REFERENCE.sub(_sound, plain))
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        return etree.fromstring(named.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _sound(found: re.Match[str]) -> str:
    """A reference to a character by its number; nothing for halves of pairs and the like, which no text can hold and
    a mending parser lets pass."""
    number = int(found.group(1), 16) if found.group(1) else int(found.group(2))
    known = (
        number in {9, 10, 13} or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 0x10000 <= number < 0x110000
    )
    return found.group(0) if known else ""


def _character(found: re.Match[str]) -> str:
    """A named character of HTML, which feeds use without declaring it; the five of XML stay."""
    return found.group(0) if found.group(1) in KEPT else html5.get(found.group(1), found.group(0))


def name(node: Any) -> str:
    """What an element is: its name in small letters, with the family of its namespace before it (dc:date)."""
    if not isinstance(node.tag, str):
        return ""
    space, _, local = node.tag.rpartition("}")
    uri = space.removeprefix("{").lower()
    family = FAMILIES.get(uri, FAMILIES.get(uri + "/", node.prefix or "" if uri else ""))
    return f"{family}:{local.lower()}" if family else str(local).lower().rpartition(":")[2]


def is_atom(node: Any) -> bool:
    """Whether an element is one of Atom, also when it stands in RSS."""
    return isinstance(node.tag, str) and node.tag.lower().startswith(tuple("{" + uri for uri in ATOM))


def children(node: Any) -> dict[str, list[Any]]:
    """The child elements by name, in order."""
    found: dict[str, list[Any]] = {}
    for child in node:
        if n := name(child):
            found.setdefault(n, []).append(child)
    return found


def descendants(node: Any, *names: str) -> Iterator[Any]:
    """All elements below with one of the names, in order."""
    return (n for n in node.iter() if name(n) in names)


def words(node: Any) -> str:
    """The text inside an element on one line; markup in it, escaped or not, is read as such."""
    inside = "".join(node.itertext()).strip()
    return " ".join(as_text(inside).split()) if "<" in inside or "&" in inside else " ".join(inside.split())


def first(found: dict[str, list[Any]], *names: str) -> str:
    """The words of the first element, among names in order of trust, that has any."""
    return next((w for n in names for node in found.get(n, ()) if (w := words(node))), "")


def markup(node: Any) -> str:
    """The markup inside an element: escaped text, or elements (XHTML) written out."""
    from lxml import etree

    if not len(node):
        return node.text or ""
    parts = [node.text or ""]
    parts += [etree.tostring(child, encoding="unicode") for child in node]
    return "".join(parts)


def base(node: Any, url: str) -> str:
    """The address that relative ones inside an element are relative to (xml:base)."""
    bases = [node.get(f"{XML}base"), *(a.get(f"{XML}base") for a in node.iterancestors())]
    for told in reversed([b for b in bases if b]):
        url = clean.whole(url, told)
    return url


def written(node: Any) -> bytes:
    """An element as it is kept: in ASCII, or in UTF-8 where a name in it has other letters."""
    from lxml import etree

    try:
        return bytes(etree.tostring(node, with_tail=False))
    except etree.SerialisationError:
        return bytes(etree.tostring(node, with_tail=False, encoding="utf-8"))
