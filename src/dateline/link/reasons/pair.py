"""Two claims, as the reasons see them, and what a reason is before anybody reads it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.link.profile import Profile, Telling
from dateline.link.times import Times, compare
from dateline.model.time import Days

FEWEST = 12  # claims that two articles are taken to have at least: of a handful, every word is in most
PLAIN = 2  # a word that only the two claims share is as telling as it can be


@dataclass(frozen=True, slots=True)
class Crowd:
    """All claims of two articles (or of one): the background against which a shared word is telling. `common` keeps how
    alike two of the claims are."""

    tellings: tuple[Telling, ...]
    common: dict[tuple[str, str], float] = field(default_factory=dict)
    _words: dict[str, float] = field(default_factory=dict)

    def word(self, word: str) -> float:
        """How much a stem tells two claims apart from all others here, 0..1."""
        if word not in self._words:
            self._words[word] = _local(sum(t.stems.get(word, 0) for t in self.tellings), self._size())
        return self._words[word]

    def actor(self, actor: str) -> float:
        """The same for a party."""
        return _local(sum(t.actors.get(actor, 0) for t in self.tellings), self._size())

    def place(self, place: str) -> float:
        """The same for a place."""
        return _local(sum(t.places.get(place, 0) for t in self.tellings), self._size())

    def days(self, days: Days) -> float:
        """The same for a time: what half of the claims are dated to tells little."""
        return _local(sum(t.days.get(days, 0) for t in self.tellings), self._size())

    def told_then(self, article_id: str, days: Days) -> int:
        """How many claims of one of the articles are of a time that equals, holds or lies in this one."""
        return len(next(t for t in self.tellings if t.article_id == article_id).then(days))

    def told_within(self, article_id: str, days: Days) -> int:
        """How many claims of one of the articles are of a time that lies in this one."""
        return next(t for t in self.tellings if t.article_id == article_id).within(days)

    @property
    def kinship(self) -> float:
        """How much the articles are about the same matter, 0..1: the cosine of their telling words and parties."""
        if "" not in self._words:
            a, b = self.tellings[0].vector, self.tellings[-1].vector
            self._words[""] = math.fsum(x * b[w] for w, x in a.items() if w in b)
        return self._words[""]

    def _size(self) -> int:
        return sum(len(t.profiles) for t in self.tellings)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims, the claims of both articles around them, and how their times stand to each other.

    Everything here is a function of the two articles alone, so that a score never depends on what else is held.
    """

    a: Profile
    b: Profile
    crowd: Crowd
    times: Times

    @classmethod
    def of(cls, a: Profile, b: Profile, crowd: Crowd) -> Pair:
        """The pair."""
        return cls(a, b, crowd, compare(a.claim.when, b.claim.when))


class Ground(NamedTuple):
    """One ground for or against: its name, strength -1..1, and the words for a reader, made only when asked for."""

    name: str
    strength: float
    tell: Callable[[], str]


Signal = Callable[[Pair], Ground | None]
"""Gives its ground, or None if it has nothing to say."""


def _local(count: int, claims: int) -> float:
    claims = max(claims, FEWEST)
    if count <= PLAIN:
        return 1.0
    return max(0.0, math.log(claims / count) / math.log(claims / PLAIN))
