"""The claims of a draft, ready to be checked: each sentence has one, and takes the only time that it tells. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.annotate.base import CLAIMS, DATES, SENTENCES, Document
from dateline.model.claim import Claim, Status, When
from dateline.model.mark import DateMark
from dateline.model.text import Sentence, select
from dateline.model.time import Days, Granularity

AHEAD_OF = re.compile(r"(?i)\b(?:before|by)\s+(?:the\s+)?$")


def dated(document: Document) -> list[Claim]:
    """The claims in the order of the text."""
    found = [c for s in document[SENTENCES] for c in _of_sentence(document, s)]
    return sorted(found, key=lambda c: (c.sentence.start, c.anchor.start, c.id))


def _of_sentence(document: Document, sentence: Sentence) -> Iterator[Claim]:
    claims = [c for c in document[CLAIMS] if c.sentence.start == sentence.start]
    times = [d for d in document[DATES] if sentence.start <= d.words.start < sentence.end and d.days]
    when = _when(times[0], document.text) if len(times) == 1 else None
    taken = any(c.when for c in claims)
    for claim in claims:
        yield claim if claim.when or taken or len(claims) > 1 else replace(claim, when=when)
    if not claims:
        yield _whole(document, sentence, when)


def _when(mark: DateMark, text: str) -> When:
    assert mark.days is not None
    before = AHEAD_OF.search(text, max(0, mark.words.start - 20), mark.words.start)
    days = Days(None, mark.days.end) if before else mark.days
    return When(days, mark.granularity or Granularity.RANGE, "stated", mark=mark.words)


def _whole(document: Document, sentence: Sentence, when: When | None) -> Claim:
    """A sentence in which no claim was found, as one."""
    words = select(document.text, sentence.start, sentence.end)
    return Claim(f"draft-{sentence.start}", "article-draft", "revision-draft", words, words, "", Status.HAPPENED, when)
