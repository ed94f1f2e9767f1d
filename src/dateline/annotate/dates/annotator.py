"""The annotator of dates: words for a time, and the days that they mean.

A lexical grammar, no parser: linear in the length of the text. The conventions of reading are shown, one line each, in
tests/cases/dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dateline.annotate.base import BLOCKS, DATES, SENTENCES, Annotator, Document, PerDocument
from dateline.annotate.dates.lexicon import lexicon
from dateline.annotate.dates.reading import Passage, marks
from dateline.model.mark import DateMark
from dateline.model.provenance import Producer
from dateline.model.text import Block, Sentence

LANGUAGES = ("en",)


def dates() -> Annotator[DateMark]:
    """The annotator of the layer DATES; texts in languages that it has no words for get no marks."""
    return PerDocument(Producer("dates", "7"), (BLOCKS, SENTENCES), DATES, _of_document)


def _of_document(document: Document) -> Sequence[DateMark]:
    revision = document.revision
    published = revision.published_at.day if revision.published_at else None
    return tuple(_read(document.text, document[BLOCKS], document[SENTENCES], published, revision.language))


def _read(
    text: str, blocks: Sequence[Block], sentences: Sequence[Sentence], published: date | None, language: str
) -> Iterator[DateMark]:
    code = language.lower().split("-")[0]
    if code not in LANGUAGES:
        return
    yield from marks(Passage(text, tuple(blocks), tuple(sentences)), published, lexicon(code))


def read(text: str, published: date | None = None, language: str = "en") -> list[DateMark]:
    """The dates of a text by itself; `published` is the day in the outlet's own place."""
    from dateline.annotate.blocks import find_blocks
    from dateline.annotate.sentences import split

    blocks = find_blocks(text)
    sentences = [Sentence(a, z, i) for i, b in enumerate(blocks) for a, z in split(text, b.start, b.end)]
    return list(_read(text, blocks, sentences, published, language))
