"""The plainest client: one request after another, or so many a second whatever the answers do."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection

from evals.web.serving import Served

LINES = 32  # connections that are kept open
HEADERS = {"accept": "text/html", "accept-encoding": "gzip"}


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer: status, bytes on the wire (the body), milliseconds by the clock and of the server's processor."""

    status: int
    size: int
    clock: float
    processor: float


def one_by_one(server: Served, paths: Sequence[str]) -> list[Asked]:
    """Asks for each address on one connection."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=120)
    try:
        return [_one(server, connection, path) for path in paths]
    finally:
        connection.close()


def _one(server: Served, connection: HTTPConnection, path: str) -> Asked:
    clock, processor = time.perf_counter(), server.processor()
    connection.request("GET", path, headers=HEADERS)
    answer = connection.getresponse()
    size = len(answer.read())
    clock, processor = time.perf_counter() - clock, server.processor() - processor
    return Asked(answer.status, size, 1000 * clock, 1000 * processor)


@dataclass
class Load:
    """What came of asking at a rate: seconds of each answer from the moment at which it was due, answers that were no
    200, and how many a second came."""

    seconds: list[float] = field(default_factory=list)
    wrong: int = 0
    rate: float = 0.0

    def quantile(self, share: float) -> float:
        """Milliseconds under which this share of the answers came."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def at_a_rate(server: Served, paths: Sequence[str], each_second: float) -> Load:
    """Asks for the addresses at a steady rate over some connections. A request that has to wait for a connection waits
    at the server's cost: its time counts from when it was due."""
    return asyncio.run(_all(server.port, paths, each_second))


async def _all(port: int, paths: Sequence[str], each_second: float) -> Load:
    load, lines = Load(), asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]]()
    for _ in range(LINES):
        lines.put_nowait(await asyncio.open_connection("127.0.0.1", port))
    begun = time.perf_counter()

    async def due(number: int, path: str) -> None:
        at = begun + number / each_second
        await asyncio.sleep(max(0.0, at - time.perf_counter()))
        line = await lines.get()
        load.wrong += await _ask(*line, path) != 200
        lines.put_nowait(line)
        load.seconds.append(time.perf_counter() - at)

    await asyncio.gather(*(due(n, path) for n, path in enumerate(paths)))
    load.rate = len(paths) / (time.perf_counter() - begun)
    for _ in range(LINES):
        (await lines.get())[1].close()
    return load


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> int:
    head = "".join(f"{name}: {value}\r\n" for name, value in HEADERS.items())
    writer.write(f"GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n{head}\r\n".encode())
    told = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    await reader.readexactly(int(told.partition("content-length:")[2].split("\r\n")[0]))
    return int(told.split()[1])
