"""Waits for an answer only so long, without blaming a server for time in which the program itself was busy."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
TICKS = 20  # looks at the clock while waiting


async def patiently(doing: Coroutine[Any, Any, T], seconds: float) -> T:
    """What it gives; TimeoutError after so many seconds in which the loop was free to listen.

    Reading a feed or a page blocks the loop; a deadline by the clock would then pass over servers that had answered.
    """
    task = asyncio.ensure_future(doing)
    try:
        for _ in range(TICKS):
            await asyncio.wait({task}, timeout=seconds / TICKS)
            if task.done():
                return task.result()
        raise TimeoutError
    finally:
        if not task.done():
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
