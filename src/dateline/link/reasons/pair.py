"""Two claims of different articles, as the reasons see them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dateline.link.profile import Profile, Telling
from dateline.link.times import Times, compare
from dateline.model.provenance import Reason

PLAIN = 2  # a word that only the two claims share is as telling as it can be


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims and the articles that they stand in. Everything here is a function of these two articles alone, so
    that a score never depends on what else is held."""

    a: Profile
    b: Profile
    in_a: Telling
    in_b: Telling

    @property
    def times(self) -> Times:
        """How their times stand to each other."""
        return compare(self.a.claim.when, self.b.claim.when)

    @property
    def claims(self) -> int:
        """How many claims both articles make."""
        return sum(len(t.profiles) for t in self._tellings)

    def telling(self, word: str) -> float:
        """How much a stem tells the two apart from all other claims of both articles, 0..1."""
        return _local(sum(t.stems.get(word, 0) for t in self._tellings), self.claims)

    def telling_actor(self, actor: str) -> float:
        """The same for a party."""
        return _local(sum(t.actors.get(actor, 0) for t in self._tellings), self.claims)

    @property
    def _tellings(self) -> tuple[Telling, ...]:
        return (self.in_a,) if self.in_a is self.in_b else (self.in_a, self.in_b)


Signal = Callable[[Pair], Reason | None]
"""One ground for or against: strength -1..1 as the reason's score, or None if it has nothing to say."""


def weigh(reasons: Mapping[str, float], found: list[Reason]) -> tuple[Reason, ...]:
    """The reasons with their strengths turned into points, heaviest first."""
    scaled = [Reason(r.name, round(r.score * reasons[r.name], 3), r.words) for r in found]
    return tuple(sorted(scaled, key=lambda r: (-abs(r.score), r.name)))


def _local(count: int, claims: int) -> float:
    if claims <= PLAIN or count <= PLAIN:
        return 1.0
    return max(0.0, math.log(claims / count) / math.log(claims / PLAIN))
