"""What a claim's own words have wrong by what is known of the world: an office that was not held on the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dateline.annotate.actors.lexicon import titles, words
from dateline.annotate.actors.offices import office_slip
from dateline.annotate.base import ACTORS, Annotator, Document, Layer
from dateline.model.claim import Claim, Status
from dateline.model.mark import ActorMark
from dateline.model.provenance import Producer

VERSION = "offices1"
BORNE_OUT = frozenset({Status.HAPPENED, Status.SAID, Status.DENIED, Status.DEMANDED})
LONGEST = 366  # days; a happening in a longer span names no day on which an office could be checked


@dataclass(frozen=True, slots=True)
class Checked:
    """Claims as another annotator makes them, each with the offices that it gives to somebody who did not hold them."""

    made_by: Annotator[Claim]

    @property
    def producer(self) -> Producer:
        """Who makes the claims, with the version of this check."""
        return Producer(self.made_by.producer.name, f"{self.made_by.producer.version}+{VERSION}")

    @property
    def needs(self) -> tuple[Layer[Any], ...]:
        """What the claims need, and the parties."""
        return tuple(dict.fromkeys((*self.made_by.needs, ACTORS)))

    @property
    def gives(self) -> Layer[Any]:
        """Claims."""
        return self.made_by.gives

    def annotate(self, documents: Sequence[Document]) -> Sequence[Sequence[Claim]]:
        """The claims of each document, in order."""
        made = self.made_by.annotate(documents)
        return [_of_document(d, claims) for d, claims in zip(documents, made, strict=True)]


def _of_document(document: Document, claims: Sequence[Claim]) -> Sequence[Claim]:
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
