"""Matters, editors' decisions and the shares of articles: alike in both back ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from store_records import PRODUCERS, at, claim, made, put

from dateline.errors import InputError
from dateline.model.claim import Status
from dateline.model.matter import Matter, MatterEdit, MatterShare, NearClaim, Ruled, slug
from dateline.model.relation import Target
from dateline.model.text import select
from dateline.store.base import Store, Tombstone

MATTER = Matter(
    "matter-1", "harbour", "The harbour", "Lundby harbour", "ada", at(0), ("norland",), (), date(2020, 1, 1)
)
RENAMED = MatterEdit("edit-1", "matter-1", Ruled.RENAME, "ada", at(1), None, "background", "How it began")


def test_a_matter_comes_back_by_name_and_by_id(store: Store) -> None:
    store.matters.put(MATTER, at(0))
    store.matters.put(MATTER, at(1))
    assert store.matters.named("harbour") == store.matters.named("matter-1") == MATTER
    assert store.matters.named("nothing") is None
    assert list(store.matters.all()) == [MATTER]


def test_a_former_state_of_a_matter_can_be_asked_for(store: Store) -> None:
    later = replace(MATTER, query="Lundby harbour strike")
    store.matters.put(MATTER, at(0))
    store.matters.put(later, at(10))
    assert store.matters.named("harbour") == later
    assert store.matters.named("harbour", at(5)) == MATTER
    assert store.matters.named("harbour", at(-5)) is None
    assert list(store.matters.all(at(5))) == [MATTER]


def test_two_matters_cannot_bear_one_name(store: Store) -> None:
    store.matters.put(MATTER, at(0))
    with pytest.raises(InputError, match="name"):
        store.matters.put(replace(MATTER, id="matter-2"), at(1))


def test_decisions_are_kept_in_order_and_undone_and_never_lost(store: Store) -> None:
    second = replace(RENAMED, id="edit-2", at=at(2), words="Before it")
    other = replace(RENAMED, id="edit-3", matter="matter-2", at=at(3))
    for edit in (second, RENAMED, second, other):
        store.matters.edit(edit)
    assert list(store.matters.edits("matter-1")) == [RENAMED, second]
    undone = store.matters.undo("matter-1", None, at(5))
    assert undone == replace(second, undone=True)
    assert list(store.matters.edits("matter-1")) == [RENAMED]
    assert list(store.matters.edits("matter-1", at(4))) == [RENAMED, second]
    assert list(store.matters.edits("matter-1", at(1.5))) == [RENAMED]
    assert store.matters.undo("matter-1", "edit-2", at(6)) is None
    assert store.matters.undo("matter-1", "edit-1", at(6)) == replace(RENAMED, undone=True)
    assert store.matters.undo("matter-1", None, at(7)) is None


def test_words_of_a_removed_article_go_with_it(store: Store) -> None:
    item = put(store, made("a", content=b"a"))
    pinned = MatterEdit("edit-1", "m", Ruled.PIN, "ada", at(1), Target(item.id, select(item.revision.text, 0, 4)))
    store.matters.edit(pinned)
    store.matters.put_shares(
        [MatterShare("m", item.id, "key", (0.5, 1.0), "n-", (NearClaim("claim-1", "s-", Status.PLANNED),))]
    )
    assert list(store.matters.edits("m")) == [pinned]
    store.articles.remove(Tombstone(item.id, at(2), "ada", "asked to"))
    assert list(store.matters.edits("m")) == []
    assert dict(store.matters.shares("m")) == {}
    with pytest.raises(InputError, match="removed"):
        store.matters.edit(replace(pinned, id="edit-2"))


def test_a_share_is_replaced_by_a_later_one(store: Store) -> None:
    item = put(store, made("a"))
    first = MatterShare("m", item.id, "one", (1.0,), "w", (NearClaim("claim-1", "s-", Status.PLANNED),))
    second = replace(first, key="two", claims=())
    store.matters.put_shares([first])
    store.matters.put_shares([second, replace(first, matter="n")])
    assert dict(store.matters.shares("m")) == {item.id: second}
    assert dict(store.matters.share_keys("m")) == {item.id: "two"}
    assert dict(store.matters.shares("n")) == {item.id: replace(first, matter="n")}


def test_the_state_of_an_article_changes_with_its_text_and_its_annotation(store: Store) -> None:
    item = put(store, made("a"))
    assert dict(store.matters.states()) == {}
    store.annotations.put(item.revision.id, {"claims": [claim(item, 0)]}, PRODUCERS, at(1))
    first = store.matters.states()[item.id]
    store.annotations.put(item.revision.id, {"claims": [claim(item, 4)]}, PRODUCERS, at(2))
    second = store.matters.states()[item.id]
    newer = put(store, made("a", "Another text. It is short."), 3)
    store.annotations.put(newer.revision.id, {"claims": []}, PRODUCERS, at(4))
    third = store.matters.states()[item.id]
    assert len({first, second, third}) == 3
    assert store.matters.states(at(2.5))[item.id] == second
    assert store.matters.states(at(1.5)).get(item.id) not in (second, third)


def test_an_article_waits_until_it_was_looked_at_and_again_when_it_changes(store: Store) -> None:
    one, other = put(store, made("a")), put(store, made("b", "Another text. It is not long at all, is it?"))
    for item in (one, other):
        store.annotations.put(item.revision.id, {"claims": [claim(item, 0)]}, PRODUCERS, at(1))
    both = sorted((one.id, other.id))
    assert list(store.matters.waiting()) == both
    store.matters.looked_at(both)
    assert list(store.matters.waiting()) == []
    store.annotations.put(one.revision.id, {"claims": [claim(one, 4)]}, PRODUCERS, at(2))
    assert list(store.matters.waiting()) == [one.id]
    store.matters.looked_at([one.id])
    put(store, made("b", "A changed text. It is short."), 3)
    assert list(store.matters.waiting()) == [other.id]
    assert set(store.matters.states(None, [one.id])) == {one.id}
    store.matters.put_shares([MatterShare("m", one.id, "key"), MatterShare("m", other.id, "lock")])
    assert dict(store.matters.share_keys("m", [other.id])) == {other.id: "lock"}


def test_what_fails_inside_a_transaction_is_not_kept(store: Store) -> None:
    with pytest.raises(ValueError, match="broken"), store.transaction():
        store.matters.put(MATTER, at(0))
        store.matters.edit(RENAMED)
        raise ValueError("broken")
    assert list(store.matters.all()) == []
    assert list(store.matters.edits("matter-1")) == []


@pytest.mark.parametrize(
    ("title", "name"),
    [("Ukraine and NATO", "ukraine-and-nato"), ("Élections – 2027!", "elections-2027"), ("…", "")],
)
def test_a_name_to_type_is_made_of_a_title(title: str, name: str) -> None:
    assert slug(title) == name


def test_the_shares_that_hold_claims_are_given_by_themselves(store: Store) -> None:
    one, other = put(store, made("a")).id, put(store, made("b")).id
    telling = MatterShare("m", one, "key", (1.0,), "n", (NearClaim("claim-1", "s", Status.SAID),))
    store.matters.put_shares([telling, MatterShare("m", other, "key"), MatterShare("n", one, "key")])
    assert store.matters.telling("m") == {one: telling}
    store.matters.put_shares([MatterShare("m", one, "newer")])
    assert store.matters.telling("m") == {}


def test_it_is_noted_that_a_matter_has_all_its_shares(store: Store) -> None:
    assert store.matters.completed("m") == ""
    store.matters.complete("m", "seal")
    store.matters.complete("m", "other")
    assert (store.matters.completed("m"), store.matters.completed("n")) == ("other", "")
