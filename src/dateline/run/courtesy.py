"""Manners that last from round to round: which servers are left alone, and what their robots.txt allows."""

from __future__ import annotations

import asyncio
import random
from dataclasses import replace
from datetime import datetime, timedelta
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit

from dateline.ingest import robots, tdmrep
from dateline.ingest.decoding import decode
from dateline.ingest.fetch.addresses import guard, plain
from dateline.ingest.fetch.base import Answer, Limits, Missed, Wanted
from dateline.ingest.fetch.client import Client
from dateline.ingest.fetch.manners import back_off, retry_after
from dateline.ingest.robots import Robots
from dateline.model.feed import Host
from dateline.run.working import Working
from dateline.settings import Settings

ROBOTS_KEPT = timedelta(hours=24)  # RFC 9309, 2.4
ROBOTS_SIZE = 2_000_000  # bytes; what stands behind the first 500 KB is not read
JSON = "application/json, */*;q=0.1"
ROBOTS_TXT = "text/plain, */*;q=0.1"
ASKS_FOR_TIME = frozenset({429, 503})


def agent(settings: Settings) -> str:
    """How the program names itself to servers."""
    contact = f"; {settings.contact}" if settings.contact else ""
    return f"Dateline/{version('dateline')} (reads news for a desk{contact})"


def client_for(settings: Settings) -> Client:
    """A client with the limits of the settings."""
    limits = Limits(
        size=settings.largest_answer,
        seconds=settings.patience,
        connections=settings.connections,
        gap=settings.pause,
    )
    return Client(agent(settings), limits, guard(settings.allow_hosts.split()))


def host_of(url: str) -> str:
    """The server of an address, with its port if it names one."""
    try:
        parts = urlsplit(url)
        return plain(parts.hostname or "") + (f":{parts.port}" if parts.port else "")
    except ValueError:
        return ""


class Courtesy:
    """Asks servers through a client and remembers how each took it; belongs to one round or a running desk."""

    def __init__(self, working: Working, client: Client, chance: random.Random) -> None:
        self._working = working
        self._client = client
        self._chance = chance
        self._hosts: dict[str, Host] = {}
        self._asking: dict[str, asyncio.Lock] = {}

    async def ask(self, wanted: Wanted) -> Answer | Missed:
        """What the server answers; Missed without asking if it is to be left alone."""
        name = host_of(wanted.url)
        if (until := self.left_alone(wanted.url)) is not None:
            return Missed(
                f"its server is left alone until {until:%Y-%m-%d %H:%M} UTC: {self._host(name).why}", busy=True
            )
        answer = await self._client.get(wanted)
        self._heard(name, answer)
        return answer

    def left_alone(self, url: str) -> datetime | None:
        """Until when the server of an address is left alone; None if it may be asked."""
        until = self._host(host_of(url)).not_before
        return until if until and until > self._working.now() else None

    async def page(self, url: str, accept: str) -> tuple[Answer | Missed, Robots]:
        """A page, if robots.txt lets us have it; and what that says."""
        allowed = await self.robots(url)
        if not allowed.allows(url):
            why = "robots.txt could not be had, so its pages are left" if allowed is robots.NOTHING_ALLOWED else ""
            return Missed(why or "robots.txt does not allow it", "it is left", lasting=not why), allowed
        return await self.ask(Wanted(url, accept, gap=allowed.delay)), allowed

    async def robots(self, url: str) -> Robots:
        """What the robots.txt of the server says; one that is missing (4xx) allows all, one that fails nothing."""
        name = host_of(url)
        async with self._asking.setdefault(name, asyncio.Lock()):
            host, now = self._host(name), self._working.now()
            if host.robots_at is None or not now - ROBOTS_KEPT < host.robots_at <= now:
                host = await self._fetched_robots(url)
        if host.robots_status == 200:
            return robots.read(host.robots)
        return Robots() if 400 <= host.robots_status < 500 and host.robots_status != 429 else robots.NOTHING_ALLOWED

    async def reserves(self, url: str) -> bool:
        """Whether the tdmrep.json of the server reserves an address; a server without one reserves nothing by it."""
        name = host_of(url)
        async with self._asking.setdefault(name, asyncio.Lock()):
            host, now = self._host(name), self._working.now()
            if host.tdmrep_at is None or not now - ROBOTS_KEPT < host.tdmrep_at <= now:
                answer = await self.ask(Wanted(urljoin(url, tdmrep.ADDRESS), JSON, size=ROBOTS_SIZE))
                host = self._host(name)
                if isinstance(answer, Answer) and answer.status < 500 and answer.status != 429:
                    decoded = decode(answer.content)
                    host = replace(host, tdmrep=decoded.text if decoded else "", tdmrep_at=now)
                    self._keep(host)
        return tdmrep.reserves(tdmrep.read(host.tdmrep), url)

    async def _fetched_robots(self, url: str) -> Host:
        answer = await self.ask(Wanted(urljoin(url, "/robots.txt"), ROBOTS_TXT, size=ROBOTS_SIZE))
        host = self._host(host_of(url))
        if isinstance(answer, Missed):
            return host if host.robots_at else replace(host, robots_status=0)
        decoded = decode(answer.content)
        text = decoded.text if decoded else ""
        host = replace(host, robots=text, robots_at=self._working.now(), robots_status=answer.status)
        if answer.status < 500 and answer.status != 429:
            self._keep(host)
        return host

    def _host(self, name: str) -> Host:
        if name not in self._hosts:
            self._hosts[name] = self._working.store.feeds.host(name)
        return self._hosts[name]

    def _keep(self, host: Host) -> None:
        if host != self._hosts.get(host.name):
            self._hosts[host.name] = host
            self._working.store.feeds.put_host(host)

    def _heard(self, name: str, answer: Answer | Missed) -> None:
        """Remembers a server that asks for time or fails as such; what fails with one address alone does not count."""
        host, now = self._host(name), self._working.now()
        if isinstance(answer, Answer) and answer.status in ASKS_FOR_TIME:
            wait = retry_after(answer.headers, now) or back_off(host.failures + 1, self._chance)
            why = f"it answered with status {answer.status}"
        elif isinstance(answer, Missed) and answer.busy:
            wait, why = back_off(host.failures + 1, self._chance), answer.why
        elif isinstance(answer, Answer):
            self._keep(replace(host, failures=0, not_before=None, why=""))
            return
        else:
            return
        self._keep(replace(host, failures=host.failures + 1, not_before=now + wait, why=why))
