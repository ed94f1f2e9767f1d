"""A document on its way to actor marks: its words, what was found among them, and which countries it speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.annotate.actors.lexicon import Actor
from dateline.annotate.actors.tokens import Token

HEADLINE = 2  # mentions that a headline counts for
MAIN_SHARE = 0.5  # of all mentions of countries, for a text to speak of one before all
_JOINS = frozenset({" ", "-", "‑", "\u00a0", "  ", "\n"})


@dataclass(frozen=True, slots=True)
class Found:
    """Words first..last (half-open) that mean a party, why, and who else they might mean, best first."""

    first: int
    last: int
    actor: Actor
    how: str
    others: tuple[str, ...] = ()
    title: str = ""


@dataclass(slots=True)
class Scan:
    """The words of a document, finds by first word, each word's find; countries named, and those of people.

    `grounds` are the countries whose seats the text names, be it as places; `headed` those that the headline names, and
    `bodies` the alliances, organisations and groups in it.
    """

    tokens: Sequence[Token]
    day: date | None
    home: str
    finds: dict[int, Found] = field(default_factory=dict)
    taken: dict[int, Found] = field(default_factory=dict)
    countries: Counter[str] = field(default_factory=Counter)
    homes: Counter[str] = field(default_factory=Counter)
    grounds: frozenset[str] = frozenset()
    headed: frozenset[str] = frozenset()
    bodies: tuple[Actor, ...] = ()

    def add(self, find: Found) -> None:
        """Keeps a find; words that are taken already must not be in it."""
        self.finds[find.first] = find
        for n in range(find.first, find.last):
            self.taken[n] = find
        if find.actor.country:
            (self.homes if find.actor.kind == "person" else self.countries)[find.actor.country] += 1

    def drop(self, find: Found) -> None:
        """Takes a find out again."""
        del self.finds[find.first]
        for n in range(find.first, find.last):
            del self.taken[n]
        if find.actor.country:
            (self.homes if find.actor.kind == "person" else self.countries)[find.actor.country] -= 1

    def free(self, first: int, last: int) -> bool:
        """Whether no word of first..last belongs to a find."""
        return not any(n in self.taken for n in range(first, last))

    def joined(self, n: int) -> bool:
        """Whether word n stands right behind the one before, in one name."""
        token = self.tokens[n]
        if token.gap in _JOINS:
            return self.tokens[n - 1].sentence == token.sentence and not self.tokens[n - 1].owns
        short = len(self.tokens[n - 1].words) <= 4 and self.tokens[n - 1].capital
        return token.gap == ". " and short and not token.first and self.tokens[n - 1].sentence == token.sentence

    def adjacent(self, n: int) -> bool:
        """Whether only a space or hyphen parts word n from the one before; "'s" may stand between."""
        return self.tokens[n].gap in _JOINS and self.tokens[n - 1].sentence == self.tokens[n].sentence

    def ordered(self) -> Iterator[Found]:
        """The finds in the order of the text."""
        return (self.finds[n] for n in sorted(self.finds))

    def weighed(self) -> Counter[str]:
        """How often the document names each country or people of it; one that the headline names counts for more."""
        both = self.countries + self.homes
        for country in self.headed & both.keys():
            both[country] += HEADLINE
        return both

    def first_country(self) -> str:
        """The country that the document names more often than any other, "" if two are named alike."""
        ranked = self.weighed().most_common(2)
        clear = ranked and (len(ranked) == 1 or ranked[1][1] < ranked[0][1])
        return ranked[0][0] if clear else ""

    def main_country(self) -> str:
        """The country that the document speaks of before all, "" if none stands out."""
        both = self.weighed()
        ranked = both.most_common(2)
        clear = ranked and ranked[0][1] >= MAIN_SHARE * both.total()
        return ranked[0][0] if clear or len(ranked) == 1 else ""
