"""What linking reads and gives: claims with what is known around them, a lookup in what is held, one step's outcome."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.relation import Judgement, Relation


@dataclass(frozen=True, slots=True)
class Known:
    """A claim and what linking has to know of its article.

    `published` is the outlet's own day, None if not known. `headline_terms` are the words of the headline.
    `copy_group` is the id of the group of runs of one text, "" for an article without copies.
    """

    claim: Claim
    outlet_id: str = ""
    published: date | None = None
    headline_terms: tuple[str, ...] = ()
    copy_group: str = ""

    @property
    def article_id(self) -> str:
        """The article that makes the claim."""
        return self.claim.article_id

    @property
    def voice(self) -> str:
        """Who counts as one in corroboration: the copy group, else the article."""
        return self.copy_group or self.claim.article_id


class Lookup(Protocol):
    """What is held, as far as linking asks. Claims that are not held are left out of the answers."""

    def key_counts(self, keys: Collection[str]) -> Mapping[str, int]:
        """How many held claims carry each key; a key that none carries may be left out."""

    def claims_with_keys(self, keys: Collection[str], limit: int) -> Sequence[str]:
        """Ids of held claims that share a key, those sharing most first, then by id; at most `limit`."""

    def known(self, ids: Collection[str]) -> Sequence[Known]:
        """The claims with these ids."""

    def of_articles(self, article_ids: Collection[str]) -> Sequence[Known]:
        """All claims of the current revisions of these articles."""

    def relations_of(self, ids: Collection[str]) -> Sequence[Relation]:
        """The current relations with any of these claims at an end."""

    def events_of(self, ids: Collection[str]) -> Sequence[Event]:
        """The current events that hold any of these claims."""

    def judgements(self) -> Sequence[Judgement]:
        """All judgements that are not undone, oldest first."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The outcome of one step: rows to add, ids of rows to retire, and the blocking keys of the new claims."""

    relations: tuple[Relation, ...] = ()
    retired_relations: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    retired_events: tuple[str, ...] = ()
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
