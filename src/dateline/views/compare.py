"""Two or more articles side by side: what they share, what only one tells, where they clash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from dateline.errors import UsageError
from dateline.model.event import Event
from dateline.store.base import Held
from dateline.store.resolving import one_of
from dateline.views.articles import Brief, brief, removed
from dateline.views.base import Answer, KnownAt, Reading, view
from dateline.views.findings import WEIGHTY, Disagreement, findings
from dateline.views.gather import Gathered, gather
from dateline.views.lines import Line, by_occurrence, line


@dataclass(frozen=True, slots=True)
class Only:
    """What one article alone tells."""

    article: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Comparison(Answer):
    """The articles, the happenings that two or more of them tell, those that only one tells (in the order of the
    articles), their clashes, and groups of articles that are copies of one text."""

    articles: tuple[Brief, ...]
    known_at: datetime | None
    shared: tuple[Line, ...]
    only: tuple[Only, ...]
    clashes: tuple[Disagreement, ...]
    copies: tuple[tuple[str, ...], ...]

    @property
    def warnings(self) -> tuple[str, ...]:
        """That some of the articles are one text."""
        return tuple(f"{' and '.join(group)} are copies of one text" for group in self.copies)


@view(
    "compare",
    doc="What two or more articles share, what only one tells, and where they clash.",
    sample={"articles": ("article-b56b2da4", "article-f69ff34a")},
)
def compare(
    reading: Reading,
    articles: Annotated[tuple[str, ...], "Ids of articles, or their first characters."],
    known_at: KnownAt = None,
) -> Comparison:
    """The comparison of these articles."""
    held = [_held(reading, typed, known_at) for typed in articles]
    ids = list(dict.fromkeys(h.article.id for h in held))
    if len(ids) < 2:
        raise UsageError("comparing takes two articles", what=", ".join(articles), do="name another one")
    gathered = _gathered(reading, ids, known_at)
    telling = {e.id: {c.article_id for c in gathered.claims_of(e)} for e in gathered.events}
    return Comparison(
        tuple({h.article.id: brief(h) for h in held}.values()),
        known_at,
        shared=_lines([e for e in gathered.events if len(telling[e.id]) > 1], gathered),
        only=tuple(Only(a, _lines([e for e in gathered.events if telling[e.id] == {a}], gathered)) for a in ids),
        clashes=findings(gathered.relations, gathered, WEIGHTY),
        copies=_copies(ids, gathered),
    )


def _held(reading: Reading, typed: str, known_at: datetime | None) -> Held:
    article = one_of(reading.store, typed, ("article",))
    held = reading.store.articles.get(article, known_at)
    if held is None:
        raise removed(reading.store, article)
    return held


def _gathered(reading: Reading, ids: Sequence[str], known_at: datetime | None) -> Gathered:
    """The happenings of these articles, with the claims of these articles alone."""
    claims = [c.id for a in ids for c in reading.store.claims.of_article(a, known_at)]
    gathered = gather(reading.store, reading.store.links.events_of(claims, known_at), known_at)
    compared = frozenset(ids)
    return replace(gathered, claims={i: c for i, c in gathered.claims.items() if c.article_id in compared})


def _lines(events: Sequence[Event], gathered: Gathered) -> tuple[Line, ...]:
    return tuple(by_occurrence(line(e, gathered) for e in events))


def _copies(ids: Sequence[str], gathered: Gathered) -> tuple[tuple[str, ...], ...]:
    groups: dict[str, list[str]] = {}
    for article in ids:
        groups.setdefault(gathered.voice(article), []).append(article)
    return tuple(tuple(g) for g in groups.values() if len(g) > 1)
