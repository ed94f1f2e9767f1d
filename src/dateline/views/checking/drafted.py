"""The claims of a draft, ready to be checked: each sentence has one, and takes the only time that it tells. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.annotate.base import CLAIMS, DATES, SENTENCES, Document
from dateline.model.claim import Claim, Status, When
from dateline.model.mark import DateMark
from dateline.model.text import Sentence, select
from dateline.model.time import Days, Granularity

COUNTED_FROM = "the happening that the time is counted to"  # in a claim's own reasons
NAMED = "named as a happening"  # by a noun
AHEAD_OF = re.compile(r"(?i)\b(?:before|by)\s+(?:the\s+)?$")


def surely_timed(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, without a time that is counted from one which is known only roughly ("a day before she left")."""
    return [replace(c, when=None) if _roughly(c) else c for c in claims]


def _roughly(claim: Claim) -> bool:
    length = claim.when.days.length() if claim.when else None
    return COUNTED_FROM in claim.why and claim.when is not None and (length is None or length > 1)


def dated(document: Document) -> list[Claim]:
    """The claims in the order of the text."""
    found = [c for s in document[SENTENCES] for c in _of_sentence(document, s)]
    return sorted(found, key=lambda c: (c.sentence.start, c.anchor.start, c.id))


def _of_sentence(document: Document, sentence: Sentence) -> Iterator[Claim]:
    claims = surely_timed(c for c in document[CLAIMS] if c.sentence.start == sentence.start)
    times = [d for d in document[DATES] if sentence.start <= d.words.start < sentence.end and d.days]
    when = _when(times[0], document.text) if len(times) == 1 else None
    taken = any(c.when for c in claims)
    for claim in claims:
        own = _inside(claim, claims) if taken else when if len(claims) == 1 or _has(claim, times) else None
        yield claim if claim.when else replace(claim, when=own)
    if not claims:
        yield whole_claim(document, sentence, when)


def _has(claim: Claim, times: Sequence[DateMark]) -> bool:
    """Whether the only time stands in the claim's own words."""
    return len(times) == 1 and claim.words.start <= times[0].words.start < claim.words.end


def _inside(claim: Claim, claims: Sequence[Claim]) -> When | None:
    """The time of what the claim's own verb takes for its object ("came to an end on 7 December")."""
    found = [c.when for c in claims if c.when and c.id != claim.id and _within(c, claim) and NAMED in c.why]
    return found[0] if len(found) == 1 else None


def _within(inner: Claim, outer: Claim) -> bool:
    """Whether one ends with the other, whose time stands behind it."""
    mark = inner.when.mark if inner.when else None
    last = inner.anchor.end == outer.anchor.end and outer.anchor.start < inner.anchor.start
    return last and mark is not None and mark.start >= inner.anchor.end


def _when(mark: DateMark, text: str) -> When:
    assert mark.days is not None
    before = AHEAD_OF.search(text, max(0, mark.words.start - 20), mark.words.start)
    days = Days(None, mark.days.end) if before else mark.days
    return When(days, mark.granularity or Granularity.RANGE, "stated", mark=mark.words)


def whole_claim(document: Document, sentence: Sentence, when: When | None) -> Claim:
    """A sentence in which no claim was found, as one."""
    words = select(document.text, sentence.start, sentence.end)
    return Claim(f"draft-{sentence.start}", "article-draft", "revision-draft", words, words, "", Status.HAPPENED, when)
