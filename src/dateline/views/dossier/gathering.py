"""Reads what some happenings rest on, once; names of parties and places only when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.store.base import Store
from dateline.views.gather import Gathered, first_runs, revisions

TEXTS = 3  # texts in which the fullest name of a party is looked for


class Names(Mapping[str, str]):
    """The names of parties (or places) by id, read from the marks of a text that has them when asked for."""

    def __init__(self, store: Store, layer: str, texts: Mapping[str, Sequence[str]]) -> None:
        self._store, self._layer, self._texts = store, layer, texts
        self._known: dict[str, str] = {}
        self._read: set[str] = set()

    def __getitem__(self, key: str) -> str:
        for revision in self._texts.get(key, ())[:TEXTS]:
            self._take(revision)
        return self._known[key]

    def _take(self, revision: str) -> None:
        if revision in self._read:
            return
        self._read.add(revision)
        for mark in self._store.annotations.layer(revision, self._layer):
            named = mark.actor if self._layer == "actors" else mark.place
            self._known[named] = max(self._known.get(named, ""), mark.name, key=lambda name: (len(name), name))

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def gather(store: Store, events: Sequence[Event], known_at: datetime | None) -> Gathered:
    """Everything for these happenings."""
    ids = list(dict.fromkeys(c for e in events for c in e.claims))
    claims = store.claims.get(ids, known_at)
    held = revisions(store, claims, known_at)
    kept = [c for c in claims if c.revision_id in held]
    return Gathered(
        tuple(events),
        {c.id: c for c in kept},
        held,
        Names(store, "actors", _texts(kept, lambda c: [*c.actors, c.speaker])),
        Names(store, "places", _texts(kept, lambda c: c.places)),
        tuple(store.links.relations_of({c.id for c in kept}, known_at)),
        first_runs(store, {c.article_id for c in kept}, known_at),
    )


def _texts(claims: Sequence[Claim], of: Callable[[Claim], Iterable[str]]) -> dict[str, list[str]]:
    """For each id that the claims name, the first texts that have it."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        for named in of(claim):
            revisions = found.setdefault(named, [])
            if claim.revision_id not in revisions and len(revisions) < TEXTS:
                revisions.append(claim.revision_id)
    return found
