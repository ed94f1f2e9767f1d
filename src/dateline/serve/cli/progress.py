"""How far work is, on standard error: a bar on a terminal, else a line now and then; nothing for what is quick."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

PATIENCE = 1.0  # seconds before anything is shown
EVERY = 5.0  # seconds between lines when nobody watches


class Telling:
    """Tells each step to a person. `last` is the last step of each task in words, for when the work is broken off."""

    def __init__(
        self, stream: TextIO | None = None, *, quiet: bool = False, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream or sys.stderr
        self._quiet = quiet
        self._clock = clock
        self._begun = self._told = clock()
        self._bars: Bars | None = None
        self._tasks: dict[str, TaskID] = {}
        self._since: dict[str, tuple[float, int]] = {}
        self._interrupt_lost = False
        self._hook = sys.unraisablehook
        self.last: dict[str, str] = {}

    def step(self, task: str, done: int, total: int | None) -> None:
        """`done` of `total` things of a task are finished and kept. Raises KeyboardInterrupt if one was lost before."""
        self.last[task] = f"{task} {done}" + (f" of {total}" if total else "")
        pace = self._pace(task, done, total)
        if self._interrupt_lost:
            self._interrupt_lost = False
            raise KeyboardInterrupt
        if self._quiet or self._clock() - self._begun < PATIENCE:
            return
        if self._stream.isatty():
            self._move(task, done, total)
        elif self._clock() - self._told >= EVERY:
            self._told = self._clock()
            print(self.last[task] + pace, file=self._stream, flush=True)

    def _pace(self, task: str, done: int, total: int | None) -> str:
        """The rate since the first step of a task, and the time left, once both can be told."""
        began, at_first = self._since.setdefault(task, (self._clock(), done))
        seconds = self._clock() - began
        if seconds < PATIENCE or done <= at_first:
            return ""
        rate = (done - at_first) / seconds
        left = f", {_in_words((total - done) / rate)} left" if total and total > done else ""
        return f", {rate:,.1f} a second{left}" if rate < 10 else f", {rate:,.0f} a second{left}"

    def _move(self, task: str, done: int, total: int | None) -> None:
        if self._bars is None:
            self._bars = _bars(self._stream)
            self._bars.start()
        if task not in self._tasks:
            for before in self._bars.tasks:
                self._bars.update(before.id, total=before.total or before.completed)
            self._tasks[task] = self._bars.add_task(task, total=total, pace="")
        pace = self._pace(task, done, None).removeprefix(", ")
        self._bars.update(self._tasks[task], completed=done, total=total, pace=pace)

    def close(self) -> None:
        """Takes the bars away; safe to call twice."""
        if self._bars is not None:
            self._bars.stop()
            self._bars = None

    def __enter__(self) -> Self:
        self._hook, sys.unraisablehook = sys.unraisablehook, self._unraisable
        return self

    def __exit__(self, *_: object) -> None:
        sys.unraisablehook = self._hook
        self.close()

    def _unraisable(self, lost: sys.UnraisableHookArgs) -> None:
        # Compiled code and finalizers cannot pass an exception on: a Ctrl-C that falls there waits for the next step.
        if issubclass(lost.exc_type, KeyboardInterrupt):
            self._interrupt_lost = True
        else:
            self._hook(lost)


def _in_words(seconds: float) -> str:
    """A stretch of time, no more exact than it can be known."""
    for size, name in ((3600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds / size:,.0f} {name}"
    return f"{seconds:.0f} s"


def _bars(stream: TextIO) -> Bars:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description:>12}"),
        BarColumn(bar_width=32),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
        TimeRemainingColumn(),
        console=Console(file=stream),
        transient=True,
    )
