"""Stretches between quotation marks, in all manners of writing them: linear in the text, and never at a loss."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model.text import Block

_MARK = re.compile(r"""``|''|["“”„«»‹›'‘’‚「」『』＂]""")
# What each mark can close. Straight marks close their like; “ closes the German „, and «» stand either way round.
_CLOSES = {
    "”": ("“", "„", "”"),
    "“": ("„",),
    "»": ("«",),
    "«": ("»",),
    "›": ("‹",),
    "‹": ("›",),
    '"': ('"',),
    "＂": ("＂",),
    "''": ("``", "''"),
    "'": ("'",),
    "’": ("‘", "‚"),
    "‘": ("‚",),
    "」": ("「",),
    "』": ("『",),
}
_SINGLE = frozenset("'‘’‚")
_NEVER_OPEN = frozenset("’」』")
_UNSPACED = frozenset("「『」』")  # scripts that write no spaces around them
_SPACED = frozenset("«»‹›")  # French sets them off by spaces
_ELISION = re.compile(r"\d|(?:tis|twas|em|til|cause|bout|round|n|s|t|re|ll|ve|d|m)\b", re.IGNORECASE)
_LOOKAHEAD = 30  # marks looked ahead for a better end of words in single marks


@dataclass(frozen=True, slots=True)
class Stretch:
    """text[start:end] stands between quotation marks, each `width` characters long, in one block.

    `depth` counts the stretches around it. `closed` is false where the speech goes on in the next paragraph, and
    `continued` is true there.
    """

    start: int
    end: int
    block: int
    depth: int = 0
    closed: bool = True
    continued: bool = False
    width: int = 1

    @property
    def before(self) -> int:
        """Where the mark before stands."""
        return self.start - self.width

    @property
    def after(self) -> int:
        """What stands behind the mark that closes."""
        return self.end + self.width


def stretches(text: str, blocks: Sequence[Block]) -> list[Stretch]:
    """The stretches of a text in order, outer before inner. A mark without a partner is no mark."""
    made: list[Stretch] = []
    carried = ""
    for index, block in enumerate(blocks):
        found, left = _in_block(text, block, index)
        if left is not None and not _goes_on(text, left, block, blocks[index + 1 : index + 2]):
            left = None
        if left is not None:
            found.append(Stretch(left.end, block.end, index, closed=False, width=len(left.mark)))
        nested = _nested(found)
        if nested and carried and nested[0].before == block.start and text.startswith(carried, block.start):
            nested[0] = replace(nested[0], continued=True)
        carried = left.mark if left is not None else ""
        made.extend(nested)
    return made


def _goes_on(text: str, left: _Mark, block: Block, ahead: Sequence[Block]) -> bool:
    """Whether a mark that stays open belongs to speech that goes on: the next paragraph begins with the same mark."""
    return left.end < block.end and any(text.startswith(left.mark, b.start) for b in ahead)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark at text[start:end], and the characters around it."""

    mark: str
    start: int
    end: int
    before: str
    after: str


def _marks(text: str, block: Block) -> Iterator[_Mark]:
    for found in _MARK.finditer(text, block.start, block.end):
        before = text[found.start() - 1] if found.start() > block.start else " "
        after = text[found.end()] if found.end() < block.end else " "
        yield _Mark(found.group(), found.start(), found.end(), before, after)


def _in_block(text: str, block: Block, index: int) -> tuple[list[Stretch], _Mark | None]:
    """The closed stretches of a block, and an outermost mark that stays open, if any."""
    found: list[Stretch] = []
    open_marks: list[_Mark] = []
    marks = list(_marks(text, block))
    for n, mark in enumerate(marks):
        partner = _partner(open_marks, mark)
        if partner is not None and not _possessive(text, marks, n):
            start = open_marks[partner].end
            del open_marks[partner:]
            if start < mark.start:
                found.append(Stretch(start, mark.start, index, width=len(mark.mark)))
        elif _opens(text, mark):
            _open(open_marks, mark)
    left = [m for m in open_marks if m.mark not in _SINGLE]
    return found, left[0] if left else None


def _partner(open_marks: list[_Mark], mark: _Mark) -> int | None:
    """Which of the open marks this one closes: the innermost that fits; None if it cannot close."""
    if mark.mark not in _UNSPACED and (mark.after.isalnum() or (mark.before.isspace() and mark.mark not in _SPACED)):
        return None
    for n in range(len(open_marks) - 1, -1, -1):
        if open_marks[n].mark in _CLOSES.get(mark.mark, ()):
            return n
    return None


def _opens(text: str, mark: _Mark) -> bool:
    if mark.mark in _NEVER_OPEN or (mark.after.isspace() and mark.mark not in _SPACED):
        return False
    if mark.mark in _UNSPACED:
        return True
    if mark.mark in _SINGLE and _ELISION.match(text, mark.end):
        return False
    return not mark.before.isalnum()


def _open(open_marks: list[_Mark], mark: _Mark) -> None:
    """Opens; the same mark already open was never closed, and is dropped with all inside it."""
    for n, earlier in enumerate(open_marks):
        if earlier.mark == mark.mark:
            del open_marks[n:]
            break
    open_marks.append(mark)


def _possessive(text: str, marks: list[_Mark], n: int) -> bool:
    """Whether a mark that could end words in single marks is an apostrophe ("the players' union"): an end follows."""
    mark = marks[n]
    if (
        mark.mark not in ("'", "’")
        or mark.before not in "sS"
        or not text[mark.end : mark.end + 2].lstrip(" ").islower()
    ):
        return False
    for other in marks[n + 1 : n + 1 + _LOOKAHEAD]:
        if other.mark not in _SINGLE:
            continue
        if not other.before.isalnum() and not other.before.isspace() and not other.after.isalnum():
            return True
        if _opens(text, other):
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
