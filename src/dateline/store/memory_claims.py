"""Marks and claims in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from dateline.model.claim import Claim
from dateline.model.provenance import Producer
from dateline.store.codec import kind_of, utc
from dateline.store.keeping import CLAIMS, in_text_order, place_codes, signature, tags, unknown_revision, wanted
from dateline.store.tables import Tables


class MemoryAnnotations:
    """Obeys `Annotations`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def put(
        self, revision_id: str, layers: Mapping[str, Sequence[Any]], producers: Sequence[Producer], at: datetime
    ) -> None:
        """Replaces the marks of a revision, in one transaction with its claims (layer "claims")."""
        t = self._t
        if revision_id not in t.revisions:
            raise unknown_revision(revision_id)
        kept = {name: tuple(marks) for name, marks in layers.items() if name != CLAIMS}
        for name in sorted(kept):
            kind_of(name, kept[name])
        with t.journal.transaction():
            t.journal.put(t.layers, revision_id, kept)
            t.journal.put(t.places, revision_id, tuple(place_codes(layers)))
            t.journal.put(t.tags, revision_id, tuple(tags(layers)))
            t.journal.put(t.annotated, revision_id, signature(producers))
            current = t.current(t.revisions[revision_id].article_id)
            if current and current.value == revision_id:
                self._record(revision_id, wanted(layers), utc(at))

    def layer(self, revision_id: str, name: str) -> Sequence[Any]:
        """The marks of one layer, in the order of the text; empty if there are none."""
        if name == CLAIMS:
            return tuple(in_text_order(c for _, c in self._t.claims.held() if c.revision_id == revision_id))
        return self._t.layers.get(revision_id, {}).get(name, ())

    def pending(self) -> Sequence[str]:
        """Ids of current revisions never annotated, by id."""
        return [i for i in self._t.current_revisions() if i not in self._t.annotated]

    def stale(self, producers: Sequence[Producer], among: Collection[str] | None = None) -> Sequence[str]:
        """Ids of current revisions (of all, or of these) annotated by other producers than these, by id."""
        ours = signature(producers)
        held = (i for i in self._t.current_revisions() if among is None or i in among)
        return [i for i in held if self._t.annotated.get(i, ours) != ours]

    def producers(self) -> Mapping[str, int]:
        """How many current revisions stand on each set of producers (as "name/version name/version")."""
        stand = (self._t.annotated[i] for i in self._t.current_revisions() if i in self._t.annotated)
        return dict(sorted(Counter(stand).items()))

    def _record(self, revision_id: str, claims: Mapping[str, Claim], at: datetime) -> None:
        t = self._t
        held = {i: c for i, c in t.claims.held() if c.revision_id == revision_id}
        t.retire_claims([i for i, c in held.items() if claims.get(i) != c], at)
        for claim_id, claim in claims.items():
            if t.claims.record(claim_id, claim, at):
                t.journal.put(t.unlinked, claim_id, True)


class MemoryClaims:
    """Obeys `Claims`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def get(self, ids: Iterable[str], known_at: datetime | None = None) -> Sequence[Claim]:
        """The claims with these ids that are held, in the order given."""
        rows = (self._t.claims.get(i, known_at) for i in ids)
        return [row.value for row in rows if row]

    def of_article(self, article_id: str, known_at: datetime | None = None) -> Sequence[Claim]:
        """All claims of an article, in the order of its text."""
        return in_text_order(c for c in self.all(known_at) if c.article_id == article_id)

    def with_keys(self, keys: Collection[str], limit: int) -> Sequence[str]:
        """Ids of claims that share a blocking key, those sharing most first, then by id; at most `limit`."""
        asked = set(keys)
        shared = {i: len(asked & carried) for i, carried in self._t.keys.items() if asked & carried}
        return sorted(shared, key=lambda i: (-shared[i], i))[: max(0, limit)]

    def key_counts(self, keys: Collection[str]) -> Mapping[str, int]:
        """How many claims carry each key."""
        counted = Counter(key for carried in self._t.keys.values() for key in carried)
        return {key: counted[key] for key in sorted(set(keys))}

    def put_keys(self, keys: Mapping[str, Collection[str]]) -> None:
        """Sets the blocking keys of claims (claim id -> keys); claims that are not held are passed over."""
        with self._t.journal.transaction():
            for claim_id in sorted(keys):
                if self._t.claims.get(claim_id):
                    self._t.journal.put(self._t.keys, claim_id, frozenset(keys[claim_id]))

    def unlinked(self) -> Sequence[str]:
        """Ids of claims that linking has not seen, by id."""
        return sorted(self._t.unlinked)

    def wait(self, claim_ids: Iterable[str]) -> None:
        """Makes linking see these claims again; those that are not held are passed over."""
        with self._t.journal.transaction():
            self._t.wait(set(claim_ids))

    def all(self, known_at: datetime | None = None) -> Iterator[Claim]:
        """Every claim held, by id."""
        return (claim for _, claim in list(self._t.claims.held(known_at)))
