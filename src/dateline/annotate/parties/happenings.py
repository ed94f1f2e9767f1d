"""The happenings that a text comes back to: whose talks "the talks", "a second round" and "they resumed" are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.annotate.parties.sides import Sides
from dateline.model.claim import Claim

_KINDS = {
    "talks": "talk negotiation negotiate round dialogue conference contact",
    "meeting": "meeting meet summit",
    "accord": "agreement accord deal treaty pact text document declaration covenant consensus agree protocol statement",
    "truce": "truce ceasefire cease-fire armistice lull",
    "fighting": "war fighting fight hostility clash",
    "visit": "visit trip journey tour",
}
KIND = {word: kind for kind, many in _KINDS.items() for word in many.split()}
DOERS = frozenset({"agent", "patient"})
PRONOUNS = frozenset({"it", "they", "the next", "the second", "the last", "the latter"})
COURSE = frozenset(  # what happens to talks and treaties, and not to those who hold them
    """
resume open begin start end collapse fail break hold suspend postpone cancel delay put sign adopt reach follow last
continue drag stall extend prolong renew conclude schedule set due plan move convene adjourn expect initial ratify
approve lapse expire run come
""".split()
)
NEW = re.compile(
    r"(?:an?|another|some|no)\s+(?!(?:second|third|fourth|fifth|new|next|further|last|final|revised)\b)", re.I
)
ARTICLE = re.compile(r"\b(?:an?|another|some|no)\s+\Z", re.I)
REACH = 9  # characters before the words of a happening in which its article stands
LATELY = 2  # sentences back in which what "it" takes up must have been told
TWO = 2  # parties of what takes two


class Happenings:
    """One text, in which the parties of a happening told again are looked up."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides

    def taken_up(self, claim: Claim, earlier: Sequence[Claim]) -> tuple[str, ...]:
        """The two parties of the last happening of the kind of the claim's own; () if nobody knows."""
        kind = self._kind(claim, earlier) if not self._is_new(claim) else ""
        for other in reversed(earlier) if kind else ():
            found = tuple(dict.fromkeys([*(r.actor for r in other.roles if r.actor), *other.implied]))
            if kind in _kinds(other) and len(found) == TWO:
                return found
        return ()

    def _is_new(self, claim: Claim) -> bool:
        """Whether a happening is told of as a new one: "a conference in Oldford"; "a second round" is not."""
        at = claim.anchor.start
        article = ARTICLE.search(self._sides.document.text, max(0, at - REACH), at)
        named = [r.words for r in claim.roles if r.name in DOERS and not r.actor]
        return any(NEW.match(words) for words in (*named, f"{article[0] if article else ''}{claim.anchor.exact}"))

    def _kind(self, claim: Claim, earlier: Sequence[Claim]) -> str:
        """The kind of happening that a claim tells of; for "it", that of the one told of last."""
        doers = [r for r in claim.roles if r.name in DOERS and not r.actor]
        if any(r.words.lower() in PRONOUNS or r.head == "one" for r in doers):
            return self._last(claim, earlier) if claim.head in COURSE else ""
        return next((KIND[h] for h in (claim.head, *(r.head for r in doers)) if h in KIND), "")

    def _last(self, claim: Claim, earlier: Sequence[Claim]) -> str:
        at = self._sides.sentence_of(claim.anchor.start)
        for other in reversed(earlier):
            if at - self._sides.sentence_of(other.anchor.start) > LATELY:
                return ""
            kinds = _kinds(other)
            if kinds:
                return kinds[0]
        return ""


def _kinds(claim: Claim) -> list[str]:
    """The kinds of happenings that a claim names as what is done, or as what does or undergoes it."""
    heads = (claim.head, *(r.head for r in claim.roles if r.name in DOERS))
    return [KIND[h] for h in heads if h in KIND]
