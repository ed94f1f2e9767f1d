from __future__ import annotations

import pytest
from store_records import annotate, claim, correction, event, link, made, marks, put, relation

from dateline.store.base import Store


class Failure(Exception):
    pass


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    kept = put(store, made("kept"))
    annotate(store, kept, [claim(kept, 0)], **marks())
    before, waiting = store.counts(), list(store.claims.unlinked())
    with pytest.raises(Failure), store.transaction():
        lost = put(store, made("lost", content=b"x"))
        (one,) = annotate(store, lost, [claim(lost, 0)], **marks())
        store.claims.put_keys({one.id: ["x"]})
        link(store, seen=[one.id], events=[event(one)], relations=[relation(one.id, kept.id)])
        store.decisions.add(correction(one))
        annotate(store, kept, [])
        put(store, made("kept", "Changed."), 3)
        assert store.counts()["articles"] == 2
        raise Failure
    assert store.counts() == before
    assert list(store.claims.unlinked()) == waiting
    assert store.articles.get(lost.id) is None
    assert list(store.articles.search("changed")) == []
    assert dict(store.claims.key_counts(["x"])) == {"x": 0}
    held = store.articles.get(kept.id)
    assert held is not None and held.revision == kept.revision
    assert tuple(store.annotations.layer(kept.revision.id, "dates")) == marks()["dates"]
    assert list(store.annotations.pending()) == []


def test_inner_transactions_are_kept_with_the_outermost(store: Store) -> None:
    with pytest.raises(Failure), store.transaction():
        with store.transaction():
            put(store, made("inner"))
        raise Failure
    assert store.counts()["articles"] == 0
    with store.transaction(), store.transaction():
        put(store, made("inner"))
    assert store.counts()["articles"] == 1


def test_what_fails_inside_is_undone_alone(store: Store) -> None:
    with store.transaction():
        put(store, made("before"))
        with pytest.raises(Failure), store.transaction():
            put(store, made("inside"))
            with store.transaction():
                put(store, made("deeper"))
            raise Failure
        put(store, made("after"))
    assert {h.article.url for h in store.articles.all()} == {"before", "after"}


def test_a_put_that_fails_halfway_leaves_nothing_of_itself(store: Store) -> None:
    item = put(store, made("a"))
    annotate(store, item, [claim(item, 0)], **marks())
    with store.transaction():
        put(store, made("b"))
        with pytest.raises(TypeError):
            annotate(store, item, [], aaa=marks()["dates"], zzz=[object()])
    assert len(list(store.claims.all())) == 1
    assert tuple(store.annotations.layer(item.revision.id, "dates")) == marks()["dates"]
    assert store.counts()["articles"] == 2


def test_the_store_works_on_after_a_failure(store: Store) -> None:
    for _ in range(3):
        with pytest.raises(Failure), store.transaction():
            put(store, made("a"))
            raise Failure
    put(store, made("a"))
    assert store.counts()["articles"] == 1


def test_an_interrupt_is_a_failure_too(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt), store.transaction():
        put(store, made("a"))
        raise KeyboardInterrupt
    assert store.counts()["articles"] == 0
