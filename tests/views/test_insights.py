"""What a window adds up to: changes in who acts toward whom, each with its rule and sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dateline.model.article import Article, Published, Revision
from dateline.model.claim import Claim, Status, When
from dateline.model.coding import Coding, EventType, Side
from dateline.model.outlet import Outlet
from dateline.model.text import select
from dateline.model.time import Granularity, day
from dateline.store.base import Store
from dateline.store.open import open_store
from dateline.views.insights import Insight, InsightKind
from dateline.views.summing.acts import acted

TODAY = date(2024, 3, 8)
NOW = datetime(2024, 3, 8, 18, tzinfo=UTC)
CHAD, NIGER = Side("Chad", "chad", "TD", "state"), Side("Niger's army", "niger-army", "NE", "military")


def told(store: Store, kind: EventType, back: int, *, by: Side = CHAD, to: Side = NIGER) -> Claim:
    """An article of its own, so many days before today, that tells one act of its day."""
    when = TODAY - timedelta(days=back)
    name = f"{kind}-{back}-{by.actor}"
    text = f"{by.words} did to {to.words} what is called {kind} on {when}."
    article = Article(f"article-{name}", "herald.example", name)
    revision = Revision(f"revision-{name}", article.id, "", text, "en", published_at=Published(when))
    store.articles.put(Outlet("herald.example", "The Herald", "KE"), article, revision, None, NOW)
    words = select(text, 0, len(text))
    made = Claim(f"claim-{name}", article.id, revision.id, words, words, "do", Status.HAPPENED, None)
    dated = When(day(when), Granularity.DAY, "stated")
    claim = replace(made, when=dated, coding=Coding(kind, "", by, to))
    store.annotations.put(revision.id, {"claims": [claim]}, (), NOW)
    return claim


def drawn(store: Store, days: int = 7, region: str = "") -> list[Insight]:
    return acted(store, TODAY - timedelta(days=days - 1), TODAY, region)


def test_a_turn_from_cooperation_to_conflict_is_told_with_both_sides_of_it() -> None:
    store = open_store(None)
    for back in (20, 16):
        told(store, EventType.AID, back)
    for kind in (EventType.SANCTION, EventType.ASSAULT):
        told(store, kind, 2)
    (one,) = drawn(store)
    assert one.rule == "turned from cooperation to conflict"
    assert one.kind is InsightKind.ACTED
    assert "Chad toward Niger: sanction 1, assault 1 (material conflict)" in one.told
    assert "from 2024-02-17 until then: aid 2 (material cooperation)" in one.told
    assert {b.sentence for b in one.basis} == {
        f"Chad did to Niger's army what is called {k} on 2024-03-06." for k in ("sanction", "assault")
    }


@pytest.mark.parametrize(
    ("before", "now", "rule"),
    [
        (["accuse", "consult"], ["assault", "assault"], "first material conflict"),
        (["accuse", "assault"], ["aid", "retreat"], "turned from conflict to cooperation"),
        (["assault", "consult"], ["assault", "assault", "coerce"], "more material conflict"),
        ([], ["sanction", "accuse"], "nothing held between them before"),
    ],
)
def test_each_change_has_its_rule(before: list[str], now: list[str], rule: str) -> None:
    store = open_store(None)
    for n, kind in enumerate(before):
        told(store, EventType(kind), 15 + n)
    for n, kind in enumerate(now):
        told(store, EventType(kind), n)
    assert [i.rule for i in drawn(store)] == [rule]


def test_what_goes_on_as_before_is_no_news() -> None:
    store = open_store(None)
    for back in range(0, 28, 3):
        told(store, EventType.ACCUSE, back)
    assert drawn(store) == []


def test_one_report_alone_tells_no_change() -> None:
    store = open_store(None)
    for back in (20, 16):
        told(store, EventType.AID, back)
    told(store, EventType.ASSAULT, 1)
    assert drawn(store) == []


def test_a_region_has_the_acts_of_its_countries() -> None:
    store = open_store(None)
    for back in (1, 2):
        told(store, EventType.ASSAULT, back)
    assert len(drawn(store, region="AF")) == 1
    assert drawn(store, region="EU") == []


def test_what_is_told_later_is_not_known_yet() -> None:
    store = open_store(None)
    for back in (1, 2):
        told(store, EventType.ASSAULT, back)
    assert acted(store, TODAY - timedelta(days=9), TODAY - timedelta(days=2), "") == []
