"""Which claim of ours tells a fact of the gold, and which of its words name a party that the gold only describes.

The claim is the one that shares words with the fact's anchor, place by place in the sentence, and a bound of its time;
without such a one, one that has half of the anchor's words, or the anchor half of its, whatever its time; else one that
shares a bound.
"""

from __future__ import annotations

import re
from typing import Any

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.gazetteer import fold
from dateline.model.claim import Claim

WORD = re.compile(r"\w+")
OF = re.compile(r"\s(?:of|from|in|for)\s")
LEADING = re.compile(r"^(?:the|a|an|some)\s+", re.IGNORECASE)
Rank = tuple[bool, bool, int, int, int]


def telling(document: Document, fact: dict[str, Any]) -> Claim | None:
    """The claim that tells a fact; None if there is none."""
    ranked = [(rank, claim) for claim in document[CLAIMS] if (rank := _rank(claim, fact)) is not None]
    return max(ranked, key=lambda each: each[0], default=((), None))[1]


def _rank(claim: Claim, fact: dict[str, Any]) -> Rank | None:
    """How well a claim tells a fact, to be compared; None if it does not."""
    alike_words = len(_words(claim.anchor.exact) & _words(fact["anchor"]))
    if "sentence" not in fact:
        inside = fact["anchor"] in claim.sentence.exact and claim.when is not None
        return (True, True, 1, 0, alike_words) if inside else None
    if fact["sentence"] not in claim.sentence.exact and claim.sentence.exact not in fact["sentence"]:
        return None
    shared, bounds = _shared(claim, fact["anchor"]), _bounds(claim, fact)
    most = 2 * shared >= min(len(fact["anchor"]), len(claim.anchor.exact))
    return (bounds > 0 and shared > 0, most, bounds, shared, alike_words) if bounds or most else None


def _shared(claim: Claim, anchor: str) -> int:
    """How many characters of the sentence the words of the fact and of the claim both hold."""
    at = claim.sentence.exact.find(anchor)
    start = claim.sentence.start + at
    ends = min(start + len(anchor), claim.anchor.end)
    return max(0, ends - max(start, claim.anchor.start)) if at >= 0 else 0


def _bounds(claim: Claim, fact: dict[str, Any]) -> int:
    """How many bounds of its time a claim has as the fact has them."""
    if claim.when is None:
        return 0
    ours = (claim.when.days.start, claim.when.days.end)
    return sum(str(day or "") == (gold or "") for day, gold in zip(ours, fact["when"].values(), strict=False))


def worded(claim: Claim, name: str) -> bool:
    """Whether a role without a party, or the speaker, is worded as the gold has a party that no list knows: a
    description by its noun ("protesters", "creditors of Norway"), a name by all of it ("Acme Oil")."""
    told = [r.words for r in claim.roles if not r.actor] + ([claim.speaker] if claim.speaker else [])
    plain = [_plain(words) for words in told]
    described = name[0].islower()
    last = (OF.split(name)[0] if described else name).rsplit(maxsplit=1)[-1]
    if last[0].isupper():
        return _plain(name) in plain
    nouns = {_noun(r.head) for r in claim.roles if not r.actor} | {_noun(w.split()[-1]) for w in plain if w}
    return _noun(last) in nouns


def _plain(words: str) -> str:
    return fold(LEADING.sub("", words))


def _noun(word: str) -> str:
    return fold(word).removesuffix("s")


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.lower()))
