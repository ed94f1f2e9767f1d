"""Positions: what a party supports, opposes, demands, offers, or makes depend on something, in the words of a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.text import Selector


class Stance(StrEnum):
    """How a party stands to what its position is on."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    DEMANDS = "demands"
    OFFERS = "offers"
    CONDITIONS = "conditions"


@dataclass(frozen=True, slots=True)
class Position:
    """One stance of one party, resting on words of one revision.

    `actor` is the id of the party; `words` are those that state the position and `sentence` the sentence that they
    stand in. `about` are the words for what it is on, in lower case, with parties as "@id"; positions of one party on
    the same things replace each other. `claim` is the id of the claim that tells it, or that tells of its being said
    (its time is that of the position); "" if there is none. `how` says what makes it a position, in words.
    """

    id: str
    actor: str
    stance: Stance
    words: Selector
    sentence: Selector
    article_id: str
    revision_id: str
    about: tuple[str, ...] = ()
    claim: str = ""
    how: str = ""
