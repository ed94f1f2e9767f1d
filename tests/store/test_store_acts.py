"""What parties did to one another, as a store knows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from store_records import Made, annotate, at, claim, made, put

from dateline.model.act import act
from dateline.model.claim import Claim, Status, When
from dateline.model.coding import Coding, EventType, Side
from dateline.model.time import Granularity, day, year
from dateline.store.base import Store, Tombstone

TODAY = date(2026, 2, 3)  # of publication
SPAIN = Side("Madrid", "spain", "ES", "state")
CHAD = Side("Chad's army", "chad-army", "TD", "military")
NATO = Side("the alliance", "nato", "BE", "alliance")


def told(item: Made, number: int, kind: EventType, by: Side = SPAIN, to: Side = CHAD, back: int = 0) -> Claim:
    """A claim of an act so many days before publication."""
    when = When(day(TODAY - timedelta(days=back)), Granularity.DAY, "stated")
    return replace(claim(item, number), coding=Coding(kind, "", by, to), when=when, status=Status.HAPPENED)


def test_acts_are_found_by_pair_and_days(store: Store) -> None:
    item = put(store, made("a"))
    claims = annotate(store, item, [told(item, 0, EventType.ASSAULT, back=9), told(item, 3, EventType.AID)])
    (one,) = store.acts.between("ES", "TD", TODAY - timedelta(days=2), TODAY, 10)
    assert (one.claim, one.article_id, one.type, one.day, one.published_at) == (
        claims[1].id, item.id, EventType.AID, TODAY, TODAY,
    )  # fmt: skip
    both = store.acts.between("ES", "TD", date(2026, 1, 1), TODAY, 10)
    assert [a.type for a in both] == [EventType.AID, EventType.ASSAULT]
    assert store.acts.between("ES", "TD", date(2026, 1, 1), TODAY, 1) == both[:1]
    assert list(store.acts.between("TD", "ES", date(2026, 1, 1), TODAY, 10)) == []
    assert list(store.acts.between("ES", "TD", date(2026, 1, 1), TODAY - timedelta(days=1), 10)) == []


def test_pairs_count_a_type_once_a_day(store: Store) -> None:
    first, second = put(store, made("a")), put(store, made("b", "Another text of the same length and more."))
    annotate(store, first, [told(first, 0, EventType.AID), told(first, 3, EventType.AID)])
    annotate(store, second, [told(second, 0, EventType.AID, NATO), told(second, 3, EventType.ASSAULT, NATO)])
    assert list(store.acts.pairs(TODAY, TODAY, 5)) == [("nato", "TD"), ("ES", "TD")]
    assert list(store.acts.pairs(TODAY, TODAY, 1)) == [("nato", "TD")]
    assert list(store.acts.pairs(date(2026, 1, 1), date(2026, 1, 31), 5)) == []


def test_acts_go_with_their_claims(store: Store) -> None:
    item = put(store, made("a"))
    annotate(store, item, [told(item, 0, EventType.AID)])
    annotate(store, item, [claim(item, 0)], minutes=3)
    assert list(store.acts.pairs(TODAY, TODAY, 5)) == []


def test_an_article_removed_leaves_no_act(store: Store) -> None:
    item = put(store, made("a"))
    annotate(store, item, [told(item, 0, EventType.AID)])
    store.articles.remove(Tombstone(item.id, at(5), "me", "a mistake"))
    assert list(store.acts.pairs(TODAY, TODAY, 5)) == []


def test_history_plans_and_half_told_acts_are_none() -> None:
    item = made("a")
    whole = told(item, 0, EventType.AID)
    assert act(whole, TODAY) is not None
    assert act(whole, None) is None
    old = replace(whole, when=When(year(2014), Granularity.YEAR, "stated"))
    assert act(old, TODAY) is None
    assert act(told(item, 0, EventType.AID, SPAIN, SPAIN), TODAY) is None
    ahead = replace(whole, status=Status.PLANNED)
    assert act(ahead, TODAY) is None
    promised = replace(whole, coding=Coding(EventType.AGREE, "", SPAIN, CHAD), status=Status.PLANNED)
    assert (found := act(promised, TODAY)) is not None and found.day == TODAY
