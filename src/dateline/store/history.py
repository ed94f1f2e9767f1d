"""Rows in memory that are recorded and retired, never edited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, TypeVar

from dateline.store.journal import Journal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """A value, and from when to when it was held."""

    value: T
    recorded_at: datetime
    retired_at: datetime | None = None

    def held(self, known_at: datetime | None) -> bool:
        """Whether it was held at that moment (None: is held now)."""
        if known_at is None:
            return self.retired_at is None
        return self.recorded_at <= known_at and (self.retired_at is None or self.retired_at > known_at)


class History(Generic[T]):
    """For each id its rows, oldest first; at most one is held at a time."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.rows: dict[str, tuple[Row[T], ...]] = {}

    def get(self, row_id: str, known_at: datetime | None = None) -> Row[T] | None:
        """The row of that moment."""
        return next((r for r in self.rows.get(row_id, ()) if r.held(known_at)), None)

    def last(self, row_id: str) -> T | None:
        """The last value, held or retired."""
        rows = self.rows.get(row_id)
        return rows[-1].value if rows else None

    def held(self, known_at: datetime | None = None) -> Iterator[tuple[str, T]]:
        """All ids with their values of that moment, by id."""
        for row_id in sorted(self.rows):
            row = self.get(row_id, known_at)
            if row:
                yield row_id, row.value

    def record(self, row_id: str, value: T, at: datetime) -> bool:
        """Makes this the value from now on; False if it is already. A clock that went back is held still."""
        current = self.get(row_id)
        if current and current.value == value:
            return False
        self.retire(row_id, at)
        rows = self.rows.get(row_id, ())
        if rows and rows[-1].retired_at:
            at = max(at, rows[-1].retired_at)
        self._journal.put(self.rows, row_id, (*rows, Row(value, at)))
        return True

    def retire(self, row_id: str, at: datetime) -> None:
        """Nothing is held under the id from now on."""
        current = self.get(row_id)
        if current:
            rows = self.rows[row_id]
            ended = replace(current, retired_at=max(at, current.recorded_at))
            self._journal.put(self.rows, row_id, (*rows[:-1], ended))

    def forget(self, row_id: str) -> Any:
        """Drops the id with all its past."""
        self._journal.drop(self.rows, row_id)
