"""Bulk imports and the room that a store takes: how far a file was read, how many bytes lie where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Import:
    """How far the import of one file, folder or sitemap has come.

    `name` is its whole path or address; `seal` changes when what stands there does. `file` is the one that was read
    last, `number` how many of its documents (records, lines) were passed. Counts are of articles by change. `began_at`
    and `at` (aware UTC) are when it began and when it was last kept; `finished` if all was read.
    """

    name: str
    seal: str
    began_at: datetime
    at: datetime
    file: str = ""
    number: int = 0
    new: int = 0
    revised: int = 0
    same: int = 0
    withdrawn: int = 0
    refused: int = 0
    finished: bool = False

    @property
    def documents(self) -> int:
        """How many documents were taken or refused."""
        return self.new + self.revised + self.same + self.withdrawn + self.refused

    def moved(self, at: datetime, file: str, number: int, **more: int) -> Import:
        """The same further on, with these added to its counts."""
        return replace(self, at=at, file=file, number=number, **{n: getattr(self, n) + v for n, v in more.items()})


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that an import could not take: which, why, and what to do about it."""

    what: str
    message: str
    do: str


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes that a store uses, those of them that are captured bytes (as kept, compressed), how many captures still
    have theirs, and when the oldest of these came (None if there is none)."""

    used: int
    captured: int
    captures: int
    oldest: datetime | None = None
