from __future__ import annotations

import dataclasses

import pytest
from store_records import annotate, at, claim, correction, judgement, made, put, stone

from dateline.errors import InputError
from dateline.model.claim import Claim
from dateline.store.base import Store


@pytest.fixture
def claims(store: Store) -> list[Claim]:
    item = put(store, made("a"))
    return list(annotate(store, item, [claim(item, 0), claim(item, 5)]))


def test_decisions_come_back_whole_oldest_first(store: Store, claims: list[Claim]) -> None:
    word, change = judgement(*claims, minutes=7), correction(claims[0], minutes=6)
    store.decisions.add(word)
    store.decisions.add(change)
    assert list(store.decisions.all()) == [change, word]
    assert list(store.decisions.all(at(6))) == [change]
    assert list(store.decisions.all(at(5))) == []
    assert store.counts()["decisions"] == 2


def test_of_the_same_moment_the_first_added_is_older(store: Store, claims: list[Claim]) -> None:
    changes = [correction(claims[0], f"2026-02-{n:02}") for n in (9, 3, 27, 14)]
    for change in changes:
        store.decisions.add(change)
    assert list(store.decisions.all()) == changes
    undone = store.decisions.undo(None, at(9), "ada")
    assert undone is not None and undone.id == changes[-1].id


def test_adding_twice_is_once(store: Store, claims: list[Claim]) -> None:
    store.decisions.add(judgement(*claims))
    store.decisions.add(judgement(*claims))
    assert list(store.decisions.all()) == [judgement(*claims)]


def test_undoing_keeps_the_row_for_known_at(store: Store, claims: list[Claim]) -> None:
    word = judgement(*claims)
    store.decisions.add(word)
    assert store.decisions.undo(word.id, at(8), "bea") == dataclasses.replace(word, undone=True)
    assert list(store.decisions.all()) == []
    assert list(store.decisions.all(at(7))) == [word]
    assert list(store.decisions.all(at(8))) == []
    assert store.decisions.undo(word.id, at(9), "bea") is None
    assert list(store.articles.resolve(word.id)) == [word.id]


def test_the_last_is_undone_first(store: Store, claims: list[Claim]) -> None:
    first, second = correction(claims[0], minutes=5), judgement(*claims, minutes=6)
    store.decisions.add(second)
    store.decisions.add(first)
    undone = [store.decisions.undo(None, at(7), "ada") for _ in range(3)]
    assert [d and d.id for d in undone] == [second.id, first.id, None]


def test_an_undone_decision_may_be_made_again(store: Store, claims: list[Claim]) -> None:
    word = judgement(*claims)
    store.decisions.add(word)
    store.decisions.undo(None, at(8), "ada")
    store.decisions.add(word)
    assert list(store.decisions.all()) == [word]


def test_undoing_the_unknown_is_none(store: Store) -> None:
    assert store.decisions.undo("judgement-0", at(0), "ada") is None
    assert store.decisions.undo(None, at(0), "ada") is None


def test_no_decision_about_a_removed_article(store: Store, claims: list[Claim]) -> None:
    store.articles.remove(stone(made("a")))
    with pytest.raises(InputError, match="a takedown"):
        store.decisions.add(correction(claims[0]))
