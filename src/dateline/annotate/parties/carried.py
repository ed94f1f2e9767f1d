"""Parties that a claim without any takes over from the words before it: "his victory", "it was opened"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dateline.annotate.actors.lexicon import words
from dateline.annotate.base import ACTORS, Document
from dateline.annotate.parties.implied import UNLISTED
from dateline.model.claim import Claim
from dateline.model.mark import ActorMark

THEIRS = words("persons") | {"follower", "supporter", "opponent", "side", "wing", "party"}  # who are not their own
DOERS = frozenset({"agent", "patient"})
OWNED = re.compile(r"(?:his|her)\b", re.IGNORECASE)
THAT = re.compile(r"its?\b", re.IGNORECASE)


class Carried:
    """One text, in which what stands before a claim is looked up."""

    def __init__(self, document: Document) -> None:
        self._marks: Sequence[ActorMark] = document[ACTORS]
        self._starts = [m.words.start for m in self._marks]

    def within(self, claim: Claim) -> tuple[str, ...]:
        """Whom the sentence itself named last: a person for "his victory" and for a bare noun, a party that is none for
        "it" and "its"."""
        doers = [r.words for r in claim.roles if r.name in DOERS]
        said = doers[0] if doers else ""
        person = not doers or OWNED.match(said) is not None
        others = any(r.head in THEIRS for r in claim.roles if r.name in DOERS and not r.actor)
        if others or (not person and not THAT.match(said)):
            return ()
        before = reversed(self._before(claim))
        parties = (m for m in before if m.kind != "media" and m.how != UNLISTED)
        found = next((m.actor for m in parties if (m.kind == "person") is person), "")
        return (found,) if found else ()

    def _before(self, claim: Claim) -> Sequence[ActorMark]:
        first, last = (bisect_left(self._starts, at) for at in (claim.sentence.start, claim.anchor.start))
        return self._marks[first:last]
