"""Quotations: what somebody said or wrote, in quotation marks or in the reporter's words, and who."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.base import ACTORS, BLOCKS, PARSES, QUOTES, SENTENCES, Annotator, Document, PerDocument
from dateline.annotate.quotes.finder import Finder
from dateline.annotate.quotes.lexicon import lexicon
from dateline.annotate.quotes.passage import read
from dateline.annotate.quotes.speakers import Speakers
from dateline.model.mark import QuoteMark
from dateline.model.provenance import Producer

VERSION = "1"


def quotes() -> Annotator[QuoteMark]:
    """Quotations in the order of the text, outer before inner, with cue and speaker.

    Documents without parses (other languages) get none.
    """
    needs = (BLOCKS, SENTENCES, PARSES, ACTORS)
    return PerDocument(Producer("quotes", VERSION), needs, QUOTES, _of_document)


def _of_document(document: Document) -> Sequence[QuoteMark]:
    if not document[PARSES]:
        return ()
    text, words = read(document), lexicon("en")
    return Finder(text, words, Speakers(text, words)).marks()
