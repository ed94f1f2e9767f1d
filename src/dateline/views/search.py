"""Full text: the articles that have the words, best first, with snippets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from dateline.errors import NothingFound, UsageError
from dateline.store.base import Hit, SearchFilter
from dateline.views.articles import Brief, brief
from dateline.views.base import Answer, KnownAt, Query, Reading, view
from dateline.views.matter import HELP

FOUND, FOUND_END = "\x02", "\x03"  # around the found words in the store's snippets


@dataclass(frozen=True, slots=True)
class Found:
    """An article and the words found in it: `snippet` is plain, `found` are the spans (start, end) in it."""

    article: Brief
    snippet: str
    found: tuple[tuple[int, int], ...]
    rank: float


@dataclass(frozen=True, slots=True)
class Search(Answer):
    """The found articles, best first; `more` tells that the limit cut the list."""

    query: str
    since: date | None
    until: date | None
    outlet: str
    place: str
    known_at: datetime | None
    found: tuple[Found, ...]
    limit: int
    more: bool

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
    limit: Annotated[int, "At most so many."] = 20,
    known_at: KnownAt = None,
) -> Search:
    """The articles that have any of the words, those with more and rarer ones first."""
    if limit < 1:
        raise UsageError("not a number of articles", what=f"--limit {limit}", do="give 1 or more")
    hits = reading.store.articles.search(query, SearchFilter(since, until, outlet, place), limit + 1, known_at)
    if not hits:
        narrowed = any((since, until, outlet, place))
        raise NothingFound("no article found", what=query, do="widen the filters" if narrowed else HELP)
    found = tuple(_found(h) for h in hits[:limit])
    return Search(query, since, until, outlet, place, known_at, found, limit, len(hits) > limit)


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
