"""What readers have read and starred: alike in both back ends."""

from __future__ import annotations

from pathlib import Path

from store_records import at

from dateline.model.outlet import OutletEdit
from dateline.model.reading import Kept, ReaderMark
from dateline.store.base import Store
from dateline.store.open import open_store


def test_marks_come_back_the_latest_first_and_of_one_reader_alone(store: Store) -> None:
    first = ReaderMark("ada", "story-1", Kept.READ, at(0))
    later = ReaderMark("ada", "story-2", Kept.READ, at(5))
    for mark in (
        first,
        later,
        ReaderMark("ada", "story-1", Kept.STARRED, at(1)),
        ReaderMark("ben", "x", Kept.READ, at(0)),
    ):
        store.readers.put(mark)
    assert list(store.readers.of("ada", Kept.READ)) == [later, first]
    assert [m.thing for m in store.readers.of("ada", Kept.STARRED)] == ["story-1"]
    assert list(store.readers.of("ada", Kept.READ, ["story-1", "story-9"])) == [first]


def test_a_mark_is_renewed_and_taken_away(store: Store) -> None:
    store.readers.put(ReaderMark("ada", "story-1", Kept.READ, at(0)))
    store.readers.put(ReaderMark("ada", "story-1", Kept.READ, at(9)))
    assert [m.at for m in store.readers.of("ada", Kept.READ)] == [at(9)]
    store.readers.drop("ada", Kept.READ, "story-1")
    store.readers.drop("ada", Kept.READ, "story-1")
    assert list(store.readers.of("ada", Kept.READ)) == []


def test_what_fails_inside_a_transaction_is_not_marked(store: Store) -> None:
    try:
        with store.transaction():
            store.readers.put(ReaderMark("ada", "story-1", Kept.READ, at(0)))
            raise ValueError
    except ValueError:
        pass
    assert list(store.readers.of("ada", Kept.READ)) == []


def test_a_change_by_another_is_seen_and_no_change_is_none(file: Path) -> None:
    mine, other = open_store(file), open_store(file)
    before = mine.changes()
    assert mine.changes() == before
    other.outlets.edit(OutletEdit("edit-1", "a.example", "ada", at(0), name="A"))
    assert mine.changes() != before
    mine.close()
    other.close()
