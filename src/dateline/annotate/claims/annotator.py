"""Claims from parsed sentences: one per happening asserted, each with its time, status, parties and grounds."""

from __future__ import annotations

from collections.abc import Sequence

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
from dateline.annotate.claims.dated import Dated, direct
from dateline.annotate.claims.doubts import told_in_time, trusted
from dateline.annotate.claims.governors import Timed
from dateline.annotate.claims.inheritance import from_before, from_lead_in, lead_dates, told
from dateline.annotate.claims.lexicon import Lexicon, lexicon
from dateline.annotate.claims.passage import Passage, passages
from dateline.annotate.claims.sharing import shared
from dateline.annotate.claims.status import matrix
from dateline.annotate.claims.terms import spanned
from dateline.model.claim import Claim
from dateline.model.mark import DateMark
from dateline.model.provenance import Producer
from dateline.model.text import BlockKind

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
    memory = Memory(document)
    found: list[Claim] = []
    for passage in passages(document):
        dated = memory.happenings(passage, words)
        found.extend(builder.claims(passage, dated, _undated(passage, words, dated)))
    return found


def _undated(passage: Passage, words: Lexicon, dated: list[Dated]) -> list[int]:
    """The main verbs that have no time, but not of questions."""
    if _asks(passage):
        return []
    taken = {d.unit for d in dated} | {d.also for d in dated}
    taken |= {up for d in dated for up in matrix(passage.tree, d.unit)}
    return [v for v in told(passage.tree, words) if v not in taken]


def _stated(passage: Passage, words: Lexicon, timed: list[Timed]) -> list[Dated]:
    tree, published = passage.tree, passage.published
    spans = (spanned(tree, words, d, published) for d in direct(tree, words, timed))
    return [d for d in spans if d is not None and trusted(tree, words, d, published)]


def _asks(passage: Passage) -> bool:
    """Whether the sentence is a question from end to end."""
    return passage.text.rstrip("\"'”’)").endswith("?") and ";" not in passage.text


def _imprint(passage: Passage) -> bool:
    """Whether the sentence is a copyright line."""
    return "©" in passage.text or "copyright" in passage.text[:40].lower()


class Memory:
    """What the sentences so far have said about time: the lead-ins' dates and the sentence before."""

    def __init__(self, document: Document) -> None:
        self._blocks = document[BLOCKS]
        self._leads: dict[int, list[DateMark]] = {}
        self._before: list[Dated] = []
        self._block = -1

    def happenings(self, passage: Passage, words: Lexicon) -> list[Dated]:
        """The dated happenings of the next sentence, inherited ones included."""
        same_block = passage.sentence.block == self._block
        timed = [] if _asks(passage) or _imprint(passage) else passage.timed(words)
        stated = _stated(passage, words, timed) if timed else []
        dated = shared(passage.tree, words, stated) if stated else []
        dated = [d for d in dated if told_in_time(passage.tree, words, d, passage.published)]
        dated = self._inherited(passage, words, dated, same_block)
        if passage.dates:
            self._leads.setdefault(passage.sentence.block, lead_dates(passage, words))
        self._before, self._block = dated, passage.sentence.block
        return dated

    def _inherited(self, passage: Passage, words: Lexicon, dated: list[Dated], same_block: bool) -> list[Dated]:
        if passage.lead is not None and passage.lead in self._leads:
            taken = {d.unit for d in dated} | {d.also for d in dated if d.also is not None}
            if not any(d.how == "stated" and passage.tree.dep[d.unit] == "ROOT" for d in dated):
                return dated + from_lead_in(passage.tree, words, self._leads[passage.lead], taken)
        elif not passage.dates and same_block and self._before:
            listed = self._blocks[passage.sentence.block].kind is BlockKind.BULLET
            return from_before(passage.tree, words, self._before, close=listed)
        return dated
