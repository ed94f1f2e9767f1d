"""The state whose ground another one's armed or diplomatic act is on: Ukraine where Russia annexes Crimea."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from dateline.annotate.base import ACTORS, PLACES, Document
from dateline.model.claim import Claim

ACTS = frozenset(
    """
annex invade occupy seize capture attack bomb bombard shell strike raid storm besiege blockade conquer overrun enter
land withdraw intervene incorporate retake recall expel deploy send advance cross hit shoot fire destroy
""".split()
)
WAYS = frozenset({"land", "enter", "cross", "withdraw"})  # which persons may do without arms


class Ground:
    """The places of one text, and the states that it names."""

    def __init__(self, document: Document, states: Mapping[str, str]) -> None:
        self._places = document[PLACES]
        self._starts = [p.words.start for p in self._places]
        named = {m.country for m in document[ACTORS]}
        self._states = {country: state for country, state in states.items() if country in named}
        self._persons = frozenset(m.actor for m in document[ACTORS] if m.kind == "person")
        self._countries = {m.actor: m.country for m in document[ACTORS] if m.country}

    def of(self, claim: Claim) -> tuple[str, ...]:
        """The states, named elsewhere in the text, whose ground a party of another country acts on; () if it is no such
        act."""
        agents = {r.actor for r in claim.roles if r.name == "agent" and r.actor}
        doers = {self._countries.get(actor, "") for actor in agents} - {""}
        if claim.head not in ACTS or not doers or (claim.head in WAYS and agents <= self._persons):
            return ()
        first, last = (bisect_left(self._starts, at) for at in (claim.words.start, claim.words.end))
        owners = (self._states.get(p.country, "") for p in self._places[first:last] if p.country not in doers)
        return tuple(a for a in dict.fromkeys(owners) if a and a not in claim.actors)
