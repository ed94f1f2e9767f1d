"""What the parts of the server share: desks, sessions, the cache, and what is going on."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import time
from dataclasses import dataclass, field
from typing import Any

from dateline.desk import Desk
from dateline.serve.web.apart import Apart
from dateline.serve.web.caching import Cache, Made, Version
from dateline.serve.web.desks import Desks
from dateline.serve.web.passwords import Users
from dateline.serve.web.sessions import Session, Sessions
from dateline.serve.web.tasks import Tasks

PACKED = 5  # gzip's level: beyond it pages get hardly smaller
LAG = 10.0  # seconds that the head of a page may lag behind what others write
SMALL = 400  # bytes below which packing gains nothing


@dataclass
class Site:
    """One running desk in the browser. `user` signs changes where nobody logs in."""

    desks: Desks
    user: str
    users: Users | None = None
    read_only: bool = False
    cache: Cache = field(default_factory=Cache)
    apart: Apart[Any, Made] | None = None

    def __post_init__(self) -> None:
        self.tasks = Tasks(self.desks)
        self.sessions = Sessions(self.desks.now)
        self._head: tuple[Version, Any] | None = None
        self._head_at = 0.0
        self._renewing: asyncio.Task[None] | None = None

    @property
    def login(self) -> bool:
        """Whether somebody has to be logged in."""
        return self.users is not None

    async def known(self, secret: str) -> Session | None:
        """The session with this secret, None if there is none; that it is in use is written down now and then."""
        found, old = await self.desks.read(lambda desk: self.sessions.get(desk.store.sessions, secret))
        if old:
            await self.desks.keep(lambda store: self.sessions.renew(store.sessions, secret))
        return found

    async def begin(self, user: str) -> str:
        """A new session; gives the secret for its cookie."""
        return await self.desks.keep(lambda store: self.sessions.begin(store.sessions, user))

    async def end(self, secret: str) -> None:
        """Ends a session."""
        await self.desks.keep(lambda store: self.sessions.end(store.sessions, secret))

    async def version(self) -> Version:
        """What answers depend on, now."""
        changes = await self.desks.changes()
        return Version(self.desks.generation, self.desks.now().date().toordinal(), changes)

    async def head(self) -> Any:
        """What the head of every page tells; a little late where others write all the time."""
        version = await self.version()
        if self._head is None or self._head[0].generation != version.generation:
            await self._renew(version)
        elif self._head[0] != version and time.monotonic() - self._head_at > LAG and not self._renewing:
            self._renewing = asyncio.create_task(self._renew(version))
        return self._head[1] if self._head else None

    async def _renew(self, version: Version) -> None:
        try:
            self._head = (version, await self.desks.read(_freshness))
            self._head_at = time.monotonic()
        finally:
            self._renewing = None


def _freshness(desk: Desk) -> Any:
    return desk.view("freshness")


def made(body: str | bytes, media: str, status: int = 200) -> Made:
    """An answer ready to be sent; its tag is a hash of the body."""
    raw = body.encode() if isinstance(body, str) else body
    packed = gzip.compress(raw, PACKED, mtime=0) if len(raw) > SMALL else b""
    return Made(raw, packed, f'"{hashlib.sha256(raw).hexdigest()[:24]}"', media, status)
