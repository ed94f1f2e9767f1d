"""A claim as `show` tells it: the sentence in its surroundings, what was read from it, and what it is tied to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dateline.errors import NothingFound
from dateline.model.claim import Claim, Quantity
from dateline.model.relation import Correction, Decision
from dateline.views.base import Reading
from dateline.views.evidence import Evidence, evidence
from dateline.views.gather import Gathered, gather_claims
from dateline.views.shown.relation import RelationShown, shown

AROUND = 200  # characters of the text on each side of the sentence


@dataclass(frozen=True, slots=True)
class Party:
    """A party or thing in the happening: its role, its words, and its name if it is a known actor. `acts_for` is true
    where the words tell of somebody who acts for that actor, or of a part of it, and do not name it."""

    role: str
    words: str
    actor: str
    name: str
    acts_for: bool = False


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """A decision in force about a claim, in words."""

    id: str
    by: str
    at: datetime
    words: str
    note: str


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """A claim: its evidence with the text `before` and `after` the sentence, what was read, its event, its relations
    and the decisions about it; with why also the reasons and the producer. `told` are the words for what is claimed."""

    evidence: Evidence
    before: str
    after: str
    head: str
    parties: tuple[Party, ...]
    places: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    event: str
    label: str
    relations: tuple[RelationShown, ...]
    decisions: tuple[DecisionShown, ...]
    why: tuple[str, ...] = ()
    producer: str = ""
    told: str = ""


def show(reading: Reading, claim_id: str, why: bool, known_at: datetime | None) -> ClaimShown:
    """The claim with this id; raises NothingFound if it is not held at that time."""
    store = reading.store
    claims = store.claims.get([claim_id], known_at)
    if not claims:
        raise NothingFound("not held now", what=claim_id, do="--known-at shows what was held before")
    claim = claims[0]
    events = tuple(store.links.events_of([claim_id], known_at))
    relations = store.links.relations_of([claim_id], known_at)
    others = sorted({c for r in relations for c in (r.a, r.b)} - {claim_id})
    gathered = gather_claims(store, [claim, *store.claims.get(others, known_at)], events, known_at)
    text = gathered.text_of(claim).revision.text
    start, end = claim.sentence.start, claim.sentence.end
    return ClaimShown(
        evidence=evidence(claim, gathered),
        before=_whole_words(text, max(0, start - AROUND), start),
        after=_whole_words(text, end, end + AROUND),
        head=claim.head,
        parties=_parties(claim, gathered),
        places=tuple(gathered.places.get(p, p) for p in claim.places),
        quantities=claim.quantities,
        event=events[0].id if events else "",
        label=events[0].label if events else "",
        relations=tuple(shown(r, gathered, why) for r in gathered.relations if claim_id in (r.a, r.b)),
        decisions=decisions_on(claim, store.decisions.all(known_at)),
        why=(*claim.why, *_implied(claim, gathered)) if why else (),
        producer=_producer(reading) if why else "",
        told=claim.words.exact,
    )


def _whole_words(text: str, start: int, end: int) -> str:
    """What stands there, less a word that is cut in two at either end."""
    piece = text[start:end]
    if text[max(0, start - 1) : start + 1].isalnum() and start:
        piece = "… " + piece.partition(" ")[2]
    if text[end - 1 : end + 1].isalnum() and end < len(text):
        piece = piece.rpartition(" ")[0] + " …"
    return piece.strip()


def _parties(claim: Claim, gathered: Gathered) -> tuple[Party, ...]:
    return tuple(Party(r.name, r.words, r.actor, gathered.actors.get(r.actor, ""), r.acts_for) for r in claim.roles)


def _implied(claim: Claim, gathered: Gathered) -> tuple[str, ...]:
    """What is taken from the whole text and not from the claim's own words, told as such."""
    names = ", ".join(gathered.actors.get(a, a) for a in claim.implied)
    return (f"taken to be about {names} by the rest of the text: its own words do not name them",) if names else ()


def _producer(reading: Reading) -> str:
    return next((str(a.producer) for a in reading.chain().annotators if a.gives.name == "claims"), "")


def decisions_on(claim: Claim, decisions: Sequence[Decision]) -> tuple[DecisionShown, ...]:
    """The decisions that point at the words of a claim."""
    return tuple(_told(d) for d in decisions if any(_points_at(t, claim) for t in _targets(d)))


def _targets(decision: Decision) -> tuple[tuple[str, int, str], ...]:
    targets = (decision.target,) if isinstance(decision, Correction) else (decision.a, decision.b)
    return tuple((t.article_id, t.words.start, t.words.exact) for t in targets)


def _points_at(target: tuple[str, int, str], claim: Claim) -> bool:
    return target == (claim.article_id, claim.anchor.start, claim.anchor.exact)


def _told(decision: Decision) -> DecisionShown:
    if isinstance(decision, Correction):
        changes = {"time": decision.when, "status": decision.status}
        words = "rejected" if decision.rejected else ", ".join(f"{k}: {v}" for k, v in changes.items() if v)
    else:
        words = f"{decision.verdict} happening: {decision.a.words.exact!r} and {decision.b.words.exact!r}"
    return DecisionShown(decision.id, decision.by, decision.at, words, decision.note)
