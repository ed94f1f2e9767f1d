"""What stands before every request: hosts, origins, sizes, rates, sessions; and the headers of every answer."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.serve.web.limits import CHANGING, LOGGING_IN, READING, Buckets
from dateline.serve.web.refusals import (
    ForeignOrigin,
    LoginNeeded,
    ReadOnly,
    Refusal,
    TooLarge,
    TooMany,
    TooSlow,
    WrongHost,
    WrongMethod,
)
from dateline.serve.web.sessions import Session, Sessions, secret_in

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
LARGEST = 256 * 1024  # bytes of a body: a draft of 40,000 words
LONGEST = 4096  # bytes of path and query
PATIENCE = 10.0  # seconds that a body may take to arrive
OPEN = ("/static/", "/login", "/health")  # what is answered to those who are not logged in
ASKING = frozenset({"GET", "HEAD"})
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # with none at all, browsers would not tell the origin of our own forms either
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
Failed = Callable[[Scope, Refusal], Response]


@dataclass
class Guard:
    """Lets a request through to the app, or refuses it. `names` are the hosts that the server is known by (besides the
    loopback ones, if it is bound there); `login` whether somebody has to be logged in."""

    app: ASGIApp
    failed: Failed
    sessions: Sessions
    user: str
    known: Callable[[str], Awaitable[Session | None]]
    names: frozenset[str] = LOOPBACK
    any_number: bool = False
    login: bool = False
    read_only: bool = False
    patience: float = field(default_factory=lambda: PATIENCE)
    largest: int = LARGEST
    reading: Buckets = field(default_factory=lambda: Buckets(READING))
    changing: Buckets = field(default_factory=lambda: Buckets(CHANGING))
    entering: Buckets = field(default_factory=lambda: Buckets(LOGGING_IN))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, _with_headers(send))

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            self._may_ask(scope)
            scope["session"] = await self._session(scope)
            if scope["method"] not in ASKING:
                receive = await self._body(scope, receive)
        except Refusal as refusal:
            await self._refuse(scope, refusal)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _refuse(self, scope: Scope, refusal: Refusal) -> Response:
        page = "text/html" in Headers(scope=scope).get("accept", "")
        if isinstance(refusal, LoginNeeded) and page and scope["method"] in ASKING:
            return RedirectResponse(f"/login?next={quote(scope['path'])}", 303)
        return self.failed(scope, refusal)

    def _may_ask(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        self._known(headers.get("host", ""))
        if len(scope["raw_path"] or b"") + len(scope["query_string"]) > LONGEST:
            raise TooLarge("the address is too long", what=f"more than {LONGEST} bytes", do="send a form instead")
        client = (scope.get("client") or ("?",))[0]
        if not self.reading.take(client):
            raise TooMany("too many requests", what=client, do="wait a second")
        if scope["method"] in ASKING:
            return
        if scope["method"] != "POST":
            raise WrongMethod("is not taken here", what=scope["method"], do="use GET, HEAD or POST")
        _own(headers)
        logging_in = scope["path"] == "/login"
        if not (self.entering if logging_in else self.changing).take(client):
            raise TooMany("too many changes", what=client, do="wait a minute")
        if self.read_only and not logging_in and scope["path"] not in ASKED_BY_POST:
            raise ReadOnly("this desk is for reading", what=scope["path"], do="start it without --read-only")

    def _known(self, host: str) -> None:
        name = _name(host)
        if name in self.names or (self.any_number and _is_number(name)):
            return
        raise WrongHost("this desk is not known by that name", what=host[:100], do="open it by the address it printed")

    async def _session(self, scope: Scope) -> Session:
        if not self.login:
            return self.sessions.open(self.user)
        found = await self.known(secret_in(Headers(scope=scope).get("cookie", "")))
        if found is None and not scope["path"].startswith(OPEN):
            raise LoginNeeded("nobody is logged in", what=scope["path"][:200], do="log in at /login")
        return found or self.sessions.open("")

    async def _body(self, scope: Scope, receive: Receive) -> Receive:
        """The whole body, bounded in size and time, to be received once more."""
        told = Headers(scope=scope).get("content-length", "")
        if told.isdigit() and int(told) > self.largest:
            raise _too_large(self.largest)
        try:
            body = await asyncio.wait_for(_whole(receive, self.largest), self.patience)
        except TimeoutError as e:
            told_of = f"the body took more than {self.patience:g} seconds"
            raise TooSlow(told_of, what=scope["path"][:200], do="send it again, faster") from e
        return _again(body)


ASKED_BY_POST = frozenset({"/check", "/check.json"})  # a draft is too long for an address; it changes nothing


async def _whole(receive: Receive, largest: int) -> bytes:
    parts, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            break
        part = message.get("body", b"")
        size += len(part)
        if size > largest:
            raise _too_large(largest)
        parts.append(part)
        more = message.get("more_body", False)
    return b"".join(parts)


def _again(body: bytes) -> Receive:
    given = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return given.pop() if given else {"type": "http.disconnect"}

    return receive


def _too_large(most: int) -> TooLarge:
    return TooLarge("the body is too large", what=f"more than {most} bytes", do="send less, or use the command line")


def _own(headers: Headers) -> None:
    """Raises ForeignOrigin for a change that another site asks for. Browsers tell in either header who asks."""
    site, origin = headers.get("sec-fetch-site", ""), headers.get("origin", "")
    host = headers.get("host", "")
    ours = ("", f"http://{host}", f"https://{host}")  # whoever carries TLS before this server speaks https
    if site not in ("", "same-origin", "none") or origin not in ours:
        raise ForeignOrigin(
            "another site asks for this change", what=(origin or site)[:100], do="use this desk's pages"
        )


def _name(host: str) -> str:
    """The name in a Host header, without the port; "" for what is none."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _is_number(name: str) -> bool:
    """Whether a host is a numeric address, which no name server can turn elsewhere."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _with_headers(send: Send) -> Send:
    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return told
