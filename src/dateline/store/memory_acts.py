"""What parties did to one another, drawn from claims, in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from dateline.model.act import Act, act
from dateline.model.coding import EventType
from dateline.store.tables import Tables


class MemoryActs:
    """Obeys `Acts`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def pairs(self, since: date, until: date, limit: int) -> Sequence[tuple[str, str]]:
        """Who acted toward whom in these days (both included), those with most acts first, then by name."""
        counted: defaultdict[tuple[str, str], set[tuple[date, EventType]]] = defaultdict(set)
        for one in self._all(since, until):
            counted[one.actor, one.recipient].add((one.day, one.type))
        return sorted(counted, key=lambda pair: (-len(counted[pair]), pair))[: max(0, limit)]

    def types(self, actor: str, recipient: str, since: date, until: date) -> Sequence[tuple[date, EventType]]:
        """Of which types the acts of one party toward another in these days were: each once a day, the latest first."""
        found = {(a.day, a.type) for a in self._all(since, until) if (a.actor, a.recipient) == (actor, recipient)}
        return sorted(found, key=lambda one: (-one[0].toordinal(), one[1]))

    def between(self, actor: str, recipient: str, since: date, until: date, limit: int) -> Sequence[Act]:
        """The acts of one party toward another in these days (both included), the latest first, then by claim."""
        found = [a for a in self._all(since, until) if (a.actor, a.recipient) == (actor, recipient)]
        return sorted(found, key=lambda a: (-a.day.toordinal(), a.claim))[: max(0, limit)]

    def _all(self, since: date, until: date) -> Iterator[Act]:
        for _, claim in self._t.claims.held():
            published = self._t.revisions[claim.revision_id].published_at
            told = act(claim, published.day if published else None)
            if told is not None and since <= told.day <= until and told.published_at <= until:
                yield told
