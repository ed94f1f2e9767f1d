"""Articles into groups: average link over affinities, from parts that hang together already."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

FIRM = 1.5  # what two stories that readers have seen must have in common to become one, in thresholds
BEST = 2  # articles of a story to which a report from the spot must be near
ALONE = 1.2  # how much nearer than to any other story, so that only one fits

Pair = tuple[str, str]
Edge = tuple[float, str, str, int, int]
Sums = dict[int, dict[int, float]]


def group(
    parts: Sequence[Collection[str]],
    affinities: Mapping[Pair, float],
    same: float,
    never: Iterable[Pair] = (),
    firm: Collection[str] = (),
    loose: Collection[str] = (),
    parted: Callable[[Collection[str], Collection[str], float], bool] | None = None,
) -> list[tuple[str, ...]]:
    """Joins the two nearest parts as long as the average affinity of their pairs reaches `same`.

    Articles in `loose` (reports from the spot, which share few words with the news) take nothing away from the average
    of a part; one that is left alone joins the part whose BEST articles it is near to, if no other is as near.

    `affinities` are by pairs in order (a < b), 0 for those left out. No group holds two articles of a pair in `never`;
    two parts with articles in `firm` are joined only if their average reaches FIRM times as much; and none that
    `parted` tells to be two stories by their articles and the average of their pairs.
    Groups and their articles come in order; the outcome depends on no order of arrival. (Agglomerative clustering with
    average link, Sokal & Michener 1958; n articles with m affinities cost O(n m log m) at most.)
    """
    return _Links(parts, affinities, never, firm, loose).joined(same, parted or _never)


class _Links:
    """Parts by number, and the sum of affinities between any two that have some: of all pairs of articles, and of those
    that are not loose."""

    def __init__(
        self,
        parts: Sequence[Collection[str]],
        affinities: Mapping[Pair, float],
        never: Iterable[Pair],
        firm: Collection[str],
        loose: Collection[str],
    ) -> None:
        ordered = sorted(tuple(sorted(p)) for p in parts if p)
        self.parts = dict(enumerate(ordered))
        self.made = len(ordered)
        at = {a: n for n, part in self.parts.items() for a in part}
        self.affinities, self.loose = affinities, frozenset(loose)
        self.firm = {n for n, part in self.parts.items() if not set(firm).isdisjoint(part)}
        self.sums: Sums = {n: {} for n in self.parts}
        self.fixed: Sums = {n: {} for n in self.parts}
        for (a, b), affinity in sorted(affinities.items()):
            if a in at and b in at and at[a] != at[b]:
                _add(self.sums, at[a], at[b], affinity)
                if self.loose.isdisjoint((a, b)):
                    _add(self.fixed, at[a], at[b], affinity)
        self.barred: dict[int, set[int]] = {n: set() for n in self.parts}
        for a, b in sorted(never):
            if a in at and b in at and at[a] != at[b]:
                self.barred[at[a]].add(at[b])
                self.barred[at[b]].add(at[a])

    def joined(
        self, same: float, parted: Callable[[Collection[str], Collection[str], float], bool]
    ) -> list[tuple[str, ...]]:
        """The groups when nothing more is to be joined."""
        waiting = [self._edge(one, other) for one in self.sums for other in self.sums[one] if one < other]
        heapq.heapify(waiting)
        while waiting and -waiting[0][0] >= same:
            _, _, _, one, other = heapq.heappop(waiting)
            if one not in self.parts or other not in self.parts or other in self.barred[one]:
                continue
            if parted(self.parts[one], self.parts[other], self._average(one, other)):
                continue
            made = self._join(one, other)
            for near in self.sums[made]:
                heapq.heappush(waiting, self._edge(near, made))
        self._attach(same)
        return sorted(self.parts.values())

    def _edge(self, one: int, other: int) -> Edge:
        mine, theirs = self.parts[one], self.parts[other]
        average = self._average(one, other) / self._strength(one, other)
        # Rounded, so that the order in which sums came about decides nothing; ties go by the articles' ids.
        first, second = sorted((mine[0], theirs[0]))
        return (-round(average, 9), first, second, one, other)

    def _average(self, one: int, other: int) -> float:
        """That of all pairs, or of those that are not loose, whichever is higher."""
        mine, theirs = self.parts[one], self.parts[other]
        whole = self.sums[one][other] / (len(mine) * len(theirs))
        pairs = len(set(mine) - self.loose) * len(set(theirs) - self.loose) if self.loose else 0
        return max(whole, self.fixed[one].get(other, 0.0) / pairs) if pairs else whole

    def _join(self, one: int, other: int) -> int:
        """Makes one part of two, and gives its number."""
        self.made = made = self.made + 1
        self.parts[made] = tuple(sorted((*self.parts.pop(one), *self.parts.pop(other))))
        for sums in (self.sums, self.fixed):
            _merge(sums, one, other, made)
        if one in self.firm or other in self.firm:
            self.firm.add(made)
        self.barred[made] = self.barred.pop(one) | self.barred.pop(other)
        for near in self.barred[made]:
            if near in self.barred:
                self.barred[near].add(made)
        return made

    def _attach(self, same: float) -> None:
        """Joins each loose article that is left alone to the only part whose nearest articles it is near to."""
        alone = [n for n, part in self.parts.items() if len(part) == 1 and part[0] in self.loose]
        homes = {n: part for n, part in self.parts.items() if n not in alone}
        chosen = {n: home for n in alone if (home := self._only(n, homes, same)) is not None}
        now = {n: n for n in homes}
        for n in sorted(chosen, key=lambda n: self.parts[n]):
            home = now[chosen[n]]
            if home not in self.barred[n]:
                now[chosen[n]] = self._join(n, home)

    def _only(self, alone: int, homes: Mapping[int, Sequence[str]], same: float) -> int | None:
        (article,) = self.parts[alone]
        scores = {n: self._nearest(article, part) / self._strength(alone, n) for n, part in homes.items()}
        ranked = sorted(scores, key=lambda n: (-round(scores[n], 9), homes[n]))
        if not ranked or scores[ranked[0]] < same:
            return None
        return ranked[0] if all(scores[ranked[0]] >= ALONE * scores[n] for n in ranked[1:2]) else None

    def _strength(self, one: int, other: int) -> float:
        return FIRM if one in self.firm and other in self.firm else 1.0

    def _nearest(self, article: str, part: Sequence[str]) -> float:
        """The average affinity of an article to those BEST of a part that it is nearest to."""
        found = sorted((self.affinities.get((min(a, article), max(a, article)), 0.0) for a in part), reverse=True)
        return sum(found[:BEST]) / min(BEST, len(part))


def _never(_one: Collection[str], _other: Collection[str], _average: float) -> bool:
    return False


def _add(sums: Sums, one: int, other: int, affinity: float) -> None:
    sums[one][other] = sums[one].get(other, 0.0) + affinity
    sums[other][one] = sums[one][other]


def _merge(sums: Sums, one: int, other: int, made: int) -> None:
    mine, theirs = sums.pop(one), sums.pop(other)
    sums[made] = {}
    for near in sorted((mine.keys() | theirs.keys()) - {one, other}):
        total = mine.get(near, 0.0) + theirs.get(near, 0.0)
        sums[near].pop(one, None)
        sums[near].pop(other, None)
        sums[near][made] = sums[made][near] = total
