"""Whether somebody acts in a claim who is not the party that the text is on: "she", "Acme Oil", "a crowd"."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from dateline.annotate.actors.lexicon import words
from dateline.annotate.base import PARSES, SENTENCES, Document
from dateline.annotate.parties.wording import standing
from dateline.model.claim import Claim, Role

ALONE = frozenset({"he", "she", "him", "her", "they", "them", "who"})
OWNED = re.compile(r"(?:his|her|their|its)\s|.*['’]s?\s", re.IGNORECASE)
OF_STATES = words("servants") | frozenset(  # who acts for the state that a text is on, if nobody tells otherwise
    """
soldier marine sailor guard policeman policewoman trooper sergeant lieutenant captain inspector constable detective
lawmaker deputy minister senator governor leader chief commissioner secretary teacher doctor nurse veteran
""".split()
)
BANDS = frozenset(  # who acts together, besides kinds of persons
    """
opposition crowd mob protester demonstrator marcher picket voter electorate villager islander inhabitant inmate prisoner
people family tribe clan militia insurgent militant guerrilla fighter faction attacker assailant raider looter bandit
pirate smuggler union company firm corporation conglomerate lender creditor employer court tribunal jury arbitrator
paper newspaper magazine broadcaster channel stranger nobody everyone someone army camp movement church
unionist separatist secessionist loyalist monarchist nationalist islamist jihadist extremist terrorist mercenary
trafficker man woman youth child parent relative elder peasant settler exile majority minority coalition league
federation club committee panel consortium syndicate charity foundation institute university school hospital airline
manufacturer operator retailer supermarket household consumer
""".split()
)
LEADERS = frozenset({"leader", "chief", "minister", "president"})
PERSONS = (words("persons") | BANDS) - OF_STATES


class Others:
    """The claims of one text, asked for who acts in them."""

    def __init__(self, document: Document) -> None:
        self._starts = [s.start for s in document[SENTENCES]]
        self._parses = document.layers.get(PARSES.name, ())
        self._text = document.text

    def act_in(self, claim: Claim) -> bool:
        """Whether a doer without an id is somebody of their own: a person, a band of people, or a name."""
        doers = [r for r in claim.roles if r.name == "agent" and not r.actor]
        return any(self._somebody(claim, r) for r in doers)

    def band_in(self, claim: Claim) -> bool:
        """Whether persons or a band without an id are told to act, whom no words stand for: "three ethnic armies"."""
        doers = [r for r in claim.roles if r.name == "agent" and not r.actor and standing(r.words) is None]
        return any(r.head in PERSONS | LEADERS for r in doers)

    def _somebody(self, claim: Claim, role: Role) -> bool:
        said = role.words.lower()
        return said in ALONE or role.head in PERSONS or bool(OWNED.match(said)) or self._named(claim, role)

    def _named(self, claim: Claim, role: Role) -> bool:
        """Whether the head of a role is a name, by its parse."""
        at = self._text.find(role.words, claim.sentence.start, claim.sentence.end)
        number = bisect_right(self._starts, claim.sentence.start) - 1
        if at < 0 or not 0 <= number < len(self._parses):
            return False
        first, last = at - self._starts[number], at - self._starts[number] + len(role.words)
        inside = [t for t in self._parses[number] if first <= t.idx < last]
        return any(_is_name(t) for t in inside if t.lemma_.lower() == role.head.lower())


def _is_name(token: Any) -> bool:
    return str(token.pos_) == "PROPN" and str(token.text)[:1].isupper()
