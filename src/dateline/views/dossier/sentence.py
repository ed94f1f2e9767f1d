"""The text of a line: a stored sentence word for word, or one shortened at the boundaries of its clauses, with what its
pronouns and relative dates stand for in brackets. A dateline in front is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dateline.model.claim import Claim
from dateline.views.dossier.brackets import Bracket, brackets
from dateline.views.dossier.parts import Piece, PieceKind
from dateline.views.dossier.reading import Marked

ITEM = re.compile(r"[^\S\n]*\n\s*[-–*•]\s+")
SPACE = re.compile(r"\s+")
FILING = " \t\n-–—:()."  # what divides a dateline from its sentence
DATELINE = "the dateline"
OTHER = "tells another happening"


def pieces(claim: Claim, marked: Marked, span: tuple[int, int], added: Sequence[Bracket] = ()) -> tuple[Piece, ...]:
    """The sentence of a claim, or the part of it at `span`, with its brackets and those added to them."""
    start, end = claim.sentence.start, claim.sentence.end
    first, last = span
    head: tuple[Piece, ...] = ()
    if first > start:
        only_dateline = first == begins(claim, marked)
        head = (
            Piece(PieceKind.CUT, "" if only_dateline else "… ", start, first, DATELINE if only_dateline else OTHER),
        )
    tail = (Piece(PieceKind.CUT, " …", last, end, OTHER),) if last < end else ()
    return (*head, *quoted(marked, first, last, added), *tail)


def begins(claim: Claim, marked: Marked) -> int:
    """Where the sentence of a claim begins behind a dateline."""
    return behind_dateline(claim.sentence.start, claim.sentence.end, marked)


def behind_dateline(start: int, end: int, marked: Marked) -> int:
    """Where text[start:end] begins behind a dateline."""
    line = next((d.words for d in marked.datelines if d.words.start <= start < d.words.end < end), None)
    at = line.end if line else start
    while line and at < end and marked.text[at] in FILING:
        at += 1
    return at


def quoted(marked: Marked, start: int, end: int, added: Sequence[Bracket] = ()) -> tuple[Piece, ...]:
    """text[start:end] with its brackets."""
    found: list[Piece] = []
    at = start
    for bracket in sorted([*added, *brackets(marked, start, end)], key=lambda b: (b.at, b.start)):
        if bracket.at > at:
            found.append(Piece(PieceKind.QUOTED, flat(marked.text[at : bracket.at]), at, bracket.at))
        found.append(Piece(PieceKind.ADDED, bracket.words, bracket.start, bracket.end, bracket.why))
        at = max(at, bracket.at)
    if end > at:
        found.append(Piece(PieceKind.QUOTED, flat(marked.text[at:end]), at, end))
    return tuple(found)


def flat(words: str) -> str:
    """The words on one line, without the markers of items of a list."""
    return SPACE.sub(" ", ITEM.sub(" ", words))


def text_of(found: Iterable[Piece]) -> str:
    """The words of all pieces together."""
    return "".join(p.text for p in found)
