"""Full text: the articles that have the words, best first, with snippets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from dateline.annotate.actors.card import called
from dateline.annotate.actors.lexicon import Lexicon, lexicon
from dateline.errors import NothingFound, UsageError
from dateline.model.actor import own_names
from dateline.model.claim import Status
from dateline.store.base import Hit, SearchFilter, Store
from dateline.store.keeping import ACTOR, STATUS
from dateline.views.articles import Brief, brief
from dateline.views.base import Answer, KnownAt, Query, Reading, view
from dateline.views.matter import HELP

FACETS = 10  # parties that are counted beside what was found
WORD = re.compile(r"\w+")
FOUND, FOUND_END = "\x02", "\x03"  # around the found words in the store's snippets


@dataclass(frozen=True, slots=True)
class Found:
    """An article and the words found in it: `snippet` is plain, `found` are the spans (start, end) in it."""

    article: Brief
    snippet: str
    found: tuple[tuple[int, int], ...]
    rank: float


@dataclass(frozen=True, slots=True)
class Facet:
    """A party or a status, and how many of the articles shown name it or tell of what stands so."""

    code: str
    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Search(Answer):
    """The found articles, best first; `more` tells that the limit cut the list. `actor` is the party asked for as it
    was typed, `by_actor` and `by_status` count what the articles shown tell, the most frequent first."""

    query: str
    since: date | None
    until: date | None
    outlet: str
    place: str
    known_at: datetime | None
    found: tuple[Found, ...]
    limit: int
    more: bool
    actor: str = ""
    status: str = ""
    by_actor: tuple[Facet, ...] = ()
    by_status: tuple[Facet, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """That there is more."""
        return (f"only the first {self.limit} are shown; --limit shows more",) if self.more else ()

    @property
    def next(self) -> tuple[str, ...]:
        """The best article, and the chronology of the words."""
        return (f"show {self.found[0].article.article}", f'chronology "{self.query}"') if self.found else ()


@view("search", doc="Articles that have the words, best first, with snippets.", sample={"query": "NATO", "limit": 3})
def search(  # noqa: PLR0913 -- each is an option of every front
    reading: Reading,
    query: Annotated[Query, "Words to look for; any of them will do."],
    *,
    since: Annotated[date | None, "Published on this day or later."] = None,
    until: Annotated[date | None, "Published on this day or earlier."] = None,
    outlet: Annotated[str, "Only from this outlet (name or host)."] = "",
    place: Annotated[str, "Only about this place (id, country or continent code: UA, EU)."] = "",
    actor: Annotated[str, "Only where this party is named (its id or a name: NATO)."] = "",
    status: Annotated[Status | None, "Only where something is told to stand so: planned, cancelled, ..."] = None,
    limit: Annotated[int, "At most so many."] = 20,
    known_at: KnownAt = None,
) -> Search:
    """The articles that have any of the words, those with more and rarer ones first."""
    if limit < 1:
        raise UsageError("not a number of articles", what=f"--limit {limit}", do="give 1 or more")
    store, stands = reading.store, status.value if status else ""
    where = SearchFilter(since, until, outlet, place, _parties(store, actor) if actor else (), stands)
    hits = store.articles.search(query, where, limit + 1, known_at)
    if not hits:
        narrowed = any((since, until, outlet, place, actor, status))
        raise NothingFound("no article found", what=query, do="widen the filters" if narrowed else HELP)
    found = tuple(_found(h) for h in hits[:limit])
    facets = _facets(store, [f.article.article for f in found])
    return Search(query, since, until, outlet, place, known_at, found, limit, len(hits) > limit, actor, stands, *facets)


def _parties(store: Store, typed: str) -> tuple[str, ...]:
    """The ids of the parties that a name means; what the lists do not know goes by the id that a text would give it."""
    known = called(lexicon(own_names(store.actors.edits())), typed)
    return tuple(a.id for a in known) or ("-".join(WORD.findall(typed.lower())),)


def _facets(store: Store, articles: Sequence[str]) -> tuple[tuple[Facet, ...], tuple[Facet, ...]]:
    counted = Counter(tag for tags in store.articles.tags(articles).values() for tag in tags)
    ranked = sorted(counted, key=lambda tag: (-counted[tag], tag))
    actors = [tag.removeprefix(ACTOR) for tag in ranked if tag.startswith(ACTOR)][:FACETS]
    statuses = [tag.removeprefix(STATUS) for tag in ranked if tag.startswith(STATUS)]
    lists = lexicon()
    return (
        tuple(Facet(a, name_of(lists, a), counted[f"{ACTOR}{a}"]) for a in actors),
        tuple(Facet(s, s, counted[f"{STATUS}{s}"]) for s in statuses),
    )


def name_of(lists: Lexicon, actor: str) -> str:
    """The name of a party by its id; for one that the lists lack, its id in words."""
    return next((a.name for a in called(lists, actor) if a.id == actor), actor.replace("-", " ").title())


def _found(hit: Hit) -> Found:
    plain, spans = unmarked(hit.snippet)
    return Found(brief(hit.held), plain, spans, round(hit.rank, 4))


def unmarked(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A snippet without its control characters, on one line, and where the found words stand in it."""
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    start = 0
    for letter in " ".join(snippet.split()):
        if letter == FOUND:
            start = len(plain)
        elif letter == FOUND_END:
            spans.append((start, len(plain)))
        else:
            plain.append(letter)
    return "".join(plain), tuple(spans)
