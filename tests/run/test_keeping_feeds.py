"""What people do with feeds and outlets, and what the lists tell of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "servers"))

from loopback import Loopback, feed, page
from newsroom import Story, good, item, rss

from dateline.errors import InputError, NothingFound, UsageError
from dateline.ingest.feeds.base import Received
from dateline.ingest.feeds.opml import read
from dateline.model.feed import Entry, EntryState, FeedState
from dateline.model.outlet import OutletKind, Reliability
from dateline.run import discovering
from dateline.run.discovering import find
from dateline.run.feeds import add, pause, remove, resume, starter
from dateline.run.fetching import fetch, run
from dateline.run.outlets import edit
from dateline.run.working import Working
from dateline.settings import Settings
from dateline.store.base import Store
from dateline.store.open import open_store
from dateline.views.base import Reading
from dateline.views.feeds_export import feeds_export
from dateline.views.feeds_failures import feeds_failures
from dateline.views.feeds_list import Standing, feeds_list
from dateline.views.feeds_show import feeds_show
from dateline.views.outlets_list import outlets_list

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HERALD, ARGUS = "https://herald.example/rss", "https://user:pw@argus.example/feed?token=abc"


@pytest.fixture
def store() -> Store:
    return open_store(None)


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as made:
        yield made


def working(store: Store, at: datetime = NOW) -> Working:
    settings = Settings(allow_hosts=".localhost", pause=0, patience=3, user="ada")
    return Working(store, lambda: pytest.fail("nothing is annotated here"), lambda: at, settings)


def reading(store: Store, at: datetime = NOW) -> Reading:
    return Reading(store, lambda: pytest.fail("no annotators"), date(2026, 11, 21), at)


def test_feeds_are_added_once_by_address_and_from_a_list(store: Store, tmp_path: Path) -> None:
    lists = tmp_path / "feeds.opml"
    lists.write_text(
        f'<opml><body><outline xmlUrl="{HERALD}" title="Herald"/><outline xmlUrl="http://b.example/x"/></body></opml>'
    )
    told = add(working(store), (HERALD, str(lists), HERALD, "nothing.opml", "ftp://x.example/"))
    assert (len(told.added), told.known, len(told.refused)) == (2, 2, 2)
    assert told.exit_status == 2 and all(r.do for r in told.refused)
    kept = {f.url: f for f in store.feeds.all()}
    assert set(kept) == {HERALD, "http://b.example/x"}
    assert (kept[HERALD].outlet.id, kept[HERALD].added_by) == ("herald.example", "ada")
    assert kept["http://b.example/x"].origin == "feeds.opml"


def test_an_outlet_of_the_starter_set_is_known_wherever_its_feed_comes_from(store: Store) -> None:
    told = starter(working(store), country="ke")
    assert told.added and {f.outlet.country for f in store.feeds.all()} == {"KE"}
    assert all("starter set" in f.origin for f in store.feeds.all())
    home = store.feeds.all()[0].home
    again = add(working(store), (home.rstrip("/") + "/another/rss",))
    added = store.feeds.get(again.added[0].feed)
    assert added is not None and added.outlet.country == "KE"
    with pytest.raises(UsageError):
        starter(working(store), country="ZZ")


def test_what_is_exported_is_what_is_added_again(store: Store) -> None:
    starter(working(store), continent="Oceania")
    add(working(store), (ARGUS,))
    exported = feeds_export(reading(store))
    listed = read(Received(exported.opml.encode(), "x", "x"))
    assert {f.url for f in listed} == {f.url for f in store.feeds.all()} and exported.feeds == len(listed)
    assert ("Oceania", "NZ") in {f.folders for f in listed}


def test_feeds_are_paused_resumed_and_removed(store: Store) -> None:
    add(working(store), (HERALD, ARGUS))
    assert [f.state for f in pause(working(store), ("herald.example",)).feeds] == [FeedState.PAUSED]
    assert [f.outlet.id for f in store.feeds.due(NOW)] == ["argus.example"]
    resume(working(store), (HERALD,))
    assert len(store.feeds.due(NOW)) == 2
    remove(working(store), ("argus.example",))
    assert [f.url for f in store.feeds.all()] == [HERALD]
    for job in (pause, resume, remove):
        with pytest.raises(NothingFound):
            job(working(store), ("nobody",))


def test_the_list_tells_how_each_feed_stands_and_never_a_secret(store: Store) -> None:
    names = ("never", "good", "quiet", "failing", "paused", "ended")
    add(working(store), (*(f"https://{n}.example/rss" for n in names), ARGUS))
    feeds = {f.outlet.id.split(".")[0]: f for f in store.feeds.all()}
    health = {n: store.feeds.health(f.id) for n, f in feeds.items()}
    store.feeds.put_health(replace(health["good"], good_at=NOW, item_at=NOW - timedelta(days=29)))
    store.feeds.put_health(replace(health["quiet"], good_at=NOW, item_at=NOW - timedelta(days=31)))
    store.feeds.put_health(replace(health["failing"], failures=3, why="answered with status 500"))
    store.feeds.put(replace(feeds["paused"], state=FeedState.PAUSED))
    store.feeds.put(replace(feeds["ended"], state=FeedState.ENDED))
    listed = {f.outlet: f for f in feeds_list(reading(store)).feeds}
    stand = {n: listed[f"{n}.example"].standing.value.split()[0] for n in names}
    assert stand == {n: n for n in names}
    assert (listed["failing.example"].failures, listed["failing.example"].why) == (3, "answered with status 500")
    assert listed["argus.example"].url == "https://***@argus.example/feed?token=***"
    failing = feeds_list(reading(store), standing=Standing.FAILING).feeds
    assert [f.outlet for f in failing] == ["failing.example"]
    assert "pw" not in str(feeds_show(reading(store), ("argus.example",)))
    with pytest.raises(NothingFound):
        feeds_show(reading(store), ("nobody",))


def test_failures_are_listed_with_reason_and_retry(store: Store) -> None:
    add(working(store), (HERALD,))
    (kept,) = store.feeds.all()
    failed = Entry(kept.id, "k", "d", EntryState.FAILED, NOW, "https://herald.example/a", "A vote", why="slow", tries=2)
    store.feeds.put_entries(
        [replace(failed, retry_at=NOW + timedelta(hours=1)), replace(failed, key="l", state=EntryState.LEFT)]
    )
    listed = feeds_failures(reading(store)).entries
    assert [(e.headline, e.why, e.tries, e.retry_at) for e in listed] == [
        ("A vote", "slow", 2, NOW + timedelta(hours=1)),
        ("A vote", "slow", 2, None),
    ]
    assert feeds_show(reading(store)).feeds[0].entries == {"failed": 1, "left": 1}


def test_what_people_say_of_an_outlet_is_listed_with_who_and_when(store: Store) -> None:
    add(working(store), (HERALD,))
    edit(working(store), "herald.example", country="ug", kind=OutletKind.STATE, called="The Herald")
    told = edit(working(store, NOW + timedelta(days=1)), "herald.example", reliability=Reliability.LOW)
    assert told.outlet.country == "UG" and told.edit.by == "ada"
    (line,) = outlets_list(reading(store)).outlets
    assert (line.name, line.country, line.continent, line.kind) == ("The Herald", "UG", "AF", OutletKind.STATE)
    assert (line.reliability, line.edited_by, line.edited_at) == (Reliability.LOW, "ada", NOW + timedelta(days=1))
    assert len(line.edits) == 2 and (line.feeds, line.articles) == (1, 0)
    assert outlets_list(reading(store), country="KE").outlets == ()


@pytest.mark.parametrize(
    ("outlet", "fields", "error"),
    [
        ("nobody.example", {"country": "KE"}, NothingFound),
        ("herald.example", {"country": "Kenya"}, UsageError),
        ("herald.example", {"language": "?"}, UsageError),
        ("herald.example", {}, UsageError),
    ],
)
def test_what_cannot_be_meant_of_an_outlet_is_refused(
    store: Store, outlet: str, fields: Any, error: type[Exception]
) -> None:
    add(working(store), (HERALD,))
    with pytest.raises(error):
        edit(working(store), outlet, **fields)
    assert list(store.outlets.edits()) == []


def test_what_people_said_of_an_outlet_holds_for_articles_to_come(store: Store, server: Loopback) -> None:
    server.on("/rss", page(rss(item(server, Story("news", 0)))))
    add(working(store), (server.url("/rss"),))
    edit(working(store), "news.localhost", country="TZ", called="The News")
    fetch(working(store), later=True)
    (held,) = store.articles.all()
    assert (held.outlet.country, held.outlet.name) == ("TZ", "The News")


def test_a_site_is_searched_for_what_it_names(store: Store, server: Loopback) -> None:
    declared = '<link rel="alternate" type="application/rss+xml" href='
    head = f'{declared}"/world" title="World">{declared}"/dead">'
    server.on("/", page(f"<html><head>{head}</head></html>".encode()))
    server.on("/world", feed(good(server, "news")))
    server.on("/robots.txt", page(f"Sitemap: {server.url('/news.xml')}".encode()))
    server.on("/news.xml", page(f"<urlset><url><loc>{server.url('/a/0')}</loc></url></urlset>".encode()))
    told = find(working(store), server.url("/"))
    assert [(f.url, f.entries, bool(f.why)) for f in told.feeds] == [
        (server.url("/world"), 3, False),
        (server.url("/news.xml"), 1, False),
        (server.url("/dead"), 0, True),
    ]
    assert told.exit_status == 0 and told.next == (f"feeds add {server.url('/world')}",)
    assert list(store.feeds.all()) == []


def test_a_site_that_names_nothing_is_tried_at_the_usual_places(store: Store, server: Loopback) -> None:
    server.on("/", page(b"<html></html>"))
    server.on("/rss.xml", feed(good(server, "news")))
    told = find(working(store), server.url("/"))
    assert [(f.url, f.how) for f in told.feeds] == [(server.url("/rss.xml"), "usual place")]
    server.routes.pop("/rss.xml")
    assert find(working(store), server.url("/")).exit_status == 1
    with pytest.raises(InputError, match="404"):
        find(working(store), server.url("/nowhere"))
    with pytest.raises(UsageError):
        find(working(store), "no site at all")
    with pytest.raises(UsageError):
        find(working(store), "ftp://news.localhost/")


def test_a_feed_is_tested_without_keeping_anything(store: Store, server: Loopback) -> None:
    undated = "<item><title>Undated</title><link>http://news.localhost/u</link><description>x</description></item>"
    server.on("/rss", feed(rss(item(server, Story("news", 0)) + undated)))
    told = discovering.test(working(store), server.url("/rss"))
    assert (told.status, told.entries, told.undated, told.whole, told.conditional) == (200, 2, 1, 1, True)
    assert [e.headline for e in told.first] == [Story("news", 0).headline, "Undated"]
    assert discovering.test(working(store), server.url("/none")).exit_status == 2
    assert list(store.articles.all()) == [] and list(store.feeds.all()) == []


def test_running_goes_on_until_it_is_broken_off(
    store: Store, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.on("/rss", feed(good(server, "news")))
    add(working(store), (server.url("/rss"),))
    monkeypatch.setattr("dateline.run.fetching.catch_up", lambda _: fetch_marks())
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 3:
            raise KeyboardInterrupt

    told = run(replace(working(store), wait=sleep))
    assert (told.feeds, told.new, told.annotated.revisions) == (1, 3, 3)
    assert slept == [60.0, 60.0, 60.0]
    assert run(working(store), rounds=1).feeds == 0


def fetch_marks() -> Any:
    from dateline.run.fetching import NOTHING_MARKED

    return replace(NOTHING_MARKED, revisions=1)
