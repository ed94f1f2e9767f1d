"""What a claim's own words have wrong by what is known of the world: an office that was not held on the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.annotate.actors.lexicon import titles, words
from dateline.annotate.actors.offices import office_slip
from dateline.annotate.base import ACTORS, Document
from dateline.model.claim import Claim, Status
from dateline.model.mark import ActorMark

BORNE_OUT = frozenset({Status.HAPPENED, Status.SAID, Status.DENIED, Status.DEMANDED})
LONGEST = 366  # days; a happening in a longer span names no day on which an office could be checked


def with_slips(document: Document, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims, each with the offices that it gives to somebody who did not hold them then."""
    styled = [m for m in document[ACTORS] if m.office]
    published = document.revision.published_at
    return [_checked(c, styled, published.day if published else None) for c in claims] if styled else claims


def _checked(claim: Claim, styled: Sequence[ActorMark], published: date | None) -> Claim:
    when = claim.when
    if when is None or when.how != "stated" or when.vague or when.modifier or claim.status not in BORNE_OUT:
        return claim
    if claim.negated or (when.days.length() or LONGEST + 1) > LONGEST:
        return claim
    acts = claim.head in words("acts_of_office")
    told = [
        office_slip(m.name, m.office, when.days, published, acts=acts and _agent(claim, m))
        for m in styled
        if claim.sentence.covers(m.words) and _has_part(claim, m)
    ]
    slips = tuple(dict.fromkeys(t for t in told if t))
    return replace(claim, slips=slips) if slips else claim


def _has_part(claim: Claim, mark: ActorMark) -> bool:
    """Whether the person as worded there is a party of the happening, or the one who says it."""
    named = set(mark.words.exact.replace("-", " ").split())
    mine = (r for r in claim.roles if r.actor == mark.actor)
    return any(r.head in titles() or named & set(r.words.replace("-", " ").split()) for r in mine)


def _agent(claim: Claim, mark: ActorMark) -> bool:
    return any(r.actor == mark.actor and r.name == "agent" for r in claim.roles)
