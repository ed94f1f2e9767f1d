"""Which of the headlines that an outlet writes for one article is taken: the one that the page shows over it."""

from __future__ import annotations

import json

import pytest

from dateline.ingest.extract import page

SHARED, SEARCHED = "Ferry strike ends after nine days", "Ferry strike: crews go back to work on Friday"
TEXT = "<p>Crews of the northern ferries go back to work on Friday, both sides said late on Tuesday evening.</p>" * 3


def headline(body: str, shared: str = SHARED, searched: str = SEARCHED, title: str = "") -> str:
    told = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": searched})
    meta = f'<meta property="og:title" content="{shared}"><title>{title or shared}</title>'
    script = f'<script type="application/ld+json">{told}</script>'
    return page(f"<html><head>{meta}{script}</head><body>{body}</body></html>").headline


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
