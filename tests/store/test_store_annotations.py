from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from store_records import PRODUCERS, annotate, at, claim, event, link, made, marks, put, relation

from dateline.errors import InputError
from dateline.model.provenance import Producer
from dateline.store.base import Store
from dateline.store.codec import KINDS


def test_every_kind_of_mark_comes_back_as_it_was(store: Store) -> None:
    item = put(store, made("a"))
    layers = marks()
    annotate(store, item, **layers)
    for name, expected in layers.items():
        assert tuple(store.annotations.layer(item.revision.id, name)) == expected
    assert tuple(store.annotations.layer(item.revision.id, "topics")) == ()
    assert tuple(store.annotations.layer("revision-0", "dates")) == ()


def test_order_within_a_layer_is_kept(store: Store) -> None:
    item = put(store, made("a"))
    sentences = tuple(reversed(marks()["sentences"]))
    annotate(store, item, sentences=sentences, dates=[])
    assert tuple(store.annotations.layer(item.revision.id, "sentences")) == sentences
    assert tuple(store.annotations.layer(item.revision.id, "dates")) == ()


def test_there_is_a_mark_of_every_kind_to_be_kept() -> None:
    assert {type(m).__name__ for layer in marks().values() for m in layer} == set(KINDS)


def test_marks_are_replaced(store: Store) -> None:
    item = put(store, made("a"))
    annotate(store, item, **marks())
    annotate(store, item, dates=marks()["dates"][:1], minutes=2)
    assert tuple(store.annotations.layer(item.revision.id, "dates")) == marks()["dates"][:1]
    assert tuple(store.annotations.layer(item.revision.id, "actors")) == ()


def test_a_layer_of_strangers_is_refused(store: Store) -> None:
    item = put(store, made("a"))
    mixed: list[Any] = [*marks()["dates"], *marks()["actors"]]
    for wrong in (mixed, [object()], ["words"]):
        with pytest.raises(TypeError, match="layer 'odd'"):
            annotate(store, item, odd=wrong)
    assert list(store.annotations.pending()) == [item.revision.id]


def test_marks_need_a_revision(store: Store) -> None:
    with pytest.raises(InputError, match="no such revision"):
        annotate(store, made("a"))


def test_pending_and_stale(store: Store) -> None:
    a, b = put(store, made("a")), put(store, made("b"))
    ids = sorted(i.revision.id for i in (a, b))
    newer = (PRODUCERS[0], Producer("claims", "2"))
    assert list(store.annotations.pending()) == ids
    assert list(store.annotations.stale(PRODUCERS)) == []
    annotate(store, a)
    assert list(store.annotations.pending()) == [b.revision.id]
    assert list(store.annotations.stale(PRODUCERS)) == []
    assert list(store.annotations.stale(tuple(reversed(PRODUCERS)))) == []
    assert list(store.annotations.stale(newer)) == [a.revision.id]
    assert list(store.annotations.stale(newer, [a.revision.id, "revision-of-none"])) == [a.revision.id]
    assert list(store.annotations.stale(newer, [])) == list(store.annotations.stale(PRODUCERS, [a.revision.id])) == []
    annotate(store, b)
    assert list(store.annotations.stale(newer)) == ids
    annotate(store, b, producers=newer)
    assert list(store.annotations.stale(newer)) == [a.revision.id]
    assert dict(store.annotations.producers()) == {"claims/1 dates/1": 1, "claims/2 dates/1": 1}


def test_only_current_revisions_are_pending_or_stale(store: Store) -> None:
    old = put(store, made("a", "Old text of it."))
    annotate(store, old)
    new = put(store, made("a", "New text of it."), 2)
    assert list(store.annotations.pending()) == [new.revision.id]
    assert list(store.annotations.stale([Producer("other", "1")])) == []
    assert dict(store.annotations.producers()) == {}


def test_a_revision_that_comes_back_is_pending_again(store: Store) -> None:
    old, new = made("a"), made("a", "Another text of the same vote.")
    claims = [claim(old, 0)]
    put(store, old)
    annotate(store, old, claims)
    put(store, new, 2)
    assert list(store.claims.all()) == []
    put(store, old, 3)
    assert list(store.annotations.pending()) == [old.revision.id]
    annotate(store, old, claims, minutes=4)
    assert list(store.claims.all()) == claims
    known = [len(list(store.claims.all(at(m)))) for m in (0, 1, 2, 3, 4)]
    assert known == [0, 1, 0, 0, 1]


def test_claims_of_a_former_revision_are_not_kept(store: Store) -> None:
    old, new = made("a"), made("a", "Another text of the same vote.")
    put(store, old)
    put(store, new, 1)
    annotate(store, old, [claim(old, 0)], minutes=2, **marks())
    assert list(store.claims.all()) == []
    assert tuple(store.annotations.layer(old.revision.id, "dates")) == marks()["dates"]


def test_what_stays_the_same_is_not_recorded_again(store: Store) -> None:
    item = put(store, made("a"))
    stays, goes, comes = claim(item, 0), claim(item, 5), claim(item, 11)
    annotate(store, item, [stays, goes])
    link(store, seen=[stays.id, goes.id])
    annotate(store, item, [stays, comes], minutes=5)
    assert list(store.claims.unlinked()) == [comes.id]
    assert {c.id for c in store.claims.all()} == {stays.id, comes.id}
    assert {c.id for c in store.claims.all(at(4))} == {stays.id, goes.id}
    assert tuple(store.annotations.layer(item.revision.id, "claims")) == (stays, comes)


def test_a_changed_claim_under_its_old_id_is_recorded_anew(store: Store) -> None:
    item = put(store, made("a"))
    before = claim(item, 0)
    after = dataclasses.replace(before, negated=True)
    annotate(store, item, [before])
    link(store, seen=[before.id])
    annotate(store, item, [after], minutes=5)
    assert list(store.claims.get([before.id])) == [after]
    assert list(store.claims.get([before.id], at(4))) == [before]
    assert list(store.claims.unlinked()) == [before.id]
    assert store.counts()["claims"] == 1


def test_the_same_claim_twice_is_one(store: Store) -> None:
    item = put(store, made("a"))
    annotate(store, item, [claim(item, 0), claim(item, 0)])
    assert list(store.claims.all()) == [claim(item, 0)]


def test_links_of_a_retired_claim_are_retired_and_its_partners_wait(store: Store) -> None:
    a, b, c = (put(store, made(name)) for name in "abc")
    (one,), (two,), (three,) = (annotate(store, i, [claim(i, 0)]) for i in (a, b, c))
    happening, clash = event(one, two), relation(one.id, three.id)
    alone = event(three)
    link(store, seen=[one.id, two.id, three.id], events=[happening, alone], relations=[clash])
    annotate(store, a, [], minutes=5)
    assert list(store.links.events_of([one.id, two.id, three.id])) == [alone]
    assert list(store.links.relations()) == []
    assert list(store.claims.unlinked()) == sorted([two.id, three.id])
    assert list(store.links.events_of([two.id], at(4))) == [happening]
    assert list(store.links.relations(at(4))) == [clash]


def test_a_new_text_retires_what_rested_on_the_old(store: Store) -> None:
    a, b = put(store, made("a")), put(store, made("b"))
    (one,), (two,) = annotate(store, a, [claim(a, 0)]), annotate(store, b, [claim(b, 0)])
    link(store, seen=[one.id, two.id], events=[event(one, two)], relations=[relation(a.id, b.id)])
    put(store, made("a", "A changed text of the vote."), 5)
    assert list(store.claims.all()) == [two]
    assert list(store.claims.unlinked()) == [two.id]
    assert list(store.links.events_of([two.id])) == []
    assert list(store.links.relations_of([b.id])) == []
