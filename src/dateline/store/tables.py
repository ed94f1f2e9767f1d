"""What the in-memory store holds, and the changes that touch several nouns at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from dateline.model.actor import ActorEdit
from dateline.model.article import Article, Capture, Revision
from dateline.model.bulk import Import, Refused
from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.feed import Entry, Feed, FeedHealth, Host
from dateline.model.outlet import Outlet, OutletEdit
from dateline.model.reading import Kept, ReaderMark
from dateline.model.relation import Decision, Relation
from dateline.store.base import Tombstone
from dateline.store.history import History, Row
from dateline.store.journal import Journal


class Tables:
    """One dict a table; values are never changed in place, so that the journal can set them back."""

    def __init__(self) -> None:
        self.journal = Journal()
        self.outlets: dict[str, Outlet] = {}
        self.articles: dict[str, Article] = {}
        self.revisions: dict[str, Revision] = {}
        self.states: dict[str, tuple[Row[str], ...]] = {}  # article id -> revision ids
        self.captures: dict[str, Capture] = {}  # without their bytes
        self.contents: dict[str, bytes] = {}  # digest -> bytes
        self.revision_captures: dict[str, tuple[str, ...]] = {}
        self.withheld: dict[str, bool] = {}  # digests
        self.tombstones: dict[str, Tombstone] = {}
        self.article_keys: dict[str, frozenset[int]] = {}
        self.layers: dict[str, dict[str, tuple[Any, ...]]] = {}
        self.places: dict[str, tuple[str, ...]] = {}
        self.tags: dict[str, tuple[str, ...]] = {}
        self.annotated: dict[str, str] = {}  # revision id -> producers
        self.claims: History[Claim] = History(self.journal)
        self.keys: dict[str, frozenset[str]] = {}  # claim id -> keys
        self.unlinked: dict[str, bool] = {}
        self.events: History[Event] = History(self.journal)
        self.relations: History[Relation] = History(self.journal)
        self.decisions: dict[int, Row[Decision]] = {}
        self.feeds: dict[str, Feed] = {}
        self.feed_health: dict[str, FeedHealth] = {}
        self.feed_entries: dict[tuple[str, str], Entry] = {}  # feed id and key
        self.hosts: dict[str, Host] = {}
        self.outlet_edits: dict[int, OutletEdit] = {}
        self.actor_edits: dict[int, ActorEdit] = {}
        self.imports: dict[str, Import] = {}
        self.import_refusals: dict[str, tuple[Refused, ...]] = {}
        self.reader_marks: dict[tuple[str, Kept, str], ReaderMark] = {}

    def current(self, article_id: str, known_at: datetime | None = None) -> Row[str] | None:
        """The id of the revision of that moment, with its times."""
        return next((row for row in self.states.get(article_id, ()) if row.held(known_at)), None)

    def current_revisions(self) -> list[str]:
        """The ids of all current revisions, sorted."""
        return sorted(row.value for article in self.states if (row := self.current(article)))

    def claims_of(self, article_id: str) -> list[str]:
        """The ids of the claims held of an article."""
        return [i for i, claim in self.claims.held() if claim.article_id == article_id]

    def retire_claims(self, ids: Iterable[str], at: datetime) -> None:
        """Retires claims, and the events and relations that spoke of them."""
        gone = list(ids)
        for claim_id in gone:
            self.claims.retire(claim_id, at)
            self.journal.drop(self.keys, claim_id)
            self.journal.drop(self.unlinked, claim_id)
        self.retire_touching(gone, at)

    def retire_touching(self, ids: Collection[str], at: datetime) -> None:
        """Retires events and relations that speak of these; their other claims wait to be linked anew."""
        gone, partners = set(ids), set[str]()
        for event_id, event in list(self.events.held()):
            if gone & set(event.claims):
                partners |= set(event.claims)
                self.events.retire(event_id, at)
        for relation_id, relation in list(self.relations.held()):
            if relation.a in gone or relation.b in gone:
                partners |= {relation.a, relation.b}
                self.relations.retire(relation_id, at)
        self.wait(partners - gone)

    def wait(self, claim_ids: Iterable[str]) -> None:
        """Makes linking look at these claims again, as far as they are held."""
        for claim_id in sorted(claim_ids):
            if self.claims.get(claim_id):
                self.journal.put(self.unlinked, claim_id, True)
