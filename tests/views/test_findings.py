from __future__ import annotations

from datetime import date

import pytest

from dateline.errors import NothingFound
from dateline.model.relation import Slot
from dateline.views.base import Query, Reading
from dateline.views.disagreements import disagreements
from dateline.views.findings import Finding


def test_both_versions_stand_side_by_side_with_all_their_sentences(small: Reading) -> None:
    (found,) = disagreements(small).disagreements
    assert (found.kind, found.slot) == (Finding.CONTRADICTION, Slot.DATE)
    assert [(s.value, s.voices, len(s.evidence)) for s in found.sides] == [("7 February 2019", 1, 1), ("2018", 1, 2)]
    assert len(found.relations) == 2
    assert found.reasons == ("2018 and 7 February 2019 have no day in common",)


def test_a_query_narrows_the_findings(small: Reading) -> None:
    assert disagreements(small, Query("Norland")).exit_status == 0
    elsewhere = disagreements(small, Query("Accra market"))
    assert (elsewhere.disagreements, elsewhere.exit_status) == ((), 1)
    with pytest.raises(NothingFound):
        disagreements(small, Query("zeppelin"))


def test_only_the_kind_that_is_asked_for(small: Reading) -> None:
    assert disagreements(small, kind=Finding.UPDATE).disagreements == ()
    assert len(disagreements(small, kind=Finding.CONTRADICTION).disagreements) == 1


def test_before_the_second_date_there_was_no_disagreement(small: Reading) -> None:
    assert disagreements(small, as_of=date(2018, 12, 31)).disagreements == ()
