"""How long work tells how far it is; fronts decide how that looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """Told of each step; `total` is None where the end is not known."""

    def step(self, task: str, done: int, total: int | None) -> None:
        """`done` of `total` things of a task are finished and kept."""


class Quiet:
    """Tells nobody."""

    def step(self, task: str, done: int, total: int | None) -> None:
        """Does nothing."""


def tracked(things: Iterable[T], task: str, progress: Progress, total: int | None = None) -> Iterator[T]:
    """The same things, one by one, telling progress after each."""
    for done, thing in enumerate(things, 1):
        yield thing
        progress.step(task, done, total)
