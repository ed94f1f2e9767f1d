"""Claims from parsed sentences: one per happening asserted, each with its time, status, parties and grounds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dateline.annotate.base import (
    ACTORS,
    BLOCKS,
    CLAIMS,
    DATELINES,
    DATES,
    PARSES,
    PLACES,
    SENTENCES,
    Annotator,
    Document,
    PerDocument,
)
from dateline.annotate.claims.builder import Builder
from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.inheritance import told
from dateline.annotate.claims.lexicon import Lexicon, lexicon
from dateline.annotate.claims.memory import Memory
from dateline.annotate.claims.passage import Passage, passages
from dateline.annotate.claims.setting import matrix
from dateline.model.claim import Claim
from dateline.model.provenance import Producer

VERSION = "1"
NEEDS = (BLOCKS, SENTENCES, PARSES, DATES, ACTORS, PLACES, DATELINES)


def claims() -> Annotator[Claim]:
    """Claims in the order of the text: dated happenings, and undated ones that a main clause asserts.

    Documents without parses (other languages) get none.
    """
    return PerDocument(Producer("claims", VERSION), NEEDS, CLAIMS, _of_document)


def _of_document(document: Document) -> Sequence[Claim]:
    if not document[PARSES]:
        return ()
    words = lexicon("en")
    builder = Builder(document, words)
    memory = Memory(document, words)
    found: list[Claim] = []
    for passage, after in pairwise((*passages(document), None)):
        if passage is not None:
            dated = memory.happenings(passage)
            found.extend(builder.claims(passage, after, dated, _undated(passage, words, dated)))
    return found


def _undated(passage: Passage, words: Lexicon, dated: list[Dated]) -> list[int]:
    """The main verbs that have no time, but not of questions."""
    if passage.asks:
        return []
    taken = {d.unit for d in dated} | {d.also for d in dated}
    taken |= {up for d in dated for up in matrix(passage.tree, d.unit)}
    return [v for v in told(passage.tree, words) if v not in taken]
