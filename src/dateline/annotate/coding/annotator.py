"""Codes claims: what one party does to another, by PLOVER's event types; a claim that tells nothing clear has none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from dateline.annotate.base import ACTORS, PARSES, PLACES, SENTENCES, Document
from dateline.annotate.claims.repairs import mended
from dateline.annotate.claims.tree import Tree
from dateline.annotate.coding.acts import Acts
from dateline.annotate.coding.lexicon import Lexicon, lexicon
from dateline.annotate.coding.sides import Sides
from dateline.model.claim import Claim, Status
from dateline.model.coding import Coding
from dateline.model.mark import ActorMark, PlaceMark
from dateline.model.text import Sentence

VERSION = "coding7"
M = TypeVar("M", ActorMark, PlaceMark)


def with_codings(document: Document, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims, each with its coding where its sentence tells an act between parties clearly."""
    if not claims or not document[PARSES]:
        return claims
    coder = Coder(document, lexicon("en"))
    return [replace(c, coding=found) if (found := coder.coding(c)) else c for c in claims]


class Coder:
    """Codes the claims of one document; a sentence is read when its first claim with a telling word comes."""

    def __init__(self, document: Document, words: Lexicon) -> None:
        self._document = document
        self._words = words
        self._starts = [s.start for s in document[SENTENCES]]
        self._actors = sorted(document[ACTORS], key=lambda m: (m.words.start, -m.words.end))
        self._places = sorted(document[PLACES], key=lambda m: (m.words.start, -m.words.end))
        self._marked = [[m.words.start for m in marks] for marks in (self._actors, self._places)]
        self._read: dict[int, Acts] = {}

    def coding(self, claim: Claim) -> Coding | None:
        """What the claim tells; None if unsure."""
        if not self._telling(claim) or not self._names_somebody(claim):
            return None
        place = bisect_left(self._starts, claim.sentence.start)
        acts = self._acts(place)
        at = _token(acts.tree, claim)
        act = None if at is None else acts.act(at)
        if act is not None and claim.status is Status.PLANNED:
            act = acts.to_come(act)
        found = None if act is None else self._sides(place).both(acts, act)
        if act is None or found is None:
            return None
        return Coding(act.kind.type, act.kind.mode, *found, why=act.why)

    def _telling(self, claim: Claim) -> bool:
        words, stem = self._words, claim.head.partition("-")[0]
        return stem in words.telling or claim.head in words.nouns or "protest" in claim.sentence.exact

    def _names_somebody(self, claim: Claim) -> bool:
        """Whether the sentence names a party or a place: without any, nobody can be told who acts toward whom."""
        for starts in self._marked:
            at = bisect_left(starts, claim.sentence.start)
            if at < len(starts) and starts[at] < claim.sentence.end:
                return True
        return False

    def _acts(self, sentence: int) -> Acts:
        if sentence not in self._read:
            self._read[sentence] = Acts(mended(self._document[PARSES][sentence]), self._words)
        return self._read[sentence]

    def _sides(self, at: int) -> Sides:
        sentence: Sentence = self._document[SENTENCES][at]
        actors, places = _inside(self._actors, sentence), _inside(self._places, sentence)
        return Sides(self._acts(at).tree, self._words, actors, places, sentence.start)


def _inside(marks: Sequence[M], sentence: Sentence) -> Sequence[M]:
    first = bisect_left(marks, sentence.start, key=lambda m: m.words.start)
    last = bisect_left(marks, sentence.end, key=lambda m: m.words.start)
    return marks[first:last]


def _token(tree: Tree, claim: Claim) -> int | None:
    """The token that names the claim's happening: among its words, else the nearest one of that lemma."""
    lemma = claim.head.partition("-")[0] if claim.head not in tree.lemma else claim.head
    start, end = claim.anchor.start - claim.sentence.start, claim.anchor.end - claim.sentence.start
    found = [i for i in range(len(tree)) if tree.lemma[i] == lemma]
    return min(found, key=lambda i: (max(start - tree.start[i], tree.end[i] - end, 0), i), default=None)
