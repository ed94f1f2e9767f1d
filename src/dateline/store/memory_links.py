"""Events, relations and decisions in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from dateline.model.event import Event
from dateline.model.relation import Decision, Relation
from dateline.store.codec import utc
from dateline.store.history import Row
from dateline.store.keeping import DIFFERING, ends_of_copies, refused, targets, undone
from dateline.store.tables import Tables


class MemoryLinks:
    """Obeys `Links`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def put(
        self,
        *,
        seen: Collection[str],
        events: Iterable[Event],
        retired_events: Iterable[str],
        relations: Iterable[Relation],
        retired_relations: Iterable[str],
        at: datetime,
    ) -> None:
        """Records one step of linking in one transaction; `seen` are the ids of the claims it has dealt with."""
        new_events = {e.id: e for e in events}
        new_relations = {r.id: r for r in relations}
        at = utc(at)
        with self._t.journal.transaction():
            for event_id in sorted(set(retired_events) - new_events.keys()):
                self._t.events.retire(event_id, at)
            for relation_id in sorted(set(retired_relations) - new_relations.keys()):
                self._t.relations.retire(relation_id, at)
            for event in new_events.values():
                self._t.events.record(event.id, event, at)
            for relation in new_relations.values():
                self._t.relations.record(relation.id, relation, at)
            for claim_id in sorted(set(seen)):
                self._t.journal.drop(self._t.unlinked, claim_id)

    def event(self, event_id: str) -> Event | None:
        """One event, current or retired."""
        return self._t.events.last(event_id)

    def events_of(self, claim_ids: Collection[str], known_at: datetime | None = None) -> Sequence[Event]:
        """The events that hold any of these claims, by id."""
        asked = set(claim_ids)
        return [e for _, e in self._t.events.held(known_at) if not asked.isdisjoint(e.claims)]

    def relation(self, relation_id: str) -> Relation | None:
        """One relation, current or retired."""
        return self._t.relations.last(relation_id)

    def relations_of(self, ids: Collection[str], known_at: datetime | None = None) -> Sequence[Relation]:
        """The relations with any of these claims or articles at an end, by id."""
        asked = set(ids)
        return [r for _, r in self._t.relations.held(known_at) if r.a in asked or r.b in asked]

    def copies(self, article_ids: Collection[str]) -> Mapping[str, Collection[str]]:
        """Of which articles each of these is a copy, or they of it; those of none are left out."""
        return ends_of_copies(self.relations_of(article_ids), article_ids)

    def differing(self, article_ids: Collection[str]) -> Sequence[Relation]:
        """The contradictions and updates with a claim of any of these articles at an end, by id."""
        asked = {i for i, claim in self._t.claims.held() if claim.article_id in set(article_ids)}
        return [r for r in self.relations_of(asked) if r.kind in DIFFERING]

    def relations(self, known_at: datetime | None = None) -> Iterator[Relation]:
        """Every relation, by id."""
        return (relation for _, relation in list(self._t.relations.held(known_at)))


class MemoryDecisions:
    """Obeys `Decisions`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def add(self, decision: Decision) -> None:
        """Adds one."""
        for article_id in sorted(targets(decision)):
            if article_id in self._t.tombstones:
                raise refused(article_id, self._t.tombstones[article_id].why)
        if any(row.value.id == decision.id for _, row in self._standing()):
            return
        number = max(self._t.decisions, default=0) + 1
        with self._t.journal.transaction():
            self._t.journal.put(self._t.decisions, number, Row(decision, decision.at))

    def undo(self, decision_id: str | None, at: datetime, by: str) -> Decision | None:
        """Marks one (or the last not undone) as undone and returns it; None if there is none."""
        standing = [n for n, row in self._standing() if decision_id in (None, row.value.id)]
        if not standing:
            return None
        row = self._t.decisions[standing[-1]]
        with self._t.journal.transaction():
            ended = replace(row, retired_at=max(at, row.recorded_at))
            self._t.journal.put(self._t.decisions, standing[-1], ended)
        return undone(row.value)

    def all(self, known_at: datetime | None = None) -> Sequence[Decision]:
        """All that are not undone (or were not at that moment), oldest first."""
        return [row.value for _, row in self._in_order() if row.held(known_at)]

    def _in_order(self) -> list[tuple[int, Row[Decision]]]:
        return sorted(self._t.decisions.items(), key=lambda item: (item[1].value.at, item[0]))

    def _standing(self) -> list[tuple[int, Row[Decision]]]:
        return [(number, row) for number, row in self._in_order() if row.retired_at is None]
