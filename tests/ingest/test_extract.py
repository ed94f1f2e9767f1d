"""Pages of the web: what is taken from where, in which order of trust; hostile markup ends and does no harm."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ingest import clean
from dateline.ingest.densest import densest
from dateline.ingest.extract import Page, page
from dateline.ingest.markup import parse

TEXT = (
    "<p>The council met on Monday and agreed on the budget for the coming year, the mayor said.</p>"
    "<p>Opposition members left the room before the vote, which was taken by a show of hands.</p>"
    "<p>A second reading has been set for the first week of May in the old town hall.</p>"
)


def read(head: str = "", inside: str = TEXT, around: str = "", **ld: object) -> Page:
    told = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **ld}) if ld else ""
    script = f'<script type="application/ld+json">{told}</script>' if ld else ""
    return page(
        f"<!doctype html><html><head>{head}{script}</head><body>{around}<article>{inside}</article></body></html>"
    )


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def test_the_site_name_is_cut_off_the_headline() -> None:
    for mark in (" | ", " - ", " – ", "｜"):
        head = meta("og:title", f"Council agrees on budget{mark}The Daily Post") + meta(
            "og:site_name", "The Daily Post"
        )
        assert read(head).headline == "Council agrees on budget"


def test_a_headline_keeps_its_own_dashes_and_colons() -> None:
    assert read(meta("og:title", "Budget - the long night: a diary")).headline == "Budget - the long night: a diary"


def test_headlines_in_order_of_trust() -> None:
    tops = "<h1>Log in</h1><h1>Seen on the page</h1>"
    head = "<title>Seen on the page | Post</title>"
    assert read(head + meta("og:title", "For sharing"), around=tops, headline="In JSON-LD").headline == "For sharing"
    assert read(head, around=tops, headline="In JSON-LD").headline == "In JSON-LD"
    assert read(head, around=tops).headline == "Seen on the page"
    assert read("<title>Seen on the page</title>").headline == "Seen on the page"


def test_the_headline_is_no_part_of_the_text() -> None:
    found = read(meta("og:title", "Council agrees on budget"), "<h1>Town hall: Council agrees on budget</h1>" + TEXT)
    assert found.text.startswith("The council met")


def test_the_published_time_keeps_its_offset_and_prefers_the_outlets_own() -> None:
    head = meta("article:published_time", "2024-03-08T22:30:00-05:00")
    assert read(head).published == "2024-03-08T22:30:00-05:00"
    assert read(head, datePublished="2024-03-09T03:30:12Z").published == "2024-03-08T22:30:00-05:00"
    assert read(head, datePublished="2024-03-08T22:30:00").published == "2024-03-08T22:30:00-05:00"
    assert read(head, datePublished="2024-03-01T10:00:00Z").published == "2024-03-01T10:00:00Z"


def test_an_unreadable_time_gives_way_to_the_next() -> None:
    assert read(meta("article:published_time", "2024-03-08"), datePublished="last Friday").published == "2024-03-08"


@pytest.mark.parametrize(
    ("shown", "published"),
    [
        ('<time datetime="2024-03-08T10:00:00+01:00">today</time>', "2024-03-08T10:00:00+01:00"),
        ('<span class="publish-date">Stand: 08.03.2024, 14:07 Uhr</span>', "2024-03-08T14:07"),
        ('<div class="date">2024년 3월 8일</div>', "2024-03-08"),
        ('<div class="date">08/03/2024</div>', None),
        ('<p class="post-date">March 8, 2024 at 10:30 am</p>', "2024-03-08"),
        ('<p class="post-date">Updated in March 2024</p>', None),
        ('<p class="post-date">From 8 March 2024 to 10 March 2024</p>', None),
        ('<div class="score">2024.03.08</div>', None),
        ('<nav><ul><li><time datetime="2024-03-01">x</time></li></ul></nav>', None),
    ],
)
def test_times_that_the_page_shows(shown: str, published: str | None) -> None:
    assert read(around=shown).published == published


def test_no_day_is_taken_from_the_text() -> None:
    assert read(inside=TEXT + "<p>The law of 12 March 2019 was published on 2019-03-14.</p>").published is None


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ({"@type": "Person", "name": "Ann Lee"}, ("Ann Lee",)),
        ([{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Li"}], ("Ann Lee", "Bo Li")),
        ({"@type": "Person", "name": ["Ann Lee", "Bo Li"]}, ("Ann Lee", "Bo Li")),
        ({"@type": "Person", "familyName": "Lee", "givenName": "Ann"}, ("Ann Lee",)),
        ("By Ann Lee and Bo Li, Reuters", ("Ann Lee", "Bo Li", "Reuters")),
        ({"@type": "Person", "name": "Von Felix Schröder und Jörg Soldwisch"}, ("Felix Schröder", "Jörg Soldwisch")),
        ({"@type": "Organization", "name": "Agence X"}, ("Agence X",)),
    ],
)
def test_authors_in_json_ld(author: object, names: tuple[str, ...]) -> None:
    assert read(author=author).authors == names


def test_authors_elsewhere() -> None:
    assert read('<meta name="author" content="Ann Lee">').authors == ("Ann Lee",)
    assert read(meta("article:author", "https://social.example/post")).authors == ()
    assert read(around='<span class="byline">By Ann Lee</span>').authors == ("Ann Lee",)
    assert read(around='<div class="author-bio">Ann Lee writes on cities.</div>').authors == ()


def test_a_person_wins_over_the_site() -> None:
    head = meta("og:site_name", "The Post") + '<meta name="author" content="Ann Lee">'
    assert read(head, author={"@type": "Person", "name": "The Post"}).authors == ("Ann Lee",)


def test_the_article_is_found_in_a_graph() -> None:
    graph = {"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "headline": "In the graph"}]}
    head = f'<script type="application/ld+json">{json.dumps(graph)},</script>'.replace("]},<", "],}<")
    assert read(head).headline == "In the graph"


def test_what_points_elsewhere_is_cut_out() -> None:
    links = "<ul>" + "".join(f'<li><a href="/{n}">Another article number {n}</a></li>' for n in range(5)) + "</ul>"
    foreign = '<blockquote class="twitter-tweet"><p>What somebody else wrote about it</p></blockquote>'
    more = '<p>Read more: <a href="/x">The long way to the budget of the town</a></p>'
    caption = "<figure><img src=x><figcaption>The mayor on Monday. Photo: Ann Lee</figcaption></figure>"
    found = read(inside=TEXT + links + foreign + more + caption)
    assert found.text == read().text


def test_lists_and_headings_of_the_article_stay() -> None:
    own = "<h2>What it says</h2><ul><li>Taxes <a href='/t'>rise</a> by two percent.</li><li>Fees fall.</li></ul>"
    assert "\n\nWhat it says\n\n- Taxes rise by two percent.\n- Fees fall." in read(inside=TEXT + own + TEXT[:96]).text


def test_a_standfirst_that_the_page_shows_stands_first() -> None:
    lead = "After a long night the town has a budget, though not the one that anybody wanted."
    shown = f'<header><div class="dek">{lead}</div></header>'
    assert read(meta("og:description", lead), around=shown).text.startswith(f"{lead}\n\nThe council met")
    assert lead not in read(meta("og:description", lead)).text


def test_the_address_is_made_whole() -> None:
    markup = '<link rel="canonical" href="/news/a">' + TEXT
    assert page(markup, "https://x.example/news/a?utm_source=y").url == "https://x.example/news/a"


HOSTILE = {
    "divs": "<div>" * 100_000 + "x",
    "lists": "<ul><li>" * 50_000,
    "angles": "<" * 500_000,
    "classes": '<div class="byline author caption"><span class="date">2024</span>' * 20_000,
    "brackets": '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    "graph": '<script type="application/ld+json">['
    + '{"@type":"Article","author":{"@id":"a"}},' * 20_000
    + "{}]</script>",
    "title": "<title>" + " - " * 200_000 + "</title>",
    "comments": "<!--" * 200_000,
    "breaks": "<p>" + "word<br>" * 20_000,
    "spaces": "<p>a" + " " * 2_000_000 + "b",
    "links": "<ul>" + '<li><a href="/x">l</a></li>' * 8_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_markup_ends_soon(name: str) -> None:
    began = time.process_time()
    page(HOSTILE[name] + TEXT)
    assert time.process_time() - began < 5


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<", ">", "<div class='author'>", "<time datetime='", "'>", "<!--", "-->", "<![CDATA[", "]]>"),
        *(
            "&",
            "&#0;",
            "&#xD800;",
            "\x00",
            "\ud800",
            "<script type='application/ld+json'>",
            "</script>",
            "<h1>",
            "<svg>",
        ),
        *('{"@type":"Article","datePublished":', '"2024', "}", "<meta property='og:title' content='", "<ul><li>"),
        *("<table><tr><td>", "<?xml", "<!DOCTYPE", "The council met on Monday and agreed. ", "<html lang='"),
        *("<base href='//", "<link rel=canonical href='http://[", "\u202e"),
    ]
)


@settings(max_examples=150, deadline=5000)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_markup_is_read_without_a_crash(markup: str) -> None:
    assert isinstance(page(markup), Page)


def test_a_page_drawn_by_script_is_read_from_its_state() -> None:
    story = {"page": {"ads": [{"text": "Buy now. " * 80}], "article": {"title": "T", "content": TEXT * 3}}}
    markup = f"<div id=app></div><script>window.__STATE__ = {json.dumps(story)};</script>"
    assert page(f"<html><body>{markup}</body></html>").text.startswith("The council met on Monday")


def test_marks_that_only_break_lines_are_left_out() -> None:
    found = read(meta("og:title", "Heli\u00adkopter\u200bplatz"), TEXT.replace("council", "coun\u00adcil"))
    assert "The council met" in found.text
    assert clean.line(found.headline) == "Helikopterplatz"


def test_articles_without_any_article_element_are_found_by_their_density() -> None:
    teasers = "".join(f'<div class="teaser"><p>Teaser number {n} on something else.</p></div>' for n in range(30))
    found = page(f"<html><body>{teasers}<div><div>{TEXT}</div></div>{teasers}</body></html>")
    assert "The council met on Monday" in found.text
    assert densest(parse(f"<html><body>{teasers}<div><div>{TEXT}</div></div></body></html>")).count("\n\n") == 2
