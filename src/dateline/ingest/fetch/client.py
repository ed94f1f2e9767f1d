"""Polite HTTP: one address to one answer, within limits, redirects followed by hand and each checked."""

from __future__ import annotations

import re
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urljoin, urlsplit

from dateline.ingest.fetch.addresses import Guard, plain
from dateline.ingest.fetch.base import Answer, Limits, Missed, Wanted
from dateline.ingest.fetch.gates import Gates
from dateline.ingest.fetch.patience import patiently
from dateline.ingest.fetch.unpacking import TooLarge, Unpacker, Unreadable

if TYPE_CHECKING:
    from aiohttp import ClientResponse, ClientSession

    from dateline.ingest.fetch.connecting import GuardedResolver, Resolve

REDIRECTS = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
BLANK = re.compile(r"\s")
PIECE = 65_536
LONGEST_URL = 4096
KEPT_HEADERS = frozenset({
    "content-type", "content-length", "etag", "last-modified", "cache-control", "age", "retry-after", "location",
    "tdm-reservation", "tdm-policy", "x-robots-tag", "content-signal", "content-usage",
})  # fmt: skip


class Client:
    """An HTTP client for one event loop; use it in `async with`. Never raises for what a server does."""

    def __init__(self, agent: str, limits: Limits, guard: Guard, resolve: Resolve | None = None) -> None:
        """`agent` is how it names itself; `resolve` stands in for the system's looking up of names."""
        self._agent = agent
        self._limits = limits
        self._guard = guard
        self._resolve = resolve
        self._gates = Gates(limits.connections, limits.gap)
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Self:
        from aiohttp import ClientSession, ClientTimeout, DummyCookieJar

        from dateline.ingest.fetch.connecting import GuardedResolver, connector, system

        self._resolver: GuardedResolver = GuardedResolver(self._guard, self._resolve or system)
        self._session: ClientSession = await self._open.enter_async_context(
            ClientSession(
                connector=connector(self._resolver, self._limits),
                timeout=ClientTimeout(total=None),
                headers={"User-Agent": self._agent, "Accept-Encoding": "gzip, deflate"},
                cookie_jar=DummyCookieJar(),
                auto_decompress=False,
                trust_env=False,
            )
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._open.aclose()

    async def get(self, wanted: Wanted) -> Answer | Missed:
        """The answer at the end of all redirects, or why there is none."""
        url, moved, received = wanted.url, "", 0
        for hop in range(self._limits.redirects + 1):
            if fault := self._fault(url):
                return Missed(
                    fault, "give a public http or https address, or allow the host in the settings", lasting=True
                )
            answer = await self._ask(url, wanted)
            received += answer.received
            if isinstance(answer, Missed):
                return answer
            if answer.status not in REDIRECTS or not answer.headers.get("location"):
                return _at_end(answer, moved, received)
            # it has moved for good only if every step so far says so
            for_good = answer.status in FOR_GOOD and (hop == 0 or bool(moved))
            url = _target(url, answer.headers["location"])
            moved = url if for_good else ""
        return Missed(f"redirects more than {self._limits.redirects} times", lasting=False, received=received)

    def _fault(self, url: str) -> str:
        """Why an address is not called at all; "" if it is."""
        try:
            parts = urlsplit(url)
            host, _ = parts.hostname or "", parts.port
        except ValueError:
            return "is or leads to no address of the web"
        if parts.scheme not in {"http", "https"} or not host or len(url) > LONGEST_URL or BLANK.search(host):
            return "is or leads to no address of the web (http or https)"
        self._resolver.admit(host)
        return self._guard.literal_refusal(host)

    async def _ask(self, url: str, wanted: Wanted) -> Answer | Missed:
        async with self._gates.through(plain(urlsplit(url).hostname or ""), wanted.gap):
            try:
                return await patiently(self._answer(url, wanted), self._limits.seconds)
            except TimeoutError:
                return Missed(f"did not answer within {self._limits.seconds:g} seconds", busy=True)
            except TooLarge:
                size = (wanted.size or self._limits.size) / 1e6
                return Missed(
                    f"is larger than {size:g} MB, the limit", "raise the limit in the settings, or leave it out"
                )
            except Unreadable as error:
                return Missed(str(error))
            except Exception as error:
                return missed(error)

    async def _answer(self, url: str, wanted: Wanted) -> Answer:
        headers = {"Accept": wanted.accept}
        headers |= {"If-None-Match": wanted.etag} if wanted.etag else {}
        headers |= {"If-Modified-Since": wanted.modified} if wanted.modified else {}
        async with self._session.get(url, headers=headers, allow_redirects=False) as response:
            told = {k.lower(): v for k, v in response.headers.items() if k.lower() in KEPT_HEADERS}
            if response.status != 200:
                response.close()
                return Answer(url, response.status, told)
            content, received, cut = await self._body(response, wanted.size or self._limits.size)
            return Answer(url, 200, told, content, received, cut=cut)

    async def _body(self, response: ClientResponse, limit: int) -> tuple[bytes, int, str]:
        """The unpacked content, how many bytes came, and why it may not be whole."""
        from aiohttp import ClientPayloadError, ServerDisconnectedError

        if (response.content_length or 0) > limit:
            response.close()
            raise TooLarge
        unpacker = Unpacker(response.headers.get("Content-Encoding", ""), limit)
        received, cut = 0, ""
        try:
            async for piece in response.content.iter_chunked(PIECE):
                received += len(piece)
                if received > limit:
                    raise TooLarge
                unpacker.take(piece)
        except (ClientPayloadError, ServerDisconnectedError, ConnectionError):
            if not received:
                raise
            cut = "the connection broke off before the end that the server had told"
        except (TooLarge, Unreadable):
            response.close()
            raise
        return unpacker.whole(), received, cut or ("it breaks off" if unpacker.is_cut else "")


def _at_end(answer: Answer, moved: str, received: int) -> Answer:
    return Answer(answer.url, answer.status, answer.headers, answer.content, received, moved, answer.cut)


def _target(url: str, location: str) -> str:
    try:
        return urljoin(url, location.strip())
    except ValueError:
        return ""


def missed(error: Exception) -> Missed:
    """Why no answer came, in words that hold no part of the address (it may hold a secret)."""
    import aiohttp

    from dateline.ingest.fetch.connecting import AddressRefused

    inner: Any = getattr(error, "os_error", None) or error
    if isinstance(inner, AddressRefused):
        return Missed(str(inner), "allow the host in the settings if it is yours", lasting=True)
    if isinstance(error, aiohttp.InvalidURL):
        return Missed("is or leads to no address of the web", "mend the address", lasting=True)
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return Missed("its name could not be looked up", "check the address and the connection", busy=True)
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientConnectorSSLError):
        return Missed("has no certificate that can be trusted", "check the address", busy=True)
    if isinstance(error, aiohttp.ClientConnectorError):
        return Missed(f"cannot be reached ({_reason(inner)})", busy=True)
    if isinstance(error, aiohttp.ServerDisconnectedError | aiohttp.ClientPayloadError | ConnectionError):
        return Missed("broke off its answer", busy=True)
    if isinstance(error, aiohttp.ClientError | aiohttp.http.HttpProcessingError | ValueError | OSError):
        return Missed("answered with something that is not HTTP", busy=True)
    raise error


def _reason(error: Any) -> str:
    told = str(getattr(error, "strerror", "") or type(error).__name__)
    return told.split("[", maxsplit=1)[0].strip() or "no connection"
