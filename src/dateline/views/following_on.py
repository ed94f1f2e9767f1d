"""After which of a matter's acts another has come: of one thread the newest turn tells how it stands. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.link.words import WORD, stem
from dateline.model.claim import Status
from dateline.views.bearing import anchor_groups
from dateline.views.standing import Standing, lowered, rank

FOLLOWED = 0.5  # what is left of an act's score after which another of its thread has come
TURNS = 12  # the weightiest acts, after which others are asked for
AS_MUCH = 0.8  # part of an act's score that a turn has to have: a trifle leaves nothing behind
BESIDE = 0.8  # a second act of one happening


@dataclass(frozen=True, slots=True)
class Act:
    """A standing with what ties it to others: kinds of act, words, parties, who acts, and the names in its parts."""

    standing: Standing
    kinds: frozenset[str]
    terms: frozenset[str]
    parties: frozenset[str]
    acting: frozenset[str]
    names: frozenset[str]

    @property
    def sentence(self) -> tuple[str, int]:
        """Article and start of its sentence."""
        return self.standing.told.claim.article_id, self.standing.told.claim.sentence.start

    @property
    def event(self) -> str:
        """The happening that it is of."""
        return self.standing.told.event

    def of_thread(self, other: Act) -> bool:
        """Whether both stand in one sentence, or share parties, words or a kind, and are of different happenings."""
        alike = self.parties & other.parties or self.kinds & other.kinds or self.terms & other.terms
        return self.event != other.event and bool(alike or self.sentence == other.sentence)

    def apart_from(self, other: Act) -> bool:
        """Whether both share nothing, so that they are two acts although one happening."""
        alike = self.kinds & other.kinds or self.terms & other.terms or self.acting & other.acting
        return not (alike or self.names & other.names)


def _act(s: Standing) -> Act:
    claim = s.told.claim
    parts = [r for r in claim.roles if r.name in ("agent", "patient")]
    told = (claim.anchor.exact, *(r.words for r in parts))
    return Act(
        s,
        s.told.axes | {f"={g}" for g in anchor_groups(claim)},
        frozenset(stem(t) for t in claim.terms),
        frozenset(claim.actors),
        frozenset(r.actor or stem(r.head) for r in parts if r.name == "agent"),
        frozenset(stem(w) for words in told for w in WORD.findall(words) if w[0].isupper()),
    )


def followed(kept: Sequence[Standing]) -> list[Standing]:
    """The same, weightiest first, with acts lowered after which one of the weightiest came that is of their thread."""
    acts = [_act(s) for s in kept if s.told.claim.status is Status.HAPPENED]
    late = {a.standing.told.claim.id for a in acts if any(_later(t, a) and a.of_thread(t) for t in acts[:TURNS])}
    return sorted((_behind(s) if s.told.claim.id in late else s for s in kept), key=rank)


def _later(turn: Act, act: Act) -> bool:
    later = turn.standing.since > act.standing.since
    return later and turn.standing.score >= AS_MUCH * act.standing.score


def _behind(s: Standing) -> Standing:
    return lowered(s, FOLLOWED, "another act of those concerned came after it")


def with_seconds(kept: Sequence[Standing], found: Sequence[Standing]) -> list[Standing]:
    """The same, weightiest first, with the second act of a happening of which a sentence tells two ("took the town, and
    a ceasefire was called")."""
    return sorted((*kept, *_seconds(kept, found)), key=rank)


def _seconds(kept: Sequence[Standing], found: Sequence[Standing]) -> Iterator[Standing]:
    first = {s.told.event: s for s in kept}
    told = Counter((s.told.event, s.told.claim.article_id, s.told.claim.sentence.start) for s in found)
    for s in sorted(found, key=rank):
        chosen, claim = first.get(s.told.event), s.told.claim
        several = told[s.told.event, claim.article_id, claim.sentence.start] > 1
        if chosen and several and not s.overtaken_by and _another_act(s, chosen):
            del first[s.told.event]
            yield lowered(s, BESIDE)


def _another_act(s: Standing, first: Standing) -> bool:
    claim = s.told.claim
    named = any(r.name in ("agent", "patient") for r in claim.roles)
    return named and claim.status is first.told.claim.status and _act(s).apart_from(_act(first))
