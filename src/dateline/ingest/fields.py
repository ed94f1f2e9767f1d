"""The fields of a JSON object, by our names and by those that dumps, feeds and news standards use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from dateline.errors import InputError
from dateline.ingest.base import Told
from dateline.ingest.markup import as_text

# our name first, then what others call it: dumps, schema.org NewsArticle, IPTC ninjs, JSON Feed, news-please, WordPress
ALIASES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "articlebody", "body_text", "content_text", "maintext", "full_text"),
    "markup": ("html", "body_html", "body_xhtml", "content_html", "text_html"),
    "headline": ("headline", "title", "name", "head"),
    "url": ("url", "link", "canonical_url", "mainentityofpage", "address", "permalink"),
    "outlet": ("outlet", "source", "publisher", "site", "source_name", "source_domain", "provider", "domain"),
    "country": ("country", "outlet_country"),
    "outlet_kind": ("outlet_kind",),
    "published": (
        "published_at", "published", "date", "datepublished", "date_published", "publishedat", "publish_date",
        "published_date", "publication_date", "date_publish", "pubdate", "firstpublished", "firstcreated",
        "versioncreated",
    ),
    "modified": (
        "modified_at", "modified", "datemodified", "date_modified", "updated", "updated_at", "date_modify",
        "contentmodified",
    ),
    "language": ("language", "lang", "inlanguage"),
    "byline": ("byline", "author", "authors", "creator", "by"),
    "key": ("id", "uri", "guid", "identifier"),
    "note": ("note", "editor_note", "correction"),
    "status": ("pubstatus", "status", "withdrawn"),
}  # fmt: skip
NAMED = ("name", "title", "id", "@id", "uri", "url", "value")  # where an object in place of a word keeps its word
TAKEN_BACK = {"withdrawn", "canceled", "cancelled", "withheld", "retracted", "true"}


def told(fields: Mapping[str, Any], *, where: str, address: str, content: bytes, media_type: str) -> Told:
    """What a JSON object tells of one document. Raises InputError if it has no field for a text at all."""
    low = {k.lower(): v for k, v in reversed(list(fields.items()))}
    found = {ours: _first(low, names) for ours, names in ALIASES.items()}
    if found["text"] is None and found["markup"] is None and not _has_any(low, ALIASES["text"] + ALIASES["markup"]):
        raise InputError(
            f"has no field for the text (fields: {', '.join(list(fields)[:8]) or 'none'})",
            what=where,
            do=f"name it {' or '.join(ALIASES['text'][:3])}",
        )
    key = _words(found["key"])
    # the identifier stays when lines are added above it
    place = f"{address.partition('#')[0]}#id={quote(key, safe='')}" if key and "#" in address else address
    return Told(
        where=where,
        address=place,
        content=content,
        media_type=media_type,
        text=_words(found["text"]) or as_text(_words(found["markup"])),
        headline=_words(found["headline"]),
        url=_url(found["url"], found["key"]),
        outlet=_words(found["outlet"]),
        country=_inside(found["outlet"], "country") or _words(found["country"]),
        outlet_kind=_inside(found["outlet"], "kind") or _words(found["outlet_kind"]),
        published=_time(found["published"]),
        modified=_time(found["modified"]),
        language=_words(found["language"]),
        byline=_words(found["byline"]),
        withdrawn=_words(found["status"]).lower() in TAKEN_BACK,
        key=key,
        notes=tuple(n for n in [_words(found["note"])] if n),
    )


def _has_any(low: Mapping[str, Any], names: Iterable[str]) -> bool:
    return any(n in low for n in names)


def _first(low: Mapping[str, Any], names: Iterable[str]) -> Any:
    """The first of the fields that holds something."""
    return next((low[n] for n in names if low.get(n) not in (None, "", [], {})), None)


def _words(value: Any) -> str:
    """The words in a value: itself, the name of an object, a list joined by commas (paragraphs by blank lines)."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        return next((v for n in NAMED if isinstance(v := value.get(n), str) and v), "")
    if isinstance(value, list):
        parts = [w for v in value if not isinstance(v, list) and (w := _words(v))]
        return ("\n\n" if any(len(p) > 200 for p in parts) else ", ").join(parts)
    return ""


def _inside(value: Any, name: str) -> str:
    return _words(value.get(name)) if isinstance(value, Mapping) else ""


def _url(value: Any, key: Any) -> str:
    """An address: a string, an object's @id or url, else the identifier if it is one (JSON Feed, ninjs)."""
    if isinstance(value, Mapping):
        value = value.get("@id") or value.get("url")
    if isinstance(value, str) and value:
        return value
    return key if isinstance(key, str) and key.startswith(("http://", "https://")) else ""


def _time(value: Any) -> str | float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    return _words(value) or None
