"""Pages of held articles asked for again: edits are revisions, pages gone or taken back withdrawals."""

from __future__ import annotations

from datetime import timedelta

from fetching_bench import Bench
from loopback import page
from newsroom import Story, article, item, rss

from dateline.store.base import Held

STORY = Story("one", 3)
HTML = {"Content_Type": "text/html; charset=utf-8"}


def held(bench: Bench, *, whole: bool = False) -> Held:
    """The one article, taken in by its feed and page."""
    bench.server.on("/rss", page(rss(item(bench.server, STORY, whole=whole), "one")), "one")
    bench.server.on("/a/3", page(article(STORY), **HTML), "one")
    bench.keep("one")
    bench.round()
    found: Held = bench.only()
    return found


def test_a_page_that_is_the_same_changes_nothing(bench: Bench) -> None:
    before = held(bench)
    told = bench.round(later=timedelta(days=1), recheck=7)
    assert (told.same, told.new, told.revised, told.exit_status) == (1, 0, 0, 0)
    assert bench.only() == before and len(bench.server.asked("/a/3", "one")) == 2


def test_an_edit_that_its_feed_does_not_tell_of_is_a_revision(bench: Bench) -> None:
    before = held(bench)
    bench.server.on("/a/3", page(article(STORY).replace(b"Paragraph 2", b"Section 2"), **HTML), "one")
    assert bench.round(later=timedelta(hours=1)).revised == 0
    assert bench.round(later=timedelta(hours=1), recheck=7).revised == 1
    after = bench.only()
    assert "Section 2" in after.revision.text and after.article == before.article
    assert after.revision.published_at == before.revision.published_at
    assert len(bench.store.articles.revisions(before.article.id)) == 2


def test_a_page_that_is_gone_is_a_withdrawal_and_keeps_its_text(bench: Bench) -> None:
    before = held(bench)
    bench.server.on("/a/3", page(b"", 410), "one")
    assert bench.round(later=timedelta(days=1), recheck=7).withdrawn == 1
    after = bench.only()
    assert after.revision.withdrawn and after.revision.text == before.revision.text
    assert "took the page away (status 410)" in "".join(after.revision.notes)
    assert bench.round(later=timedelta(days=1), recheck=7).withdrawn == 0


def test_a_page_that_is_missing_is_asked_for_twice_before_it_counts_as_withdrawn(bench: Bench) -> None:
    held(bench)
    bench.server.on("/a/3", page(b"", 404), "one")
    first = bench.round(later=timedelta(days=1), recheck=7)
    assert (first.withdrawn, first.exit_status) == (0, 2)
    assert bench.round(later=timedelta(hours=2)).withdrawn == 1


def test_an_outlet_that_takes_its_article_back_in_words_is_believed(bench: Bench) -> None:
    before = held(bench)
    note = "This article has been withdrawn because it did not meet our standards for checking what we were told."
    shown = f"<html><head><title>{STORY.headline}</title></head><body><article><p>{note}</p></article></body></html>"
    bench.server.on("/a/3", page(shown.encode(), **HTML), "one")
    assert bench.round(later=timedelta(days=1), recheck=7).withdrawn == 1
    after = bench.only()
    assert after.revision.text == before.revision.text and note in "".join(after.revision.notes)


def test_old_articles_and_those_whose_text_came_by_the_feed_are_left(bench: Bench) -> None:
    held(bench)
    bench.round(later=timedelta(days=9), recheck=7)
    assert len(bench.server.asked("/a/3", "one")) == 1


def test_what_its_feed_gave_whole_is_not_asked_for(bench: Bench) -> None:
    held(bench, whole=True)
    bench.round(later=timedelta(hours=1), recheck=7)
    assert bench.server.asked("/a/3", "one") == []
