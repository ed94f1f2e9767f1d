"""Rounds of fetching against servers on loopback, a third of which misbehave; no packet leaves the machine."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "servers"))

from fetching_bench import OURS, START, Bench
from loopback import Loopback, answer, feed, page, says
from newsroom import Story, article, bad_ways, good, item, rss, serve, stories

from dateline.errors import StoreError
from dateline.model.feed import EntryState, FeedState, feed_id
from dateline.run.feeds import retry
from dateline.run.fetching import Fetched
from dateline.store.base import Tombstone
from dateline.store.open import open_store


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Bench, dict[str, str], Fetched]]:
    """Sixty-nine feeds after their first round; a third misbehaves, each in one of 23 ways."""
    with Loopback() as server:
        made = Bench(server, open_store(tmp_path_factory.mktemp("world") / "store.sqlite"))
        ways = serve(server, 69, 23)
        for host in ways:
            made.keep(host)
        yield made, ways, made.round()
        made.store.close()


def test_all_items_of_feeds_that_can_be_read_are_in_once(world: tuple[Bench, dict[str, str], Fetched]) -> None:
    made, ways, _ = world
    readable = [h for h, way in ways.items() if way == "good" or way.startswith("odd")]
    expected = {s.headline for h in readable for s in stories(h) if ways[h] != "odd: laughs" or s.number == 0}
    expected = {e.replace("harbour", "härbour") if ways[e.split()[3]] == "odd: no UTF-8" else e for e in expected}
    held = made.headlines()
    cut = next(h for h, way in ways.items() if way == "cut off")
    assert {h: n for h, n in held.items() if n != 1} == {}
    assert expected - set(held) == set()
    assert {h.split()[3] for h in set(held) - expected} <= {cut}


def test_each_feed_that_cannot_be_read_has_its_reason(world: tuple[Bench, dict[str, str], Fetched]) -> None:
    made, ways, told = world
    reasons = {
        "slow": "within 2 seconds", "cut off": "broke off", "no answer": "broke off",
        "no feed": "is a page and no feed",
        "endless redirect": "redirects more than", "too many": "429", "out of service": "503", "broken": "500",
        "missing": "404", "gone": "gone for good", "bomb": "larger than 2 MB", "too big": "larger than 2 MB",
        "binary": "no feed in a known format", "empty": "is empty", "no HTTP": "not HTTP",
        "odd: wrong length": "broke off",
    }  # fmt: skip
    why = {h: made.store.feeds.health(feed_id(made.server.url("/rss", h))).why for h in ways}
    assert {way: way in reasons and reasons[way] in why[h] for h, way in ways.items() if why[h]} == dict.fromkeys(
        reasons, True
    )
    assert told.exit_status == 2 and told.feeds == 69
    assert {t.url for t in told.troubles} == {made.server.url("/rss", h) for h in ways if why[h]}
    assert all(made.server.open_most[h] == 1 for h in ways)


def test_a_second_round_brings_nothing_twice_and_hardly_a_byte(world: tuple[Bench, dict[str, str], Fetched]) -> None:
    made, ways, _ = world
    before = made.headlines()
    behaved = [feed_id(made.server.url("/rss", h)) for h, way in ways.items() if way == "good"]
    came = sum(made.store.feeds.health(f).received for f in behaved)
    second = made.round(*[made.server.url("/rss", h) for h in ways if ways[h] != "gone"])
    assert second.new == second.revised == 0
    assert made.headlines() == before
    again = sum(made.store.feeds.health(f).received for f in behaved)
    assert came > 0 and again < came * 0.05
    assert second.unchanged >= len(behaved) and second.put_off == 5


def test_dates_in_the_future_are_not_believed_and_said_so(world: tuple[Bench, dict[str, str], Fetched]) -> None:
    made, ways, _ = world
    host = next(h for h, way in ways.items() if way == "odd: future")
    held = [h for h in made.store.articles.all() if h.outlet.id.startswith(f"{host}.")]
    assert len(held) == 3
    assert all(h.revision.published_at is None and "future" in str(h.revision.notes) for h in held)
    assert made.store.feeds.health(feed_id(made.server.url("/rss", host))).undated == 3


def test_a_feed_is_visited_only_when_it_is_due(bench: Bench) -> None:
    bench.server.on("/rss", feed(good(bench.server, "news")))
    kept = bench.keep()
    assert bench.round().with_news == 1
    due = bench.store.feeds.health(kept.id).due_at
    assert due is not None and START + timedelta(minutes=15) <= due <= START + timedelta(hours=27)
    assert bench.round(later=timedelta(minutes=14)).feeds == 0
    assert bench.round(later=due - bench.at).unchanged == 1
    assert len(bench.server.log) == 2 and bench.server.log[1].headers["if-none-match"] == '"1"'


def test_a_feed_that_moved_for_good_is_asked_at_its_new_place(bench: Bench) -> None:
    bench.server.on("/rss", page(b"", 301, Location="/new"))
    bench.server.on("/new", feed(good(bench.server, "news")))
    kept = bench.keep()
    bench.round()
    moved = bench.store.feeds.get(kept.id)
    assert moved is not None and moved.url == bench.server.url("/new")
    assert bench.store.feeds.health(kept.id).moved_from == (kept.url,)
    bench.round(moved.url)
    assert [a.path for a in bench.server.log] == ["/rss", "/new", "/new"]


def test_a_move_to_what_is_no_feed_is_not_followed_for_good(bench: Bench) -> None:
    bench.server.on("/rss", page(b"", 301, Location="/front"))
    bench.server.on("/front", page(b"<html>Welcome</html>"))
    kept = bench.keep()
    bench.round()
    assert bench.store.feeds.get(kept.id) == kept


def test_a_feed_that_is_gone_is_not_visited_again(bench: Bench) -> None:
    bench.server.on("/rss", page(b"", 410))
    kept = bench.keep()
    assert bench.round().failed == 1
    ended = bench.store.feeds.get(kept.id)
    assert ended is not None and ended.state is FeedState.ENDED
    assert bench.round(later=timedelta(days=30)).feeds == 0


def test_a_server_that_asks_for_time_gets_it_with_all_its_feeds(bench: Bench) -> None:
    bench.server.on("/rss", page(b"", 429, Retry_After="7200"))
    bench.server.on("/sport", feed(good(bench.server, "news")))
    first, second = bench.keep(), bench.keep(path="/sport")
    bench.round(first.url)
    told = bench.round(second.url)
    assert told.put_off == 1 and len(bench.server.log) == 1
    due = bench.store.feeds.health(second.id).due_at
    assert due == START + timedelta(hours=2)
    assert bench.round(second.url, later=timedelta(hours=2)).with_news == 1


def test_failures_in_a_row_wait_longer_and_end_with_success(bench: Bench) -> None:
    bench.server.on("/rss", page(b"", 500))
    kept, waits = bench.keep(), []
    for _ in range(4):
        bench.round(kept.url)
        health = bench.store.feeds.health(kept.id)
        assert health.due_at is not None
        waits.append(health.due_at - bench.at)
        bench.at = health.due_at
    assert health.failures == 4 and all(b > a * 1.5 for a, b in pairwise(waits))
    bench.server.on("/rss", feed(good(bench.server, "news")))
    bench.round()
    health = bench.store.feeds.health(kept.id)
    assert (health.failures, health.why, health.good_at) == (0, "", bench.at)


def summaries(bench: Bench, n: int = 1, text: str = "") -> None:
    listed = "".join(item(bench.server, s, whole=False, text=text) for s in stories("news", n))
    bench.server.on("/rss", page(rss(listed)))


def test_the_page_is_fetched_where_the_feed_gives_a_summary(bench: Bench) -> None:
    summaries(bench)
    story = Story("news", 0)
    bench.server.on("/a/0", page(article(story), Content_Type="text/html"))
    bench.keep()
    told = bench.round()
    held = bench.only()
    assert told.new == 1 and held.revision.text.count(story.text.strip()) == 4
    assert held.revision.published_at is not None and held.revision.published_at.moment == datetime(
        2026, 11, 20, 22, tzinfo=UTC
    )
    (capture,) = bench.store.articles.captures(held.article.id)
    assert capture.content == article(story) and capture.media_type == "text/html"
    assert [a.path for a in bench.server.log] == ["/rss", "/robots.txt", "/.well-known/tdmrep.json", "/a/0"]
    assert list(bench.store.feeds.failed()) == []


def test_a_setting_leaves_pages_alone(bench: Bench) -> None:
    summaries(bench)
    bench.settings = replace(OURS, fetch_pages=False)
    bench.keep()
    assert bench.round().new == 1
    assert [a.path for a in bench.server.log] == ["/rss"]


@pytest.mark.parametrize(
    ("robots", "page_status", "why"),
    [
        (page(b"User-agent: *\nDisallow: /a/"), 200, "robots.txt does not allow it"),
        (page(b"", 503), 200, "robots.txt could not be had"),
        (page(b"", 404), 403, "status 403"),
        (page(b"", 404), 404, "status 404"),
    ],
)
def test_without_its_page_the_feeds_own_text_stands_with_the_reason(
    bench: Bench, robots: Any, page_status: int, why: str
) -> None:
    summaries(bench)
    bench.server.on("/robots.txt", robots)
    bench.server.on("/a/0", page(article(Story("news", 0)), page_status))
    bench.keep()
    told = bench.round()
    held = bench.only()
    assert held.revision.text == Story("news", 0).text[:80].strip()
    assert why in " ".join(held.revision.notes)
    assert len(bench.server.asked("/a/0")) == (0 if "robots" in why else 1)
    assert len(told.entries) == (0 if "does not allow" in why else 1)


def test_an_entry_without_text_and_page_is_listed_as_failed_and_tried_again(bench: Bench) -> None:
    url = bench.server.url("/a/0")
    bench.server.on("/rss", page(rss(f"<item><title>Council</title><link>{url}</link></item>")))
    bench.server.on("/a/0", page(b"", 500))
    bench.keep()
    told = bench.round()
    assert told.new == 0 and told.exit_status == 2
    (trouble,) = told.entries
    assert (trouble.headline, trouble.url) == ("Council", url) and "500" in trouble.why
    assert trouble.retry_at is not None and START < trouble.retry_at < START + timedelta(hours=1)
    bench.server.on("/a/0", page(article(Story("news", 0))))
    again = bench.round(later=timedelta(hours=1))
    assert again.new == 1 and list(bench.store.feeds.failed()) == []


def test_after_too_many_tries_an_entry_is_left_until_a_person_asks(bench: Bench) -> None:
    url = bench.server.url("/a/0")
    bench.server.on("/rss", page(rss(f"<item><title>Council</title><link>{url}</link></item>")))
    bench.server.on("/a/0", page(b"", 500))
    bench.keep()
    for _ in range(12):
        bench.round(later=timedelta(hours=24))
    (left,) = bench.store.feeds.failed()
    assert left.state is EntryState.LEFT and left.tries == 6 == len(bench.server.asked("/a/0"))
    bench.server.on("/a/0", page(article(Story("news", 0))))
    assert retry(bench.working).entries == 1
    assert bench.round().new == 1


@pytest.mark.parametrize(
    ("head", "headers", "obeyed"),
    [
        ('<meta name="tdm-reservation" content="1">', {}, True),
        ("", {"TDM_Reservation": "1"}, True),
        ('<meta name="robots" content="noai">', {}, True),
        ("", {"Content_Signal": "ai-train=no"}, False),
    ],
)
def test_reservations_are_recorded_and_obeyed_as_set(
    bench: Bench, head: str, headers: dict[str, str], obeyed: bool
) -> None:
    summaries(bench)
    bench.server.on("/a/0", page(article(Story("news", 0), head=head), **headers))
    bench.keep()
    bench.round()
    held = bench.only()
    assert "reserved by its outlet" in " ".join(held.revision.notes)
    assert ("Paragraph 0" not in held.revision.text) is obeyed
    bench.store = open_store(None)
    bench.settings = replace(OURS, obey_opt_outs="")
    bench.keep()
    bench.round()
    assert "Paragraph 0" in bench.only().revision.text


def test_a_changed_entry_is_a_revision_of_the_same_article(bench: Bench) -> None:
    story = Story("news", 0)
    for text in (story.text, story.text + "It was corrected later."):
        bench.server.on("/rss", page(rss(item(bench.server, story, text=text))))
        kept = bench.keep()
        told = bench.round(kept.url)
    assert (told.new, told.revised) == (0, 1)
    (held,) = bench.store.articles.all()
    assert len(bench.store.articles.revisions(held.article.id)) == 2
    assert held.revision.text.endswith("corrected later.")


def test_a_page_that_is_taken_away_withdraws_the_article_and_keeps_its_text(bench: Bench) -> None:
    summaries(bench)
    bench.server.on("/a/0", page(article(Story("news", 0))))
    kept = bench.keep()
    bench.round()
    text = bench.only().revision.text
    summaries(bench, text="It has been taken back.")
    bench.server.on("/a/0", page(b"", 410))
    told = bench.round(kept.url)
    held = bench.only()
    assert told.withdrawn == 1 and held.revision.withdrawn and held.revision.text == text
    assert "took the page away" in " ".join(held.revision.notes)


def test_one_article_in_two_feeds_is_one_and_its_page_is_asked_for_once(bench: Bench) -> None:
    summaries(bench)
    bench.server.on("/top", page(rss(item(bench.server, Story("news", 0), whole=False, guid="other"))))
    bench.server.on("/a/0", page(article(Story("news", 0))))
    first, second = bench.keep(), bench.keep(path="/top")
    bench.round(first.url)
    told = bench.round(second.url)
    assert (told.new, told.same) == (0, 1)
    assert len(bench.server.asked("/a/0")) == 1 and bench.headlines().total() == 1


def test_the_page_may_say_its_own_address_but_not_that_of_the_front(bench: Bench) -> None:
    summaries(bench, 2)
    for n, own in ((0, "/story/nought"), (1, "/")):
        link = f'<link rel="canonical" href="{bench.server.url(own)}">'
        bench.server.on(f"/a/{n}", page(article(Story("news", n), head=link)))
    bench.keep()
    bench.round()
    assert {h.article.url for h in bench.store.articles.all()} == {
        bench.server.url("/story/nought"),
        bench.server.url("/a/1"),
    }


def test_a_removed_article_does_not_come_back_and_is_listed(bench: Bench) -> None:
    bench.server.on("/rss", page(rss(item(bench.server, Story("news", 0)))))
    kept = bench.keep()
    bench.round()
    held = bench.only()
    bench.store.articles.remove(Tombstone(held.article.id, START, "ada", "a takedown"))
    bench.store.feeds.put_health(replace(bench.store.feeds.health(kept.id), digest=""))
    told = bench.round(kept.url)
    assert told.new == 0 and list(bench.store.articles.all()) == []
    assert "a takedown" in bench.store.feeds.failed()[0].why


def test_an_index_of_sitemaps_is_read_through(bench: Bench) -> None:
    index = f"<sitemapindex><sitemap><loc>{bench.server.url('/news.xml')}</loc></sitemap></sitemapindex>"
    url = f"<url><loc>{bench.server.url('/a/0')}</loc><lastmod>2026-11-21</lastmod></url>"
    bench.server.on("/rss", page(index.encode()))
    bench.server.on("/news.xml", page(f"<urlset>{url}</urlset>".encode()))
    bench.server.on("/a/0", page(article(Story("news", 0))))
    bench.keep()
    assert bench.round().new == 1
    assert bench.only().revision.headline == Story("news", 0).headline


def test_no_secret_of_an_address_is_told(bench: Bench) -> None:
    bench.server.on("/rss?token=s3cret", says(b"nothing\r\n\r\n"))
    bench.keep(path="/rss?token=s3cret")
    assert "s3cret" not in str(bench.round())
    bench.server.on(
        "/rss?token=s3cret", page(rss("<item><title>No address</title><description>Words.</description></item>"))
    )
    bench.round(later=timedelta(days=1))
    assert bench.headlines() == {"No address": 1}
    assert "s3cret" not in str(list(bench.store.articles.all()))


def test_words_that_no_file_can_hold_are_mended(bench: Bench) -> None:
    entry = '{"id": "1", "title": "Half \\ud83d a pair", "content_text": "The council \\udc00 met.", "url": "%s"}'
    bench.server.on(
        "/rss", page(('{"version": "https://jsonfeed.org/version/1.1", "items": [' + entry % "x" + "]}").encode())
    )
    bench.keep()
    assert bench.round().new == 1 and bench.headlines() == {"Half \ufffd a pair": 1}


def test_an_entry_that_no_one_foresaw_stops_no_other(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.ingest import items

    real = items.item

    def faulty(told: Any, *args: Any) -> Any:
        if told.headline == Story("news", 1).headline:
            raise ZeroDivisionError
        return real(told, *args)

    monkeypatch.setattr(items, "item", faulty)
    bench.server.on("/rss", feed(good(bench.server, "news")))
    bench.keep()
    told = bench.round()
    assert told.new == 2 and "ZeroDivisionError" in told.entries[0].why
    assert bench.round(later=timedelta(days=1)).entries == ()


class Power(Exception):
    """It goes off."""


@pytest.mark.parametrize("step", range(0, 40, 3))
def test_broken_off_anywhere_nothing_is_lost_and_nothing_is_there_twice(
    bench: Bench, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails at the nth write, in any state, as if the power went; the next round goes on from what was kept."""
    bench.server.on(
        "/rss", page(rss("".join(item(bench.server, s, whole=s.number % 2 == 0) for s in stories("news", 6))))
    )
    for s in stories("news", 6):
        bench.server.on(f"/a/{s.number}", page(article(s)))
    bench.keep()
    left = [step]

    def failing(real: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            left[0] -= 1
            if left[0] < 0:
                raise Power
            return real(*args, **kwargs)

        return call

    with monkeypatch.context() as patched:
        for part, name in (
            (bench.store.feeds, "put_entries"),
            (bench.store.feeds, "put_health"),
            (bench.store.articles, "put"),
        ):
            patched.setattr(part, name, failing(getattr(part, name)))
        with suppress(Power):
            bench.round()
    bench.round(later=timedelta(days=2))
    assert bench.headlines() == {s.headline: 1 for s in stories("news", 6)}
    assert list(bench.store.feeds.failed()) == [] and not bench.store.feeds.to_take(bench.at, 9)
    assert bench.store.counts()["revisions"] == 6


def test_a_full_disk_stops_the_round_with_its_own_error(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.server.on("/rss", feed(good(bench.server, "news")))
    bench.keep()

    def full(*_: Any) -> None:
        raise StoreError("no space is left", what="store", do="free some space")

    monkeypatch.setattr(bench.store.feeds, "put_entries", full)
    with pytest.raises(StoreError, match="no space"):
        bench.round()


def test_a_clock_that_jumps_back_does_no_harm(bench: Bench) -> None:
    bench.server.on("/rss", feed(good(bench.server, "news")))
    kept = bench.keep()
    bench.round()
    told = bench.round(kept.url, later=timedelta(hours=-1))
    assert (told.new, told.revised, told.unchanged) == (0, 0, 1)
    assert bench.headlines().total() == 3


def test_every_way_to_go_wrong_is_tried(bench: Bench) -> None:
    assert len(bad_ways(bench.server, "x")) == 23
    assert answer(200).startswith(b"HTTP/1.1 200")


def test_robots_txt_is_asked_for_once_a_day_and_its_delay_is_kept(bench: Bench) -> None:
    summaries(bench, 3)
    bench.server.on("/robots.txt", page(b"User-agent: *\nCrawl-delay: 0.3\nDisallow: /private"))
    for n in range(3):
        bench.server.on(f"/a/{n}", page(article(Story("news", n))))
    kept = bench.keep()
    began = time.monotonic()
    bench.round()
    assert time.monotonic() - began >= 0.6
    assert len(bench.server.asked("/robots.txt")) == 1
    summaries(bench, 3, text="Changed a little.")
    bench.round(kept.url, later=timedelta(hours=23))
    assert len(bench.server.asked("/robots.txt")) == 1
    summaries(bench, 3, text="Changed again.")
    bench.round(kept.url, later=timedelta(hours=2))
    assert len(bench.server.asked("/robots.txt")) == 2
