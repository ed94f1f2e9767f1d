"""Linking's view of the store: the Lookup that `link` asks, answered by what is kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from dateline.link.base import Known
from dateline.link.copies import copy_groups
from dateline.model.article import Revision
from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.outlet import Outlet
from dateline.model.relation import Judgement, Relation
from dateline.store.base import Held, Store

WORD = re.compile(r"\w+")


class StoreLookup:
    """Answers linking's questions from a store; what it reads of articles is remembered for one step."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._held: dict[str, Held | None] = {}
        self._groups: dict[str, str] = {}

    def key_counts(self, keys: Collection[str]) -> Mapping[str, int]:
        """How many held claims carry each key."""
        return self._store.claims.key_counts(keys)

    def claims_with_keys(self, keys: Collection[str], limit: int) -> Sequence[str]:
        """Ids of held claims that share a key, those sharing most first."""
        return self._store.claims.with_keys(keys, limit)

    def known(self, ids: Collection[str]) -> Sequence[Known]:
        """The claims with these ids that are held."""
        return self.around(self._store.claims.get(ids))

    def of_articles(self, article_ids: Collection[str]) -> Sequence[Known]:
        """All claims of these articles."""
        return [k for a in article_ids for k in self.around(self._store.claims.of_article(a))]

    def relations_of(self, ids: Collection[str]) -> Sequence[Relation]:
        """The current relations with any of these claims at an end."""
        return self._store.links.relations_of(ids)

    def events_of(self, ids: Collection[str]) -> Sequence[Event]:
        """The current events that hold any of these claims."""
        return self._store.links.events_of(ids)

    def judgements(self) -> Sequence[Judgement]:
        """All judgements that are not undone, oldest first."""
        return [d for d in self._store.decisions.all() if isinstance(d, Judgement)]

    def around(self, claims: Iterable[Claim]) -> list[Known]:
        """Claims with what linking has to know of their articles; claims of articles that are gone are left out."""
        return [self._known(c, held) for c in claims if (held := self._article(c.article_id)) is not None]

    def _known(self, claim: Claim, held: Held) -> Known:
        return known(claim, held.outlet, held.revision, self._copy_group(claim.article_id))

    def _article(self, article_id: str) -> Held | None:
        if article_id not in self._held:
            self._held[article_id] = self._store.articles.get(article_id)
        return self._held[article_id]

    def _copy_group(self, article_id: str) -> str:
        if article_id not in self._groups:
            self._groups |= {article_id: ""} | copy_groups([article_id], self._store.links.relations_of)
        return self._groups[article_id]


def known(claim: Claim, outlet: Outlet, revision: Revision, copy_group: str = "") -> Known:
    """A claim with what linking has to know of its article."""
    stated = revision.published_at
    words = tuple(w.lower() for w in WORD.findall(revision.headline))
    return Known(claim, outlet.id, stated.day if stated else None, words, copy_group)
