"""What was made of things before, as long as they are the same: pages are made anew for one article that came in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Unchanged(Generic[T]):
    """Results of a pure function by a name for what they are made of; `room` is how many are kept before all are let
    go. Threads may share it."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._made: dict[str, tuple[tuple[object, ...], T]] = {}

    def get(self, name: str, of: tuple[object, ...], make: Callable[[], T]) -> T:
        """The result kept under this name if it was made of equal things, else a new one. To compare costs next to
        nothing where they are the same objects."""
        made = self._made.get(name)
        if made is None or made[0] != of:
            if len(self._made) >= self._room:
                self._made.clear()
            made = (of, make())
            self._made[name] = made
        return made[1]
