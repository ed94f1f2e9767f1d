from __future__ import annotations

from datetime import date

import pytest

from dateline.errors import NothingFound, UsageError
from dateline.views.base import Query, Reading
from dateline.views.search import search, unmarked


def test_found_words_are_spans_of_a_plain_snippet(small: Reading) -> None:
    told = search(small, Query("market"))
    (found,) = told.found
    assert "\x02" not in found.snippet
    assert [found.snippet[a:b] for a, b in found.found] == ["market"]
    assert not told.more


def test_the_limit_says_that_there_is_more(small: Reading) -> None:
    told = search(small, Query("Norland"), limit=1)
    assert len(told.found) == 1
    assert told.more
    assert told.warnings


def test_filters_narrow_and_an_empty_answer_says_so(small: Reading) -> None:
    assert len(search(small, Query("Norland"), until=date(2019, 12, 31)).found) == 1
    with pytest.raises(NothingFound, match="widen"):
        search(small, Query("Norland"), outlet="Accra Ledger")
    with pytest.raises(NothingFound, match="fewer"):
        search(small, Query("zeppelin"))


def test_marks_survive_white_space() -> None:
    assert unmarked("a\n \x02b\x03  c") == ("a b c", ((2, 3),))


def test_a_limit_below_one_is_refused(small: Reading) -> None:
    with pytest.raises(UsageError):
        search(small, Query("Norland"), limit=0)
