"""What feeds say of themselves, sitemaps, and feeds that do harm."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.ingest.feeds.base import Channel, Received
from dateline.ingest.feeds.reading import channel

AT = "https://x.example/feed.xml"


def read(content: str | bytes) -> Channel:
    return channel(Received(content.encode() if isinstance(content, str) else content, AT, "feed.xml"))


def test_an_rss_channel_says_who_it_is() -> None:
    found = read(
        '<rss version="0.92"><channel><title>T</title><link>/home</link><language>pt-BR</language></channel></rss>'
    )
    assert (found.form, found.title, found.home, found.language) == ("RSS 0.92", "T", "https://x.example/home", "pt-BR")
    assert found.entries == ()


def test_an_atom_feed_names_its_next_page() -> None:
    found = read(
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title>'
        '<a:link rel="next" href="?page=2"/><a:link href="/"/></a:feed>'
    )
    assert (found.form, found.home, found.others) == ("Atom 1.0", "https://x.example/", (f"{AT}?page=2",))


NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
 <url><loc> https://x.example/a </loc><lastmod>2024-03-09</lastmod>
 <news:news><news:publication><news:name>X Post</news:name><news:language>en</news:language></news:publication>
 <news:publication_date>2024-03-08T10:00:00Z</news:publication_date>
 <news:title>One &amp; two</news:title></news:news></url>
 <url><loc>https://x.example/b</loc></url><url></url></urlset>"""


def test_a_news_sitemap_lists_articles_without_text() -> None:
    found = read(NEWS)
    assert found.form == "news sitemap"
    first, second = found.entries
    assert (first.url, first.headline, first.outlet) == ("https://x.example/a", "One & two", "X Post")
    assert (first.published, first.modified, first.language) == ("2024-03-08T10:00:00Z", "2024-03-09", "en")
    assert (second.url, second.text) == ("https://x.example/b", "")


def test_a_sitemap_index_names_others_newest_first() -> None:
    rows = "".join(
        f"<sitemap><loc>https://x.example/{n}.xml</loc><lastmod>2024-0{n}-01</lastmod></sitemap>" for n in (1, 3, 2)
    )
    found = read(f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>')
    assert found.others == tuple(f"https://x.example/{n}.xml" for n in (3, 2, 1))


def test_a_json_feed_of_1_0_has_one_author() -> None:
    found = read(
        '{"version": "https://jsonfeed.org/version/1", "title": "T", "author": {"name": "Ann"}, "next_url": "/2",'
        ' "items": [{"id": 7, "url": "/7", "summary": "Short."}, "no item", {"id": "https://x.example/8"}]}'
    )
    assert found.form == "JSON Feed 1"
    assert found.others == ("https://x.example/2",)
    first, second = found.entries
    assert (first.url, first.key, first.byline, first.text) == ("https://x.example/7", "7", "Ann", "Short.")
    assert second.url == "https://x.example/8"


ITEM = "<item><title>T</title><link>https://x.example/1</link><description>It happened.</description></item>"
HOSTILE = {
    "deep": "<rss><channel><item>" + "<b>" * 100_000,
    "many": f"<rss><channel>{ITEM * 20_000}</channel></rss>",
    "attributes": "<rss " + " ".join(f'a{n}="x"' for n in range(50_000)) + "><channel></channel></rss>",
    "entities": "<rss><channel><title>" + "&x;" * 200_000 + "</title></channel></rss>",
    "names": "<rss><channel><title>" + "&" + "a" * 1_000_000 + "</title></channel></rss>",
    "open": "<" * 500_000,
    "cdata": "<rss><channel><item><description>" + "<![CDATA[" * 100_000,
    "namespaces": "".join(f'<a{n}:x xmlns:a{n}="u{n}">' for n in range(20_000)),
    "json": '{"items": [' + '{"items":[' * 50_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_feeds_end_soon(name: str) -> None:
    began = time.process_time()
    try:
        found = read(HOSTILE[name])
    except InputError as error:
        assert error.do
    else:
        assert len(found.entries) <= 20_000
    assert time.process_time() - began < 4


def test_a_feed_of_20_000_items_keeps_them_all() -> None:
    assert len(read(HOSTILE["many"]).entries) == 20_000


PIECES = st.sampled_from(
    [
        *(
            b"<rss version='2.0'>",
            b"<channel>",
            b"<item>",
            b"</item>",
            b"<title>",
            b"</title>",
            b"<![CDATA[",
            b"]]>",
            b"&",
        ),
        *(
            b"<feed xmlns='http://www.w3.org/2005/Atom'>",
            b"<entry>",
            b"<link href='",
            b"'/>",
            b"<content type='xhtml'>",
        ),
        *(
            b"<urlset>",
            b"<url><loc>",
            b"<pubDate>Fri, 31 Feb 99999 25:61",
            b"<guid>",
            b"\xff\xfe",
            b"\x00",
            b"\xf0\x9f",
        ),
        *(
            b"<?xml version='1.0' encoding='utf-7'?>",
            b"<!DOCTYPE x [<!ENTITY a '",
            b"&a;",
            b"http://[",
            b"xml:base='//[",
        ),
        *(b'{"items":[{"id":', b"1e999", b"]}", b"<rdf:RDF>", b"xmlns:rdf='", b"<x:y>", b"words"),
    ]
)


@settings(max_examples=300, deadline=3000)
@given(st.lists(PIECES, max_size=30).map(b"".join))
def test_any_bytes_are_a_channel_or_an_input_error(content: bytes) -> None:
    try:
        assert isinstance(read(content), Channel)
    except InputError as error:
        assert error.what == "feed.xml"
