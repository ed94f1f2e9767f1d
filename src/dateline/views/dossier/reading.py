"""The marks of the texts that lines are made of, read once and only when needed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from dateline.annotate.base import ACTORS, BLOCKS, DATELINES, DATES, PLACES, SENTENCES
from dateline.model.claim import Claim
from dateline.model.mark import ActorMark, DatelineMark, DateMark
from dateline.model.text import Block, BlockKind, Sentence
from dateline.store.base import Held, Store
from dateline.views.gather import Gathered


class Marked:
    """One revision with the marks that a line needs, in the order of the text."""

    def __init__(self, store: Store, held: Held) -> None:
        self._store, self.held = store, held
        self.text = held.revision.text

    def _layer(self, name: str) -> Sequence[Any]:
        return self._store.annotations.layer(self.held.revision.id, name)

    @cached_property
    def actors(self) -> Sequence[ActorMark]:
        """The marks of parties."""
        return sorted(self._layer(ACTORS.name), key=lambda m: m.words.start)

    @cached_property
    def dates(self) -> Sequence[DateMark]:
        """The marks of times."""
        return sorted(self._layer(DATES.name), key=lambda m: m.words.start)

    @cached_property
    def datelines(self) -> Sequence[DatelineMark]:
        """Where it was filed."""
        return self._layer(DATELINES.name)

    @cached_property
    def sentences(self) -> Sequence[Sentence]:
        """The sentences."""
        return self._layer(SENTENCES.name)

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """The paragraphs, headings and items of lists."""
        return self._layer(BLOCKS.name)

    @cached_property
    def captures(self) -> tuple[str, ...]:
        """The ids of the captures that the article came as."""
        return tuple(c.id for c in self._store.articles.captures(self.held.article.id))

    @cached_property
    def apart(self) -> Sequence[tuple[int, int]]:
        """Where words stand that name no person: places and times."""
        places = [(m.words.start, m.words.end) for m in self._layer(PLACES.name)]
        return sorted([*places, *((m.words.start, m.words.end) for m in self.dates)])

    @cached_property
    def lands(self) -> Sequence[tuple[int, str]]:
        """Where the text names a country or something of it by its name, and the country's code."""
        by_name = ("name", "demonym", "seat of the government, by the verb")
        found = {(m.words.start, m.country) for m in self.actors if m.country and m.how in by_name}
        found |= {(m.words.start, m.country) for m in (*self._layer(PLACES.name), *self.datelines) if m.country}
        return sorted(found)

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [s.start for s in self.sentences]

    def before(self, start: int) -> Sentence | None:
        """The sentence before the one that starts there, if both stand in paragraphs, or items of one list, that follow
        one another."""
        at = bisect_right(self._starts, start) - 1
        if at < 1:
            return None
        one, other = self.sentences[at - 1], self.sentences[at]
        kinds = {self.blocks[s.block].kind for s in (one, other)}
        alike = kinds in ({BlockKind.PARAGRAPH}, {BlockKind.BULLET})
        return one if one.block == other.block or (alike and other.block - one.block == 1) else None

    def after(self, start: int) -> Sentence | None:
        """The sentence after the one that starts there, if that one is the sentence before it."""
        at = bisect_right(self._starts, start)
        other = self.sentences[at] if at < len(self.sentences) else None
        before = self.before(other.start) if other else None
        return other if before is not None and before.start == start else None

    def heading(self, start: int) -> Block | None:
        """The heading right above the sentence that starts there, if it is the first one below."""
        block = self.blocks[self.sentence_at(start).block]
        above = self.blocks[block.section] if block.section is not None else None
        first = next((s for s in self.sentences if above and s.start >= above.end), None)
        return above if first is not None and first.start == start else None

    def sentence_at(self, at: int) -> Sentence:
        """The sentence that a place in the text lies in."""
        return self.sentences[max(0, bisect_right(self._starts, at) - 1)]

    def before_word(self, at: int) -> Sentence | None:
        """The sentence before the one that a place lies in."""
        return self.before(self.sentence_at(at).start) if self.sentences else None


class Texts:
    """Marked revisions by id."""

    def __init__(self, store: Store, gathered: Gathered) -> None:
        self._store = store
        self._held = gathered.held
        self._marked: dict[str, Marked] = {}

    def of(self, claim: Claim) -> Marked:
        """The text that a claim was read from, with its marks."""
        if claim.revision_id not in self._marked:
            self._marked[claim.revision_id] = Marked(self._store, self._held[claim.revision_id])
        return self._marked[claim.revision_id]
