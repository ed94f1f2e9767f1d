"""What a store keeps of readers: the protocol."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from dateline.model.reading import Kept, ReaderMark


class Readers(Protocol):
    """What readers have read and starred."""

    def put(self, mark: ReaderMark) -> None:
        """Keeps a mark, or renews it."""

    def drop(self, by: str, kept: Kept, thing: str) -> None:
        """Takes a mark away; one that is not there is passed over."""

    def of(self, by: str, kept: Kept, things: Collection[str] | None = None) -> Sequence[ReaderMark]:
        """The marks of a reader, the latest first, then by thing: all, or those on these things."""
