"""Acts: what one party did to another on a day, as a claim tells it; the rows that change over weeks is counted in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.claim import Claim, Status
from dateline.model.coding import EventType, Quad, quad

DONE = frozenset({Status.HAPPENED, Status.ONGOING, Status.SAID, Status.DEMANDED, Status.DENIED})
LATEST = 7  # days of the span in which an act is dated: a wider one ("in 2014") tells of history
HEAD = 800  # characters of a text within which what has no date is the news of the day


@dataclass(frozen=True, slots=True)
class Act:
    """That `actor` did something of a type to `recipient` (countries by ISO code, others by actor id) on a day, as a
    claim of an article published on `published_at` has it."""

    claim: str
    article_id: str
    day: date
    published_at: date
    type: EventType
    actor: str
    recipient: str


def act(claim: Claim, published: date | None) -> Act | None:
    """The act that a claim tells, None if it has no two sides, is not done, or is told without a day of its own far
    down in the text. What is planned counts as the promise or threat that it is, on the day of publication."""
    coding = claim.coding
    if coding is None or published is None or not coding.actor or not coding.recipient:
        return None
    by, to = coding.actor.party, coding.recipient.party
    when = _day(claim, published)
    if not by or not to or by == to or when is None or when > published:
        return None
    return Act(claim.id, claim.article_id, when, published, coding.type, by, to)


def _day(claim: Claim, published: date) -> date | None:
    verbal = claim.coding is not None and quad(claim.coding.type) in (Quad.VERBAL_COOPERATION, Quad.VERBAL_CONFLICT)
    if claim.status is Status.PLANNED:
        return published if verbal and claim.coding and claim.coding.type is not EventType.CONSULT else None
    if claim.status not in DONE:
        return None
    if claim.when is None:
        return published if claim.sentence.start < HEAD else None
    length = claim.when.days.length()
    return claim.when.days.start if length is not None and length <= LATEST else None
