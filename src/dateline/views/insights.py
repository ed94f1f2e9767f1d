"""What claims and relations of some articles add up to: meetings and votes newly planned, put off or cancelled, numbers
that were revised, disagreements. Each rests on a stored sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.link.words import groups_in, stems
from dateline.model.claim import Claim, Status
from dateline.model.relation import Relation, RelationKind
from dateline.store.base import Held, Store
from dateline.views.articles import Brief, brief
from dateline.views.evidence import published_day

GATHERINGS = frozenset({"meet", "talk", "vote", "visit", "elect"})
EACH = 5  # insights of one kind


class InsightKind(StrEnum):
    """What is new, the weightiest first."""

    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    PLANNED = "newly planned"
    DISAGREEMENT = "disagreement"
    REVISED = "number revised"


@dataclass(frozen=True, slots=True)
class Basis:
    """A sentence that an insight rests on, and who published it."""

    claim: str
    sentence: str
    article: Brief


@dataclass(frozen=True, slots=True)
class Insight:
    """One thing that is new: its sentences, newest first; `told` says what they show, `relation` where two differ."""

    kind: InsightKind
    told: str
    basis: tuple[Basis, ...]
    relation: str = ""


PLANS = {
    Status.CANCELLED: InsightKind.CANCELLED,
    Status.POSTPONED: InsightKind.POSTPONED,
    Status.PLANNED: InsightKind.PLANNED,
}
PAIRS = {RelationKind.CONTRADICTION: InsightKind.DISAGREEMENT, RelationKind.UPDATE: InsightKind.REVISED}


def insights(store: Store, articles: Iterable[Held]) -> tuple[Insight, ...]:
    """What these articles tell that is new, by kind, the latest first, at most EACH of a kind; a happening once."""
    held = {h.article.id: h for h in articles}
    claims = [c for a in sorted(held) for c in store.claims.of_article(a)]
    found = [*_plans(store, claims, held), *_pairs(store, claims, held)]
    kinds = list(InsightKind)
    found.sort(key=lambda i: (kinds.index(i.kind), -_day(i), i.basis[0].claim))
    counted: dict[InsightKind, int] = {}
    kept = []
    for insight in found:
        counted[insight.kind] = counted.get(insight.kind, 0) + 1
        if counted[insight.kind] <= EACH:
            kept.append(insight)
    return tuple(kept)


def _day(insight: Insight) -> int:
    day = insight.basis[0].article.published_at
    return day.toordinal() if day else 0


def _plans(store: Store, claims: Sequence[Claim], held: dict[str, Held]) -> list[Insight]:
    """Gatherings that are to come, or were to: one insight for each happening, by its latest article."""
    latest = sorted(
        (c for c in claims if _gathering(c, published_day(held[c.article_id]))),
        key=lambda c: (-(published_day(held[c.article_id]) or date.min).toordinal(), c.article_id, c.sentence.start),
    )
    events: set[str] = set()
    sentences: set[str] = set()
    found = []
    for claim in latest:
        own = {e.id for e in store.links.events_of([claim.id])}
        if claim.sentence.exact in sentences or events & own:
            continue
        events |= own
        sentences.add(claim.sentence.exact)
        kind = PLANS[claim.status]
        when = f" for {claim.when.days.edtf()}" if claim.when and kind is InsightKind.PLANNED else ""
        told = f"{claim.anchor.exact}: {kind}{when}"
        found.append(Insight(kind, told, (_basis(claim, held[claim.article_id]),)))
    return found


def _gathering(claim: Claim, day: date | None) -> bool:
    """Whether a claim tells of a meeting or vote that is to come, or was to and was called off."""
    if claim.status not in PLANS or claim.negated:
        return False
    if claim.status is Status.PLANNED:
        ahead = claim.when is not None and day is not None and claim.when.days.lower > day
        return ahead and not GATHERINGS.isdisjoint(groups_in(stems(claim.anchor.exact)))
    return not GATHERINGS.isdisjoint(groups_in(stems(claim.sentence.exact)))


def _pairs(store: Store, claims: Sequence[Claim], held: dict[str, Held]) -> list[Insight]:
    """Contradictions and updates with an end in these articles, each happening and slot once."""
    relations = store.links.relations_of([c.id for c in claims])
    seen: set[tuple[str, ...]] = set()
    found = []
    for relation in relations:
        if relation.kind not in PAIRS:
            continue
        ends = sorted(store.claims.get([relation.a, relation.b]), key=lambda c: c.article_id not in held)
        basis = tuple(_basis(c, h) for c in ends if (h := held.get(c.article_id) or store.articles.get(c.article_id)))
        name = (relation.kind, relation.slot or "", *sorted(relation.values))
        if len(basis) == 2 and name not in seen:
            seen.add(name)
            found.append(Insight(PAIRS[relation.kind], _told(relation), basis, relation.id))
    return found


def _told(relation: Relation) -> str:
    return f"{relation.slot or 'what is told'}: {' against '.join(relation.values)}"


def _basis(claim: Claim, held: Held) -> Basis:
    return Basis(claim.id, claim.sentence.exact, brief(held))
