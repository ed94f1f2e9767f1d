"""Happenings that one sentence tells of one time, as one line: a page says the sentence once and marks each in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dateline.views.lines import Line


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence; if they name a happening they are marked, and `event` is its id ("" if it has none)."""

    words: str
    marked: bool = False
    event: str = ""


@dataclass(frozen=True, slots=True)
class Folded:
    """A line with who, where and on what evidence of all that were folded into it, and its sentence in pieces."""

    line: Line
    pieces: tuple[Piece, ...]


def folded(lines: Iterable[Line]) -> list[Folded]:
    """The lines in order; those that follow one another and tell the same sentence of the same time are one."""
    return [_together(list(some)) for _, some in groupby(lines, _same)]


def _same(line: Line) -> tuple[object, ...]:
    told = line.evidence[0] if line.evidence else line.event
    when = (line.occurred.edtf, line.occurred.words) if line.occurred else None
    return (when, line.status, *((told.article, told.sentence) if not isinstance(told, str) else (told,)))


def _together(lines: Sequence[Line]) -> Folded:
    first = lines[0]
    one = replace(
        first,
        who=tuple(dict.fromkeys(w for line in lines for w in line.who)),
        where=tuple(dict.fromkeys(w for line in lines for w in line.where)),
        voices=max(line.voices for line in lines),
        clashes=tuple(dict.fromkeys(c for line in lines for c in line.clashes)),
        evidence=tuple(dict.fromkeys(e for line in lines for e in line.evidence)),
    )
    return Folded(one, _pieces(lines))


def _pieces(lines: Sequence[Line]) -> tuple[Piece, ...]:
    """The sentence of the first line; of two happenings whose words overlap the one that begins first is marked."""
    first = lines[0]
    if not first.evidence:
        return (Piece(first.label, True, first.event),)
    sentence, at, found = first.evidence[0].sentence, 0, list[Piece]()
    for (start, end), event in sorted((line.evidence[0].anchor, line.event) for line in lines):
        if at <= start < end <= len(sentence):
            found += [Piece(sentence[at:start]), Piece(sentence[start:end], True, event)]
            at = end
    found.append(Piece(sentence[at:]))
    return tuple(p for p in found if p.words)
