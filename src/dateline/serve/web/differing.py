"""Which words of sentences differ, so that a reader sees at a glance where two versions part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, pairwise

WORD = re.compile(r"\w+(?:[.,]\w+)*|[^\w\s]+|\s+")
MOST = 400  # words of a sentence that are compared
ALIKE = 0.55  # of the words of a sentence, from which on differing ones are too many to tell anything
COMMON = frozenset({"the", "of", "in", "on", "and", "to", "by", "at", "per", "an"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence, and whether the other versions have them otherwise."""

    words: str
    differs: bool


def pieces(sentence: str, others: Sequence[str], value: str = "") -> tuple[Piece, ...]:
    """The sentence in pieces. Words that one of the others lacks differ; all is alike if there are no others. Sentences
    that share little differ all over, which tells nothing: there, words of the value (the sentence's own in the slot)
    and numbers that the others lack are marked alone."""
    tokens = WORD.findall(sentence)
    if not others or len(tokens) > MOST:
        return (Piece(sentence, False),)
    marked = [False] * len(tokens)
    for other in others:
        for at in _lacking(tokens, WORD.findall(other)[:MOST]):
            marked[at] = True
    worded = [n for n, t in enumerate(tokens) if t[0].isalnum()]
    if sum(marked[n] for n in worded) > ALIKE * len(worded):
        marked = _of_value(tokens, others, value)
    return _joined(tokens, marked)


def _of_value(tokens: Sequence[str], others: Sequence[str], value: str) -> list[bool]:
    wanted = {w.casefold() for w in WORD.findall(value) if w[0].isalnum() and len(w) > 1} - COMMON
    elsewhere = {w.casefold() for other in others for w in WORD.findall(other)[:MOST]}
    return [
        t[0].isalnum() and t.casefold() not in elsewhere and (t.casefold() in wanted or t[0].isdigit()) for t in tokens
    ]


def _lacking(tokens: Sequence[str], other: Sequence[str]) -> list[int]:
    """Which tokens stand in no run that both share; a run of spaces and stops alone tells nothing."""
    a, b = ([t.casefold() for t in side] for side in (tokens, other))
    shared = set[int]()
    for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        run = range(block.a, block.a + block.size)
        if any(tokens[n][0].isalnum() for n in run):
            shared |= set(run)
    return [n for n in range(len(tokens)) if n not in shared]


def _joined(tokens: Sequence[str], marked: Sequence[bool]) -> tuple[Piece, ...]:
    words = [n for n, token in enumerate(tokens) if token[0].isalnum()]
    told = {n for n in words if marked[n]}
    for a, b in pairwise(words):  # what stands between two words is marked with them, never at an end
        if all(marked[a : b + 1]):
            told.update(range(a, b))
    runs = groupby(range(len(tokens)), key=told.__contains__)
    return tuple(Piece("".join(tokens[n] for n in run), differs) for differs, run in runs)
