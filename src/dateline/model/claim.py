"""Claims: what an article, or a speaker in it, asserts about one happening."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dateline.model.coding import Coding
from dateline.model.text import Selector
from dateline.model.time import Days, Granularity, Modifier


class Status(StrEnum):
    """How the happening stands, as the claim has it."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    SAID = "said"
    DEMANDED = "demanded"
    DENIED = "denied"
    CONDITIONAL = "conditional"


class Certainty(StrEnum):
    """How sure the holder of the claim is (FactBank)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class When:
    """The time of a claim: days as exact as the source states, and how they were found.

    `how` is "stated" (words in the sentence) or "inherited" (from a lead-in, the sentence before, ...); `why` tells it
    in words. `mark` holds the words for the date, if any. `vague` as in DateMark.
    """

    days: Days
    granularity: Granularity
    how: str
    why: str = ""
    mark: Selector | None = None
    modifier: Modifier | None = None
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """A party or thing in a happening. `name` is agent, patient, recipient, topic, other, or speaker (of one who
    says what the words tell); `actor` is an actor id. `acts_for` is true where the words do not name that party, but
    tell of somebody who acts for it, or of a part of it ("a Norwegian envoy")."""

    name: str
    words: str
    head: str
    actor: str = ""
    acts_for: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit as worded: "334 deputies" is 334 of "deputy"; `approx` for "about", "more than"..."""

    value: float
    unit: str
    words: str
    approx: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition about one happening, resting on words of one revision.

    `head` is the lemma of the word that names the happening ("vote", "invade"), `anchor` those words with their
    nearest complements. `terms` are the content lemmas of the clause, in order, without names of actors, dates and
    numbers. `places` are place ids. `speaker` is the actor id or words of who says it; `negated` is the polarity.
    `said_of` is the id of the claim of the act of speech that this content belongs to, "" for the reporter's own.
    `slips` tell what the claim's own words have wrong by what is known of the world, such as an office not held then.
    `implied` are ids of parties that a claim without any is about, going by the whole text. `coding` is what one party
    does to another in it by PLOVER's event types, None where that is not clear. `told` are the words of the
    whole clause, from its subject on, to be read by themselves; None where the anchor says as much.
    """

    id: str
    article_id: str
    revision_id: str
    sentence: Selector
    anchor: Selector
    head: str
    status: Status
    when: When | None
    roles: tuple[Role, ...] = ()
    places: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    terms: tuple[str, ...] = ()
    negated: bool = False
    certainty: Certainty = Certainty.CERTAIN
    speaker: str = ""
    said_of: str = ""
    why: tuple[str, ...] = field(default=())
    slips: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()
    coding: Coding | None = None
    told: Selector | None = None

    @property
    def words(self) -> Selector:
        """The words to be shown for what is claimed."""
        return self.told or self.anchor

    @property
    def actors(self) -> frozenset[str]:
        """The ids of all parties with a role."""
        return frozenset(r.actor for r in self.roles if r.actor)
