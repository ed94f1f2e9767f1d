"""Parties that a text names together: "Norway and Sweden", "talks between A and B", and who is on both sides later."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dateline.annotate.base import ACTORS, BLOCKS, SENTENCES, Document
from dateline.annotate.parties.wording import deals
from dateline.model.mark import ActorMark
from dateline.model.text import BlockKind

REACH = 1200  # characters back in which parties named together are still those of "both sides"
NEAR = 420  # the same for "they" and "their", which need them in the sentence before
GROUPS = 40  # groups back in which "the three countries" are sought
GAP = 40  # characters between two names that are joined
PARTIES = frozenset({"state", "government", "alliance", "group", "party", "military", "organisation", "body", "person"})
_JOINED = re.compile(
    r"(?:['’]s?)?(?:\s+\w+)?\s*,?\s*(?:and|with|met|meets)\s+(?:with\s+)?(?:the\s+|then[-\s]|[A-Z]\S*\s+){0,4}\Z"
)
_LISTED = re.compile(r",\s+(?:the\s+|[A-Z]\S*\s+)?\Z")


@dataclass(frozen=True, slots=True)
class Side:
    """A party as it takes part: its id, kind and country, and where the text names it."""

    actor: str
    kind: str
    country: str
    start: int
    end: int


@dataclass(frozen=True)
class Sides:
    """The parties named together in one text, in order; each group has two or more."""

    document: Document

    @cached_property
    def groups(self) -> tuple[tuple[Side, ...], ...]:
        """Groups of parties in the order of the text; names of three or more in a list are one group."""
        return tuple(_groups(self.document.text, self._marks()))

    def _marks(self) -> list[ActorMark]:
        headings = [(b.start, b.end) for b in self.document[BLOCKS] if b.kind is BlockKind.HEADING]
        starts = [start for start, _ in headings]
        found = []
        for mark in self.document[ACTORS]:
            at = bisect_right(starts, mark.words.start) - 1
            if mark.kind in PARTIES and (at < 0 or headings[at][1] <= mark.words.start):
                found.append(mark)
        return found

    @cached_property
    def _ends(self) -> list[int]:
        return [g[-1].end for g in self.groups]

    @cached_property
    def _sections(self) -> tuple[list[int], list[int | None]]:
        blocks = self.document[BLOCKS]
        return [b.start for b in blocks], [b.section for b in blocks]

    def section(self, at: int) -> int | None:
        """The heading that a character stands under."""
        starts, sections = self._sections
        found = bisect_right(starts, at) - 1
        return sections[found] if found >= 0 else None

    def before(self, at: int, reach: int = REACH) -> tuple[Side, ...]:
        """The group named last before a character, in its section and within reach; () if there is none."""
        found = bisect_left(self._ends, at) - 1
        if found < 0:
            return ()
        group = self.groups[found]
        return group if at - group[-1].end <= reach and self.section(group[0].start) == self.section(at) else ()

    def pair(self, at: int) -> tuple[str, ...]:
        """The only two people that are named together anywhere before a character; () if there are others too."""
        before = [pair for end, pair in self._pairs if end < at]
        return tuple(sorted(before[0])) if len(before) == 1 and len(before[0]) == 2 else ()

    @cached_property
    def _pairs(self) -> list[tuple[int, frozenset[str]]]:
        """The first two different groups of people, with where each ends: more make no difference."""
        found: dict[frozenset[str], int] = {}
        for group in self.groups:
            if len(found) < 2 and all(s.kind == "person" for s in group):
                found.setdefault(frozenset(s.actor for s in group), group[-1].end)
        return [(end, pair) for pair, end in found.items()]

    def three(self, at: int) -> tuple[Side, ...]:
        """The three parties that are named together last before a character, not too many groups back."""
        last = bisect_left(self._ends, at)
        near = reversed(self.groups[max(0, last - GROUPS) : last])
        return next((g for g in near if len(g) == 3), ())

    def crowded(self, group: Sequence[Side], at: int) -> bool:
        """Whether two or more other parties of the group's sort are named between it and a character."""
        sort, own = group[0].kind == "person", {s.actor for s in group}
        near = self.between(group[-1].end, at)
        return len({m.actor for m in near if (m.kind == "person") is sort and m.kind in PARTIES} - own) > 1

    def joins(self, gap: str) -> bool:
        """Whether the words between two names join them: "and", "met with"."""
        return len(gap) <= GAP and (_JOINED.fullmatch(gap) or _LISTED.fullmatch(gap)) is not None

    def between(self, start: int, end: int) -> Sequence[ActorMark]:
        """The marks of parties that begin in text[start:end]."""
        return self.document[ACTORS][bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def _starts(self) -> list[int]:
        return [m.words.start for m in self.document[ACTORS]]

    def dealing(self, at: int) -> tuple[Side, ...]:
        """The group named last before a character in a sentence that tells of their dealings with each other."""
        found = self.before(at)
        if not found:
            return ()
        number = self.sentence_of(found[0].start)
        sentence = self.document[SENTENCES][number] if number >= 0 else None
        return found if sentence and deals(self.document.text[sentence.start : sentence.end]) else ()

    def sentence_of(self, at: int) -> int:
        """The number of the sentence that a character stands in or after; -1 before the first."""
        return bisect_right(self._sentence_starts, at) - 1

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.document[SENTENCES]]


def _groups(text: str, marks: Sequence[ActorMark]) -> Iterator[tuple[Side, ...]]:
    held: list[ActorMark] = []
    for first, second in pairwise(marks):
        gap = text[first.words.end : second.words.start]
        if not held:
            held = [first]
        if len(gap) <= GAP and _LISTED.fullmatch(gap) and _sort(first) == _sort(second):
            held.append(second)
            continue
        if len(gap) <= GAP and _JOINED.fullmatch(gap):
            yield from _made([*held, second])
        held = []


def _made(marks: Sequence[ActorMark]) -> Iterator[tuple[Side, ...]]:
    sides = {m.actor: Side(m.actor, m.kind, m.country, m.words.start, m.words.end) for m in marks}
    if len(sides) > 1:
        yield tuple(sides.values())


def _sort(mark: ActorMark) -> bool:
    return mark.kind == "person"
