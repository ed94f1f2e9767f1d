"""Insights: statements drawn from what is marked in articles, each with its sentences and the rule that drew it.

views/summing has one module for each sort of rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.claim import Claim
from dateline.store.base import Held
from dateline.views.articles import Brief, brief


class InsightKind(StrEnum):
    """What is new, the weightiest first."""

    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    PLANNED = "newly planned"
    ACTED = "acted toward"
    POSITION = "position changed"
    DISAGREEMENT = "disagreement"
    SETTLED = "disagreement settled"
    REVISED = "number revised"
    QUIET = "gone quiet"


@dataclass(frozen=True, slots=True)
class Basis:
    """A sentence that an insight rests on, and who published it."""

    claim: str
    sentence: str
    article: Brief


@dataclass(frozen=True, slots=True)
class Insight:
    """One thing that is new: its sentences, newest first; `told` says what they show, `relation` where two differ,
    `rule` is the name of the rule that drew it."""

    kind: InsightKind
    told: str
    basis: tuple[Basis, ...]
    relation: str = ""
    rule: str = ""


def basis(claim: Claim, held: Held) -> Basis:
    """The sentence of a claim as evidence."""
    return Basis(claim.id, claim.sentence.exact, brief(held))
