"""Reads from the store, once, all that answers about some events or claims are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from dateline.link.copies import copy_groups
from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.model.relation import Relation
from dateline.store.base import Held, Store


@dataclass(frozen=True, slots=True)
class Gathered:
    """Events with what they rest on: claims by id, revisions by id, names by actor and place id, the relations between
    these claims, and for each article that is a copy, the article of its group that was published first."""

    events: tuple[Event, ...]
    claims: Mapping[str, Claim]
    held: Mapping[str, Held]
    actors: Mapping[str, str]
    places: Mapping[str, str]
    relations: tuple[Relation, ...]
    first_run: Mapping[str, str]

    def claims_of(self, event: Event) -> tuple[Claim, ...]:
        """The gathered claims of an event, in its order."""
        return tuple(self.claims[c] for c in event.claims if c in self.claims)

    def text_of(self, claim: Claim) -> Held:
        """The state of the article that a claim was read from."""
        return self.held[claim.revision_id]

    def voice(self, article_id: str) -> str:
        """The article that speaks for this one when voices are counted: itself, or the first run of a copy."""
        return self.first_run.get(article_id, article_id)


def gather(store: Store, events: Sequence[Event], known_at: datetime | None = None) -> Gathered:
    """Everything for these events."""
    ids = list(dict.fromkeys(c for e in events for c in e.claims))
    return gather_claims(store, store.claims.get(ids, known_at), tuple(events), known_at)


def gather_claims(
    store: Store, claims: Sequence[Claim], events: tuple[Event, ...] = (), known_at: datetime | None = None
) -> Gathered:
    """Everything for these claims, which may belong to these events."""
    held = revisions(store, claims, known_at)
    claims = [c for c in claims if c.revision_id in held]
    actors, places = _names(store, held)
    return Gathered(
        events,
        {c.id: c for c in claims},
        held,
        actors,
        places,
        tuple(store.links.relations_of({c.id for c in claims}, known_at)),
        first_runs(store, {c.article_id for c in claims}, known_at),
    )


def revisions(store: Store, claims: Iterable[Claim], known_at: datetime | None) -> dict[str, Held]:
    """The states of articles that claims stand in, by revision; those of a moment as the store held them then."""
    found: dict[str, Held] = {}
    for claim in claims:
        if claim.revision_id not in found:
            held = store.articles.get(claim.article_id, known_at)
            if held is None or held.revision.id != claim.revision_id:
                held = store.articles.revision(claim.revision_id)
            if held:
                found[claim.revision_id] = held
    return found


def _names(store: Store, revisions: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """The fullest name of each actor, the first name of each place."""
    actors: dict[str, str] = {}
    places: dict[str, str] = {}
    for revision in revisions:
        for mark in store.annotations.layer(revision, "actors"):
            actors[mark.actor] = max(actors.get(mark.actor, ""), mark.name, key=lambda name: (len(name), name))
        for mark in store.annotations.layer(revision, "places"):
            places.setdefault(mark.place, mark.name)
    return actors, places


def first_runs(store: Store, articles: Collection[str], known_at: datetime | None = None) -> dict[str, str]:
    """For each article that is one of several copies, the one of them that was published first."""
    groups = copy_groups(articles, lambda ids: store.links.relations_of(ids, known_at))
    first: dict[str, str] = {}
    for article in sorted(groups, key=lambda a: _published(store, a, known_at)):
        first.setdefault(groups[article], article)
    return {article: first[group] for article, group in groups.items()}


def _published(store: Store, article: str, known_at: datetime | None) -> tuple[str, str]:
    held = store.articles.get(article, known_at)
    published = held.revision.published_at if held else None
    moment = published.moment.isoformat() if published and published.moment else ""
    return (f"{published.day}|{moment}" if published else "9999", article)
