"""Stretches between quotation marks, in all manners of writing them: linear in the text, and never at a loss."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model.text import Block

_MARK = re.compile(r"""["“”„«»‹›'‘’‚「」『』＂]""")
# What each mark can close. Straight marks close their like; “ closes the German „, and «» stand either way round.
_CLOSES = {
    "”": "“„”",
    "“": "„",
    "»": "«",
    "«": "»",
    "›": "‹",
    "‹": "›",
    '"': '"',
    "＂": "＂",
    "'": "'",
    "’": "‘‚",
    "‘": "‚",
    "」": "「",
    "』": "『",
}
_SINGLE = frozenset("'‘’‚")
_NEVER_OPEN = frozenset("’」』")
_UNSPACED = frozenset("「『」』")  # scripts that write no spaces around them
_ELISION = re.compile(r"\d|(?:tis|twas|em|til|cause|bout|round|n|s|t|re|ll|ve|d|m)\b", re.IGNORECASE)
_LOOKAHEAD = 30  # marks looked ahead for a better end of words in single marks


@dataclass(frozen=True, slots=True)
class Stretch:
    """text[start:end] stands between quotation marks (which are at start - 1 and end) in one block.

    `depth` counts the stretches around it. `closed` is false where the speech goes on in the next paragraph, and
    `continued` is true there.
    """

    start: int
    end: int
    block: int
    depth: int = 0
    closed: bool = True
    continued: bool = False


def stretches(text: str, blocks: Sequence[Block]) -> list[Stretch]:
    """The stretches of a text in order, outer before inner. A mark without a partner is no mark."""
    made: list[Stretch] = []
    carried = ""
    for index, block in enumerate(blocks):
        ahead = blocks[index + 1] if index + 1 < len(blocks) else None
        found, left = _in_block(text, block, index)
        goes_on = left is not None and ahead is not None and text[ahead.start] == text[left]
        if left is not None and goes_on:
            found.append(Stretch(left + 1, block.end, index, closed=False))
        nested = _nested(found)
        if nested and carried and nested[0].start == block.start + 1 and text[block.start] == carried:
            nested[0] = replace(nested[0], continued=True)
        carried = text[left] if left is not None and goes_on else ""
        made.extend(nested)
    return made


def _in_block(text: str, block: Block, index: int) -> tuple[list[Stretch], int | None]:
    """The closed stretches of a block, and the place of an outermost mark that stays open, if any."""
    found: list[Stretch] = []
    open_marks: list[int] = []
    marks = [m.start() for m in _MARK.finditer(text, block.start, block.end)]
    for n, at in enumerate(marks):
        before, after = _around(text, at, block)
        partner = _partner(text, open_marks, at, before, after)
        if partner is not None and not _possessive(text, marks, n, block):
            start = open_marks[partner]
            del open_marks[partner:]
            if start + 1 < at:
                found.append(Stretch(start + 1, at, index))
        elif _opens(text, at, before, after):
            _open(text, open_marks, at)
    left = [at for at in open_marks if text[at] not in _SINGLE]
    return found, left[0] if left else None


def _around(text: str, at: int, block: Block) -> tuple[str, str]:
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    return before, after


def _partner(text: str, open_marks: list[int], at: int, before: str, after: str) -> int | None:
    """Which of the open marks the mark at `at` closes: the innermost that fits; None if it cannot close."""
    mark = text[at]
    if mark not in _UNSPACED and (before.isspace() or after.isalnum()):
        return None
    for n in range(len(open_marks) - 1, -1, -1):
        if text[open_marks[n]] in _CLOSES.get(mark, ""):
            return n
    return None


def _opens(text: str, at: int, before: str, after: str) -> bool:
    mark = text[at]
    if mark in _NEVER_OPEN or after.isspace():
        return False
    if mark in _UNSPACED:
        return True
    if mark in _SINGLE and _ELISION.match(text, at + 1):
        return False
    return not before.isalnum()


def _open(text: str, open_marks: list[int], at: int) -> None:
    """Opens; the same mark already open was never closed, and is dropped with all inside it."""
    for n, earlier in enumerate(open_marks):
        if text[earlier] == text[at]:
            del open_marks[n:]
            break
    open_marks.append(at)


def _possessive(text: str, marks: list[int], n: int, block: Block) -> bool:
    """Whether a mark that could end words in single marks is an apostrophe ("the players' union"): an end follows."""
    at = marks[n]
    if text[at] not in "'’" or text[at - 1] not in "sS" or not text[at + 1 : at + 3].lstrip(" ").islower():
        return False
    for other in marks[n + 1 : n + 1 + _LOOKAHEAD]:
        if text[other] not in _SINGLE:
            continue
        before, after = _around(text, other, block)
        if not before.isalnum() and not before.isspace() and not after.isalnum():
            return True
        if _opens(text, other, before, after):
            return False
    return False


def _nested(found: list[Stretch]) -> list[Stretch]:
    """In order of the text, with depths."""
    ordered = sorted(found, key=lambda s: (s.start, -s.end))
    made: list[Stretch] = []
    ends: list[int] = []
    for stretch in ordered:
        while ends and ends[-1] < stretch.end:
            ends.pop()
        made.append(replace(stretch, depth=len(ends)))
        ends.append(stretch.end)
    return made


def outermost(found: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches that stand in no other."""
    return (s for s in found if s.depth == 0)
