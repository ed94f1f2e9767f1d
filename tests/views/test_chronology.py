from __future__ import annotations

from datetime import date

import pytest

from dateline.errors import NothingFound, UsageError
from dateline.model.claim import Status
from dateline.model.relation import Slot
from dateline.views.base import Query, Reading
from dateline.views.chronology import chronology

MATTER = Query("Norland League")


def test_lines_are_in_order_of_occurrence_and_as_exact_as_stated(small: Reading) -> None:
    told = chronology(small, MATTER)
    assert [line.occurred.words for line in told.lines if line.occurred] == [
        "7 Feb 2019",
        "late 2021",
        "December 2021",
        "24 Feb 2022",
        "2023",
    ]


def test_another_matter_stays_out(small: Reading) -> None:
    told = chronology(small, MATTER)
    assert "opened" not in {line.label for line in told.lines}
    assert [line.label for line in chronology(small, Query("Accra market")).lines] == ["opened"]


def test_copies_count_once_and_are_named(small: Reading) -> None:
    constitution = chronology(small, MATTER).lines[0]
    assert constitution.voices == 3
    assert len(constitution.evidence) == 4
    copies = [e for e in constitution.evidence if e.copy_of]
    assert [c.outlet for c in copies] == ["Wire of the Sound"]
    assert copies[0].copy_of == next(e.article for e in constitution.evidence if e.published_at == date(2022, 3, 1))


def test_evidence_stands_in_order_of_publication_with_its_anchor(small: Reading) -> None:
    constitution = chronology(small, MATTER).lines[0]
    assert [e.published_at for e in constitution.evidence] == [
        date(2019, 2, 8),
        date(2022, 3, 1),
        date(2022, 3, 2),
        None,
    ]
    for found in constitution.evidence:
        start, end = found.anchor
        assert "membership" in found.sentence[start:end]


def test_a_disagreement_is_marked_once_with_its_values(small: Reading) -> None:
    (clash,) = chronology(small, MATTER).lines[0].clashes
    assert (clash.slot, clash.values) == (Slot.DATE, ("7 February 2019", "2018"))


def test_undated_happenings_are_counted_not_dated(small: Reading) -> None:
    told = chronology(small, MATTER)
    assert told.undated == 1
    assert "knows" not in {line.label for line in told.lines}


def test_as_of_a_day_leaves_out_what_was_dated_later(small: Reading) -> None:
    told = chronology(small, MATTER, as_of=date(2019, 12, 31))
    assert [(line.occurred.words, line.status) for line in told.lines if line.occurred] == [
        ("7 Feb 2019", Status.HAPPENED),
        ("2023", Status.PLANNED),
    ]


def test_before_the_plan_was_published_it_was_not_known(small: Reading) -> None:
    told = chronology(small, MATTER, as_of=date(2019, 2, 7))
    assert "decide" not in {line.label for line in told.lines}


def test_words_that_no_article_has_are_told(small: Reading) -> None:
    assert chronology(small, Query("Norland zeppelin")).warnings == ("no article has the word “zeppelin”",)


def test_nothing_found_says_what_to_do(small: Reading) -> None:
    with pytest.raises(NothingFound) as found:
        chronology(small, Query("zeppelin"))
    assert found.value.what == "zeppelin"
    assert found.value.do
    with pytest.raises(UsageError):
        chronology(small, Query("…"))


def test_the_same_question_has_the_same_answer(small: Reading) -> None:
    assert chronology(small, MATTER) == chronology(small, MATTER)


def test_where_nothing_fits_all_words_what_fits_some_is_shown_with_a_note(small: Reading) -> None:
    told = chronology(small, Query("market ships"))
    assert told.lines
    assert told.warnings == ("nothing fits all words; shown is what fits some of them",)
