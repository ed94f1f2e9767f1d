"""Which position of a party replaces which: the same party, the same things, a later day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.link.words import groups_in, rarity, stem
from dateline.model.position import Position
from dateline.model.time import Days

SAME = 0.5  # share of the weight of the shorter one's words that two positions on one thing have in common
LEAST = 0.8  # weight that they must share: one telling word, or a few plain ones
PARTY = 0.4  # weight of a party named in both


@dataclass(frozen=True, slots=True)
class Dated:
    """A position with the days on which it was taken, None if nobody knows."""

    position: Position
    days: Days | None

    @property
    def first(self) -> date:
        """The first day on which it may have been taken; the last that can be written if nobody knows."""
        return self.days.lower if self.days else date.max


def succession(taken: Sequence[Dated]) -> dict[str, str]:
    """For each position that takes the place of an earlier one, the latest such: ids, new to old.

    Positions without a day replace nothing, nor do those whose days overlap. Compares only positions of one party.
    """
    by_actor: dict[str, list[Dated]] = {}
    for one in sorted(taken, key=lambda d: (d.first, d.position.id)):
        by_actor.setdefault(one.position.actor, []).append(one)
    replaced: dict[str, str] = {}
    for held in by_actor.values():
        for n, new in enumerate(held):
            earlier = (
                old for old in reversed(held[:n]) if _before(old, new) and same_thing(old.position, new.position)
            )
            if (old := next(earlier, None)) is not None:
                replaced[new.position.id] = old.position.id
    return replaced


def _before(old: Dated, new: Dated) -> bool:
    return old.days is not None and new.days is not None and old.days.upper < new.days.lower


def retold(a: Dated, b: Dated) -> bool:
    """Whether two reports tell of one position: party and stance are the same, one's days hold the other's, and its
    words or what it is on are the same."""
    mine, theirs = a.position, b.position
    if (mine.actor, mine.stance) != (theirs.actor, theirs.stance) or not _hold(a.days, b.days):
        return False
    return mine.words.exact == theirs.words.exact or same_thing(mine, theirs)


def _hold(a: Days | None, b: Days | None) -> bool:
    if a is None or b is None:
        return a is b
    return (a.lower <= b.lower and b.upper <= a.upper) or (b.lower <= a.lower and a.upper <= b.upper)


def same_thing(a: Position, b: Position) -> bool:
    """Whether two positions are on the same thing, by the telling words that they share."""
    if a.about and set(a.about) == set(b.about):
        return True
    mine, theirs = _keys(a), _keys(b)
    shared = sum(mine[k] for k in sorted(mine.keys() & theirs.keys()))
    fewer = min(sum(mine.values()), sum(theirs.values()))
    content = any(not k.startswith("@") for k in mine.keys() & theirs.keys())
    return content and shared >= LEAST and shared >= SAME * fewer


def _keys(position: Position) -> dict[str, float]:
    """The words of a position, by stem or the kind of happening that they name, and how telling each is."""
    keys: dict[str, float] = {}
    for word in position.about:
        if word.startswith("@"):
            keys[word] = PARTY
            continue
        root = stem(word)
        for key in [f"={g}" for g in sorted(groups_in((root,)))] or [root]:
            keys[key] = max(keys.get(key, 0.0), rarity(root))
    return keys
