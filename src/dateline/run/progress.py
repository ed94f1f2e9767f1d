"""How long work tells how far it is; fronts decide how that looks."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told of each step; `total` is None where the end is not known."""

    def step(self, task: str, done: int, total: int | None) -> None:
        """`done` of `total` things of a task are finished and kept."""


class Quiet:
    """Tells nobody."""

    def step(self, task: str, done: int, total: int | None) -> None:
        """Does nothing."""
