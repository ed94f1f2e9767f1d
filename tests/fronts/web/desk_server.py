"""A real server in this process, on a port of its own, and the plainest client."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from dateline.serve.web.server import Serving, server, site_for
from dateline.serve.web.site import Site
from dateline.settings import Settings

TOKEN = re.compile(r'name="dateline-token" content="([0-9a-f]{64})"')


@dataclass(frozen=True)
class Answered:
    """Status, headers (lower case) and body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def data(self) -> Any:
        return json.loads(self.body)

    @property
    def error(self) -> Any:
        told = self.data
        assert set(told) == {"error"} and set(told["error"]) == {"kind", "message", "what", "do"}
        return told["error"]


@dataclass(frozen=True)
class Running:
    """A server that runs: its address, and what it serves."""

    root: str
    port: int
    site: Site
    store: Path

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answered:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.putrequest(method, path, skip_host="host" in headers, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            if body is not None and "content_length" not in headers:
                connection.putheader("content-length", str(len(body)))
            connection.endheaders(body)
            got = connection.getresponse()
            return Answered(got.status, {k.lower(): v for k, v in got.getheaders()}, got.read())
        finally:
            connection.close()

    def page(self, path: str, **headers: str) -> Answered:
        return self.ask(path, accept="text/html", **headers)

    def token(self, **headers: str) -> str:
        found = TOKEN.search(self.page("/help", **headers).text)
        assert found
        return found[1]

    def post(self, path: str, fields: Mapping[str, Any], token: str | None = None, **headers: str) -> Answered:
        told = {"content_type": "application/x-www-form-urlencoded", **headers}
        if token is not None:
            told["x_dateline_token"] = token
        return self.ask(path, "POST", urlencode(fields, doseq=True).encode(), **told)


@contextmanager
def serving(
    store: Path, how: Serving | None = None, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Iterator[Running]:
    """A server on the store; it has ended when the block is left."""
    how = how or Serving(port=0)
    site = site_for(store, Settings(store=store), how, now)
    served = server(site, how)
    thread = threading.Thread(target=served.run, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not served.started and time.monotonic() < until:
        time.sleep(0.01)
    assert served.started, "the server did not begin"
    port = served.servers[0].sockets[0].getsockname()[1]
    yield Running(f"http://127.0.0.1:{port}", port, site, store)
    served.should_exit = True
    thread.join(15)
    assert not thread.is_alive(), "the server did not end"
