"""What a window adds up to: changes in who acts toward whom, each with its rule and sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dateline.model.article import Article, Published, Revision
from dateline.model.claim import Claim, Role, Status, When
from dateline.model.coding import Coding, EventType, Side
from dateline.model.event import Event
from dateline.model.outlet import Outlet
from dateline.model.relation import Relation, RelationKind, Slot
from dateline.model.text import select
from dateline.model.time import Granularity, day
from dateline.store.base import Store
from dateline.store.open import open_store
from dateline.views.gists import outlines
from dateline.views.insights import Insight, InsightKind
from dateline.views.summing.acts import acted
from dateline.views.summing.pairs import differing, pairs, settled
from dateline.views.summing.plans import thing

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


def toll(store: Store, outlet: Outlet, back: int, number: int) -> Claim:
    """An article of an outlet that gives a number of dead, so many days before today."""
    when = TODAY - timedelta(days=back)
    text = f"The fire killed {number} people, {outlet.name} said."
    article = Article(f"article-{outlet.id}-{back}", outlet.id, f"{back}")
    revision = Revision(f"revision-{outlet.id}-{back}", article.id, "", text, "en", published_at=Published(when))
    store.articles.put(outlet, article, revision, None, NOW)
    words = select(text, 0, len(text))
    claim = Claim(f"claim-{outlet.id}-{back}", article.id, revision.id, words, words, "kill", Status.HAPPENED, None)
    store.annotations.put(revision.id, {"claims": [claim]}, (), NOW)
    return claim


def differ(kind: RelationKind, one: Claim, other: Claim, values: dict[str, str]) -> Relation:
    a, b = sorted((one.id, other.id))
    return Relation(f"relation-{a}-{b}", kind, a, b, 1.0, (), Slot.NUMBER, (values[a], values[b]))


def fire(store: Store) -> tuple[Claim, Claim, Claim]:
    """The Herald tells 9 dead, the Argus 12; later the Herald tells 12, too."""
    herald, argus = Outlet("herald.example", "The Herald"), Outlet("argus.example", "The Argus")
    old, other, new = toll(store, herald, 9, 9), toll(store, argus, 8, 12), toll(store, herald, 1, 12)
    values = {old.id: "9", other.id: "12", new.id: "12"}
    event = Event("event-1", tuple(sorted(values)), None, None, Status.HAPPENED, 3)
    relations = [
        differ(RelationKind.CONTRADICTION, old, other, values),
        differ(RelationKind.UPDATE, old, new, values),
    ]
    store.links.put(
        seen=sorted(values), events=[event], retired_events=(), relations=relations, retired_relations=(), at=NOW
    )
    return old, other, new


def test_a_disagreement_is_settled_by_the_outlet_that_now_tells_as_the_other() -> None:
    store = open_store(None)
    *_, new = fire(store)
    window = outlines(store, [new.article_id])
    (one,) = settled(store, differing(store, window), window)
    assert one.told == "number: The Herald now tells as The Argus does"
    assert [b.article.outlet for b in one.basis] == ["The Herald", "The Herald", "The Argus"]


def test_a_revised_number_is_told_from_old_to_new() -> None:
    store = open_store(None)
    *_, new = fire(store)
    (one,) = pairs(store, differing(store, outlines(store, [new.article_id])), TODAY, {})
    assert (one.kind, one.told) == (InsightKind.REVISED, "number: 9, then 12")


def test_a_disagreement_with_what_came_later_is_not_known_yet() -> None:
    store = open_store(None)
    old, other, _ = fire(store)
    found = differing(store, outlines(store, [old.article_id]))
    assert pairs(store, found, TODAY - timedelta(days=9), {}) == []
    (one,) = pairs(store, found, TODAY - timedelta(days=8), {})
    assert one.kind is InsightKind.DISAGREEMENT
    assert one.basis[0].claim == other.id


def test_copies_of_one_report_tell_no_change() -> None:
    store = open_store(None)
    first, copy = told(store, EventType.ASSAULT, 1), told(store, EventType.SANCTION, 1)
    a, b = sorted((first.article_id, copy.article_id))
    same = Relation("relation-copy", RelationKind.SAME_COPY, a, b, 1.0, ())
    assert len(drawn(store)) == 1
    store.links.put(seen=(), events=(), retired_events=(), relations=[same], retired_relations=(), at=NOW)
    assert drawn(store) == []


@pytest.mark.parametrize(
    ("sentence", "anchor", "patient", "expected"),
    [
        (
            "The summit of the League in Velden has been cancelled.",
            "summit of the League in Velden",
            "the League",
            None,
        ),
        (
            "A second meeting, set for May 12, is put off.",
            "A second meeting, set",
            "A second meeting",
            "second meeting",
        ),
        (
            "The talks of all nine parties of the pact that were to open on Sunday were called off.",
            "that were to open",
            "all nine parties of the pact",
            "talks of all nine parties of the pact",
        ),
    ],
)
def test_what_is_put_off_is_named_by_the_gathering(
    sentence: str, anchor: str, patient: str, expected: str | None
) -> None:
    at = sentence.index(anchor)
    words, named = select(sentence, 0, len(sentence)), select(sentence, at, at + len(anchor))
    roles = (Role("patient", patient, patient.rsplit(maxsplit=1)[-1]),)
    claim = Claim("claim-1", "article-1", "revision-1", words, named, "set", Status.POSTPONED, None)
    assert thing(replace(claim, roles=roles)) == (expected or anchor)
