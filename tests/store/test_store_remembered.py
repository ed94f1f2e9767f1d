"""What an open store remembers of articles is never older than what another process, or a removal, made of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from store_records import annotate, at, claim, event, link, made, put, relation, stone
from test_store_acts import TODAY, told
from test_store_gists import of
from test_store_stories import profile

from dateline.model.coding import EventType
from dateline.model.relation import RelationKind
from dateline.store.base import Store
from dateline.store.open import SqliteStore, open_store
from dateline.store.sqlite import Database
from dateline.store.touched import Remembered, Touched


@pytest.fixture
def two(file: Path) -> Iterator[tuple[Store, Store]]:
    """One who writes and one who reads, of one file."""
    with closing(open_store(file)) as writer, closing(open_store(file)) as reader:
        yield writer, reader


def reads(store: Store) -> list[str]:
    """What is asked of the database from now on."""
    assert isinstance(store, SqliteStore)
    asked: list[str] = []
    store.database.connection.set_trace_callback(asked.append)
    return asked


def test_a_second_question_reads_no_outline_again(two: tuple[Store, Store]) -> None:
    writer, reader = two
    item = put(writer, made("a"))
    writer.gists.put([of(writer, item.id)])
    first = reader.gists.outlines([item.id])
    asked = reads(reader)
    assert reader.gists.outlines([item.id, "article-0"]) == first
    assert [a for a in asked if "gists" in a and "article-0" in a]
    asked.clear()
    assert reader.gists.outlines([item.id, "article-0"]) == first
    assert not [a for a in asked if "gists" in a]


def test_outlines_that_come_or_go_are_seen(two: tuple[Store, Store]) -> None:
    writer, reader = two
    item = put(writer, made("a"))
    assert reader.gists.outlines([item.id]) == {}
    writer.gists.put([of(writer, item.id)])
    assert reader.gists.outlines([item.id])[item.id].revision_id == item.revision.id
    other = put(writer, made("a", "Another text of this article, with more words in it."), 2)
    assert reader.gists.outlines([item.id]) == {}
    writer.gists.put([of(writer, item.id)])
    assert reader.gists.outlines([item.id])[item.id].revision_id == other.revision.id
    writer.articles.remove(stone(item))
    assert reader.gists.outlines([item.id]) == {}


def test_weights_that_change_are_seen(two: tuple[Store, Store]) -> None:
    writer, reader = two
    item = put(writer, made("a"))
    for word in ("ferry", "levy"):
        writer.stories.put_profile(profile(item.id, word=word), item.revision.id, [word], at(1))
        assert reader.stories.weights([item.id]) == {item.id: {word: 1.0}}
        assert [t.stem for t in reader.stories.profiles([item.id])[item.id].profile.terms] == [word]
    writer.articles.remove(stone(item))
    assert reader.stories.weights([item.id]) == {}
    assert reader.stories.profiles([item.id]) == {}


def test_copies_that_are_found_and_given_up_are_seen(two: tuple[Store, Store]) -> None:
    writer, reader = two
    one, other = put(writer, made("a")), put(writer, made("b"))
    copy = relation(one.id, other.id, RelationKind.SAME_COPY)
    assert reader.links.relations_of([one.id, other.id]) == []
    link(writer, 1, relations=[copy])
    assert reader.links.relations_of([one.id]) == [copy] == reader.links.relations_of([other.id, one.id])
    link(writer, 2, retired_relations=[copy.id])
    assert reader.links.relations_of([one.id]) == [] == reader.links.relations_of([other.id])
    link(writer, 3, relations=[copy])
    writer.articles.remove(stone(other))
    assert reader.links.relations_of([one.id]) == []


def test_articles_that_are_copies_of_one_another_are_seen(two: tuple[Store, Store]) -> None:
    writer, reader = two
    one, other = put(writer, made("a")), put(writer, made("b"))
    copy = relation(one.id, other.id, RelationKind.SAME_COPY)
    assert reader.links.copies([one.id, other.id]) == {}
    link(writer, 1, relations=[copy])
    assert reader.links.copies([one.id]) == {one.id: {other.id}}
    assert reader.links.copies([other.id, one.id]) == {one.id: {other.id}, other.id: {one.id}}
    link(writer, 2, retired_relations=[copy.id])
    assert reader.links.copies([one.id, other.id]) == {}


def test_claims_that_come_and_go_are_seen(two: tuple[Store, Store]) -> None:
    writer, reader = two
    item = put(writer, made("a"))
    told = claim(item, 0)
    assert reader.claims.get([told.id]) == []
    annotate(writer, item, [told])
    assert reader.claims.get([told.id, told.id]) == [told, told]
    annotate(writer, item, [claim(item, 3)], minutes=3)
    assert reader.claims.get([told.id]) == []
    assert reader.claims.get([told.id], known_at=at(2)) == [told]
    annotate(writer, item, [told], minutes=4)
    assert reader.claims.get([told.id]) == [told]
    writer.articles.remove(stone(item))
    assert reader.claims.get([told.id]) == []


def test_happenings_and_where_claims_differ_are_seen(two: tuple[Store, Store]) -> None:
    writer, reader = two
    one, other = put(writer, made("a")), put(writer, made("b"))
    a, b = claim(one, 0), claim(other, 0)
    annotate(writer, one, [a])
    annotate(writer, other, [b])
    assert (reader.links.events_of([a.id, b.id]), reader.links.differing([one.id, other.id])) == ([], [])
    alone, both, clash = event(a), event(a, b), relation(*sorted((a.id, b.id)))
    link(writer, 1, events=[alone])
    assert reader.links.events_of([a.id, b.id]) == [alone]
    link(writer, 2, events=[both], retired_events=[alone.id], relations=[clash])
    assert reader.links.events_of([a.id]) == [both] == reader.links.events_of([b.id, a.id])
    assert reader.links.differing([other.id]) == [clash] == reader.links.differing([one.id, other.id])
    annotate(writer, other, [], minutes=4)
    assert (reader.links.events_of([a.id]), reader.links.differing([one.id])) == ([], [])


def test_acts_that_are_told_and_taken_back_are_seen(two: tuple[Store, Store]) -> None:
    writer, reader = two
    item, days = put(writer, made("a")), (TODAY - timedelta(days=9), TODAY)
    assert list(reader.acts.between("ES", "TD", *days, 5)) == []
    annotate(writer, item, [told(item, 0, EventType.ASSAULT, back=9)])
    assert [a.type for a in reader.acts.between("ES", "TD", *days, 5)] == [EventType.ASSAULT]
    assert [kind for _, kind in reader.acts.types("ES", "TD", *days)] == [EventType.ASSAULT]
    assert list(reader.acts.between("ES", "TD", TODAY, TODAY, 5)) == []
    assert list(reader.acts.between("TD", "ES", *days, 5)) == []
    for _ in range(20):  # more windows than are remembered
        days = (days[0] - timedelta(days=1), TODAY)
        assert [a.type for a in reader.acts.between("ES", "TD", *days, 5)] == [EventType.ASSAULT]
    writer.articles.remove(stone(item))
    assert (list(reader.acts.between("ES", "TD", *days, 5)), list(reader.acts.types("ES", "TD", *days))) == ([], [])


def test_a_whole_gist_that_changes_is_seen(two: tuple[Store, Store]) -> None:
    writer, reader = two
    item = put(writer, made("a"))
    assert reader.gists.get([item.id]) == {}
    writer.gists.put([of(writer, item.id)])
    assert reader.gists.get([item.id])[item.id].outline.revision_id == item.revision.id
    other = put(writer, made("a", "Another text of this article, with more words in it."), 2)
    assert reader.gists.get([item.id]) == {}
    writer.gists.put([of(writer, item.id)])
    assert reader.gists.get([item.id])[item.id].outline.revision_id == other.revision.id


def test_what_is_undone_is_not_remembered(file: Path) -> None:
    with closing(open_store(file)) as store:
        item = put(store, made("a"))

        def fail() -> None:
            with store.transaction():
                store.gists.put([of(store, item.id)])
                assert list(store.gists.outlines([item.id])) == [item.id]
                raise RuntimeError

        for _ in range(2):
            with pytest.raises(RuntimeError):
                fail()
            assert store.gists.outlines([item.id]) == {}


def test_who_missed_changes_forgets_all(file: Path) -> None:
    with closing(open_store(file)) as store, closing(Database(file)) as other:
        assert isinstance(store, SqliteStore)
        answers = {"article-1": "old"}
        kept = Remembered(Touched(store.database), lambda ids: {i: answers[i] for i in ids if i in answers}, 9)
        assert kept.get(["article-1"]) == {"article-1": "old"}
        answers["article-1"] = "new"
        assert kept.get(["article-1"]) == {"article-1": "old"}  # nobody told
        for n in range(3):
            other.run("INSERT INTO touched (article_id) VALUES (:id)", {"id": f"article-{n + 5}"})
        other.run("DELETE FROM touched WHERE seq < 3")
        assert kept.get(["article-1"]) == {"article-1": "new"}
        answers["article-1"] = "restored"
        other.run("DELETE FROM touched")
        assert kept.get(["article-1"]) == {"article-1": "restored"}


def test_what_nobody_asked_for_lately_is_forgotten_for_room(file: Path) -> None:
    with closing(open_store(file)) as store:
        assert isinstance(store, SqliteStore)
        asked: list[list[str]] = []
        kept = Remembered(Touched(store.database), lambda ids: asked.append(list(ids)) or {i: i for i in ids}, 4)
        for some in (["b", "a"], ["c"], ["a"], ["d"], ["a", "d"]):
            assert list(kept.get(some)) == sorted(some)
        assert asked == [["a", "b"], ["c"], ["d"]]
        assert list(kept.get(["b"])) == ["b"]
        assert asked[3:] == [["b"]]


def test_only_the_latest_changes_are_written_down(file: Path) -> None:
    with closing(open_store(file)) as store:
        assert isinstance(store, SqliteStore)
        with store.transaction():
            store.database.run_many(
                "INSERT INTO touched (article_id) VALUES (:id)", ({"id": str(n)} for n in range(50_005))
            )
        assert store.database.rows("SELECT count(*), max(seq) FROM touched") == [(50_000, 50_005)]


def test_articles_and_their_outlets_that_change_are_seen(two: tuple[Store, Store]) -> None:
    writer, reader = two
    item = made("a")
    assert reader.articles.get(item.id) is None
    put(writer, item)
    assert (held := reader.articles.get(item.id)) and held.revision == item.revision
    other = put(writer, made("a", "Another text of this article, with more words in it."), 2)
    assert (held := reader.articles.get(item.id)) and held.revision == other.revision
    put(writer, made("b", outlet=replace(item.outlet, country="TD")), 3)
    assert (held := reader.articles.get(item.id)) and held.outlet.country == "TD"
    put(writer, item, 4)
    assert (held := reader.articles.get(item.id)) and held.revision == item.revision
    writer.articles.remove(stone(item))
    assert reader.articles.get(item.id) is None


def test_a_removal_is_seen_by_who_never_saw_a_change(file: Path) -> None:
    with closing(open_store(file)) as writer:
        assert isinstance(writer, SqliteStore)
        item = put(writer, made("a"))
        writer.database.run("DELETE FROM touched")
        with closing(open_store(file)) as reader:
            assert reader.articles.get(item.id)
            writer.articles.remove(stone(item))
            assert reader.articles.get(item.id) is None


def test_one_state_is_read_whatever_others_commit(two: tuple[Store, Store]) -> None:
    writer, reader = two
    item = put(writer, made("a"))
    with reader.reading():
        other = put(writer, made("a", "Another text of this article, with more words in it."), 2)
        assert (held := reader.articles.get(item.id)) and held.revision == item.revision
        with reader.reading():
            assert [h.revision for h in reader.articles.all()] == [item.revision]
        assert [h.revision for h in reader.articles.all()] == [item.revision]
    assert (held := reader.articles.get(item.id)) and held.revision == other.revision
    with writer.transaction(), writer.reading():
        put(writer, item, 3)
        assert (held := writer.articles.get(item.id)) and held.revision == item.revision
    assert (held := reader.articles.get(item.id)) and held.revision == item.revision
