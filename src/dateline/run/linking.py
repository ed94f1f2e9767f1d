"""Links claims that stand in no event yet, article by article, each step in one transaction."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from dateline.link.base import Linked
from dateline.link.step import link
from dateline.model.claim import Claim
from dateline.run.lookup import StoreLookup
from dateline.run.working import Working
from dateline.store.base import Store


@dataclass(frozen=True, slots=True)
class Linking:
    """What linking did: claims dealt with, events and relations recorded."""

    claims: int
    events: int
    relations: int


def link_pending(working: Working) -> Linking:
    """Links all claims that wait. Interrupted, it goes on with those that still wait."""
    waiting = working.store.claims.get(working.store.claims.unlinked())
    ordered = sorted(waiting, key=lambda c: (c.article_id, c.sentence.start, c.anchor.start, c.id))
    claims = events = relations = 0
    for _, group in groupby(ordered, key=lambda c: c.article_id):
        part = list(group)
        linked = _link_one(working, part)
        claims, events, relations = claims + len(part), events + len(linked.events), relations + len(linked.relations)
        working.progress.step("linking", claims, len(ordered))
    return Linking(claims, events, relations)


def _link_one(working: Working, claims: list[Claim]) -> Linked:
    store = working.store
    with store.transaction():
        lookup = StoreLookup(store)
        linked = link(lookup.around(claims), lookup)
        store.claims.put_keys(linked.keys)
        store.links.put(
            seen=[c.id for c in claims],
            events=linked.events,
            retired_events=linked.retired_events,
            relations=linked.relations,
            retired_relations=linked.retired_relations,
            at=working.now(),
        )
    return linked


def unlink(store: Store, claim_ids: Collection[str], at: datetime) -> None:
    """Dissolves the events and relations of claims that a decision speaks of; all claims in them are linked anew."""
    if not claim_ids:
        return
    events = store.links.events_of(claim_ids)
    members = {c for e in events for c in e.claims}
    store.links.put(
        seen=(),
        events=(),
        retired_events=[e.id for e in events],
        relations=(),
        retired_relations=[r.id for r in store.links.relations_of(members | set(claim_ids))],
        at=at,
    )
    store.claims.wait(members)
