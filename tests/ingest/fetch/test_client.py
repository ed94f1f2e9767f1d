"""The client against servers that behave and servers that do not, all on loopback."""

from __future__ import annotations

import asyncio
import gzip
import time
import zlib

import pytest
from loopback import Loopback, answer, feed, page, says

from dateline.ingest.fetch.addresses import guard
from dateline.ingest.fetch.base import Answer, Limits, Missed, Wanted
from dateline.ingest.fetch.client import Client

OURS = guard([".localhost"])
BODY = b"<rss>" + b"item " * 5000 + b"</rss>"


def get(*wanted: Wanted, **limits: float) -> list[Answer | Missed]:
    async def run() -> list[Answer | Missed]:
        async with Client("Dateline/test", Limits(**{"gap": 0.0, "seconds": 5.0, **limits}), OURS) as client:  # type: ignore[arg-type]
            return list(await asyncio.gather(*map(client.get, wanted)))

    return asyncio.run(run())


def one(url: str, **limits: float) -> Answer | Missed:
    return get(Wanted(url), **limits)[0]


def test_a_good_answer_comes_whole_with_what_is_needed_of_its_headers(server: Loopback) -> None:
    server.on("/f", page(BODY, ETag='"a"', Content_Type="Application/RSS+xml; charset=x", Set_Cookie="a=b"))
    got = one(server.url("/f"))
    assert isinstance(got, Answer)
    assert (got.status, got.content, got.received, got.cut, got.moved) == (200, BODY, len(BODY), "", "")
    assert got.media_type == "application/rss+xml"
    assert got.headers["etag"] == '"a"' and "set-cookie" not in got.headers


def test_it_says_who_it_is_and_brings_no_cookies(server: Loopback) -> None:
    server.on("/f", page(BODY, Set_Cookie="a=b"))
    get(Wanted(server.url("/f")), Wanted(server.url("/f")))
    first, second = server.log
    assert first.headers["user-agent"] == "Dateline/test"
    assert "cookie" not in second.headers


def test_a_conditional_get_brings_nothing_if_nothing_changed(server: Loopback) -> None:
    server.on("/f", feed(BODY, '"v7"'))
    got = get(Wanted(server.url("/f"), etag='"v7"', modified="Sat, 21 Nov 2026 10:00:00 GMT"))[0]
    assert isinstance(got, Answer) and (got.status, got.content, got.received) == (304, b"", 0)
    assert server.log[0].headers["if-modified-since"] == "Sat, 21 Nov 2026 10:00:00 GMT"


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [([301], True), ([308, 301], True), ([302], False), ([301, 302], False), ([302, 301], False), ([307, 308], False)],
)
def test_it_has_moved_for_good_only_if_every_step_says_so(server: Loopback, statuses: list[int], moved: bool) -> None:
    for n, status in enumerate(statuses):
        server.on(f"/{n}", page(b"", status, Location=f"/{n + 1}"))
    server.on(f"/{len(statuses)}", page(BODY))
    got, end = one(server.url("/0")), server.url(f"/{len(statuses)}")
    assert isinstance(got, Answer) and got.content == BODY and got.url == end
    assert got.moved == (end if moved else "")


def test_endless_redirects_end(server: Loopback) -> None:
    server.on("/f", page(b"", 302, Location="/f"))
    got = one(server.url("/f"), redirects=4)
    assert isinstance(got, Missed) and "redirects" in got.why
    assert len(server.log) == 5


@pytest.mark.parametrize("status", [204, 304, 400, 404, 410, 429, 500, 503])
def test_the_body_of_what_is_no_good_answer_is_left(server: Loopback, status: int) -> None:
    server.on("/f", says(answer(status, b"" if status in {204, 304} else b"sorry", Retry_After="120")))
    got = one(server.url("/f"))
    assert isinstance(got, Answer) and (got.status, got.content) == (status, b"")
    assert got.headers["retry-after"] == "120"


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "deflate", "raw deflate", "identity", "gzip in two"])
def test_packed_answers_are_unpacked(server: Loopback, coding: str) -> None:
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "deflate": zlib.compress(BODY),
        "raw deflate": raw.compress(BODY) + raw.flush(),
        "identity": BODY,
        "gzip in two": gzip.compress(BODY[:999]) + gzip.compress(BODY[999:]),
    }.get(coding, gzip.compress(BODY))
    server.on("/f", page(packed, Content_Encoding=coding.split()[-1 if coding.startswith("raw") else 0]))
    got = one(server.url("/f"))
    assert isinstance(got, Answer) and got.content == BODY and got.received == len(packed)


def test_a_file_that_is_gzip_itself_is_unpacked(server: Loopback) -> None:
    server.on("/sitemap.xml.gz", page(gzip.compress(BODY), Content_Type="application/gzip"))
    got = one(server.url("/sitemap.xml.gz"))
    assert isinstance(got, Answer) and got.content == BODY


@pytest.mark.parametrize("times", [1, 2])
def test_a_gzip_bomb_stops_at_the_limit(server: Loopback, times: int) -> None:
    bomb = gzip.compress(bytes(60_000_000))
    packed = bomb if times == 1 else gzip.compress(bomb)
    server.on("/f", page(packed, **({"Content_Encoding": "gzip"} if times == 1 else {})))
    server.on("/g", page(bomb))
    for path in ("/f", "/g") if times == 1 else ("/g",):
        got = one(server.url(path), size=1_000_000)
        assert isinstance(got, Missed) and "larger than 1 MB" in got.why


@pytest.mark.parametrize("declared", [True, False])
def test_a_body_over_the_limit_is_given_up(server: Loopback, declared: bool) -> None:
    head = b"HTTP/1.1 200 So\r\n" + (b"Content-Length: 200000000\r\n" if declared else b"") + b"\r\n"
    server.on("/f", says(head, *[b"x" * 100_000] * 20))
    got = one(server.url("/f"), size=500_000)
    assert isinstance(got, Missed) and "larger than 0.5 MB" in got.why


@pytest.mark.parametrize(
    "said",
    [
        says(answer(200, BODY, Content_Length=str(len(BODY) + 50))),
        says(b"HTTP/1.1 200 So\r\nTransfer-Encoding: chunked\r\n\r\n" + f"{len(BODY):x}\r\n".encode() + BODY + b"\r\n"),
    ],
)
def test_what_came_before_a_connection_broke_off_is_kept_and_said_so(server: Loopback, said: object) -> None:
    server.on("/f", said)  # type: ignore[arg-type]
    got = one(server.url("/f"))
    assert isinstance(got, Answer) and got.content == BODY and "broke off" in got.cut


def test_a_packed_answer_that_ends_early_says_so(server: Loopback) -> None:
    packed = gzip.compress(BODY)
    server.on("/f", page(packed[:-20], Content_Encoding="gzip"))
    got = one(server.url("/f"))
    assert isinstance(got, Answer) and got.cut


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (says(b""), "broke off"),
        (says(b"hello\r\n\r\n"), "not HTTP"),
        (says(b"HTTP/1.1 200 So\r\n" + b"X: " + b"y" * 40_000 + b"\r\n\r\n"), "not HTTP"),
        (says(answer(200, b"plain", Content_Encoding="br")), "packed in a way"),
        (says(answer(200, b"\x1f\x8bnot gzip at all", Content_Encoding="gzip")), "damaged"),
        (says(answer(200, BODY[:10]), *[b"x"] * 40, pause=0.05), None),
        (says(b"HTTP/1.1 200 So\r\nContent-Length: 50\r\n\r\n", *[b"x"] * 50, pause=0.2), "within 1 seconds"),
        (says(b"HTTP/1.1 200 So\r\nX: ", *[b"x"] * 50, pause=0.2), "within 1 seconds"),
    ],
)
def test_servers_that_do_not_behave_get_a_reason(server: Loopback, said: object, words: str | None) -> None:
    server.on("/f", said)  # type: ignore[arg-type]
    got = one(server.url("/f"), seconds=1.0)
    assert isinstance(got, Answer) if words is None else isinstance(got, Missed) and words in got.why


def test_nobody_there_is_a_reason_without_the_address(server: Loopback) -> None:
    got = one("http://user:secret@news.localhost:1/feed?token=abc")
    assert isinstance(got, Missed) and got.busy and "cannot be reached" in got.why
    assert "secret" not in str(got) and "abc" not in str(got)


def test_one_host_is_asked_one_thing_at_a_time_and_others_meanwhile(server: Loopback) -> None:
    server.on("/f", says(answer(200, BODY), pause=0.05))
    wanted = [Wanted(server.url("/f", f"h{n % 4}")) for n in range(16)]
    got = get(*wanted, connections=8)
    assert all(isinstance(g, Answer) for g in got)
    assert server.open_most == {f"h{n}": 1 for n in range(4)}
    assert server.most_at_once > 1


def test_between_two_requests_to_one_host_there_is_a_pause(server: Loopback) -> None:
    server.on("/f", page(BODY))
    began = time.monotonic()
    get(*[Wanted(server.url("/f"))] * 3, gap=0.2)
    assert time.monotonic() - began >= 0.4
