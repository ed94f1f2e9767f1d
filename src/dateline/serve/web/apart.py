"""A process of its own in which dear pages are made, so that nobody who asks for a cheap one waits behind them: threads
of one process take turns, and a dossier of thousands of happenings would have every other turn for seconds."""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

A = TypeVar("A")
T = TypeVar("T")


class Apart(Generic[A, T]):
    """One process that answers one request after another. Begin it before there are other threads: it is a copy of
    this one. Where that cannot be had, or once it has ended, `ask` gives None and the caller makes the page itself."""

    def __init__(self, make: Callable[[A], T]) -> None:
        self._line: Connection | None = None
        self._asking = ThreadPoolExecutor(1, thread_name_prefix="desk-apart")
        if "fork" in multiprocessing.get_all_start_methods():
            mine, other = multiprocessing.get_context("fork").Pipe()
            process = multiprocessing.get_context("fork").Process(target=_serve, args=(make, other, mine), daemon=True)
            process.start()
            other.close()
            self._line = mine

    async def ask(self, asked: A) -> T | None:
        """What the process makes of a request; errors of the making are raised here."""
        if self._line is None:
            return None
        found = await asyncio.get_running_loop().run_in_executor(self._asking, self._ask, self._line, asked)
        if isinstance(found, Exception):
            raise found
        return found

    def _ask(self, line: Connection, asked: A) -> T | Exception | None:
        try:
            line.send(asked)
            found: T | Exception = line.recv()
        except (EOFError, OSError):  # it was ended from outside, or the machine had no memory left for it
            self._line = None
            return None
        return found

    def end(self) -> None:
        """Ends the process, which sees that nobody asks any more."""
        line, self._line = self._line, None
        if line is not None:
            line.close()
        self._asking.shutdown(wait=False, cancel_futures=True)


def _serve(make: Callable[[A], T], line: Connection, others: Connection) -> None:
    others.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who stops the server at a terminal stops this one by its pipe
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(EOFError, OSError):  # nobody asks, or waits, any more
        while True:
            line.send(_made(make, line.recv()))


def _made(make: Callable[[A], T], asked: A) -> T | Exception:
    try:
        return make(asked)
    except Exception as error:
        return error
