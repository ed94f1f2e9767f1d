"""Feeds, their health and entries, their servers, and what people said of outlets: alike in both back ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from store_records import at, made, put, stone

from dateline.errors import InputError
from dateline.model.feed import Entry, EntryState, Feed, FeedHealth, FeedState, Host, feed_id, named
from dateline.model.outlet import Outlet, OutletEdit, OutletKind, Reliability
from dateline.store.base import Store

HERALD = Outlet("herald.example", "The Herald", "KE", "en")


def feed(name: str, **fields: object) -> Feed:
    url = f"https://herald.example/{name}.xml"
    return replace(Feed(feed_id(url), url, HERALD, f"Herald {name}", added_at=at(0), added_by="ada"), **fields)


def entry(of: Feed, key: str, state: EntryState = EntryState.WAITING, minutes: float = 0, **fields: object) -> Entry:
    return replace(Entry(of.id, key, "d1", state, at(minutes), body=b"{}"), **fields)


def kept(store: Store, *names: str) -> list[Feed]:
    feeds = [feed(n) for n in names]
    for one in feeds:
        store.feeds.put(one)
    return feeds


def test_a_feed_comes_back_whole_and_is_replaced(store: Store) -> None:
    (one,) = kept(store, "world")
    assert store.feeds.get(one.id) == one
    moved = replace(one, url="https://herald.example/new.xml", state=FeedState.PAUSED)
    store.feeds.put(moved)
    assert list(store.feeds.all()) == [moved]
    assert store.feeds.get("feed-0") is None


def test_a_feed_goes_with_all_that_hangs_on_it(store: Store) -> None:
    one, other = kept(store, "world", "sport")
    store.feeds.put_health(FeedHealth(one.id, failures=2, why="slow"))
    store.feeds.put_entries([entry(one, "a"), entry(other, "a")])
    assert store.feeds.remove(one.id)
    assert not store.feeds.remove(one.id)
    assert store.feeds.health(one.id) == FeedHealth(one.id)
    assert store.feeds.entries(one.id) == {}
    assert list(store.feeds.with_key("a")) == [entry(other, "a")]


def test_health_is_empty_before_the_first_visit_and_replaced_by_each(store: Store) -> None:
    (one,) = kept(store, "world")
    assert store.feeds.health(one.id) == FeedHealth(one.id)
    first = FeedHealth(one.id, due_at=at(30), visited_at=at(0), why="it was slow", opt_outs=("noai",))
    for health in (first, replace(first, due_at=at(60), why="")):
        store.feeds.put_health(health)
        assert store.feeds.health(one.id) == health


def test_what_is_told_of_no_feed_is_refused(store: Store) -> None:
    stranger = feed("nowhere")
    with pytest.raises(InputError, match="no such feed"):
        store.feeds.put_health(FeedHealth(stranger.id))
    with pytest.raises(InputError, match="no such feed"):
        store.feeds.put_entries([entry(stranger, "a")])


def test_due_are_active_feeds_whose_time_has_come_the_longest_waiting_first(store: Store) -> None:
    never, late, early, paused, ahead = kept(store, "a", "b", "c", "d", "e")
    store.feeds.put_health(FeedHealth(late.id, due_at=at(20)))
    store.feeds.put_health(FeedHealth(early.id, due_at=at(10)))
    store.feeds.put_health(FeedHealth(ahead.id, due_at=at(90)))
    store.feeds.put(replace(paused, state=FeedState.PAUSED))
    assert list(store.feeds.due(at(20))) == [never, early, late]
    store.feeds.put(replace(never, state=FeedState.ENDED))
    assert list(store.feeds.due(at(19))) == [early]
    assert store.feeds.next_due() == at(10)


def test_the_next_visit_of_a_new_feed_is_at_once(store: Store) -> None:
    assert store.feeds.next_due() is None
    kept(store, "world")
    assert store.feeds.next_due() == datetime.min.replace(tzinfo=UTC)


def test_entries_are_replaced_by_key_and_found_across_feeds(store: Store) -> None:
    one, other = kept(store, "world", "sport")
    store.feeds.put_entries([entry(one, "a"), entry(one, "b"), entry(other, "a")])
    held = entry(one, "a", EntryState.HELD, article_id="article-1", body=b"")
    store.feeds.put_entries([held])
    assert store.feeds.entries(one.id) == {"a": held, "b": entry(one, "b")}
    assert store.feeds.entries(one.id, ["a", "z"]) == {"a": held}
    assert store.feeds.entries(one.id, []) == {}
    assert sorted(e.state for e in store.feeds.with_key("a")) == [EntryState.HELD, EntryState.WAITING]


def test_to_take_are_those_that_wait_or_may_be_tried_again(store: Store) -> None:
    (one,) = kept(store, "world")
    again = entry(one, "again", EntryState.FAILED, 1, retry_at=at(30), tries=1, why="slow")
    fresh, older = entry(one, "fresh", minutes=5), entry(one, "older", minutes=2)
    rest = [entry(one, "held", EntryState.HELD), entry(one, "left", EntryState.LEFT, why="no")]
    store.feeds.put_entries([fresh, older, again, *rest])
    assert list(store.feeds.to_take(at(29), 9)) == [older, fresh]
    assert list(store.feeds.to_take(at(30), 2)) == [again, older]
    assert list(store.feeds.to_take(at(30), 0)) == []
    assert store.feeds.next_retry() == at(30)


def test_failures_are_listed_latest_first(store: Store) -> None:
    (one,) = kept(store, "world")
    assert store.feeds.next_retry() is None
    left = entry(one, "left", EntryState.LEFT, 3, why="gone")
    failed = entry(one, "failed", EntryState.FAILED, 7, retry_at=at(9), why="slow")
    store.feeds.put_entries([left, entry(one, "waits"), failed])
    assert list(store.feeds.failed()) == [failed, left]


def test_what_fails_inside_a_transaction_leaves_nothing(store: Store) -> None:
    (one,) = kept(store, "world")
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.feeds.put_entries([entry(one, "a")])
        store.feeds.put_health(FeedHealth(one.id, failures=9))
        store.feeds.put_host(Host("herald.example", failures=1))
        store.feeds.put(replace(one, title="other"))
        raise ZeroDivisionError
    assert store.feeds.entries(one.id) == {}
    assert store.feeds.health(one.id).failures == 0
    assert store.feeds.host("herald.example") == Host("herald.example")
    assert store.feeds.get(one.id) == one


def test_a_server_is_unknown_until_something_is_told_of_it(store: Store) -> None:
    assert store.feeds.host("herald.example") == Host("herald.example")
    told = Host("herald.example", 2, at(60), "it asked for time", "User-agent: *\n", at(0), 200)
    store.feeds.put_host(told)
    assert store.feeds.host("herald.example") == told


def test_nothing_that_a_feed_told_of_a_removed_article_stays(store: Store) -> None:
    item, (one,) = put(store, made("a")), kept(store, "world")
    store.feeds.put_entries([entry(one, "a", EntryState.HELD, article_id=item.id), entry(one, "b")])
    store.articles.remove(stone(item))
    assert list(store.feeds.entries(one.id)) == ["b"]


def test_a_feed_is_meant_by_address_id_or_outlet() -> None:
    feeds = (feed("world"), feed("sport"), replace(feed("x"), outlet=Outlet("other.example", "Other"), title="X"))
    assert named(feeds, "https://herald.example/sport.xml") == feeds[1:2]
    assert named(feeds, feeds[0].id) == feeds[:1]
    assert named(feeds, feeds[0].id.removeprefix("feed-")[:8]) == feeds[:1]
    assert named(feeds, "the herald") == feeds[:2]
    assert named(feeds, "other.example") == feeds[2:]
    assert named(feeds, "") == named(feeds, "nobody") == ()


def said(minutes: float, **fields: object) -> OutletEdit:
    return replace(OutletEdit(f"edit-{minutes}", "herald.example", "ada", at(minutes)), **fields)


def test_what_people_say_of_an_outlet_overrules_what_its_documents_say(store: Store) -> None:
    put(store, made("a"))
    first = said(1, country="UG", reliability=Reliability.HIGH)
    second = said(2, country="TZ", kind=OutletKind.STATE)
    for edit in (first, second, second):
        store.outlets.edit(edit)
    assert list(store.outlets.edits()) == list(store.outlets.edits("herald.example")) == [first, second]
    assert list(store.outlets.edits("other.example")) == []
    assert list(store.outlets.all()) == [Outlet("herald.example", "The Herald", "TZ", "en", OutletKind.STATE)]
    held = store.articles.get(made("a").id)
    assert held is not None and held.outlet.country == "TZ"


def test_an_outlet_without_articles_may_be_described_ahead(store: Store) -> None:
    store.outlets.edit(said(1, kind=OutletKind.AGENCY))
    assert store.outlets.get("herald.example") is None
    put(store, made("a"))
    now = store.outlets.get("herald.example")
    assert now is not None and now.kind is OutletKind.AGENCY


def test_held_entries_are_looked_at_again_when_they_are_due_the_latest_first(store: Store) -> None:
    one, two = kept(store, "one", "two")
    first = entry(one, "first", EntryState.HELD, 1, retry_at=at(30))
    latest = entry(two, "latest", EntryState.HELD, 5, retry_at=at(40))
    over, failed = entry(one, "over", EntryState.HELD, 2), entry(one, "failed", EntryState.FAILED, 3, retry_at=at(9))
    store.feeds.put_entries([first, latest, over, failed])
    assert list(store.feeds.to_look_again(at(39), 9)) == [first]
    assert list(store.feeds.to_look_again(at(40), 9)) == [latest, first]
    assert list(store.feeds.to_look_again(at(40), 1)) == [latest]
    assert list(store.feeds.to_take(at(99), 9)) == [failed]
    store.feeds.put_entries([replace(first, retry_at=None)])
    assert list(store.feeds.to_look_again(at(99), 9)) == [latest]
