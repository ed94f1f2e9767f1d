"""Captured bytes and bulk imports, in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.model.article import Capture
from dateline.model.bulk import Import, Refused, Room
from dateline.store.keeping import unknown_import
from dateline.store.tables import Tables


class MemoryCaptures:
    """Obeys `Captures`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def stale(self, reader: str, media_type: str) -> Iterator[tuple[str, Capture]]:
        """Article id and latest capture of each current revision that another version has read."""
        for article_id in sorted(self._t.articles):
            current = self._t.current(article_id)
            ids = self._t.revision_captures.get(current.value, ()) if current else ()
            latest = max((self._t.captures[i] for i in ids), key=lambda c: (c.fetched_at, c.id), default=None)
            if latest and latest.reader != reader and latest.media_type == media_type:
                content = self._t.contents.get(latest.digest)
                if content is not None:
                    yield article_id, replace(latest, content=content)

    def count_stale(self, reader: str, media_type: str) -> int:
        """How many `stale` gives."""
        return sum(1 for _ in self.stale(reader, media_type))

    def read_by(self, capture_id: str, reader: str) -> None:
        """Keeps which version has read a capture last."""
        with self._t.journal.transaction():
            if capture_id in self._t.captures:
                held = self._t.captures[capture_id]
                self._t.journal.put(self._t.captures, capture_id, replace(held, reader=reader))

    def used(self) -> int:
        """How many bytes the store uses: texts and captured bytes."""
        return sum(map(len, self._t.contents.values())) + sum(len(r.text) for r in self._t.revisions.values())

    def room(self) -> Room:
        """How many bytes are used, and for what."""
        held = self._held()
        captured = sum(map(len, self._t.contents.values()))
        return Room(self.used(), captured, len(self._t.contents), held[0].fetched_at if held else None)

    def drop_oldest(self, size: int) -> int:
        """Drops bytes, those that came first before others; how many."""
        freed = 0
        with self._t.journal.transaction():
            for capture in self._held():
                if freed < size and capture.digest in self._t.contents:
                    freed += len(self._t.contents[capture.digest])
                    self._t.journal.drop(self._t.contents, capture.digest)
        return freed

    def _held(self) -> list[Capture]:
        held = [c for c in self._t.captures.values() if c.digest in self._t.contents]
        return sorted(held, key=lambda c: c.fetched_at)


class MemoryImports:
    """Obeys `Imports`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def begin(self, state: Import) -> None:
        """Keeps one that begins, or begins anew: what it could not take before is forgotten."""
        with self._t.journal.transaction():
            self._t.journal.put(self._t.imports, state.name, state)
            self._t.journal.drop(self._t.import_refusals, state.name)

    def put(self, state: Import, refused: Iterable[Refused] = ()) -> None:
        """Keeps how far one is, and what else it could not take. Raises InputError for one that never began."""
        if state.name not in self._t.imports:
            raise unknown_import(state.name)
        with self._t.journal.transaction():
            self._t.journal.put(self._t.imports, state.name, state)
            self._t.journal.put(self._t.import_refusals, state.name, (*self.refused(state.name), *refused))

    def refused(self, name: str) -> Sequence[Refused]:
        """What one could not take, in the order in which it came."""
        return self._t.import_refusals.get(name, ())

    def get(self, name: str) -> Import | None:
        """How far one is; None if it never began."""
        return self._t.imports.get(name)

    def all(self) -> Sequence[Import]:
        """All of them, by name."""
        return [self._t.imports[name] for name in sorted(self._t.imports)]
