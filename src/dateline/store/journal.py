"""Plain dicts that can be set back: what the in-memory store uses for transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_MISSING = object()


class Journal:
    """Remembers what each change replaced, while a transaction is open."""

    def __init__(self) -> None:
        self._done: list[tuple[dict[Any, Any], Any, Any]] = []
        self._depth = 0

    def put(self, table: dict[Any, Any], key: Any, value: Any) -> None:
        """table[key] = value."""
        self._done.append((table, key, table.get(key, _MISSING)))
        table[key] = value

    def drop(self, table: dict[Any, Any], key: Any) -> None:
        """Takes the key out of the table, if it is there."""
        if key in table:
            self._done.append((table, key, table[key]))
            del table[key]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; inside another one, what fails is undone up to its own start."""
        start = len(self._done)
        self._depth += 1
        try:
            yield
        except BaseException:
            self._undo(start)
            raise
        finally:
            self._depth -= 1
            if not self._depth:
                self._done.clear()

    def _undo(self, start: int) -> None:
        while len(self._done) > start:
            table, key, before = self._done.pop()
            if before is _MISSING:
                del table[key]
            else:
                table[key] = before
