"""Spans of a text that is never changed, and how a mark points at them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

CONTEXT = 32  # characters kept on each side of a selector's words


@dataclass(frozen=True, slots=True)
class Selector:
    """Some words of a text by position and by quotation: position is fast, the quotation survives re-extraction.

    `start` and `end` are character offsets, half-open. W3C Web Annotation: TextPositionSelector and TextQuoteSelector.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    def covers(self, other: Selector) -> bool:
        """Whether the other words lie inside these."""
        return self.start <= other.start and other.end <= self.end


def select(text: str, start: int, end: int) -> Selector:
    """The selector for text[start:end]; raises ValueError if the bounds are not inside the text."""
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"no words at {start}..{end} in a text of {len(text)} characters")
    return Selector(start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


class BlockKind(StrEnum):
    """What a block of a text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item: text[start:end] without bullet marker and surrounding white space.

    `section` is the index of the heading that it stands under (None above the first), `lead` that of the lead-in (a
    line ending in a colon) whose list or paragraph it belongs to.
    """

    start: int
    end: int
    kind: BlockKind
    section: int | None = None
    lead: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """text[start:end] is one sentence of block number `block`, without surrounding white space."""

    start: int
    end: int
    block: int
