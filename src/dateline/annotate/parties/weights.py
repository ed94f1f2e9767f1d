"""Whom a text is on: its parties by how often it names them, and the two that it is on before all others."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.annotate.actors.lexicon import lexicon
from dateline.annotate.base import ACTORS, Document
from dateline.annotate.parties.implied import is_place, main_party

SECOND = 0.18  # share of all mentions of parties for a text to be on a second one too
OFTEN = 3  # mentions
NEAR = 80  # mentions back among which the one of two that was named last is sought


@dataclass(frozen=True)
class Weights:
    """The parties of one text by mentions."""

    document: Document

    @cached_property
    def states(self) -> dict[str, str]:
        """The ids of states by country."""
        return {a.country: a.id for a in lexicon().countries.values()}

    @cached_property
    def main(self) -> str:
        """The party that the text is on before all; "" if there is none."""
        return main_party(self.document)

    @cached_property
    def state(self) -> str:
        """The state that the text names most, its organs and people among the mentions; "" if it is rare or
        two are named alike."""
        ids = set(self.states.values())
        ranked = [(n, party) for party, n in self._counted.items() if party in ids]
        ranked.sort(key=lambda item: (-item[0], item[1]))
        clear = ranked and ranked[0][0] >= OFTEN and (len(ranked) == 1 or ranked[1][0] < ranked[0][0])
        return ranked[0][1] if clear else ""

    @cached_property
    def _counted(self) -> Counter[str]:
        counted: Counter[str] = Counter()
        for mark in self.document[ACTORS]:
            if mark.kind in ("media", "instrument") or is_place(self.document.text, mark):
                continue
            stands = self.states.get(mark.country, "") if mark.kind not in ("group", "party") else mark.actor
            counted[stands or ("" if mark.kind == "person" else mark.actor)] += 1
        del counted[""]
        return counted

    def sides(self, at: int) -> tuple[str, ...]:
        """The two parties that dealings in the text are between: those that it is on before all, else its main one and
        the only organisation that it names, or the only other party that it names more than once."""
        found = self.both(at)
        if found or not self.main:
            return found
        return self._counterpart

    @cached_property
    def _counterpart(self) -> tuple[str, ...]:
        named = {party: n for party, n in self._counted.items() if party != self.main}
        kinds = {m.actor: m.kind for m in self.document[ACTORS]}
        bodies = [party for party in named if kinds.get(party) in ("organisation", "alliance", "group")]
        often = [party for party, n in named.items() if n > 1]
        other = self._at_odds(kinds) or (bodies if len(bodies) == 1 else often)
        return tuple(sorted((self.main, other[0]))) if len(other) == 1 else ()

    def _at_odds(self, kinds: Mapping[str, str]) -> list[str]:
        """The group at odds with the state that the text is on, if it names one only, or the state of the group."""
        homes = {m.actor: m.country for m in self.document[ACTORS] if m.country}
        home = homes.get(self.main, "")
        if kinds.get(self.main) == "group":
            return [self.states[home]] if home in self.states else []
        groups = [a for a in self._counted if kinds.get(a) == "group" and homes.get(a) == home and a != self.main]
        armed = lexicon().armed
        return list(dict.fromkeys(armed[a].id if a in armed and armed[a].id in groups else a for a in groups))

    def both(self, at: int) -> tuple[str, ...]:
        """The two parties that the text is on before all others; of several named alike as the second, the one named
        last before a character; () if there are not two."""
        ranked = self._ranked
        if len(ranked) < 2 or ranked[1][1] < max(OFTEN, SECOND * self._counted.total()):
            return ()
        seconds = {party for party, n in ranked[1:] if n == ranked[1][1]}
        if len(seconds) > 1 and (ranked[0][1] == ranked[1][1] or not (second := self._last(seconds, at))):
            return ()
        return tuple(sorted((ranked[0][0], second if len(seconds) > 1 else ranked[1][0])))

    def _last(self, parties: set[str], at: int) -> str:
        """Which of the parties, or a person or organ of it, is named last before a character."""
        marks = self.document[ACTORS]
        last = bisect_left(self._starts, at)
        for mark in reversed(marks[max(0, last - NEAR) : last]):
            stands = mark.actor if mark.actor in parties else self.states.get(mark.country, "")
            if stands in parties:
                return stands
        return ""

    @cached_property
    def _starts(self) -> list[int]:
        return [m.words.start for m in self.document[ACTORS]]

    @cached_property
    def _ranked(self) -> list[tuple[str, int]]:
        return sorted(self._counted.items(), key=lambda item: (-item[1], item[0]))

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The two people whom the text names far more often than any other; () if there are not two."""
        counted = Counter(m.actor for m in self.document[ACTORS] if m.kind == "person")
        ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:3]
        clear = len(ranked) > 1 and ranked[1][1] > 1 and (len(ranked) == 2 or ranked[2][1] < ranked[1][1])
        return tuple(sorted(actor for actor, _ in ranked[:2])) if clear else ()
