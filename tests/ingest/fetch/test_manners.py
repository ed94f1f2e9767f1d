"""What servers ask for, what robots.txt allows, what is reserved, and how long one is left alone."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from dateline.ingest.fetch.manners import MOST, back_off, fresh_for, retry_after
from dateline.ingest.optouts import obeyed, signals
from dateline.ingest.robots import NOTHING_ALLOWED, read

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("Sat, 21 Nov 2026 12:30:00 GMT", 1800),
        ("Sat, 21 Nov 2026 11:00:00 GMT", 0),
        ("99999999", 7 * 86400),
        ("99999999999999", None),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_retry_after(told: str, seconds: int | None) -> None:
    found = retry_after({"retry-after": told}, NOW)
    assert found == (None if seconds is None else timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"cache-control": "public, max-age=3600"}, 3600),
        ({"cache-control": "max-age=3600", "age": "600"}, 3000),
        ({"cache-control": "max-age=60", "age": "600"}, 0),
        ({"cache-control": "no-cache, max-age=3600"}, None),
        ({"cache-control": "private"}, None),
        ({"cache-control": "x-max-age=5"}, None),
        ({}, None),
    ],
)
def test_cache_control(headers: dict[str, str], seconds: int | None) -> None:
    assert fresh_for(headers) == (None if seconds is None else timedelta(seconds=seconds))


def test_a_failing_host_is_left_alone_longer_each_time_and_by_chance() -> None:
    waits = [[back_off(n, random.Random(seed)) for seed in range(200)] for n in (1, 2, 3, 40)]
    for n, some in zip((1, 2, 3), waits, strict=False):
        whole = timedelta(minutes=2 ** (n - 1))
        assert whole / 2 <= min(some) < max(some) <= whole
        assert max(some) - min(some) > whole / 4
    assert max(waits[3]) <= MOST
    assert back_off(3, random.Random(7)) == back_off(3, random.Random(7))


ROBOTS = """\ufeff# ours
User-agent: GPTBot
User-agent: CCBot
Disallow: /
Content-Signal: search=yes, ai-train=no

User-agent: *
Disallow: /private/   # not for you
Allow: /private/open
Disallow: /*.pdf$
Disallow: /search*page=
Disallow:
Crawl-delay: 2.5

User-agent: Dateline/2
Disallow: /no
Allow: /no/but
"""


@pytest.mark.parametrize(
    ("path", "others", "ours"),
    [
        ("/", True, True), ("/private/x", False, True), ("/private/open/x", True, True), ("/a.pdf", False, True),
        ("/a.pdf?x", True, True), ("/search?q=1&page=2", False, True), ("/no/x", True, False),
        ("/%6Eo/x", True, False), ("", True, True), ("/no/but/x", True, True),
    ],
)  # fmt: skip
def test_robots(path: str, others: bool, ours: bool) -> None:
    url = f"https://a.example{path}"
    assert read(ROBOTS, "other").allows(url) is others
    assert read(ROBOTS).allows(url) is ours


def test_robots_delay_miners_and_signals() -> None:
    others = read(ROBOTS, "other")
    assert (others.delay, others.miners_barred, others.signals) == (
        2.5,
        ("ccbot", "gptbot"),
        ("search=yes", "ai-train=no"),
    )
    assert read("").allows("https://a.example/") and not NOTHING_ALLOWED.allows("https://a.example/")
    assert read("User-agent: *\nCrawl-delay: 86400").delay == 60
    assert not read("User-agent: *\nDisallow: /").allows("https://a.example/x")
    assert read("<html><body>User-agent: *</body></html>").rules == ()


def test_hostile_robots_are_read_to_their_end(ends: None) -> None:
    pattern = "*a" * 5000
    assert read(f"User-agent: *\nDisallow: /{pattern}b$").allows("https://a.example/" + "a" * 3000)
    assert read("Disallow: /\n" * 40_000).allows("https://a.example/")


@pytest.mark.parametrize(
    ("headers", "markup", "found"),
    [
        ({"tdm-reservation": "1"}, "", ("tdm-reservation",)),
        ({"tdm-reservation": "0"}, "", ()),
        ({"x-robots-tag": "noindex, noai"}, "", ("noai",)),
        ({"x-robots-tag": "noimageai"}, "", ()),
        ({"content-usage": "train-ai=n"}, "", ("ai-train=no",)),
        ({"content-signal": "search=yes, ai-input=no"}, "", ("ai-input=no",)),
        ({}, '<meta content="1" name="tdm-reservation">', ("tdm-reservation",)),
        ({}, "<META NAME=robots CONTENT='index, NOAI'>", ("noai",)),
        ({}, '<meta name="description" content="noai">', ()),
    ],
)
def test_reservations(headers: dict[str, str], markup: str, found: tuple[str, ...]) -> None:
    assert signals(headers, markup) == found


def test_reservations_of_robots_and_which_are_obeyed() -> None:
    found = signals({"tdm-reservation": "1"}, "", read(ROBOTS))
    assert found == ("ai-robots", "ai-train=no", "tdm-reservation")
    assert obeyed(found, "noai tdm-reservation") == ("tdm-reservation",)
    assert obeyed(found, "") == ()
