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
    QUOTES,
    SENTENCES,
    Annotator,
    Document,
    PerDocument,
)
from dateline.annotate.claims.assertions import asserted
from dateline.annotate.claims.builder import Builder
from dateline.annotate.claims.dated import Dated
from dateline.annotate.claims.inheritance import told
from dateline.annotate.claims.lexicon import Lexicon, lexicon
from dateline.annotate.claims.memory import Memory
from dateline.annotate.claims.passage import Passage, passages
from dateline.annotate.claims.scraps import Scraps, glued
from dateline.annotate.claims.setting import matrix
from dateline.annotate.claims.soundness import scrambled, sound
from dateline.annotate.claims.spoken import Spoken
from dateline.model.claim import Claim
from dateline.model.provenance import Producer

VERSION = "12"
NEEDS = (BLOCKS, SENTENCES, PARSES, DATES, ACTORS, PLACES, DATELINES, QUOTES)


def claims() -> Annotator[Claim]:
    """Claims in the order of the text: dated happenings, and undated ones that a main clause asserts.

    Documents without parses (other languages) get none.
    """
    return PerDocument(Producer("claims", VERSION), NEEDS, CLAIMS, _of_document)


def _of_document(document: Document) -> Sequence[Claim]:
    if not document[PARSES]:
        return ()
    words = lexicon("en")
    spoken = Spoken(document[QUOTES])
    builder = Builder(document, words, spoken)
    memory = Memory(document, words)
    scraps = Scraps(document.text, document[BLOCKS], words)
    own = [p for p in passages(document) if not (scraps.scrap(p.sentence) or scraps.title(p.sentence))]
    found: list[Claim] = []
    for passage, after in pairwise((*own, None)):
        if passage is not None:
            dated = memory.happenings(passage)
            found.extend(builder.claims(passage, after, dated, _undated(passage, words, dated, spoken)))
    return found


def _undated(passage: Passage, words: Lexicon, dated: list[Dated], spoken: Spoken) -> list[int]:
    """The main verbs that have no time and tell something by themselves, in the reporter's own words."""
    if passage.asks or scrambled(passage.text) or glued(passage.text):
        return []
    taken = {d.unit for d in dated} | {d.also for d in dated}
    taken |= {up for d in dated for up in matrix(passage.tree, d.unit)}
    free = [
        v
        for v in told(passage.tree, words)
        if v not in taken and sound(passage.tree, v) and asserted(passage, words, v)
    ]
    return [v for v in free if spoken.around(passage.sentence.start + passage.tree.start[v]) is None]
