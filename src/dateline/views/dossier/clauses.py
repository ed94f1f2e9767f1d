"""Which part of a sentence tells a happening: whole, or shortened at the boundaries of its clauses. Pure.

Only punctuation marks a boundary here, so that what is left reads as written: a tail goes from a comma that opens a
subordinate or second main clause, a head goes up to a conjunction behind which the happening's own subject stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model.claim import Claim

BOUNDARY = re.compile(r"[,;:](?=\s)|\s[—–](?=\s)")
FIRST = re.compile(r"[\W_]*([\w’'-]+)(?:\s+([\w’'-]+))?")
SUBORDINATE = frozenset(
    """after although as because before despite even following leading prompting since so though unless until well
    when where whereas whether which while who whom whose with without""".split()
)
COORDINATE = frozenset("and but or so yet".split())
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did|\w{2,}ed|said|told"
    r"|took|gave|put|made|came|went|began|became|saw|met|set|held|led|left|lost|found|fell|rose|won|sent|broke|brought"
    r"|built|bought|chose|cut|drew|drove|fought|fled|flew|grew|heard|hit|kept|knew|laid|meant|paid|quit|ran|sat|sold"
    r"|shot|shut|spoke|spent|split|spread|stood|stuck|struck|swore|taught|thought|threw|wrote|withdrew|wore|lay|let"
    r"|read|rode|sank|sought|shook|slid|sprang|stole|swept|swung|tore|understood|upheld|withheld)\b",
    re.IGNORECASE,
)
OPEN, CLOSE = '“("', '”)"'
MOST = 60  # boundaries of a sentence that are looked at
SHORTEST = 24  # characters that are worth leaving out


def span(claim: Claim, others: Sequence[Claim], text: str) -> tuple[int, int]:
    """The part text[start:end] of the claim's sentence that tells its happening. `others` are claims of the same
    sentence that are told elsewhere: where none is, nothing is left out."""
    start, end = claim.sentence.start, claim.sentence.end
    core = _core(claim)
    cuts = _boundaries(text, start, end)[:MOST]
    head = max((h for b in cuts if (h := _after_head(b, claim, core, others, text, end)) is not None), default=start)
    told = [b for b in cuts if b >= core[1] and b > head and _opens_tail(text, b, end, others)]
    tails = [b for b in told if FINITE.search(text, head, b)]
    return head, min(tails, default=end)


def _core(claim: Claim) -> tuple[int, int]:
    """What must stay: the words that name the happening and those that date it."""
    spans = [(claim.anchor.start, claim.anchor.end)]
    mark = claim.when.mark if claim.when else None
    if mark and claim.sentence.covers(mark):
        spans.append((mark.start, mark.end))
    return min(s for s, _ in spans), max(e for _, e in spans)


def _boundaries(text: str, start: int, end: int) -> list[int]:
    """The punctuation of a sentence that stands outside quotations and brackets."""
    depth, marks, found = 0, {m.start() for m in BOUNDARY.finditer(text, start, end)}, []
    for at in range(start, end):
        letter = text[at]
        if letter == '"':
            depth = 0 if depth else 1
        elif letter in OPEN:
            depth += 1
        elif letter in CLOSE:
            depth = max(0, depth - 1)
        elif not depth and at in marks:
            found.append(at)
    return found


def _opens_tail(text: str, at: int, end: int, others: Sequence[Claim]) -> bool:
    """Whether what follows a boundary can be left out: a clause of its own that tells another happening."""
    words = FIRST.match(text, at + 1, end)
    if words is None or end - at < SHORTEST or not any(at < o.anchor.start for o in others):
        return False
    first = words[1].lower()
    opens = first in SUBORDINATE or first in COORDINATE or (first.endswith("ing") and len(first) > 5)
    return opens or text[at] == ";" or text[at : at + 1].isspace()


def _after_head(
    at: int, claim: Claim, core: tuple[int, int], others: Sequence[Claim], text: str, end: int
) -> int | None:
    """Where the claim's own main clause starts behind a boundary; None if it does not, or nothing is told before."""
    words = FIRST.match(text, at + 1, end)
    if words is None or at > core[0] or not any(o.anchor.end <= at for o in others):
        return None
    joined = words[1].lower() in COORDINATE - {"or"}
    if not joined and text[at] != ";":
        return None
    start = words.end(1) if joined else words.start(1)
    while start < end and text[start].isspace():
        start += 1
    agent = next((r.words for r in claim.roles if r.name == "agent" and r.words), "")
    subject = text.find(agent, start, claim.anchor.end) if agent else -1
    opens = " that " not in f" {text[start : max(start, subject)]} "
    return start if start <= core[0] and 0 <= subject <= claim.anchor.start and opens else None
