from __future__ import annotations

from datetime import date

import pytest

from dateline.errors import NothingFound, UsageError
from dateline.model.claim import Status
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


def read(reading: Reading, article: str) -> str:
    held = reading.store.articles.get(article)
    assert held is not None
    return held.revision.text


def test_a_limit_below_one_is_refused(small: Reading) -> None:
    with pytest.raises(UsageError):
        search(small, Query("Norland"), limit=0)


def test_a_party_and_what_is_told_narrow_and_are_counted(small: Reading) -> None:
    whole = search(small, Query("Norland"))
    assert {(f.code, f.name) for f in whole.by_actor} >= {("norland", "Norland"), ("harbour-league", "Harbour League")}
    for facet in (*whole.by_actor, *whole.by_status):
        assert 0 < facet.articles <= len(whole.found)
    league = search(small, Query("Norland"), actor="harbour league")
    assert 0 < len(league.found) < len(whole.found)
    assert all("Harbour League" in read(small, f.article.article) for f in league.found)
    dropped = search(small, Query("Norland"), status=Status.CANCELLED)
    assert 0 < len(dropped.found) < len(whole.found)
    assert dropped.status == "cancelled"
    assert [f.articles for f in dropped.by_status if f.code == "cancelled"] == [len(dropped.found)]
    with pytest.raises(NothingFound, match="widen"):
        search(small, Query("Norland"), actor="Atlantis")
