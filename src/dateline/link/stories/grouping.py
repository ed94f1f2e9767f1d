"""Articles into groups: average link over affinities, from parts that hang together already."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping, Sequence

FIRM = 1.5  # what two stories that readers have seen must have in common to become one, in thresholds

Pair = tuple[str, str]
Edge = tuple[float, str, str, int, int]


def group(
    parts: Sequence[Collection[str]],
    affinities: Mapping[Pair, float],
    same: float,
    never: Iterable[Pair] = (),
    firm: Collection[str] = (),
) -> list[tuple[str, ...]]:
    """Joins the two nearest parts as long as the average affinity of their pairs reaches `same`.

    `affinities` are by pairs in order (a < b), 0 for those left out. No group holds two articles of a pair in `never`;
    two parts with articles in `firm` are joined only if their average reaches FIRM times as much.
    Groups and their articles come in order; the outcome depends on no order of arrival. (Agglomerative clustering with
    average link, Sokal & Michener 1958; n articles with m affinities cost O(n m log m) at most.)
    """
    return _Links(parts, affinities, never, firm).joined(same)


class _Links:
    """Parts by number, and the sum of affinities between any two that have some."""

    def __init__(
        self,
        parts: Sequence[Collection[str]],
        affinities: Mapping[Pair, float],
        never: Iterable[Pair],
        firm: Collection[str],
    ) -> None:
        ordered = sorted(tuple(sorted(p)) for p in parts if p)
        self.parts = dict(enumerate(ordered))
        at = {a: n for n, part in self.parts.items() for a in part}
        self.firm = {n for n, part in self.parts.items() if not set(firm).isdisjoint(part)}
        self.sums: dict[int, dict[int, float]] = {n: {} for n in self.parts}
        for (a, b), affinity in sorted(affinities.items()):
            if a in at and b in at and at[a] != at[b]:
                self._add(at[a], at[b], affinity)
        self.barred: dict[int, set[int]] = {n: set() for n in self.parts}
        for a, b in sorted(never):
            if a in at and b in at and at[a] != at[b]:
                self.barred[at[a]].add(at[b])
                self.barred[at[b]].add(at[a])

    def _add(self, one: int, other: int, affinity: float) -> None:
        self.sums[one][other] = self.sums[one].get(other, 0.0) + affinity
        self.sums[other][one] = self.sums[one][other]

    def joined(self, same: float) -> list[tuple[str, ...]]:
        """The groups when nothing more is to be joined."""
        waiting = [self._edge(one, other) for one in self.sums for other in self.sums[one] if one < other]
        heapq.heapify(waiting)
        following = len(self.parts)
        while waiting and -waiting[0][0] >= same:
            _, _, _, one, other = heapq.heappop(waiting)
            if one not in self.parts or other not in self.parts or other in self.barred[one]:
                continue
            self._join(one, other, following)
            for near in self.sums[following]:
                heapq.heappush(waiting, self._edge(near, following))
            following += 1
        return sorted(self.parts.values())

    def _edge(self, one: int, other: int) -> Edge:
        mine, theirs = self.parts[one], self.parts[other]
        average = self.sums[one][other] / (len(mine) * len(theirs))
        if one in self.firm and other in self.firm:
            average /= FIRM
        # Rounded, so that the order in which sums came about decides nothing; ties go by the articles' ids.
        first, second = sorted((mine[0], theirs[0]))
        return (-round(average, 9), first, second, one, other)

    def _join(self, one: int, other: int, named: int) -> None:
        self.parts[named] = tuple(sorted((*self.parts.pop(one), *self.parts.pop(other))))
        mine, theirs = self.sums.pop(one), self.sums.pop(other)
        self.sums[named] = {}
        for near in sorted((mine.keys() | theirs.keys()) - {one, other}):
            total = mine.get(near, 0.0) + theirs.get(near, 0.0)
            self.sums[near].pop(one, None)
            self.sums[near].pop(other, None)
            self.sums[near][named] = self.sums[named][near] = total
        if one in self.firm or other in self.firm:
            self.firm.add(named)
        self.barred[named] = self.barred.pop(one) | self.barred.pop(other)
        for near in self.barred[named]:
            if near in self.barred:
                self.barred[near].add(named)
