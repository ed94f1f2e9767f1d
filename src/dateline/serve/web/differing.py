"""Which words of sentences differ, so that a reader sees at a glance where two versions part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\w+(?:[.,]\w+)*|[^\w\s]+|\s+")
MOST = 400  # words of a sentence that are compared


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence, and whether the other versions have them otherwise."""

    words: str
    differs: bool


def pieces(sentence: str, others: Sequence[str]) -> tuple[Piece, ...]:
    """The sentence in pieces. Words that one of the others lacks differ; all is alike if there are no others."""
    tokens = WORD.findall(sentence)
    if not others or len(tokens) > MOST:
        return (Piece(sentence, False),)
    marked = [False] * len(tokens)
    for other in others:
        for at in _lacking(tokens, WORD.findall(other)[:MOST]):
            marked[at] = True
    return _joined(tokens, marked)


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
    found: list[Piece] = []
    for n, (token, differs) in enumerate(zip(tokens, marked, strict=True)):
        wordless = not token.strip() or not token[0].isalnum()
        neighbours = [*marked[max(0, n - 1) : n], *marked[n + 1 : n + 2]]
        told = differs and (not wordless or all(neighbours))
        if found and found[-1].differs == told:
            found[-1] = Piece(found[-1].words + token, told)
        else:
            found.append(Piece(token, told))
    return tuple(found)
