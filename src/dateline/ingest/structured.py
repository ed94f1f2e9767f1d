"""What a page says of itself for machines: JSON-LD objects of schema.org, and <meta>, <link> and <time> elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

DEEPEST = 12  # nesting of JSON-LD that is followed; real pages need 5
MOST = 2000  # objects looked at in one page
TEXTS = {
    "content",
    "contents",
    "body",
    "articlebody",
    "text",
    "html",
    "maintext",
    "fulltext",
    "bodyhtml",
    "contenthtml",
}
SHORTEST_TEXT = 400  # characters
LONGEST_SCRIPT = 5_000_000  # characters
ARTICLES = re.compile(r"(?:.*Article|Report|.*Posting|LiveBlogPosting|.*NewsItem)", re.IGNORECASE)
CONTROLS = re.compile(r"[\x00-\x1f]+")
TRAILING = re.compile(r",(\s*[}\]])")


def objects(tree: Any) -> list[dict[str, Any]]:
    """All JSON-LD objects of a page in order, those inside of others and of @graph too; broken scripts are skipped."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            found.extend(_flatten(_loads(script.text)))
        if len(found) > MOST:
            break
    return found[:MOST]


def article(things: list[dict[str, Any]], url: str) -> dict[str, Any]:
    """The object that describes the page's article: of an article's type, best the one that names the page's address
    or has a time of publication; {} if there is none."""
    best: tuple[int, dict[str, Any]] = (0, {})
    for thing in things:
        if not any(ARTICLES.fullmatch(t) for t in types(thing)):
            continue
        rank = 1 + 2 * ("datePublished" in thing) + 2 * bool(thing.get("headline")) + 3 * _names(thing, url)
        if rank > best[0]:
            best = (rank, thing)
    return best[1]


def types(thing: Mapping[str, Any]) -> list[str]:
    """The types of an object, without the address of the vocabulary."""
    told = thing.get("@type")
    return [str(t).rsplit("/", 1)[-1] for t in (told if isinstance(told, list) else [told]) if t]


def resolve(thing: Any, things: list[dict[str, Any]]) -> Any:
    """The object that a bare {"@id": ...} points to, else the thing itself."""
    if isinstance(thing, dict) and set(thing) == {"@id"}:
        return next((t for t in things if t.get("@id") == thing["@id"] and len(t) > 1), thing)
    return thing


def metas(tree: Any) -> dict[str, list[str]]:
    """The contents of <meta> by name, property or itemprop in lower case, in order."""
    found: dict[str, list[str]] = {}
    for node in tree.iter("meta"):
        content = (node.get("content") or "").strip()
        for name in {node.get("name"), node.get("property"), node.get("itemprop")} - {None, ""}:
            if content:
                found.setdefault(str(name).lower(), []).append(content)
    return found


def canonical_link(tree: Any) -> str:
    """The address that <link rel="canonical"> names, "" without one."""
    for node in tree.iter("link"):
        if "canonical" in (node.get("rel") or "").lower().split() and node.get("href"):
            return str(node.get("href")).strip()
    return ""


def hidden_text(tree: Any) -> str:
    """The longest text of an article in the JSON that a page draws itself from, with its markup; "" without one."""
    best = ""
    for script in tree.iter("script"):
        for name, value in _strings(_state(script.text or "")):
            if name.lower() in TEXTS and len(value) > max(len(best), SHORTEST_TEXT) and value.count(" ") > 20:
                best = value
    return best


def _state(script: str) -> Any:
    """The first object in a script if it stands near its start (window.state = {...}); None without one."""
    start = script.find('{"', 0, 400)
    if start < 0 or len(script) < SHORTEST_TEXT:
        return None
    try:
        return json.JSONDecoder(strict=False).raw_decode(script, start)[0]
    except (ValueError, RecursionError):
        return None


def _strings(value: Any, name: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """All strings in a value with the names of their fields."""
    if isinstance(value, str):
        yield name, value
    elif depth < 3 * DEEPEST and isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, str(key), depth + 1)
    elif depth < 3 * DEEPEST and isinstance(value, list):
        for inner in value:
            yield from _strings(inner, name, depth + 1)


def words(value: Any) -> str:
    """The words in a value of JSON-LD: a string without markup, the name of an object, the first of a list."""
    if isinstance(value, list):
        return next((w for v in value if (w := words(v))), "")
    if isinstance(value, dict):
        return words(value.get("name") or value.get("@value") or value.get("@id"))
    return unescape(value).strip() if isinstance(value, str) else ""


def _names(thing: Mapping[str, Any], url: str) -> bool:
    told = {words(thing.get(n)) for n in ("url", "@id", "mainEntityOfPage")}
    return bool(url) and any(t.split("#")[0].rstrip("/") == url.rstrip("/") for t in told if t)


def _loads(script: str) -> Any:
    """The value of a script; scripts with raw line ends in strings, trailing commas or escapes for HTML are mended."""
    plain = script[:LONGEST_SCRIPT].strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    plain = plain.removeprefix("//<![CDATA[").removesuffix("//]]>").strip()
    for mended in (plain, TRAILING.sub(r"\1", CONTROLS.sub(" ", plain)), unescape(plain)):
        try:
            return json.loads(mended, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _flatten(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for inner in value[:MOST]:
            yield from _flatten(inner, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value or "@id" in value:
            yield value
        for inner in value.values():
            if isinstance(inner, list | dict):
                yield from _flatten(inner, depth + 1)
