"""Runs the application: on a loopback address for whoever sits at the machine, elsewhere for those who log in."""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from dateline.errors import UsageError
from dateline.serve.envelope import failure
from dateline.serve.web.answering import apart
from dateline.serve.web.app import application
from dateline.serve.web.desks import Desks
from dateline.serve.web.guard import LOOPBACK
from dateline.serve.web.passwords import users_beside
from dateline.serve.web.refusals import Refusal, TooSlow
from dateline.serve.web.site import Site
from dateline.serve.web.warming import templates, warm
from dateline.settings import Settings

PATIENCE = 10.0  # seconds that the head of a request may take to arrive
WARM = 3.0  # seconds that the first reader may take to be ready before the address is told
IDLE = 20  # seconds that a silent connection is kept
MOST = 512  # connections at a time
SWEPT = (50_000, 20, 50)  # a page makes thousands of records and few cycles; the lists alone take 0.1 s to sweep
SWITCH = 0.001  # seconds: a page that is being made lets those that are kept pass more often than by default


@dataclass(frozen=True, slots=True)
class Serving:
    """How to serve: where, under which names besides its own, whether only for reading, whether people log in, and
    after how many idle seconds it ends (0: never)."""

    host: str = "127.0.0.1"
    port: int = 8777
    names: tuple[str, ...] = ()
    read_only: bool = False
    login: bool = False
    idle: float = 0.0

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it."""
        try:
            return self.host == "localhost" or ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def anywhere(self) -> bool:
        """Whether it listens on every address of the machine."""
        return self.host in ("0.0.0.0", "::", "")


class PatientProtocol(H11Protocol):
    """Ends connections whose requests do not arrive in time, or cannot be read; the answer has the one shape of
    errors."""

    patience = PATIENCE
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begins to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Waits on, as long as no whole head has come; every new request has its own time."""
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._stop()
        elif self._timer is None:
            self._wait()

    def on_response_complete(self) -> None:
        """The next request may come at leisure, but once it begins it has to arrive."""
        super().on_response_complete()
        self._stop()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing more to wait for."""
        self._stop()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """What cannot be read as HTTP."""
        self._refuse(400, Refusal("this is no HTTP request", what=msg, do="send one of HTTP/1.1"))

    def _wait(self) -> None:
        self._timer = self.loop.call_later(self.patience, self._too_slow)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _too_slow(self) -> None:
        told = f"the request took more than {self.patience:g} seconds"
        self._refuse(408, TooSlow(told, what="its head", do="send it again, faster"))

    def _refuse(self, status: int, error: Refusal) -> None:
        body = json.dumps(failure(error)).encode()
        head = f"HTTP/1.1 {status} Refused\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n"
        self.transport.write(head.encode() + b"connection: close\r\n\r\n" + body)
        self.transport.close()


def site_for(store: Path, settings: Settings, serving: Serving, now: Callable[[], datetime]) -> Site:
    """The site on a store. Raises UsageError if it can be reached from elsewhere and nobody may log in."""
    users = users_beside(store)
    login = serving.login or not serving.loopback
    if login and not users.names():
        told = "nobody may log in yet, and a desk that others can reach is not opened without"
        raise UsageError(told, what=serving.host, do="dateline users add NAME, then serve again")
    return Site(Desks(store, settings, now), settings.user, users if login else None, serving.read_only)


def server(site: Site, serving: Serving) -> uvicorn.Server:
    """A server that is ready to run."""
    names = frozenset({*(n.lower() for n in serving.names), *({serving.host.lower()} - {""})})
    app = application(site, names | LOOPBACK if serving.loopback or serving.anywhere else names, serving.anywhere)
    config = uvicorn.Config(
        Counted(app),
        host=serving.host,
        port=serving.port,
        http=PatientProtocol,
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=2,
        limit_concurrency=MOST,
        h11_max_incomplete_event_size=32 * 1024,
    )
    return uvicorn.Server(config)


class Counted:
    """Lets everything through and remembers when the last request came."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self.last = time.monotonic()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """An ASGI application."""
        self.last = time.monotonic()
        await self._app(scope, receive, send)


async def run(site: Site, serving: Serving, begun: Callable[[str], None]) -> None:
    """Serves until it is told to stop; `begun` is called with the address once it is there."""
    sys.setswitchinterval(SWITCH)
    gc.set_threshold(*SWEPT)
    templates()
    site.apart = apart(site)
    served = server(site, serving)
    counted: Counted = served.config.app  # type: ignore[assignment]
    watching = asyncio.create_task(_watch(site, served, serving, counted, begun))
    try:
        await served.serve()
    except SystemExit as e:
        told = f"port {serving.port} cannot be had on {serving.host}"
        raise UsageError(told, what=str(serving.port), do="give another --port, or end who holds it") from e
    finally:
        watching.cancel()
        site.apart.end()


async def _watch(
    site: Site, served: uvicorn.Server, serving: Serving, counted: Counted, begun: Callable[[str], None]
) -> None:
    """Tells where the server is once its first reader is ready, or after WARM seconds: it answers before, slower."""
    while not served.started:
        await asyncio.sleep(0.02)
    ready = asyncio.Event()
    warming = asyncio.create_task(warm(site, ready))
    with suppress(TimeoutError):
        await asyncio.wait_for(ready.wait(), WARM)
    try:
        await _open(served, serving, counted, begun)
    finally:
        warming.cancel()


async def _open(served: uvicorn.Server, serving: Serving, counted: Counted, begun: Callable[[str], None]) -> None:
    """Tells where the server is, and ends it once nobody has asked for long."""
    begun(address(serving, served.servers[0].sockets[0].getsockname()[1]))
    while serving.idle:
        await asyncio.sleep(min(5.0, serving.idle / 4))
        if time.monotonic() - counted.last > serving.idle:
            served.should_exit = True


def address(serving: Serving, port: int) -> str:
    """Where it can be opened."""
    host = "127.0.0.1" if serving.anywhere else serving.host
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"
