"""Desks for a server: each thread that reads has its own, one thread alone changes things."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import anyio.to_thread

from dateline.desk import Desk, open_desk
from dateline.settings import Settings
from dateline.store.base import Store

T = TypeVar("T")
SEEN = 0.1  # seconds for which what others changed is not asked again
QUIET = frozenset({"shelve"})  # what it changes stands on the pages of the thing alone, which are forgotten
AGAIN = 0.05  # seconds after which it is asked again whether a reader is free
READERS = 2  # threads that read at a time, each with what it remembers; more gain nothing on two cores


class Told:
    """Keeps the last step of the work that goes on, for whoever asks."""

    def __init__(self) -> None:
        self.task, self.done, self.total = "", 0, 0

    def step(self, task: str, done: int, total: int | None) -> None:
        """`done` of `total` things of a task are finished and kept."""
        self.task, self.done, self.total = task, done, total or 0


@dataclass
class Desks:
    """Opens desks on one file as threads need them. `generation` counts the changes made here."""

    path: Path
    settings: Settings
    now: Callable[[], datetime]
    progress: Told = field(default_factory=Told)
    generation: int = 0

    def __post_init__(self) -> None:
        self._here = threading.local()
        self._one = threading.Lock()
        self._seen, self._seen_at = 0, -SEEN
        self._watching = ThreadPoolExecutor(1, thread_name_prefix="desk-watch")
        self._readers = [ThreadPoolExecutor(1, thread_name_prefix=f"desk-read-{n}") for n in range(READERS)]
        self._idle, self._free = self._readers[::-1], asyncio.Semaphore(READERS)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="desk-jobs")

    def mine(self) -> Desk:
        """The desk of this thread."""
        if not hasattr(self._here, "desk"):
            self._here.desk = open_desk(self.path, self.settings, now=self.now, progress=self.progress)
        found: Desk = self._here.desk
        return found

    async def read(self, ask: Callable[[Desk], T]) -> T:
        """What the function gets from a desk, in a thread: the one of those that are free that read last, since it has
        most of what pages need at hand."""
        return await self._given(await self._taken(), ask)

    async def ready(self, ask: Callable[[Desk], object]) -> None:
        """Has every reader do something once, one after another, so that the others answer meanwhile."""
        for reader in self._readers:
            await self._given(await self._taken(reader), ask)

    async def _taken(self, wanted: ThreadPoolExecutor | None = None) -> ThreadPoolExecutor:
        """A reader that is free now, or the one that is wanted."""
        while True:
            await self._free.acquire()
            if wanted is None:
                return self._idle.pop()
            if wanted in self._idle:
                self._idle.remove(wanted)
                return wanted
            self._free.release()
            await asyncio.sleep(AGAIN)

    async def _given(self, reader: ThreadPoolExecutor, ask: Callable[[Desk], T]) -> T:
        """What a reader finds. It is free again once it has ended, even if nobody waits for it any more."""
        work = asyncio.get_running_loop().run_in_executor(reader, lambda: ask(self.mine()))
        work.add_done_callback(lambda _: self._let_go(reader))
        return await asyncio.shield(work)

    def _let_go(self, reader: ThreadPoolExecutor) -> None:
        self._idle.append(reader)
        self._free.release()

    async def changes(self) -> int:
        """A number that is another one once anybody has committed something; asked by one thread that never writes."""
        if time.monotonic() - self._seen_at > SEEN:
            self._seen_at = time.monotonic()
            self._seen = await asyncio.get_running_loop().run_in_executor(self._watching, self._changes)
        return self._seen

    def _changes(self) -> int:
        return self.mine().store.changes()

    async def keep(self, change: Callable[[Store], T]) -> T:
        """What the function gives that writes something about this server into the store, in a thread; pages stay."""
        return await anyio.to_thread.run_sync(lambda: self._keep(change))

    def _keep(self, change: Callable[[Store], T]) -> T:
        with self._one:
            return change(self.mine().store)

    async def do(self, name: str, user: str, parameters: dict[str, Any]) -> Any:
        """The outcome of a job, done in the name of a user; one job at a time."""
        return await anyio.to_thread.run_sync(lambda: self.job(name, user, parameters))

    def job(self, name: str, user: str, parameters: dict[str, Any]) -> Any:
        """The same, in the thread that calls."""
        with self._one:
            try:
                with open_desk(
                    self.path, replace(self.settings, user=user), now=self.now, progress=self.progress
                ) as desk:
                    return desk.job(name, **parameters)
            finally:
                self.generation += name not in QUIET
                self._seen_at = -SEEN

    def later(self, name: str, user: str, parameters: dict[str, Any], then: Callable[[Any], None]) -> None:
        """Has a job done when those before it are; `then` is called with its outcome or its error."""

        def work() -> None:
            try:
                then(self.job(name, user, parameters))
            except Exception as error:
                then(error)

        self._worker.submit(work)

    def close(self) -> None:
        """Takes no more jobs; what is going on is finished."""
        self._worker.shutdown(wait=False, cancel_futures=True)
        for one in (self._watching, *self._readers):
            one.shutdown(wait=False, cancel_futures=True)
