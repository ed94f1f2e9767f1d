"""The marks of the texts that lines are made of, read once and only when needed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import partial

from dateline.annotate.base import ACTORS, BLOCKS, DATELINES, DATES, PLACES, SENTENCES
from dateline.model.claim import Claim
from dateline.model.mark import ActorMark, DatelineMark, DateMark
from dateline.model.text import Block, BlockKind, Sentence
from dateline.store.base import Held, Store
from dateline.views.gather import Gathered


class Marked:
    """One revision with the marks that a line needs, in the order of the text."""

    def __init__(self, store: Store, held: Held) -> None:
        layer = partial(store.annotations.layer, held.revision.id)
        self.held = held
        self.text = held.revision.text
        self.actors: Sequence[ActorMark] = sorted(layer(ACTORS.name), key=lambda m: m.words.start)
        self.dates: Sequence[DateMark] = sorted(layer(DATES.name), key=lambda m: m.words.start)
        self.datelines: Sequence[DatelineMark] = layer(DATELINES.name)
        self.sentences: Sequence[Sentence] = layer(SENTENCES.name)
        self.blocks: Sequence[Block] = layer(BLOCKS.name)
        self.apart = sorted(
            [(m.words.start, m.words.end) for m in layer(PLACES.name)]
            + [(m.words.start, m.words.end) for m in self.dates]
        )
        self._starts = [s.start for s in self.sentences]
        self.captures = tuple(c.id for c in store.articles.captures(held.article.id))

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
