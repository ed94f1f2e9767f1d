"""What a store is: protocols by noun. SQLite is the embedded default; an in-memory double obeys the same suite.

Rows are never edited. Every derived row (claim, event, relation) carries when it was recorded and when it was retired,
so that a reader can ask what the store held at any moment (transaction time). Ids are content hashes: putting the same
row twice is one row, and a row that comes back after it was retired is recorded anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from dateline.model.actor import ActorEdit
from dateline.model.article import Article, Capture, Revision
from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.outlet import Outlet
from dateline.model.provenance import Producer
from dateline.model.relation import Decision, Relation
from dateline.store.base_acts import Acts
from dateline.store.base_captures import Captures, Imports
from dateline.store.base_feeds import Feeds, Outlets
from dateline.store.base_gists import Gists
from dateline.store.base_matters import Matters
from dateline.store.base_readers import Readers
from dateline.store.base_sessions import Sessions
from dateline.store.base_stories import Stories


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a removed article: its id, who removed it, when, and why."""

    article_id: str
    at: datetime
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Held:
    """An article as held: outlet, article, and its revision of the moment asked for."""

    outlet: Outlet
    article: Article
    revision: Revision
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Hit:
    """A found article: snippet with the found words between U+0002 and U+0003, and its rank (smaller is better)."""

    held: Held
    snippet: str
    rank: float


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """Narrows a search: days of publication (both included), an outlet's id or name, a place's id, ISO country or
    continent code ("country:AF" or "continent:AF" where one code is both), ids of parties of which one has to be named,
    and how something that is told has to stand (a status of claims)."""

    since: date | None = None
    until: date | None = None
    outlet: str = ""
    place: str = ""
    actors: tuple[str, ...] = ()
    status: str = ""


class Articles(Protocol):
    """Outlets, articles, their revisions, and the bytes that they came as."""

    def put(self, outlet: Outlet, article: Article, revision: Revision, capture: Capture | None, at: datetime) -> None:
        """Adds what is new of these; the revision becomes the article's current one.

        With a new revision, the claims of the old one and what rests on them are retired; a revision that was current
        before is pending again. Raises InputError if the article was removed.
        """

    def get(self, article_id: str, known_at: datetime | None = None) -> Held | None:
        """The article with its current revision, or that of a moment; None if not held (or removed)."""

    def revisions(self, article_id: str) -> Sequence[Held]:
        """All states of an article, oldest first; a state that came back stands twice."""

    def revision(self, revision_id: str) -> Held | None:
        """The article in that state."""

    def all(self, known_at: datetime | None = None) -> Iterator[Held]:
        """Every article with its current revision, by id."""

    def search(
        self,
        query: str,
        where: SearchFilter | None = None,
        limit: int = 20,
        known_at: datetime | None = None,
        *,
        snippets: bool = True,
    ) -> Sequence[Hit]:
        """Articles whose headline or text has the words of the query (any of them; more and rarer first). Without
        snippets, which take longer to make than to find, those of the hits are empty."""

    def tags(self, article_ids: Collection[str]) -> Mapping[str, frozenset[str]]:
        """The parties that each article names in its current text ("actor:ID") and how what it claims stands
        ("status:planned"); articles without any are left out."""

    def captures(self, article_id: str) -> Sequence[Capture]:
        """As what bytes the article came, oldest first; bytes that went with a removed article are empty."""

    def remove(self, tombstone: Tombstone) -> None:
        """Text, bytes, marks, claims, relations, decisions about it gone; id and reason kept. Once is enough.

        The bytes go even if other articles came in them. Claims that shared an event or relation with it wait to be
        linked again. Adding it again is refused (InputError). Raises NothingFound if it is not held.
        """

    def tombstone(self, article_id: str) -> Tombstone | None:
        """The tombstone of a removed article."""

    def tombstones(self) -> Sequence[Tombstone]:
        """All tombstones, by article id."""

    def put_keys(self, article_id: str, keys: Collection[int]) -> None:
        """Sets the blocking keys (signed, of 64 bits) of an article's current text; one that is not held is passed
        over."""

    def with_keys(self, keys: Collection[int], limit: int) -> Sequence[str]:
        """Ids of articles that share a key, those sharing most first, then by id; at most `limit`."""

    def resolve(self, prefix: str) -> Sequence[str]:
        """All ids (of whatever kind) that start with these characters, at most 20."""


class Annotations(Protocol):
    """The marks of revisions, and by which producers they were made."""

    def put(
        self,
        revision_id: str,
        layers: Mapping[str, Sequence[Any]],
        producers: Sequence[Producer],
        at: datetime,
    ) -> None:
        """Replaces the marks of a revision, in one transaction with its claims (layer "claims").

        A claim that stays the same stays as it is; the others are retired with the events and relations that hold
        them, whose other claims wait to be linked again. Claims of a revision that is no longer current are not kept.
        Raises InputError for a revision that is not held.
        """

    def layer(self, revision_id: str, name: str) -> Sequence[Any]:
        """The marks of one layer as they were put (claims: those held, in the order of the text)."""

    def pending(self) -> Sequence[str]:
        """Ids of current revisions never annotated, by id."""

    def stale(self, producers: Sequence[Producer], among: Collection[str] | None = None) -> Sequence[str]:
        """Ids of current revisions (of all, or of these) annotated by other producers than these, by id."""

    def producers(self) -> Mapping[str, int]:
        """How many current revisions stand on each set of producers (as "name/version name/version")."""


class Claims(Protocol):
    """Claims of current revisions, found by id, article, key or day."""

    def get(self, ids: Iterable[str], known_at: datetime | None = None) -> Sequence[Claim]:
        """The claims with these ids that are held, in the order given."""

    def of_article(self, article_id: str, known_at: datetime | None = None) -> Sequence[Claim]:
        """All claims of an article, in the order of its text."""

    def with_keys(self, keys: Collection[str], limit: int) -> Sequence[str]:
        """Ids of claims that share a blocking key, those sharing most first, then by id; at most `limit`."""

    def key_counts(self, keys: Collection[str]) -> Mapping[str, int]:
        """How many claims carry each key."""

    def put_keys(self, keys: Mapping[str, Collection[str]]) -> None:
        """Sets the blocking keys of claims (claim id -> keys)."""

    def unlinked(self) -> Sequence[str]:
        """Ids of claims that linking has not seen (or has to see again), by id."""

    def wait(self, claim_ids: Iterable[str]) -> None:
        """Makes linking see these claims again; those that are not held are passed over."""

    def all(self, known_at: datetime | None = None) -> Iterator[Claim]:
        """Every claim held, by id."""


class Links(Protocol):
    """Events and relations: groups recomputed from claims and decisions, never edited."""

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

    def event(self, event_id: str) -> Event | None:
        """One event, current or retired."""

    def events_of(self, claim_ids: Collection[str], known_at: datetime | None = None) -> Sequence[Event]:
        """The events that hold any of these claims, by id."""

    def relation(self, relation_id: str) -> Relation | None:
        """One relation, current or retired."""

    def relations_of(self, ids: Collection[str], known_at: datetime | None = None) -> Sequence[Relation]:
        """The relations with any of these claims or articles at an end, by id."""

    def copies(self, article_ids: Collection[str]) -> Mapping[str, Collection[str]]:
        """Of which articles each of these is a copy, or they of it, by one relation; those of none are left out."""

    def differing(self, article_ids: Collection[str]) -> Sequence[Relation]:
        """The contradictions and updates with a claim of any of these articles at an end, by id."""

    def relations(self, known_at: datetime | None = None) -> Iterator[Relation]:
        """Every relation, by id."""


class Decisions(Protocol):
    """Judgements and corrections: rows that win over scorers, undone but never deleted."""

    def add(self, decision: Decision) -> None:
        """Adds one."""

    def undo(self, decision_id: str | None, at: datetime, by: str) -> Decision | None:
        """Marks one (or the last not undone) as undone and returns it; None if there is none."""

    def all(self, known_at: datetime | None = None) -> Sequence[Decision]:
        """All that are not undone (or were not at that moment), oldest first."""


class Actors(Protocol):
    """What people added to the lists of parties."""

    def edit(self, edit: ActorEdit) -> None:
        """Adds a person's word on a party; the same word twice is one."""

    def edits(self) -> Sequence[ActorEdit]:
        """What people said, oldest first."""


class Store(Protocol):
    """One place where everything is kept."""

    @property
    def articles(self) -> Articles:
        """Outlets, articles, revisions, captures."""
        ...

    @property
    def captures(self) -> Captures:
        """The bytes that articles came as."""
        ...

    @property
    def imports(self) -> Imports:
        """How far bulk imports have come."""
        ...

    @property
    def annotations(self) -> Annotations:
        """Marks by revision."""
        ...

    @property
    def claims(self) -> Claims:
        """Claims of current revisions."""
        ...

    @property
    def links(self) -> Links:
        """Events and relations."""
        ...

    @property
    def decisions(self) -> Decisions:
        """Judgements and corrections."""
        ...

    @property
    def feeds(self) -> Feeds:
        """Feeds, their health and entries, their servers."""
        ...

    @property
    def outlets(self) -> Outlets:
        """Outlets and what people said of them."""
        ...

    @property
    def actors(self) -> Actors:
        """What people added to the lists of parties."""
        ...

    @property
    def stories(self) -> Stories:
        """Groups of articles with ids for life."""
        ...

    @property
    def acts(self) -> Acts:
        """What parties did to one another."""
        ...

    @property
    def gists(self) -> Gists:
        """What front pages take from articles."""
        ...

    @property
    def matters(self) -> Matters:
        """Running affairs and editors' decisions about their dossiers."""
        ...

    @property
    def readers(self) -> Readers:
        """What readers have read and starred."""
        ...

    @property
    def sessions(self) -> Sessions:
        """Who is logged in."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing for what is put inside; may be nested: what fails inside is undone up to its own start, and
        nothing is kept until the outermost ends."""

    def reading(self) -> AbstractContextManager[None]:
        """One state of the store for all that is asked inside, whatever others commit; nothing is put inside."""

    def changes(self) -> int:
        """A number that is another one once another opening of the same store has committed something."""

    def counts(self, *kinds: str) -> Mapping[str, int]:
        """How many of each kind, or of these, are held: outlets, articles, revisions, captures, claims, events..."""

    def close(self) -> None:
        """Releases everything; safe to call twice."""
