"""A server on 127.0.0.1 that says exactly the bytes that a test gives it, well-behaved or not."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Self


@dataclass(frozen=True)
class Asked:
    """One request: the host it names, the path, headers in small letters."""

    host: str
    path: str
    headers: dict[str, str]


Handler = Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Loopback:
    """Names under .localhost lead to it; `routes` by host (first label) and path, else by path alone."""

    routes: dict[str, Handler] = field(default_factory=dict)
    log: list[Asked] = field(default_factory=list)
    sent: int = 0
    open_now: dict[str, int] = field(default_factory=dict)
    open_most: dict[str, int] = field(default_factory=dict)
    most_at_once: int = 0
    port: int = 0

    def __enter__(self) -> Self:
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def url(self, path: str, host: str = "news") -> str:
        return f"http://{host}.localhost:{self.port}{path}"

    def on(self, path: str, handler: Handler, host: str = "") -> None:
        self.routes[f"{host}{path}"] = handler

    def asked(self, path: str, host: str = "") -> list[Asked]:
        return [a for a in self.log if a.path == path and (not host or a.host == host)]

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, backlog=500)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        async with server:
            await self._stop.wait()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            while await self._one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answers one request; whether the connection goes on."""
        asked = _parsed(await reader.readuntil(b"\r\n\r\n"))
        self.log.append(asked)
        self.open_now[asked.host] = self.open_now.get(asked.host, 0) + 1
        self.open_most[asked.host] = max(self.open_most.get(asked.host, 0), self.open_now[asked.host])
        self.most_at_once = max(self.most_at_once, sum(self.open_now.values()))
        try:
            handler = self.routes.get(f"{asked.host}{asked.path}") or self.routes.get(asked.path) or absent
            await handler(asked, writer)
            await writer.drain()
        finally:
            self.open_now[asked.host] -= 1
        return handler is absent or not getattr(handler, "closes", True)


def _parsed(head: bytes) -> Asked:
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {k.strip().lower(): v.strip() for k, _, v in (line.partition(":") for line in lines) if v}
    return Asked(headers.get("host", "").split(".")[0].split(":")[0], first.split(" ")[1], headers)


def answer(status: int = 200, body: bytes = b"", **headers: str) -> bytes:
    """A whole answer; underscores in names of headers stand for hyphens."""
    named = {"Content-Length": str(len(body))} | {k.replace("_", "-"): v for k, v in headers.items()}
    lines = "".join(f"{k}: {v}\r\n" for k, v in named.items())
    return f"HTTP/1.1 {status} So\r\n{lines}\r\n".encode("latin-1") + body


def says(*pieces: bytes, pause: float = 0.0) -> Handler:
    """Says these bytes, with pauses between, and hangs up."""

    async def handler(asked: Asked, writer: asyncio.StreamWriter) -> None:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return handler


def page(body: bytes, status: int = 200, **headers: str) -> Handler:
    """A whole answer; the connection goes on."""
    handler = says(answer(status, body, **headers))
    handler.closes = False  # type: ignore[attr-defined]
    return handler


def feed(body: bytes, etag: str = '"1"', kind: str = "application/rss+xml") -> Handler:
    """Answers 304 to who has it already."""

    async def handler(asked: Asked, writer: asyncio.StreamWriter) -> None:
        same = asked.headers.get("if-none-match") == etag
        writer.write(answer(304, ETag=etag) if same else answer(200, body, ETag=etag, Content_Type=kind))

    handler.closes = False  # type: ignore[attr-defined]
    return handler


async def absent(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """404."""
    writer.write(answer(404))
