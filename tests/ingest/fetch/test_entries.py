"""What a feed lists from round to round."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.ingest import entries
from dateline.ingest.base import Told
from dateline.ingest.feeds.rss import SUMMARY
from dateline.model.outlet import Outlet

TOLD = Told(
    "feed, item 1", "https://a.example/rss#item=1", b"<item/>", "application/rss+xml", "Words.", "A vote",
    "https://www.a.example/2026/vote?utm_source=rss", "The Herald - World", key="guid-1", published="2026-11-21",
)  # fmt: skip
HERALD = Outlet("a.example", "The Herald", "KE", "en")


@pytest.mark.parametrize(
    "same",
    [
        {"url": "http://a.example/2026/vote/"},
        {"url": "https://m.a.example/2026/vote?fbclid=1"},
        {"url": "https://a.example/2026/vote/amp"},
        {"key": "guid-2"},
        {"headline": "Another headline", "text": "Other words."},
        {"address": "https://a.example/rss#item=9"},
    ],
)
def test_an_entry_is_the_same_whatever_changes_around_its_address(same: dict[str, str]) -> None:
    assert entries.key(replace(TOLD, **same)) == entries.key(TOLD)


def test_without_an_address_its_identifier_tells_else_its_words() -> None:
    bare = replace(TOLD, url="")
    assert entries.key(bare) != entries.key(TOLD)
    assert entries.key(replace(bare, headline="Changed")) == entries.key(bare)
    nameless = replace(bare, key="")
    assert entries.key(replace(nameless, headline="Changed")) != entries.key(nameless)


@pytest.mark.parametrize(
    "changed", [{"text": "More words."}, {"headline": "B"}, {"modified": "2026-11-22"}, {"published": None}]
)
def test_what_it_tells_makes_it_fresh(changed: dict[str, str]) -> None:
    assert entries.seal(replace(TOLD, **changed)) != entries.seal(TOLD)
    unseen = {"content": b"<item x='1'/>", "key": "guid-2", "address": "x", "where": "y"}
    assert entries.seal(replace(TOLD, **unseen)) == entries.seal(TOLD)


def test_its_page_is_needed_if_the_feed_gives_no_whole_text() -> None:
    assert not entries.needs_page(TOLD)
    assert entries.needs_page(replace(TOLD, text=" "))
    assert entries.needs_page(replace(TOLD, notes=(SUMMARY,)))
    assert not entries.needs_page(replace(TOLD, url="", text=""))


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://news.a.example/x", "The Herald"),
        ("https://www.a.example/x", "The Herald"),
        ("https://elsewhere.example/x", ""),
        ("", "a.example"),
    ],
)
def test_the_feed_names_the_outlet_of_its_own_entries_alone(url: str, name: str) -> None:
    made = entries.of_feed(replace(TOLD, url=url), HERALD, "https://a.example/rss", "The Herald - World")
    assert made.outlet == name and made.address.startswith("https://a.example/rss#entry=")


def test_other_hosts_of_a_site_are_described_by_its_outlet() -> None:
    known = entries.outlets_of(replace(TOLD, url="https://edition.a.example/x"), HERALD)
    assert known["edition.a.example"] == replace(HERALD, id="edition.a.example")
    assert set(entries.outlets_of(replace(TOLD, url="https://b.example/x"), HERALD)) == {"a.example"}


@pytest.mark.parametrize(
    ("url", "host", "akin"),
    [
        ("https://news.bbc.co.uk/x", "bbc.co.uk", True),
        ("https://itv.co.uk/x", "bbc.co.uk", False),
        ("https://a.com.au/x", "b.com.au", False),
        ("https://x.localhost:80/", "x.localhost", True),
        ("nothing", "a.example", False),
    ],
)
def test_hosts_are_akin_by_the_name_that_is_registered(url: str, host: str, akin: bool) -> None:
    assert entries.akin(url, host) is akin


def test_what_is_packed_comes_back_whole() -> None:
    assert entries.unpack(entries.pack(TOLD)) == TOLD
