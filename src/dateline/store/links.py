"""Events and relations, in SQLite."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from dateline.model.event import Event
from dateline.model.relation import Relation
from dateline.store.codec import EVER, decode, encode, recall, stamp, until
from dateline.store.keeping import DIFFERING, ends_of_copies
from dateline.store.rows import listed
from dateline.store.sqlite import Database, queries
from dateline.store.touched import Remembered, Touched

SQL = queries("links")
REMEMBERED = 1 << 14  # articles whose copies are known: a front page asks for those of two thousand again and again
HAPPENINGS = 1 << 12  # claims whose happenings are known
MANY = 1 << 10  # claims asked for at once, beyond which it is for something else than a front page


class SqliteLinks:
    """Obeys `Links`."""

    def __init__(self, db: Database, touched: Touched) -> None:
        self._db = db
        self._of_articles = Remembered(touched, self._read_of_articles, REMEMBERED)
        self._copies = Remembered(touched, self._read_copies, REMEMBERED)
        self._differing = Remembered(touched, self._read_differing, REMEMBERED)
        self._events = Remembered(touched, self._read_events, HAPPENINGS)

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
        moment = stamp(at)
        with self._db.transaction():
            for event_id in sorted(set(retired_events) - new_events.keys()):
                self._db.run(SQL["retire_event"], {"id": event_id, "at": moment})
            for relation_id in sorted(set(retired_relations) - new_relations.keys()):
                self._db.run(SQL["retire_relation"], {"id": relation_id, "at": moment})
            for event in new_events.values():
                self._put_event(event, moment)
            for relation in new_relations.values():
                self._put_relation(relation, moment)
            self._db.run(queries("claims")["linked"], {"ids": listed(sorted(set(seen)))})

    def event(self, event_id: str) -> Event | None:
        """One event, current or retired."""
        row = self._db.row(SQL["event"], {"id": event_id})
        return decode(Event, row[0]) if row else None

    def events_of(self, claim_ids: Collection[str], known_at: datetime | None = None) -> Sequence[Event]:
        """The events that hold any of these claims, by id."""
        if known_at is None and len(claim_ids) <= MANY:
            found = {e.id: e for some in self._events.get(claim_ids).values() for e in some}
            return [found[i] for i in sorted(found)]
        return self._events_of(sorted(set(claim_ids)), until(known_at))

    def _events_of(self, claim_ids: Sequence[str], at: str) -> list[Event]:
        rows = self._db.rows(SQL["events_of"], {"ids": listed(claim_ids), "at": at})
        return [recall(Event, body) for _, body in rows]

    def _read_events(self, claim_ids: Sequence[str]) -> Mapping[str, list[Event]]:
        """The events that hold each of these claims."""
        asked, found = set(claim_ids), dict[str, list[Event]]()
        for event in self._events_of(claim_ids, EVER):
            for claim in asked.intersection(event.claims):
                found.setdefault(claim, []).append(event)
        return found

    def relation(self, relation_id: str) -> Relation | None:
        """One relation, current or retired."""
        row = self._db.row(SQL["relation"], {"id": relation_id})
        return decode(Relation, row[0]) if row else None

    def relations_of(self, ids: Collection[str], known_at: datetime | None = None) -> Sequence[Relation]:
        """The relations with any of these claims or articles at an end, by id."""
        if known_at is None and all(i.startswith("article-") for i in ids):
            found = {r.id: r for some in self._of_articles.get(ids).values() for r in some}
            return [found[i] for i in sorted(found)]
        return self._relations_of(sorted(set(ids)), until(known_at))

    def _relations_of(self, ids: Sequence[str], at: str) -> list[Relation]:
        rows = self._db.rows(SQL["relations_of"], {"ids": listed(ids), "at": at})
        return [recall(Relation, body) for _, body in rows]

    def _read_of_articles(self, article_ids: Sequence[str]) -> Mapping[str, list[Relation]]:
        """The relations of each of these articles that has any."""
        asked, found = set(article_ids), dict[str, list[Relation]]()
        for relation in self._relations_of(article_ids, EVER):
            for end in {relation.a, relation.b} & asked:
                found.setdefault(end, []).append(relation)
        return found

    def copies(self, article_ids: Collection[str]) -> Mapping[str, Collection[str]]:
        """Of which articles each of these is a copy, or they of it; those of none are left out."""
        return self._copies.get(article_ids)

    def _read_copies(self, article_ids: Sequence[str]) -> Mapping[str, Collection[str]]:
        return ends_of_copies(self._relations_of(article_ids, EVER), article_ids)

    def differing(self, article_ids: Collection[str]) -> Sequence[Relation]:
        """The contradictions and updates with a claim of any of these articles at an end, by id."""
        found = {r.id: r for some in self._differing.get(article_ids).values() for r in some}
        return [found[i] for i in sorted(found)]

    def _read_differing(self, article_ids: Sequence[str]) -> Mapping[str, list[Relation]]:
        """Those of each of these articles that has any."""
        found: dict[str, list[Relation]] = {}
        for article, body in self._db.rows(SQL["differing"], {"ids": listed(article_ids)}):
            found.setdefault(article, []).append(recall(Relation, body))
        return found

    def relations(self, known_at: datetime | None = None) -> Iterator[Relation]:
        """Every relation, by id."""
        return (decode(Relation, body) for _, body in self._db.walk(SQL["relations"], {"at": until(known_at)}))

    def _put_event(self, event: Event, at: str) -> None:
        current = self._db.row(SQL["event_current"], {"id": event.id})
        if current and decode(Event, current[1]) == event:
            return
        self._db.run(SQL["retire_event"], {"id": event.id, "at": at})
        at = _after(self._db, "event_last_retired", event.id, at)
        row = self._db.run(SQL["put_event"], {"id": event.id, "at": at, "body": encode(event)})
        self._db.run_many(SQL["put_event_claim"], ({"claim": claim, "event": row} for claim in event.claims))

    def _put_relation(self, relation: Relation, at: str) -> None:
        current = self._db.row(SQL["relation_current"], {"id": relation.id})
        if current and decode(Relation, current[1]) == relation:
            return
        self._db.run(SQL["retire_relation"], {"id": relation.id, "at": at})
        at = _after(self._db, "relation_last_retired", relation.id, at)
        params = {"id": relation.id, "a": relation.a, "b": relation.b, "at": at, "body": encode(relation)}
        row = self._db.run(SQL["put_relation"], params)
        if relation.kind in DIFFERING:
            self._db.run(SQL["put_difference"], {"relation": row, "a": relation.a, "b": relation.b})


def retire_touching(db: Database, ids: Sequence[str], at: str) -> None:
    """Retires the events and relations that speak of these claims or articles; their other claims wait to be linked
    anew."""
    gone = set(ids)
    params = {"ids": listed(ids), "at": EVER}
    partners: set[str] = set()
    for event_id, body in db.rows(SQL["events_of"], params):
        partners.update(decode(Event, body).claims)
        db.run(SQL["retire_event"], {"id": event_id, "at": at})
    for relation_id, body in db.rows(SQL["relations_of"], params):
        relation = decode(Relation, body)
        partners.update((relation.a, relation.b))
        db.run(SQL["retire_relation"], {"id": relation_id, "at": at})
    db.run(queries("claims")["wait_again"], {"ids": listed(sorted(partners - gone))})


def _after(db: Database, query: str, row_id: str, at: str) -> str:
    """The moment, or that of the last retirement of the same id if the clock went back."""
    last = db.row(SQL[query], {"id": row_id})
    return max(at, (last and last[0]) or "")
