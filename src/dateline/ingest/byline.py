"""Who wrote a page: names out of JSON-LD, <meta> and what is marked as author, without titles, sites and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dateline.ingest.markup import letters, opening
from dateline.ingest.structured import resolve, types, words

METAS = (
    "author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "sailthru.author",
    "parsely-author", "cxenseparse:author", "articleauthor", "byl", "citation_author", "authors",
)  # fmt: skip
LED_BY = re.compile(
    r"(?:by|von|par|por|di|de la|av|af|door|przez|автор|текст|text|autor(?:in)?|auteur|(?:written|posted) by)\s*:?\s+",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    r"\s*(?:[;|/·•\n،、]|,(?!\s*(?:Jr|Sr|II|III)\b)|\s(?:and|und|et|y|e|og|och|en|i|ve|und|&|with|mit)\s)\s*"
)
ROLES = re.compile(
    r"\s*(?:기자|記者|特派員|\((?:text|foto|photo|autor|author)\)|·.*|–.*|—.*|\s-\s.*|@\S+)\s*$", re.IGNORECASE
)
MOST_WORDS = 5  # of a name; more is a description of a person
MOST_LETTERS = 60
MOST_NAMES = 12
MARKED = re.compile(r"(?:^|[-_ ])(?:byline|author|autor|auteur|redakt|journalist|writer|reporter)", re.IGNORECASE)
NEVER = re.compile(r"bio|avatar|image|img|desc|about|social|comment|follow|share|related|more|list|box", re.IGNORECASE)


def authors(
    tree: Any,
    metas: Mapping[str, Sequence[str]],
    told: Mapping[str, Any],
    things: list[dict[str, Any]],
    sites: Iterable[str],
) -> tuple[str, ...]:
    """The names of the authors in order, each once: persons in JSON-LD, else <meta>, else elements marked as author,
    else the organisation that JSON-LD names."""
    names = {letters(s) for s in sites if s}
    persons, bodies = _structured(told, things)
    return (
        _names(persons, names)
        or _names(_from_metas(metas), names)
        or _names(_marked(tree), names)
        or _names(persons, set())
        or _names(bodies, set())
    )


def _structured(told: Mapping[str, Any], things: list[dict[str, Any]]) -> tuple[list[str], list[str]]:
    """Names of persons, and of organisations, that JSON-LD gives as authors."""
    value = told.get("author") or told.get("creator") or []
    persons: list[str] = []
    bodies: list[str] = []
    for raw in value if isinstance(value, list) else [value]:
        one = resolve(raw, things)
        name = _full_name(one) if isinstance(one, dict) else words(one)
        body = isinstance(one, dict) and any("Organization" in t for t in types(one))
        (bodies if body else persons).append(name)
    return persons, bodies


def _full_name(person: Mapping[str, Any]) -> str:
    if not person.get("name") and person.get("familyName"):
        return f"{words(person.get('givenName'))} {words(person.get('familyName'))}".strip()
    value = person.get("name")
    return "; ".join(words(v) for v in value) if isinstance(value, list) else words(value)


def _from_metas(metas: Mapping[str, Sequence[str]]) -> list[str]:
    for name in METAS:
        found = [v for v in metas.get(name, ()) if not v.startswith(("http://", "https://", "//", "@"))]
        if found:
            return found
    return []


def _marked(tree: Any) -> list[str]:
    """The words of elements marked as author: by itemprop, by rel, else by the name of their class; the first few."""
    by_mark = [
        opening(n, 500) for n in tree.xpath("//*[@itemprop='author' or @rel='author'][not(self::meta)]")[:MOST_NAMES]
    ]
    if any(by_mark):
        return by_mark
    found = []
    for node in tree.xpath("//*[self::span or self::a or self::p or self::div or self::li][@class]")[:5000]:
        if MARKED.search(node.get("class")) and not NEVER.search(node.get("class")):
            line = opening(node, 500)
            if 0 < len(line) <= MOST_LETTERS * 2:
                found.append(line)
                break
    return found


def _names(told: Iterable[str], sites: set[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for line in told:
        for name in _split(line[:1000]):
            flat = letters(name)
            if flat and flat not in sites and len(found) < MOST_NAMES:
                found.setdefault(flat, name)
    return tuple(found.values())


def _split(line: str) -> Iterator[str]:
    """The single names in a line such as "By Ann Lee and Bo Li, Reuters"."""
    plain = LED_BY.sub("", line.strip(), count=1) if LED_BY.match(line.strip()) else line
    for part in BETWEEN.split(plain):
        name = ROLES.sub("", part.strip(" \t.,:;|-–—")).strip(" \t,:;|-–—")
        if name and len(name.split()) <= MOST_WORDS and len(name) <= MOST_LETTERS and not name.isdigit():
            yield name
