from __future__ import annotations

import dataclasses

import pytest
from store_records import annotate, at, claim, event, link, made, put, relation

from dateline.model.claim import Claim
from dateline.model.relation import RelationKind
from dateline.store.base import Store


@pytest.fixture
def claims(store: Store) -> list[Claim]:
    items = [put(store, made(name)) for name in "abcd"]
    return [c for i in items for c in annotate(store, i, [claim(i, 0)])]


def test_events_come_back_whole(store: Store, claims: list[Claim]) -> None:
    one, two, three, four = claims
    pair, undated = event(one, two), dataclasses.replace(event(three, four), days=None, granularity=None)
    link(store, events=[pair, undated])
    assert store.links.event(pair.id) == pair
    assert store.links.event(undated.id) == undated
    assert store.links.event("event-0") is None
    assert list(store.links.events_of([one.id, two.id])) == [pair]
    assert list(store.links.events_of([c.id for c in claims])) == sorted([pair, undated], key=lambda e: e.id)
    assert list(store.links.events_of([])) == []
    assert list(store.links.events_of([one.id], at(1))) == []


def test_relations_come_back_whole(store: Store, claims: list[Claim]) -> None:
    one, two, three, _ = claims
    clash, same = relation(one.id, two.id), relation(two.id, three.id, RelationKind.SAME_EVENT)
    slip = relation(three.id, three.id, RelationKind.INCONSISTENCY)
    link(store, relations=[clash, same, slip])
    ordered = sorted([clash, same, slip], key=lambda r: r.id)
    assert list(store.links.relations()) == ordered
    assert store.links.relation(clash.id) == clash
    assert store.links.relation("relation-0") is None
    assert list(store.links.relations_of([one.id])) == [clash]
    assert list(store.links.relations_of([three.id])) == sorted([same, slip], key=lambda r: r.id)
    assert list(store.links.relations_of([one.id, two.id, three.id])) == ordered
    assert list(store.links.relations_of([one.id], at(1))) == []
    assert list(store.links.relations(at(1))) == []


def test_retired_links_are_kept_for_known_at(store: Store, claims: list[Claim]) -> None:
    one, two, *_ = claims
    pair, clash = event(one, two), relation(one.id, two.id)
    link(store, events=[pair], relations=[clash], minutes=2)
    link(store, retired_events=[pair.id, "event-0"], retired_relations=[clash.id, "relation-0"], minutes=5)
    assert list(store.links.events_of([one.id])) == []
    assert list(store.links.relations()) == []
    assert (store.links.event(pair.id), store.links.relation(clash.id)) == (pair, clash)
    assert list(store.links.events_of([one.id], at(4))) == [pair]
    assert list(store.links.relations(at(4))) == [clash]
    assert list(store.links.relations_of([two.id], at(5))) == []
    assert (store.counts()["events"], store.counts()["relations"]) == (0, 0)


def test_what_was_retired_may_come_back(store: Store, claims: list[Claim]) -> None:
    one, two, *_ = claims
    pair = event(one, two)
    link(store, events=[pair], minutes=2)
    link(store, retired_events=[pair.id], minutes=4)
    link(store, events=[pair], minutes=6)
    held = [len(store.links.events_of([one.id], at(m))) for m in (1, 2, 3, 4, 5, 6, 7)]
    assert held == [0, 1, 1, 0, 0, 1, 1]
    assert len(store.links.events_of([one.id])) == 1


def test_putting_the_same_again_changes_nothing(store: Store, claims: list[Claim]) -> None:
    one, two, *_ = claims
    pair, clash = event(one, two), relation(one.id, two.id)
    for minutes in (2, 3, 4):
        link(
            store,
            events=[pair, pair],
            retired_events=[pair.id],
            relations=[clash],
            retired_relations=[clash.id],
            minutes=minutes,
        )
    assert list(store.links.events_of([one.id], at(2))) == [pair]
    assert list(store.links.events_of([one.id])) == [pair]
    assert (store.counts()["events"], store.counts()["relations"]) == (1, 1)


def test_a_row_that_changed_under_its_id_replaces_the_old(store: Store, claims: list[Claim]) -> None:
    one, two, *_ = claims
    before, after = event(one, two), event(one, two, label="another label")
    weak, strong = relation(one.id, two.id, score=0.5), relation(one.id, two.id, score=0.9)
    link(store, events=[before], relations=[weak], minutes=2)
    link(store, events=[after], relations=[strong], minutes=5)
    assert (store.links.event(before.id), store.links.relation(weak.id)) == (after, strong)
    assert list(store.links.events_of([one.id])) == [after]
    assert list(store.links.events_of([one.id], at(4))) == [before]
    assert list(store.links.relations(at(4))) == [weak]
    assert list(store.links.relations()) == [strong]


def test_a_moved_claim_has_one_event(store: Store, claims: list[Claim]) -> None:
    one, two, three, _ = claims
    link(store, events=[event(one), event(two, three)], minutes=2)
    link(store, events=[event(one, two, three)], retired_events=[event(one).id, event(two, three).id], minutes=3)
    assert list(store.links.events_of([one.id, two.id, three.id])) == [event(one, two, three)]


def test_a_clock_that_goes_back_leaves_one_row_at_a_time(store: Store, claims: list[Claim]) -> None:
    one, two, *_ = claims
    link(store, relations=[relation(one.id, two.id, score=0.1)], minutes=9)
    link(store, relations=[relation(one.id, two.id, score=0.2)], minutes=5)
    for minutes in (4, 5, 8, 9, 10):
        assert len(list(store.links.relations(at(minutes)))) == (minutes >= 9)
    assert [r.score for r in store.links.relations()] == [0.2]
