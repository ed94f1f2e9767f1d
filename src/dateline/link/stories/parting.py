"""Whether two groups of articles that are near each other are two stories all the same.

Two happenings of one kind (two earthquakes of a province, two hearings of one nominee) share so many words that the
average of their pairs alone would join them. But the articles of each have more in common with one another.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations, product

from dateline.link.stories.affinity import STANDARD, Setting, affinity
from dateline.link.stories.days import Days, compared
from dateline.link.stories.profile import Compared

SPEAK = 12  # articles of a group that are looked at
PAIR = 2  # articles of each group from which a lull between their days is one
THREE = 3  # articles of each group from which their figures tell
MANY = 4  # articles of each group from which words alone part them: what fewer have in common can be chance
LULL = 5  # days between the last of one group and the first of the other, at least
COPIES = 0.35  # affinity that counts for a pair at most: copies of one text hang together more than any story does
TOLD = 5  # pairs within the groups, and as many between them, of which both articles give figures
SHARE = 0.5  # of the pairs within the groups that share a figure, at least
FEW = 0.25  # of that share, at most, between the groups


class Parting:
    """The articles at hand and how near they are to each other, each pair compared once."""

    def __init__(self, articles: Mapping[str, Compared], setting: Setting = STANDARD) -> None:
        self._articles, self._setting = articles, setting
        self._near: dict[tuple[str, str], float] = {}

    def __call__(self, one: Collection[str], other: Collection[str], average: float) -> bool:
        """Whether two groups, of an average affinity between them, are two stories: each hangs together far more than
        they do with each other; or more at all, and a lull lies between their days, or each has its own figures."""
        fewest = min(len(one), len(other))
        if fewest < PAIR or average >= self._setting.evident * COPIES:
            return False
        mine, theirs = self._speakers(one), self._speakers(other)
        hold = min(self._within(mine), self._within(theirs))
        if average >= max(self._setting.evident, self._setting.hold) * hold:
            return False
        if fewest >= MANY and average < self._setting.hold * hold:
            return True
        own = _lull(mine, theirs) or (fewest >= THREE and _own_figures(mine, theirs))
        return own and average < self._setting.evident * hold

    def _speakers(self, group: Collection[str]) -> list[Compared]:
        """The articles of a group that are looked at, evenly over all of them."""
        ordered = sorted(a for a in group if a in self._articles)
        step = max(1.0, len(ordered) / SPEAK)
        return [self._articles[ordered[int(n * step)]] for n in range(min(SPEAK, len(ordered)))]

    def _within(self, group: Sequence[Compared]) -> float:
        """The average affinity of the pairs of a group."""
        found = [min(COPIES, self._affinity(a, b)) for a, b in combinations(group, 2)]
        return sum(found) / max(1, len(found))

    def _affinity(self, a: Compared, b: Compared) -> float:
        if (a.id, b.id) not in self._near:
            self._near[a.id, b.id] = affinity(a, b, self._setting)
        return self._near[a.id, b.id]


def _lull(one: Sequence[Compared], other: Sequence[Compared]) -> bool:
    """Whether each came out in a short time, with a longer one between, and none brings news of the other's days."""
    mine, theirs = _published(one), _published(other)
    if not mine or not theirs:
        return False
    between = max(theirs[0] - mine[-1], mine[0] - theirs[-1])
    longest = max(mine[-1] - mine[0], theirs[-1] - theirs[0])
    return between >= LULL and between > longest and not any(_days_meet(a, b) for a, b in product(one, other))


def _published(group: Sequence[Compared]) -> list[int]:
    """The days of publication in order, none if one is not known."""
    known = [a.day for a in group if a.day is not None]
    return sorted(known) if len(known) == len(group) else []


def _days_meet(a: Compared, b: Compared) -> bool:
    return bool(a.occurred and b.occurred) and compared(a, b)[0] in (Days.SAME, Days.AWAITED, Days.UNKNOWN)


def _own_figures(one: Sequence[Compared], other: Sequence[Compared]) -> bool:
    """Whether the articles of each share telling figures, and hardly any with those of the other."""
    mine, theirs = ([(a.figures, b.figures) for a, b in combinations(group, 2)] for group in (one, other))
    shared = [_sharing(mine), _sharing(theirs)]
    found, pairs = _sharing([(a.figures, b.figures) for a, b in product(one, other)])
    within = sum(n for _, n in shared)
    if min(n for n, _ in shared) == 0 or min(within, pairs) < TOLD:
        return False
    share = sum(n for n, _ in shared) / within
    return share >= SHARE and found / pairs <= FEW * share


def _sharing(pairs: Sequence[tuple[frozenset[str], frozenset[str]]]) -> tuple[int, int]:
    """How many of these share a figure, and in how many both give one."""
    told = [(a, b) for a, b in pairs if a and b]
    return sum(bool(a & b) for a, b in told), len(told)
