"""Which of the headlines that an outlet writes for one article is taken: the one that the page shows over it."""

from __future__ import annotations

import json

import pytest

from dateline.ingest.extract import page
from dateline.ingest.spelled import spelled

SHARED, SEARCHED = "Ferry strike ends after nine days", "Ferry strike: crews go back to work on Friday"
TEXT = "<p>Crews of the northern ferries go back to work on Friday, both sides said late on Tuesday evening.</p>" * 3


def headline(
    body: str, shared: str = SHARED, searched: str = SEARCHED, title: str = "", address: str = "", also: str = ""
) -> str:
    told = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": searched, "alternativeHeadline": also}
    meta = f'<meta property="og:title" content="{shared}">' * bool(shared) + f"<title>{title or searched}</title>"
    script = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    return page(f"<html><head>{meta}{script}</head><body>{body}</body></html>", address).headline


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>{SEARCHED}</h1>{TEXT}</article>",
        f"<nav><ol><li><h1>{SHARED}</h1></li></ol></nav><article><h2>{SEARCHED}</h2>{TEXT}</article>",
        f'<div class="page-breadcrumb"><h1>{SHARED}</h1></div><article><h2>{SEARCHED}</h2>{TEXT}</article>',
        f"<div><h1 data-breadcrumb-headline>{SHARED}</h1></div><article><h2>{SEARCHED}</h2>{TEXT}</article>",
        f"<article><h1><span>Islands</span> <span>{SEARCHED}</span></h1>{TEXT}</article>",
    ],
)
def test_the_headline_shown_over_the_article_is_taken(body: str) -> None:
    assert headline(body) == SEARCHED


def test_a_trail_that_ends_in_a_headline_counts_where_nothing_else_shows_one() -> None:
    assert headline(f'<div id="breadcrumb"><h1>{SEARCHED}</h1></div><article>{TEXT}</article>') == SEARCHED


def test_a_page_that_shows_neither_keeps_the_one_for_sharing() -> None:
    assert headline(f"<article><h1>Islands</h1>{TEXT}</article>") == SHARED


def test_the_one_that_the_shown_heading_rewords_is_taken() -> None:
    shown = "Ferry strike: crews are to go back to work on Friday"
    assert headline(f"<article><h1>{shown}</h1>{TEXT}</article>") == SEARCHED


def test_a_heading_without_its_kicker_is_the_headline() -> None:
    body = f"<article><h1><span>Dispute at sea</span> <span>{SEARCHED}</span></h1>{TEXT}</article>"
    assert headline(body, f"Islands: {SEARCHED}", f"North: {SEARCHED}") == SEARCHED


def test_a_tail_that_every_headline_for_machines_carries_stays() -> None:
    long = "Ferry strike ends - a diary of nine days"
    assert headline(f"<article><h1>Ferry strike ends</h1>{TEXT}</article>", long, long) == long


@pytest.mark.parametrize(
    "body", [f"<article>{TEXT}</article>", f"<nav><h1>{SHARED}</h1></nav><article>{TEXT}</article>"]
)
def test_one_for_sharing_that_is_the_title_too_is_made_for_search_unless_a_heading_shows_it(body: str) -> None:
    assert headline(body, title=SHARED) == SEARCHED
    assert headline(f"<article><h1>{SHARED}</h1>{TEXT}</article>", title=SHARED) == SHARED


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/islands/ferry-strike-crews-go-back-to-work-on-friday-1234.html", SEARCHED),
        ("/islands/ferry-strike-ends-after-nine-days", SHARED),
        ("/islands/1234.html", SEARCHED),
        ("/ferry-strike-ends-after-nine-days-crews-go-back-to-work-on-friday", SEARCHED),
    ],
)
def test_between_two_the_address_decides_where_the_title_is_that_for_sharing(path: str, wanted: str) -> None:
    other = SHARED if wanted == SEARCHED else SEARCHED
    shown = SEARCHED if path.endswith(("1234.html", "friday")) else other
    body = f"<article><h1>{shown}</h1>{TEXT}</article>"
    assert headline(body, title=SHARED, address=f"https://news.example{path}") == wanted


def test_what_is_told_twice_behind_a_kicker_with_another_mark_is_the_headline() -> None:
    body = f"<article><h2><span>Dispute at sea</span> <div>{SHARED}</div></h2>{TEXT}</article>"
    joined, also = f"Dispute at sea: {SHARED}", f"Dispute at sea - {SHARED}"
    assert headline(body, joined, also=also) == SHARED
    assert headline(body, joined, also=joined) == joined


@pytest.mark.parametrize(
    ("one", "other", "address", "wanted"),
    [
        ("Großer Sturm über Köln", "Unwetter am Rhein", "https://x.example/grosser-sturm-ueber-koeln", "one"),
        ("Søskenbarna går på ski", "Et ekstremt eventyr", "https://x.example/i/a/soeskenbarna-gaar-paa-ski", "one"),
        ("Søskenbarna går på ski", "Et ekstremt eventyr", "https://x.example/soskenbarna-gar-pa-ski", "one"),
        ("Łódź liczy straty", "Powódź w mieście", "https://x.example/lodz-liczy-straty", "one"),
        ("Storm hits the coast", "Storm hits the islands", "https://x.example/storm-hits-the-coast", ""),
        ("Storm hits", "Rain falls on the islands", "https://x.example/storm-hits", ""),
        ("首相が辞任を表明", "政局の行方", "https://x.example/a1", ""),
        ("Storm hits the coast", "Rain falls again", "https://[broken", ""),
    ],
)
def test_an_address_spells_a_headline_in_plain_letters(one: str, other: str, address: str, wanted: str) -> None:
    assert spelled(one, other, address) == spelled(other, one, address) == (one if wanted else "")
