"""Which addresses may be called: asserted at the guard, the resolver and the sockets; no packet leaves."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence

import pytest
from loopback import Loopback, answer, page, says

from dateline.ingest.discreet import discreet
from dateline.ingest.fetch.addresses import Guard, guard, not_public
from dateline.ingest.fetch.base import Answer, Limits, Missed, Wanted
from dateline.ingest.fetch.client import Client
from dateline.ingest.fetch.connecting import AddressRefused, GuardedResolver

CLOSED = [
    "127.0.0.1", "127.8.9.10", "0.0.0.0", "10.0.0.8", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.8", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "203.0.113.9",
    "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::9", "fec0::1", "ff02::1", "2001:db8::1", "100::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "2002:7f00:1::", "2002:a00:1::",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2001::1", "::127.0.0.1", "nonsense", "",
]  # fmt: skip
OPEN = ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("address", CLOSED)
def test_addresses_that_are_not_of_the_public_internet_are_refused(address: str) -> None:
    assert not_public(address)
    assert Guard().refusal("news.example", address)
    with pytest.raises(AddressRefused):
        asyncio.run(GuardedResolver(Guard(), found(address)).resolve("news.example"))
    with pytest.raises(AddressRefused):
        GuardedResolver(Guard(), found()).socket((socket.AF_INET, socket.SOCK_STREAM, 0, "", (address, 80)))


@pytest.mark.parametrize("address", OPEN)
def test_public_addresses_pass(address: str) -> None:
    assert not_public(address) == ""
    passed = asyncio.run(GuardedResolver(Guard(), found(address)).resolve("news.example", 443))
    assert [(r["host"], r["port"]) for r in passed] == [(address, 443)]


def found(*addresses: str):  # type: ignore[no-untyped-def]
    async def resolve(host: str) -> Sequence[str]:
        return addresses

    return resolve


def test_one_closed_address_among_several_is_enough_to_refuse() -> None:
    with pytest.raises(AddressRefused, match="private"):
        asyncio.run(GuardedResolver(Guard(), found("8.8.8.8", "10.0.0.1")).resolve("news.example"))


def test_a_setting_allows_hosts_by_name_and_by_what_they_end_with() -> None:
    allowing = guard(["intranet", ".localhost", "127.0.0.1", "[::1]"])
    assert not allowing.refusal("Intranet.", "10.0.0.1")
    assert not allowing.refusal("a.b.localhost", "127.0.0.1")
    assert not allowing.literal_refusal("127.0.0.1") and not allowing.literal_refusal("[::1]")
    assert allowing.refusal("evil-intranet", "10.0.0.1")
    assert allowing.refusal("localhost.evil.example", "127.0.0.1")
    assert allowing.literal_refusal("10.0.0.1")


def fetch(url: str, guarded: Guard, resolve: object = None, **limits: float) -> Answer | Missed:
    async def run() -> Answer | Missed:
        async with Client("Test", Limits(gap=0, **limits), guarded, resolve) as client:  # type: ignore[arg-type]
            return await client.get(Wanted(url))

    return asyncio.run(run())


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/", "http://[::1]:{port}/", "http://localhost:{port}/", "http://2130706433:{port}/",
        "http://0x7f.1:{port}/", "http://127.1:{port}/", "http://[::ffff:127.0.0.1]:{port}/", "file:///etc/passwd",
        "ftp://127.0.0.1:{port}/", "gopher://127.0.0.1:{port}/", "http:///x", "//127.0.0.1:{port}/", "nothing",
        "http://a b.localhost:{port}/",
        "http://127.0.0.1:99999/", "http://user@127.0.0.1:{port}/", "http://a.localhost:{port}/",
    ],
)  # fmt: skip
def test_no_way_of_writing_an_address_reaches_a_closed_one(server: Loopback, url: str) -> None:
    server.on("/", page(b"secret"))

    async def literal(host: str) -> Sequence[str]:
        # as getaddrinfo reads old forms of addresses, and nothing else
        return [socket.inet_ntoa(socket.inet_aton(host))] if host[0].isdigit() else ["127.0.0.1"]

    missed = fetch(url.format(port=server.port), Guard(), literal)
    assert isinstance(missed, Missed) and missed.lasting
    assert server.log == []


def test_a_redirect_to_a_closed_address_is_refused(server: Loopback) -> None:
    server.on("/", page(b"", 302, Location=f"http://127.0.0.1:{server.port}/inside"))
    server.on("/inside", page(b"secret"))
    missed = fetch(server.url("/"), guard([".localhost"]))
    assert isinstance(missed, Missed) and "loopback" in missed.why
    assert [a.path for a in server.log] == ["/"]


def test_a_redirect_to_another_scheme_is_refused(server: Loopback) -> None:
    server.on("/", page(b"", 301, Location="file:///etc/passwd"))
    missed = fetch(server.url("/"), guard([".localhost"]))
    assert isinstance(missed, Missed) and "http or https" in missed.why


def test_a_name_that_changes_its_address_between_two_connections_is_checked_each_time(server: Loopback) -> None:
    """DNS rebinding: the second look at the name finds a loopback address; that connection is never made."""
    server.on("/", says(answer(302, Location=f"http://rebound.example:{server.port}/inside")))
    server.on("/inside", page(b"secret"))
    asked: list[str] = []

    async def resolve(host: str) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"]

    missed = fetch(f"http://start.example:{server.port}/", guard(["start.example"]), resolve)
    assert isinstance(missed, Missed) and missed.lasting and "loopback" in missed.why
    assert asked == ["start.example", "rebound.example"]
    assert [a.path for a in server.log] == ["/"]


def test_the_address_that_was_checked_is_the_one_that_is_called(server: Loopback) -> None:
    server.on("/", says(answer(302, Location="/again")))
    server.on("/again", page(b"fine"))
    told = iter([["127.0.0.1"], ["10.9.8.7"]])

    async def resolve(host: str) -> Sequence[str]:
        return next(told)

    resolver = GuardedResolver(Guard(), resolve)
    with pytest.raises(AddressRefused):
        asyncio.run(resolver.resolve("start.example"))
    with pytest.raises(AddressRefused):
        asyncio.run(resolver.resolve("start.example"))
    assert resolver.admitted == set()


def test_an_allowed_host_does_not_open_its_address_to_others(server: Loopback) -> None:
    server.on("/", page(b"fine"))
    answered = fetch(server.url("/"), guard([".localhost"]))
    assert isinstance(answered, Answer) and answered.content == b"fine"
    assert isinstance(fetch(f"http://127.0.0.1:{server.port}/", guard([".localhost"])), Missed)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/rss.xml?page=2", "https://a.example/rss.xml?page=2"),
        ("https://ann:pw@a.example/rss", "https://***@a.example/rss"),
        ("https://a.example/rss?api_key=abc&x=1", "https://a.example/rss?api_key=***&x=1"),
        ("https://a.example/rss?TOKEN=abc", "https://a.example/rss?TOKEN=***"),
        ("https://a.example/f/0a1b2c3d4e5f60718293a4b5c6d7/rss", "https://a.example/f/***/rss"),
        ("https://a.example/rss?u=0a1b2c3d4e5f60718293a4b5c6d7", "https://a.example/rss?u=***"),
        ("https://a.example/2026/11/21/long-headline-of-an-article-in-words", None),
        ("http://[", "***"),
    ],
)
def test_secrets_in_addresses_are_not_shown(url: str, shown: str | None) -> None:
    assert discreet(url) == (shown or url)
