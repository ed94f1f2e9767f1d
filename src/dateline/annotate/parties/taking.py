"""Who takes part in what a claim tells by a noun alone: "the Greens won the election of 3 May"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Any

from dateline.annotate.base import ACTORS, PARSES, SENTENCES, Document
from dateline.annotate.parties.implied import UNLISTED
from dateline.model.claim import Claim

TAKING = frozenset(  # verbs of taking part; not those of what others think of it
    """
win lose sweep carry contest boycott hold call stage fight lead sign join host rig dominate clinch secure take enter
skip shun attend miss stand run compete stay withdraw walk
""".split()
)
GIVING = frozenset({"give", "bring", "hand", "grant", "cost", "deny"})  # what something did to somebody
PHRASES = frozenset({"in", "from", "at", "out", "of"})  # behind verbs of taking part: "stayed away from the vote"
RELATIVE = frozenset({"who", "which", "that"})


class Taking:
    """The claims of one text, asked for who takes part in what they name."""

    def __init__(self, document: Document) -> None:
        self._starts = [s.start for s in document[SENTENCES]]
        self._parses = document.layers.get(PARSES.name, ())
        self._marks = [m for m in document[ACTORS] if m.kind not in ("media", "instrument") and m.how != UNLISTED]
        self._ends = [m.words.end for m in self._marks]

    def of(self, claim: Claim) -> tuple[str, ...]:
        """The id of the party that takes part in what the noun of a claim names, or gets something by it."""
        number = bisect_right(self._starts, claim.sentence.start) - 1
        if not 0 <= number < len(self._parses):
            return ()
        start = self._starts[number]
        parse = self._parses[number]
        span = parse.char_span(claim.anchor.start - start, claim.anchor.end - start, alignment_mode="expand")
        noun = next((t for t in span or () if t.pos_ == "NOUN" and t.lemma_.lower() == claim.head), None)
        who = None if noun is None else _partner(noun)
        return self._named(start + who.idx, len(who.text)) if who is not None else ()

    def _named(self, start: int, length: int) -> tuple[str, ...]:
        """The id of the party that a word is a part of the name of."""
        at = bisect_left(self._ends, start + length)
        near = self._marks[at : at + 1]
        return tuple(m.actor for m in near if m.words.start < start + length)


def _partner(noun: Any) -> Any:
    """The word for whoever takes part in what a noun names, by the verb that it hangs on; None if nobody does."""
    verb, reached = noun.head, noun.dep_ == "dobj"
    if noun.dep_ == "pobj" and verb.lower_ in PHRASES:
        verb = verb.head if verb.head.pos_ != "ADV" else verb.head.head
        reached = True
    if reached and verb.lemma_ in TAKING:
        who = next((k for k in verb.children if k.dep_ == "nsubj"), None)
        return verb.head if who is not None and who.lower_ in RELATIVE and verb.dep_ == "relcl" else who
    if noun.dep_ == "nsubj" and verb.lemma_ in GIVING:
        return next((k for k in verb.children if k.dep_ == "dative"), None)
    return None
