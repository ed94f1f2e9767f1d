"""When a page says that it was published and changed: the written times, in a stated order of trust."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from dateline.ingest import months, times
from dateline.ingest.markup import opening
from dateline.ingest.structured import words

PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "published_time",
    "article:published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "dc.date.issued", "dcterms.issued", "dcterms.date", "dcterms.created", "dc.date", "date", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "article.published", "published_at", "published-date",
    "citation_publication_date", "citation_date", "iso-8601-publish-date", "originalpublicationdate", "ptime",
    "article_date_original", "displaydate", "release_date",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "modified",
)  # fmt: skip
LONGEST = 120  # characters of an element that tells a time
MINUTE = timedelta(minutes=1)
MARKED = re.compile(r"publi|posted|date|time|fecha|datum|datetime|stamp|pubdate|created", re.IGNORECASE)
WRITTEN = re.compile(
    r"(?<!\d)(?:(\d{4})[-./년年]\s?(\d{1,2})[-./월月]\s?(\d{1,2})|(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}))(?!\d)"
)
HOUR = re.compile(r"(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d)")


def published(tree: Any, metas: Mapping[str, Sequence[str]], told: Mapping[str, Any], language: str = "") -> str | None:
    """The time of publication as written: JSON-LD, then <meta>, then the first <time>, then the page's visible time.

    A time without an offset, or in UTC, gives way to the same one with the outlet's own offset.
    """
    first = words(told.get("datePublished")) or words(told.get("dateCreated"))
    known = [first, *(v for n in PUBLISHED for v in metas.get(n, ())), *_timed(tree)]
    return _best(known) or _visible(tree, language)


def modified(metas: Mapping[str, Sequence[str]], told: Mapping[str, Any]) -> str | None:
    """The time of the last change as written, in JSON-LD or <meta>."""
    return _best([words(told.get("dateModified")), *(v for n in MODIFIED for v in metas.get(n, ()))])


def _best(written: Iterable[str]) -> str | None:
    readable = [(w, when) for w in written if w and (when := times.parse(w)) is not None]
    if not readable:
        return None
    chosen, when = readable[0]
    return next((w for w, other in readable[1:] if _says_more(other, when)), chosen)


def _says_more(other: date | datetime, than: date | datetime) -> bool:
    """Whether the other is the same day (and hour, if told) with an offset, or the same minute in the outlet's own
    offset where the first has UTC."""
    if not isinstance(other, datetime) or other.tzinfo is None:
        return False
    if isinstance(than, datetime) and than.tzinfo:
        return not than.utcoffset() and bool(other.utcoffset()) and abs(other - than) < MINUTE
    if isinstance(than, datetime):
        return other.replace(tzinfo=None, microsecond=0) == than.replace(microsecond=0)
    return other.date() == than


def _timed(tree: Any) -> Iterator[str]:
    """What <time datetime> and itemprop="datePublished" hold, those outside of lists and links to other articles."""
    for node in tree.xpath("//*[@itemprop='datePublished']")[:3]:
        yield node.get("content") or node.get("datetime") or ""
    for node in tree.iter("time"):
        if node.get("datetime") and not any(
            a.tag in {"a", "li", "nav", "aside", "footer"} for a in node.iterancestors()
        ):
            yield node.get("datetime")
            return


def _visible(tree: Any, language: str) -> str | None:
    """A day with its year (and the hour beside it, if it is in figures) in an element whose name speaks of time.

    In figures, only orders that mean one thing are read: year first, or day.month.year with points. Else the month
    must stand by its name in the page's language or English. The first such element decides.
    """
    for node in tree.iter("time", "span", "div", "p", "dd", "li"):
        if not MARKED.search(f"{node.tag} {node.get('class') or ''} {node.get('id') or ''}"):
            continue
        line = opening(node, LONGEST + 1)
        if not line or len(line) > LONGEST:
            continue
        found = WRITTEN.search(line)
        if found:
            return _as_iso(found, line[found.end() :])
        if when := months.day(line, language):
            return when.isoformat()
    return None


def _as_iso(found: re.Match[str], rest: str) -> str | None:
    year, month, day, day2, month2, year2 = found.groups()
    try:
        when = date(int(year or year2), int(month or month2), int(day or day2))
    except ValueError:
        return None
    hour = HOUR.search(rest[:20])
    return f"{when}T{int(hour.group(1)):02d}:{hour.group(2)}" if hour else when.isoformat()
