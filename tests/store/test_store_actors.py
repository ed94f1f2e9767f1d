"""What people added to the lists of parties: alike in both back ends."""

from __future__ import annotations

from dataclasses import replace

from store_records import at

from dateline.model.actor import ActorEdit, OwnName, fingerprint, own_names
from dateline.store.base import Store

SAID = ActorEdit("edit-1", "harbour-front", "Harbour Front", "party", "ada", at(0), "LK", ("Harbour Front", "HFR"))


def test_what_was_said_of_parties_comes_back_whole_and_in_order(store: Store) -> None:
    later = replace(SAID, id="edit-0", at=at(5), names=("The Front",))
    for edit in (later, SAID, later):
        store.actors.edit(edit)
    assert list(store.actors.edits()) == [SAID, later]


def test_what_fails_inside_a_transaction_is_not_said(store: Store) -> None:
    try:
        with store.transaction():
            store.actors.edit(SAID)
            raise ValueError
    except ValueError:
        pass
    assert list(store.actors.edits()) == []


def test_the_last_word_on_a_name_holds() -> None:
    other = replace(SAID, id="edit-2", actor="hafren", name="Hafren", at=at(1), names=("hfr",))
    assert {n.words: n.actor for n in own_names([SAID, other])} == {"Harbour Front": "harbour-front", "hfr": "hafren"}
    assert own_names([SAID, replace(SAID, id="edit-3", dropped=True)]) == ()
    held = own_names([SAID, replace(other, dropped=True)])
    assert OwnName("HFR", "harbour-front", "Harbour Front", "party", "LK") in held


def test_the_fingerprint_changes_with_the_names_and_not_with_their_order() -> None:
    assert fingerprint(()) == ""
    both = own_names([SAID])
    assert fingerprint(both) == fingerprint(own_names([replace(SAID, names=("HFR", "Harbour Front"))]))
    assert fingerprint(both) != fingerprint(own_names([replace(SAID, country="KE")]))
