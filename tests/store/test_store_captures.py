"""Captured bytes: kept small, told by who read them, given back oldest first; and how far imports have come."""

from __future__ import annotations

import contextlib
import dataclasses
from pathlib import Path

import pytest
from store_records import Made, at, capture, made, put, stone

from dateline.errors import InputError
from dateline.model.article import Capture
from dateline.model.bulk import Import, Refused
from dateline.store.base import Store
from dateline.store.open import SqliteStore

PAGE = b"<p>The council met on Monday.</p>" * 400


def page(name: str, minutes: int, reader: str = "page/1", content: bytes = b"") -> Capture:
    shown = capture(content or PAGE + name.encode(), f"https://x.example/{name}")
    return dataclasses.replace(shown, fetched_at=at(minutes), media_type="text/html", reader=reader)


def hold(store: Store, name: str, minutes: int, reader: str = "page/1", text: str = "It met.") -> Made:
    item = dataclasses.replace(made(name, f"{text} {name}"), capture=page(name, minutes, reader))
    return put(store, item, minutes)


def test_bytes_are_kept_compressed_and_come_back_whole(file: Path) -> None:
    store = SqliteStore(file)
    item = hold(store, "a", 0)
    assert [c.content for c in store.articles.captures(item.id)] == [PAGE + b"a"]
    assert store.captures.room().captured < len(PAGE) / 5
    store.close()


def test_what_another_version_read_is_stale_until_it_is_read_again(store: Store) -> None:
    old, new = hold(store, "a", 0), hold(store, "b", 1, reader="page/2")
    assert [(i, c.content) for i, c in store.captures.stale("page/2", "text/html")] == [(old.id, PAGE + b"a")]
    assert [i for i, _ in store.captures.stale("page/1", "text/html")] == [new.id]
    assert list(store.captures.stale("page/2", "text/plain")) == []
    assert (store.captures.count_stale("page/2", "text/html"), store.captures.count_stale("x", "text/html")) == (1, 2)
    stale = next(c for _, c in store.captures.stale("page/2", "text/html"))
    store.captures.read_by(stale.id, "page/2")
    assert list(store.captures.stale("page/2", "text/html")) == []
    assert [c.reader for c in store.articles.captures(old.id)] == ["page/2"]


def test_only_the_latest_bytes_of_the_current_state_are_stale(store: Store) -> None:
    first = hold(store, "a", 0)
    second = dataclasses.replace(made("a", "Another text"), capture=page("a2", 9))
    put(store, second, 9)
    assert [(i, c.url) for i, c in store.captures.stale("page/2", "text/html")] == [(first.id, "https://x.example/a2")]


def test_bytes_that_came_first_are_dropped_first_and_captures_stay(store: Store) -> None:
    items = [hold(store, name, 10 - number) for number, name in enumerate("abc")]
    before = store.captures.room()
    assert (before.captures, before.oldest) == (3, at(8))
    freed = store.captures.drop_oldest(1)
    assert 0 < freed < before.captured
    assert [bool(c.content) for i in items for c in store.articles.captures(i.id)] == [True, True, False]
    assert [c.digest for c in store.articles.captures(items[2].id)] == [items[2].capture.digest]  # type: ignore[union-attr]
    after = store.captures.room()
    assert (after.captures, after.oldest, after.captured) == (2, at(9), before.captured - freed)
    assert freed + store.captures.drop_oldest(10**9) == before.captured
    assert store.captures.room().oldest is None
    assert store.captures.drop_oldest(1) == 0
    assert store.articles.get(items[2].id) is not None


def test_bytes_that_were_dropped_come_back_with_a_new_state(store: Store) -> None:
    item = hold(store, "a", 0)
    store.captures.drop_oldest(1)
    put(store, dataclasses.replace(made("a", "Another text"), capture=page("a", 5)), 5)
    assert [c.content for c in store.articles.captures(item.id)] == [PAGE + b"a"]


def test_bytes_of_a_removed_article_leave_no_room_taken(store: Store) -> None:
    item = hold(store, "a", 0)
    store.articles.remove(stone(item))
    assert (store.captures.room().captures, store.captures.room().captured) == (0, 0)


def test_how_far_an_import_is(store: Store) -> None:
    state = Import("/a.warc", "seal", at(0), at(0))
    store.imports.begin(state)
    further = state.moved(at(1), "/a.warc", 50, new=40, refused=2)
    store.imports.put(further)
    store.imports.begin(Import("/b.warc", "seal", at(0), at(0)))
    assert store.imports.get("/a.warc") == further
    assert (further.new, further.documents, further.number) == (40, 42, 50)
    assert [i.name for i in store.imports.all()] == ["/a.warc", "/b.warc"]
    assert store.imports.get("/c.warc") is None
    with contextlib.suppress(ValueError), store.transaction():
        store.imports.put(state)
        raise ValueError
    assert store.imports.get("/a.warc") == further


def test_what_an_import_could_not_take_is_told_until_it_begins_anew(store: Store) -> None:
    state = Import("/a.warc", "seal", at(0), at(0))
    with pytest.raises(InputError, match="begun"):
        store.imports.put(state)
    store.imports.begin(state)
    store.imports.put(state.moved(at(1), "/a.warc", 1), [Refused("one", "has no text", "leave it")])
    store.imports.put(state.moved(at(2), "/a.warc", 2), [Refused("two", "has no text", "leave it")])
    assert [r.what for r in store.imports.refused("/a.warc")] == ["one", "two"]
    assert list(store.imports.refused("/b.warc")) == []
    store.imports.begin(state)
    assert list(store.imports.refused("/a.warc")) == []


def test_what_is_put_is_found_inside_its_transaction_too(store: Store) -> None:
    with store.transaction():
        item = put(store, made("a", "A heron was seen."), 0)
        assert [h.held.article.id for h in store.articles.search("heron")] == [item.id]
        with contextlib.suppress(ValueError), store.transaction():
            put(store, made("b", "Another heron was seen."), 1)
            assert len(store.articles.search("heron")) == 2
            raise ValueError
        assert len(store.articles.search("heron")) == 1
    assert [h.held.article.id for h in store.articles.search("heron")] == [item.id]


def test_what_failed_inside_is_not_found_and_what_came_before_is(store: Store) -> None:
    with store.transaction():
        put(store, made("a", "A heron was seen."), 0)
        with contextlib.suppress(ValueError), store.transaction():
            put(store, made("b", "A heron flew."), 1)
            raise ValueError
        put(store, made("c", "A heron sat."), 2)
    assert len(store.articles.search("heron")) == 2
