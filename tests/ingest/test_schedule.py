"""When feeds are due, and which ones a site names."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from dateline.errors import InputError
from dateline.ingest import discover
from dateline.ingest.feeds import opml
from dateline.ingest.feeds.base import Received
from dateline.ingest.schedule import JITTER, LATEST, SOONEST, Round, due, next_look

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def wait(
    gap: timedelta | None, failures: int = 0, asked: timedelta | None = None, url: str = "https://x.example"
) -> timedelta:
    entries = [AT - gap * n for n in range(12)] if gap else []
    return due(Round(url, AT, failures, asked), entries) - AT


@pytest.mark.parametrize(
    ("gap", "least"),
    [
        (timedelta(minutes=1), SOONEST),
        (timedelta(hours=2), timedelta(hours=1)),
        (timedelta(days=30), LATEST),
        (None, timedelta(hours=2)),
    ],
)
def test_a_feed_is_visited_at_its_own_rhythm_within_bounds(gap: timedelta | None, least: timedelta) -> None:
    assert least <= wait(gap) <= least * (1 + JITTER)


def test_failures_double_the_wait_up_to_the_longest() -> None:
    waits = [wait(timedelta(minutes=40), failures=n) for n in range(12)]
    assert waits[1] > 1.7 * waits[0]
    assert waits[11] <= LATEST * (1 + JITTER)


def test_a_server_that_asks_for_more_time_gets_it() -> None:
    assert wait(timedelta(minutes=1), asked=timedelta(hours=3)) >= timedelta(hours=3)
    assert wait(timedelta(hours=8), asked=timedelta(minutes=1)) >= timedelta(hours=4)
    assert wait(None, asked=timedelta(days=4000)) <= 7 * LATEST * (1 + JITTER)


def test_feeds_are_spread_and_the_same_values_give_the_same_time() -> None:
    waits = [wait(None, url=f"https://x.example/{n}") for n in range(20)]
    assert len(set(waits)) == 20
    assert waits == [wait(None, url=f"https://x.example/{n}") for n in range(20)]


PAGE = """<html><head><base href="/sub/"><link rel="alternate" type="application/rss+xml" title="All" href="rss.xml">
<link rel="alternate" type="application/atom+xml" href="https://x.example/sub/rss.xml?utm_source=y">
<link rel="alternate" hreflang="fr" href="/fr"><link rel="stylesheet" type="text/xml" href="s.xml">
<link rel="feed alternate" type="application/feed+json; charset=utf-8" href="//x.example/feed.json"></head>
<body><a href="/rss/sport">Sport</a><a href="/feedback">Write</a><a href="ftp://x.example/rss">Old</a></body></html>"""


def test_a_page_names_its_feeds() -> None:
    found = discover.in_page(PAGE, "https://x.example/news")
    assert [(n.url, n.form, n.title, n.how) for n in found] == [
        ("https://x.example/sub/rss.xml", "RSS", "All", "declared"),
        ("https://x.example/feed.json", "JSON Feed", "", "declared"),
        ("https://x.example/rss/sport", "feed", "Sport", "linked"),
    ]
    assert discover.in_page("", "https://x.example/") == []


def test_a_robots_file_names_sitemaps_news_first() -> None:
    robots = "User-agent: *\nDisallow: /x\nSitemap: https://x.example/all.xml\nsitemap:https://x.example/news.xml\r\n"
    assert [n.url for n in discover.in_robots(robots)] == ["https://x.example/news.xml", "https://x.example/all.xml"]


def test_guesses_lie_on_the_site() -> None:
    assert all(n.url.startswith("https://x.example/") for n in discover.guesses("https://x.example/a/b"))


def test_a_list_of_feeds_comes_back_as_it_went() -> None:
    feeds = [
        opml.Listed("https://a.example/rss", 'A "quoted" & <named>', "https://a.example/", "en", ("Africa", "Kenya")),
        opml.Listed("https://b.example/rss", "B", folders=("Africa",)),
        opml.Listed("https://c.example/rss", "C", folders=("Asia", "Kenya")),
        opml.Listed("https://d.example/rss", "D"),
    ]
    assert opml.read(Received(opml.write(feeds, "My & feeds").encode(), "", "feeds.opml")) == feeds


@pytest.mark.parametrize("content", [b"", b"<rss/>", b"<opml><body><outline text='x'/></body></opml>", b"words"])
def test_what_is_no_list_of_feeds_is_refused(content: bytes) -> None:
    with pytest.raises(InputError) as raised:
        opml.read(Received(content, "", "feeds.opml"))
    assert raised.value.do


@pytest.mark.parametrize(
    ("hours", "days", "wanted"),
    [
        (0, 3, 1),
        (1, 3, 6),
        (5.9, 3, 6),
        (6, 3, 24),
        (30, 3, 72),
        (72, 3, None),
        (72, 7, 168),
        (0, 0, None),
        (400, 30, None),
    ],
)
def test_a_page_is_looked_at_again_ever_more_seldom(hours: float, days: int, wanted: int | None) -> None:
    found = next_look(AT, AT + timedelta(hours=hours), days)
    assert found == (AT + timedelta(hours=wanted) if wanted else None)
