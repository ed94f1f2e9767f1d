"""Relations between claims or articles, with their reasons, and the decisions of people about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dateline.model.provenance import Reason
from dateline.model.text import Selector


class RelationKind(StrEnum):
    """How two claims (or articles, for same_copy) stand to each other."""

    SAME_COPY = "same_copy"
    SAME_EVENT = "same_event"
    CONTRADICTION = "contradiction"
    UPDATE = "update"
    LOOSER = "looser"
    INCONSISTENCY = "inconsistency"
    SUPERSEDES = "supersedes"


class Slot(StrEnum):
    """In what two claims on one happening differ."""

    DATE = "date"
    NUMBER = "number"
    PLACE = "place"
    ACTOR = "actor"
    OUTCOME = "outcome"


class Verdict(StrEnum):
    """What is decided about a relation; unsure is a value."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Relation:
    """`a` and `b` (ids of claims or articles, a < b; equal for an inconsistency inside one claim) and why.

    A contradiction names its slot and the two values in words, in the order of a and b.
    """

    id: str
    kind: RelationKind
    a: str
    b: str
    score: float
    reasons: tuple[Reason, ...]
    slot: Slot | None = None
    values: tuple[str, ...] = ()
    producer: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about: an article and words in it, so that it survives new versions of the annotators."""

    article_id: str
    words: Selector


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's (or program's) word on whether two claims speak of the same happening. Undone, never deleted."""

    id: str
    a: Target
    b: Target
    verdict: Verdict
    by: str
    at: datetime
    note: str = ""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's change to one claim: a new day span (EDTF), a new status, or its rejection. Undone, never deleted."""

    id: str
    target: Target
    by: str
    at: datetime
    when: str = ""
    status: str = ""
    rejected: bool = False
    note: str = ""
    undone: bool = False


Decision = Judgement | Correction
