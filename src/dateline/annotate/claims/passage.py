"""One sentence of a document with its parse and the marks that lie in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from dateline.annotate.base import ACTORS, DATELINES, DATES, PARSES, PLACES, SENTENCES, Document
from dateline.annotate.claims.cast import Cast
from dateline.annotate.claims.dated import timed_marks
from dateline.annotate.claims.governors import Timed
from dateline.annotate.claims.lexicon import Lexicon
from dateline.annotate.claims.repairs import mended
from dateline.annotate.claims.tree import Tree
from dateline.model.mark import ActorMark, DatelineMark, DateMark, PlaceMark
from dateline.model.text import Sentence

M = TypeVar("M", ActorMark, DateMark, PlaceMark)


@dataclass(slots=True)
class Passage:
    """A sentence, its text, and the marks in it; `published` is the day of publication, None if unknown."""

    index: int
    sentence: Sentence
    text: str
    doc: Any
    dates: list[DateMark]
    actors: list[ActorMark]
    places: list[PlaceMark]
    published: date | None
    _tree: Tree | None = None

    @property
    def tree(self) -> Tree:
        """The parse, made at the first use: most sentences of a long report need none."""
        if self._tree is None:
            self._tree = mended(self.doc)
        return self._tree

    @property
    def asks(self) -> bool:
        """Whether the sentence is a question from end to end."""
        return self.text.rstrip("\"'”’)").endswith("?") and ";" not in self.text

    @property
    def imprint(self) -> bool:
        """Whether the sentence is a copyright line."""
        return "©" in self.text or "copyright" in self.text[:40].lower()

    @property
    def cast(self) -> Cast:
        """The parties in the sentence."""
        return Cast(self.tree, self.text, self.actors, self.sentence.start, self.tokens_of(self.dates))

    def timed(self, words: Lexicon) -> list[Timed]:
        """The dates that can date a happening, tied to tokens."""
        return timed_marks(self.tree, words, self.dates, self.sentence.start) if self.dates else []

    def tokens_of(self, marks: Sequence[ActorMark] | Sequence[DateMark] | Sequence[PlaceMark]) -> frozenset[int]:
        """The tokens that marks cover."""
        at = self.sentence.start
        return frozenset(i for m in marks for i in self.tree.at(m.words.start - at, m.words.end - at))


def passages(document: Document) -> Iterator[Passage]:
    """The sentences of a document that have a parse, in order."""
    dates = _outside(document[DATES], document[DATELINES])
    actors, places = _ordered(document[ACTORS]), _ordered(document[PLACES])
    published = _published(document)
    for index, (sentence, doc) in enumerate(zip(document[SENTENCES], document[PARSES], strict=False)):
        yield Passage(
            index,
            sentence,
            document.text[sentence.start : sentence.end],
            doc,
            _inside(dates, sentence),
            _inside(actors, sentence),
            _inside(places, sentence),
            published,
        )


def _published(document: Document) -> date | None:
    """The day of publication; where nobody tells it, the day that the dateline gives in full."""
    if document.revision.published_at is not None:
        return document.revision.published_at.day
    filed = (d.days for d in document[DATES] if any(line.words.covers(d.words) for line in document[DATELINES]))
    return next((days.start for days in filed if days is not None and days.length() == 1), None)


def _ordered(marks: Sequence[M]) -> tuple[list[int], list[M]]:
    inorder = sorted(marks, key=lambda m: (m.words.start, -m.words.end))
    return [m.words.start for m in inorder], inorder


def _outside(dates: Sequence[DateMark], datelines: Sequence[DatelineMark]) -> tuple[list[int], list[DateMark]]:
    return _ordered([d for d in dates if not any(line.words.covers(d.words) for line in datelines)])


def _inside(marks: tuple[list[int], list[M]], sentence: Sentence) -> list[M]:
    starts, inorder = marks
    first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
    return inorder[first:last]
