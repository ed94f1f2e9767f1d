"""A relation as `show` tells it: its two ends with their sentences, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from dateline.errors import NothingFound
from dateline.model.provenance import Reason
from dateline.model.relation import Relation, RelationKind, Slot
from dateline.views.articles import Brief, brief
from dateline.views.base import Reading
from dateline.views.evidence import Evidence, evidence
from dateline.views.gather import Gathered, gather_claims
from dateline.views.versions import in_words


@dataclass(frozen=True, slots=True)
class RelationShown:
    """A relation: kind, slot and values, its score, the reasons (if asked for), the claims or articles at its ends
    (two, or one for an inconsistency), and who made it."""

    id: str
    kind: RelationKind
    slot: Slot | None
    values: tuple[str, ...]
    score: float
    ends: tuple[str, ...]
    claims: tuple[Evidence, ...]
    articles: tuple[Brief, ...] = ()
    reasons: tuple[Reason, ...] = ()
    producer: str = ""


def show(reading: Reading, relation_id: str, why: bool, known_at: datetime | None) -> RelationShown:
    """The relation with this id."""
    store = reading.store
    relation = store.links.relation(relation_id)
    if relation is None:
        raise NothingFound("not held", what=relation_id, do="`dateline disagreements` shows relations and their ids")
    if relation.kind is RelationKind.SAME_COPY:
        held = [store.articles.get(a, known_at) for a in (relation.a, relation.b)]
        return _relation(relation, (), tuple(brief(h) for h in held if h), why)
    gathered = gather_claims(store, store.claims.get(_ends(relation), known_at), (), known_at)
    return shown(relation, gathered, why)


def shown(relation: Relation, gathered: Gathered, why: bool) -> RelationShown:
    """A relation between gathered claims."""
    claims = tuple(evidence(gathered.claims[c], gathered) for c in _ends(relation) if c in gathered.claims)
    return _relation(replace(relation, values=in_words(relation, gathered)), claims, (), why)


def _relation(
    relation: Relation, claims: tuple[Evidence, ...], articles: tuple[Brief, ...], why: bool
) -> RelationShown:
    return RelationShown(
        relation.id,
        relation.kind,
        relation.slot,
        relation.values,
        round(relation.score, 3),
        _ends(relation),
        claims,
        articles,
        relation.reasons if why else (),
        relation.producer if why else "",
    )


def _ends(relation: Relation) -> tuple[str, ...]:
    return tuple(dict.fromkeys((relation.a, relation.b)))
