from __future__ import annotations

from dataclasses import replace

from small_matter import PRODUCER

from dateline.annotate.base import CLAIMS, PerDocument
from dateline.annotate.chain import Chain
from dateline.model.provenance import Producer
from dateline.store.open import open_store
from dateline.views.base import Reading
from dateline.views.status import status


def with_producer(small: Reading, producer: Producer) -> Reading:
    one = PerDocument(producer, (), CLAIMS, lambda document: ())
    return replace(small, chain=lambda: Chain((one,)))


def test_all_is_well_when_todays_producers_made_the_marks(small: Reading) -> None:
    told = status(with_producer(small, PRODUCER))
    assert (told.pending, told.stale, told.unlinked, told.warnings) == (0, 0, 0, ())
    assert told.held["articles"] == 5
    (made,) = told.made
    assert made.current
    assert made.producers == ("by-hand/1",)


def test_marks_of_an_older_version_are_stale_and_told(small: Reading) -> None:
    told = status(with_producer(small, Producer("by-hand", "2")))
    assert told.stale == 5
    assert not told.made[0].current
    assert told.next == ("annotate --stale",)


def test_an_empty_store_says_how_to_begin(small: Reading) -> None:
    told = status(replace(small, store=open_store(None)))
    assert told.held["articles"] == 0
    assert told.next[0] == "add FILE"
