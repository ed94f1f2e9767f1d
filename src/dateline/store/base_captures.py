"""What a store keeps of captured bytes and of bulk imports: the protocols."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from dateline.model.article import Capture
from dateline.model.bulk import Import, Refused, Room


class Captures(Protocol):
    """The bytes that articles came as: which version read them, how much room they take, and giving that back."""

    def stale(self, reader: str, media_type: str) -> Iterator[tuple[str, Capture]]:
        """Article id and latest capture of each current revision whose bytes are held, of that type, and were read by
        another version than `reader`; by article id. The caller may write between two."""

    def count_stale(self, reader: str, media_type: str) -> int:
        """How many `stale` gives."""

    def read_by(self, capture_id: str, reader: str) -> None:
        """Keeps which version has read a capture last."""

    def used(self) -> int:
        """How many bytes the store uses, room that was given back not counted."""

    def room(self) -> Room:
        """How many bytes are used, and for what."""

    def drop_oldest(self, size: int) -> int:
        """Drops bytes, those that came first before others, until `size` of them (as kept) are free or none is left;
        how many are. Captures stay, with their digests and without bytes."""


class Imports(Protocol):
    """How far bulk imports have come, and what they could not take. These rows are replaced."""

    def begin(self, state: Import) -> None:
        """Keeps one that begins, or begins anew: what it could not take before is forgotten."""

    def put(self, state: Import, refused: Iterable[Refused] = ()) -> None:
        """Keeps how far one is, and what else it could not take. Raises InputError for one that never began."""

    def refused(self, name: str) -> Sequence[Refused]:
        """What one could not take, in the order in which it came."""

    def get(self, name: str) -> Import | None:
        """How far one is; None if it never began."""

    def all(self) -> Sequence[Import]:
        """All of them, by name."""
