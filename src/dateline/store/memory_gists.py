"""Gists in memory: kept with the state and the marks that they were made of, and forgotten when either is another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.model.gist import Gist, Outline
from dateline.store.base_gists import Tallies
from dateline.store.history import Row
from dateline.store.tables import Tables
from dateline.store.tallying import tallied


@dataclass(frozen=True, slots=True)
class _Kept:
    gist: Gist
    state: Row[str]
    marks: Any


class MemoryGists:
    """Obeys `Gists`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables
        self._kept: dict[str, _Kept] = {}

    def put(self, gists: Iterable[Gist]) -> None:
        """Keeps gists; one that is not of its article's current revision is passed over."""
        with self._t.journal.transaction():
            for gist in gists:
                state = self._t.current(gist.outline.article_id)
                if state and state.value == gist.outline.revision_id:
                    kept = _Kept(gist, state, self._t.layers.get(state.value))
                    self._t.journal.put(self._kept, gist.outline.article_id, kept)

    def outlines(self, article_ids: Collection[str]) -> Mapping[str, Outline]:
        """The kept outlines of these articles."""
        return {article: gist.outline for article, gist in self.get(article_ids).items()}

    def get(self, article_ids: Collection[str]) -> Mapping[str, Gist]:
        """The kept gists of these articles."""
        return {a: gist for a in sorted(set(article_ids)) if (gist := self._fresh(a))}

    def waiting(self, limit: int | None = None) -> Sequence[str]:
        """Ids of held articles without a gist, the latest published first, then by id."""
        found = []
        for article in self._t.articles:
            state = self._t.current(article)
            if state and not self._fresh(article):
                published = self._t.revisions[state.value].published_at
                found.append((-(published.day if published else date.min).toordinal(), article))
        return [article for _, article in sorted(found)][:limit]

    def tallies(self) -> Tallies:
        """The kept outlines counted."""
        return tallied(g.outline for a in self._kept if (g := self._fresh(a)))

    def drop(self) -> None:
        """Forgets all."""
        with self._t.journal.transaction():
            for article in list(self._kept):
                self._t.journal.drop(self._kept, article)

    def _fresh(self, article: str) -> Gist | None:
        kept, state = self._kept.get(article), self._t.current(article)
        same = kept and state is kept.state and self._t.layers.get(kept.state.value) is kept.marks
        return kept.gist if kept and same else None
