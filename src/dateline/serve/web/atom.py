"""Answers as Atom feeds (RFC 4287), so that other readers can follow a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from dateline.desk import Desk
from dateline.serve.web.addresses import address

UNXML = {c: None for c in range(32) if c not in (9, 10, 13)} | {0xFFFE: None, 0xFFFF: None}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its id and path here, its title, text, language and day."""

    id: str
    path: str
    title: str
    text: str
    day: date | None
    author: str


def feed(desk: Desk, name: str, parameters: Mapping[str, Any], root: str, path: str) -> str:
    """The feed of a view's answer, entries in its order; `root` is the server's address."""
    entries = list(FEEDS[name](desk.view(name, **parameters)))
    last = max((e.day for e in entries if e.day), default=None)
    title = " · ".join(["Dateline", name, *(str(v) for v in parameters.values() if isinstance(v, str))])
    rows = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{text(title)}</title>",
        f"<id>{text(root + path)}</id>",
        f"<updated>{moment(last)}</updated>",
        f'<link rel="self" href={quoteattr(root + path)}/>',
        "<generator>Dateline</generator>",
        *(_entry(e, root) for e in entries),
        "</feed>",
    ]
    return "\n".join(rows) + "\n"


def _entry(entry: Entry, root: str) -> str:
    return "\n".join(
        (
            "<entry>",
            f"<title>{text(entry.title)}</title>",
            f"<id>tag:dateline.invalid,2024:{text(entry.id)}</id>",
            f"<updated>{moment(entry.day)}</updated>",
            f"<author><name>{text(entry.author)}</name></author>",
            f'<link rel="alternate" type="text/html" href={quoteattr(root + entry.path)}/>',
            f"<summary>{text(entry.text)}</summary>",
            "</entry>",
        )
    )


def text(words: str) -> str:
    """Words as XML can hold them."""
    return escape(words.translate(UNXML).encode("utf-8", "replace").decode())


def moment(day: date | None) -> str:
    """A day as Atom wants it: the moment of its noon in UTC; of the first day there is, for none."""
    return datetime.combine(day or date(1970, 1, 1), time(12), UTC).isoformat().replace("+00:00", "Z")


def _story(brief: Any) -> Entry:
    article = brief.voice.article
    path = address("story", brief.story)
    return Entry(brief.story, path, article.headline, brief.voice.lead, brief.last_day, article.outlet)


def _article(article: Any, words: str) -> Entry:
    path = address("show", article.article)
    return Entry(article.article, path, article.headline, words, article.published_at, article.outlet)


def _glance(result: Any) -> Iterator[Entry]:
    for ranked in (*result.breaking, *(r for region in result.regions for r in region.stories)):
        yield _story(ranked.story)


def _of_story(result: Any) -> Iterator[Entry]:
    for member in reversed(result.members):
        yield _article(member.article, member.article.headline)


def _found(result: Any) -> Iterator[Entry]:
    for found in result.found:
        yield _article(found.article, found.snippet)


def _stories(result: Any) -> Iterator[Entry]:
    for brief in result.stories:
        yield _story(brief)


def _dossier(result: Any) -> Iterator[Entry]:
    """Every line of a dossier that has a day, the latest first."""
    from dateline.serve.web.notes import evidence_in

    seen = {e.sentence: e for e in evidence_in(result)}
    for e in sorted(seen.values(), key=lambda e: e.published_at or date.min, reverse=True)[:100]:
        yield Entry(e.claim, address("show", e.claim), e.headline, e.sentence, e.published_at, e.outlet)


FEEDS: Mapping[str, Callable[[Any], Iterator[Entry]]] = {
    "glance": _glance,
    "story": _of_story,
    "stories": _stories,
    "search": _found,
    "dossier.show": _dossier,
    "chronology": _dossier,
}
