"""The sentences of a document as the search for speech needs them: parse, parties, and which tokens are quoted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.annotate.base import ACTORS, BLOCKS, PARSES, SENTENCES, Document
from dateline.annotate.claims.tree import Tree, copied, fill, parsed
from dateline.annotate.quotes.stretches import Stretch, outermost, stretches
from dateline.model.mark import ActorMark
from dateline.model.text import Sentence

MOST = 50  # parties looked through in one sentence


@dataclass(slots=True)
class Passage:
    """One sentence: text[sentence.start:sentence.end], its parse, and the outermost stretches that touch it."""

    index: int
    sentence: Sentence
    doc: Any
    quoted: list[Stretch] = field(default_factory=list)
    _tree: Tree | None = None
    _within: list[int] | None = None

    @property
    def tree(self) -> Tree:
        """The parse, made at the first use: most sentences need none."""
        if self._tree is None:
            self._tree = joined(parsed(self.doc))
        return self._tree

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where tokens first..last (both included) stand in the document."""
        at = self.sentence.start
        return at + self.tree.start[first], at + self.tree.end[last]

    @property
    def within(self) -> list[int]:
        """For each token the number (in `quoted`) of the outermost stretch that it stands in, -1 for none."""
        if self._within is None:
            self._within = list(self._numbers())
        return self._within

    def _numbers(self) -> Iterator[int]:
        n, at = 0, self.sentence.start
        for start, end in zip(self.tree.start, self.tree.end, strict=True):
            while n < len(self.quoted) and self.quoted[n].end <= at + start:
                n += 1
            held = n < len(self.quoted) and self.quoted[n].start <= at + start and at + end <= self.quoted[n].end
            yield n if held else -1

    def inside(self, token: int) -> Stretch | None:
        """The outermost stretch that a token stands in."""
        n = self.within[token]
        return self.quoted[n] if n >= 0 else None

    def first_at(self, offset: int) -> int:
        """The first token that starts at or after a place in the document; the number of tokens if none does."""
        return bisect_left(self.tree.start, offset - self.sentence.start)


@dataclass(slots=True)
class Text:
    """A document on its way to quotations."""

    text: str
    passages: list[Passage]
    stretches: list[Stretch]
    actors: Sequence[ActorMark]
    _starts: list[int] = field(default_factory=list)
    _reached: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [p.sentence.start for p in self.passages]
        self.actors = sorted(self.actors, key=lambda m: (m.words.start, -m.words.end))
        self._reached = [m.words.start for m in self.actors]

    def passage_at(self, offset: int) -> Passage | None:
        """The sentence that holds a character."""
        n = bisect_right(self._starts, offset) - 1
        return self.passages[n] if n >= 0 and offset < self.passages[n].sentence.end else None

    def after(self, passage: Passage) -> Passage | None:
        """The sentence behind, in the same block."""
        n = passage.index + 1
        follows = n < len(self.passages) and self.passages[n].sentence.block == passage.sentence.block
        return self.passages[n] if follows else None

    def before(self, passage: Passage) -> Passage | None:
        """The sentence before, in any block."""
        return self.passages[passage.index - 1] if passage.index else None

    def actor_over(self, start: int, end: int) -> ActorMark | None:
        """The party whose words share a character with text[start:end]."""
        n = bisect_right(self._reached, start) - 1
        if n >= 0 and self.actors[n].words.end > start:
            return self.actors[n]
        n += 1
        if n < len(self.actors) and self.actors[n].words.start < end:
            return self.actors[n]
        return None

    def actors_in(self, start: int, end: int) -> Iterator[ActorMark]:
        """The last parties named in text[start:end], the last first; no more than a sentence of news names."""
        first, last = bisect_left(self._reached, start), bisect_left(self._reached, end)
        return (self.actors[n] for n in range(last - 1, max(first, last - MOST) - 1, -1))


def joined(tree: Tree) -> Tree:
    """The same tree, or one with a second past tense taken out of what is said in the present and joined to the verb of
    saying: "affirmed that it belongs here and called the road open"; the given tree is left as it is."""
    apart = [i for i in range(len(tree)) if _apart(tree, i)]
    if not apart:
        return tree
    tree = copied(tree)
    for i in apart:
        tree.head[i] = tree.head[tree.head[i]]
    fill(tree)
    return tree


def _apart(tree: Tree, i: int) -> bool:
    """Whether a past tense is joined to what a verb in the past has somebody say in the present."""
    said = tree.head[i]
    above = tree.head[said]
    outer = tree.dep[i] == "conj" and tree.dep[said] == "ccomp" and above < said < i
    past = outer and tree.tag[i] == "VBD" == tree.tag[above]
    return past and _present(tree, said) and tree.kid(i, "nsubj") is None


def _present(tree: Tree, i: int) -> bool:
    return tree.tag[i] in ("VBZ", "VBP") or any(tree.tag[k] in ("VBZ", "VBP") for k in tree.kids[i] if k < i)


def read(document: Document) -> Text:
    """The sentences with a parse, and the stretches tied to them."""
    found = stretches(document.text, document[BLOCKS])
    pairs = zip(document[SENTENCES], document[PARSES], strict=False)
    passages = [Passage(n, sentence, doc) for n, (sentence, doc) in enumerate(pairs)]
    text = Text(document.text, passages, found, document[ACTORS])
    _tie(passages, list(outermost(found)))
    return text


def _tie(passages: list[Passage], found: list[Stretch]) -> None:
    """Notes on each passage the stretches that touch it; both lists stand in the order of the text."""
    n = 0
    for passage in passages:
        while n < len(found) and found[n].end <= passage.sentence.start:
            n += 1
        k = n
        while k < len(found) and found[k].start < passage.sentence.end:
            passage.quoted.append(found[k])
            k += 1
