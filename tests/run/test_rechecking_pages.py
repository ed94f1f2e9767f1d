"""Pages of held articles asked for again: edits are revisions, pages gone or taken back withdrawals."""

from __future__ import annotations

from dataclasses import replace
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


def hours(*numbers: float) -> list[timedelta]:
    return [timedelta(hours=n) for n in numbers]


def test_a_running_desk_looks_again_at_recent_pages_ever_more_seldom(bench: Bench) -> None:
    held(bench)
    bench.running(*hours(0.5, 0.4, 0.2, 1, 2, 3))
    assert len(bench.server.asked("/a/3", "one")) == 3
    bench.running(*hours(18, 24, 24.1, 24, 24, 24))
    assert len(bench.server.asked("/a/3", "one")) == 5
    assert bench.store.feeds.to_look_again(bench.at + timedelta(days=99), 9) == []


def test_a_running_desk_finds_edits_and_withdrawals_by_itself(bench: Bench) -> None:
    before = held(bench)
    bench.server.on("/a/3", page(article(STORY).replace(b"Paragraph 2", b"Section 2"), **HTML), "one")
    assert bench.running(*hours(1.1)).revised == 1
    bench.server.on("/a/3", page(b"", 404), "one")
    told = bench.running(*hours(5, 0.5, 0.5))
    after = bench.only()
    assert told.withdrawn == 1 and after.revision.withdrawn and "Section 2" in after.revision.text
    assert after.article == before.article
    asked = len(bench.server.asked("/a/3", "one"))
    bench.running(*hours(24, 24))
    assert len(bench.server.asked("/a/3", "one")) == asked


def test_one_server_is_asked_for_few_pages_an_hour_and_for_the_latest_first(bench: Bench) -> None:
    stories = [Story("one", n) for n in range(1, 6)]
    bench.settings = replace(bench.settings, rechecks_an_hour=2)
    bench.server.on("/rss", page(rss("", "one")), "one")
    bench.keep("one")
    for story in stories:
        bench.server.on("/rss", page(rss(item(bench.server, story, whole=False), "one")), "one")
        bench.server.on(f"/a/{story.number}", page(article(story), **HTML), "one")
        bench.round("one.localhost", later=timedelta(minutes=20))

    def looked() -> list[int]:
        return [len(bench.server.asked(f"/a/{s.number}", "one")) - 1 for s in stories]

    bench.running(timedelta(minutes=61))
    assert looked() == [0, 0, 0, 1, 1]
    bench.running(*hours(0.2, 0.9))
    assert looked() == [0, 1, 1, 1, 1]
    bench.running(*hours(0.2, 0.9))
    assert looked() == [1, 1, 1, 1, 1]


def test_whoever_wants_no_looks_gets_none(bench: Bench) -> None:
    bench.settings = replace(bench.settings, recheck_days=0)
    held(bench)
    bench.running(*hours(2, 5, 20))
    assert len(bench.server.asked("/a/3", "one")) == 1


def test_what_its_feed_gave_whole_is_not_looked_at_again(bench: Bench) -> None:
    held(bench, whole=True)
    bench.running(*hours(2, 5, 20))
    assert bench.server.asked("/a/3", "one") == []
