"""One request at a time for each host, with a pause between two, and not too many in all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Gate:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0


class Gates:
    """Belongs to one event loop."""

    def __init__(self, connections: int, gap: float) -> None:
        """`connections` at a time in all; `gap` seconds between two requests to one host."""
        self._gap = gap
        self._all = asyncio.Semaphore(max(1, connections))
        self._gates: dict[str, _Gate] = {}

    @asynccontextmanager
    async def through(self, host: str, gap: float = 0.0) -> AsyncIterator[None]:
        """Waits for the host's turn, and holds it; with a longer gap if the host asks for one."""
        gate = self._gates.setdefault(host, _Gate())
        async with gate.lock:
            clock = asyncio.get_running_loop().time
            await asyncio.sleep(max(0.0, gate.free_at - clock()))
            async with self._all:
                try:
                    yield
                finally:
                    gate.free_at = clock() + max(self._gap, gap)
