"""What readers have read and starred, in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.model.reading import Kept, ReaderMark
from dateline.store.tables import Tables


class MemoryReaders:
    """Obeys `Readers`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def put(self, mark: ReaderMark) -> None:
        """Keeps a mark, or renews it."""
        with self._t.journal.transaction():
            self._t.journal.put(self._t.reader_marks, (mark.by, mark.kept, mark.thing), mark)

    def drop(self, by: str, kept: Kept, thing: str) -> None:
        """Takes a mark away; one that is not there is passed over."""
        with self._t.journal.transaction():
            self._t.journal.drop(self._t.reader_marks, (by, kept, thing))

    def of(self, by: str, kept: Kept, things: Collection[str] | None = None) -> Sequence[ReaderMark]:
        """The marks of a reader, the latest first: all, or those on these things."""
        found = [m for m in self._t.reader_marks.values() if m.by == by and m.kept is kept]
        wanted = [m for m in found if things is None or m.thing in things]
        return sorted(sorted(wanted, key=lambda m: m.thing), key=lambda m: m.at, reverse=True)
