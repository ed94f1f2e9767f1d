"""Connections to checked addresses only. Import it where a connection is made: it loads the HTTP library.

A name is looked up anew for each connection, every address that it has is checked, and the connection is made to
exactly those that passed: a name that changes its address between check and call (DNS rebinding) gains nothing. Sockets
are checked once more as they are made, for addresses that stand in a URL and need no looking up.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiohttp import TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult

from dateline.ingest.fetch.addresses import Guard, is_literal, not_public, plain
from dateline.ingest.fetch.base import Limits

Resolve = Callable[[str], Awaitable[Sequence[str]]]
LOOPBACK = ("127.0.0.1", "::1")
IDLE = 3.0  # seconds that an unused connection is kept: pages of one host follow each other within that


class AddressRefused(OSError):
    """An address that may not be called; the message says why."""


async def system(host: str) -> Sequence[str]:
    """The addresses of a name, as the system tells them; names under localhost are never asked for (RFC 6761, 6.3)."""
    if plain(host) == "localhost" or plain(host).endswith(".localhost"):
        return LOOPBACK
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class GuardedResolver(AbstractResolver):
    """Gives the addresses of a name that may be called; AddressRefused if one of them may not."""

    def __init__(self, guard: Guard, resolve: Resolve = system) -> None:
        self._guard = guard
        self._resolve = resolve
        self.admitted: set[str] = set()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """All addresses of the name."""
        found = await self._resolve(host)
        if not found:
            raise OSError("the name has no address")
        for address in found:
            if told := self._guard.refusal(host, address):
                raise AddressRefused(told)
        if self._guard.allows(host):
            self.admitted.update(found)
        return [_result(host, address, port) for address in found]

    def admit(self, host: str) -> None:
        """Lets an address pass that stands in a URL, if a setting names it."""
        if is_literal(host) and self._guard.allows(host):
            self.admitted.add(plain(host))

    def socket(self, told: tuple[Any, ...]) -> socket.socket:
        """A socket to an address, checked for the last time."""
        family, kind, protocol, _, address = told
        if address[0] not in self.admitted and (what := not_public(address[0])):
            raise AddressRefused(f"has the address {address[0]}, which is {what}")
        return socket.socket(family, kind, protocol)

    async def close(self) -> None:
        """Releases nothing."""


def _result(host: str, address: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST)


def connector(resolver: GuardedResolver, limits: Limits) -> TCPConnector:
    """A connector that looks every name up anew and calls only what the resolver lets pass."""
    return TCPConnector(
        resolver=resolver,
        use_dns_cache=False,
        socket_factory=resolver.socket,
        limit=limits.connections,
        limit_per_host=1,
        keepalive_timeout=IDLE,
    )
