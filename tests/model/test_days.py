from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.model.edtf import read_edtf
from dateline.model.time import Days, Granularity, day, decade, month, week, year

days_st = st.dates(date(1, 1, 1), date(9999, 12, 31))


@st.composite
def intervals(draw: st.DrawFn) -> Days:
    ends = sorted((draw(days_st), draw(days_st)))
    start, end = draw(st.booleans()), draw(st.booleans())
    return Days(ends[0] if start else None, ends[1] if end else None)


def test_an_interval_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="2019-02-08"):
        Days(date(2019, 2, 8), date(2019, 2, 7))


@pytest.mark.parametrize(
    ("days", "written"),
    [
        (day(date(2021, 12, 7)), "2021-12-07"),
        (month(2024, 2), "2024-02"),
        (year(2021), "2021"),
        (year(476), "0476"),
        (month(476, 9), "0476-09"),
        (decade(1994), "199X"),
        (week(date(2019, 2, 7)), "2019-02-04/2019-02-10"),
        (Days(date(2021, 9, 1), date(2022, 2, 28)), "2021-09-01/2022-02-28"),
        (Days(date(2014, 1, 1), None), "2014-01-01/.."),
        (Days(None, date(2014, 1, 1)), "../2014-01-01"),
    ],
)
def test_edtf_is_as_coarse_as_it_fits(days: Days, written: str) -> None:
    assert days.edtf() == written


@given(intervals(), intervals())
def test_meeting_is_symmetric_and_lies_in_both(a: Days, b: Days) -> None:
    met = a.meet(b)
    assert met == b.meet(a)
    assert (met is not None) == a.overlaps(b)
    if met:
        assert a.holds(met)
        assert b.holds(met)


@given(intervals())
def test_what_is_written_is_read_back(days: Days) -> None:
    assert read_edtf(days.edtf())[0] == days


@pytest.mark.parametrize(
    ("written", "days", "granularity"),
    [
        ("2019", year(2019), Granularity.YEAR),
        ("2019-02", month(2019, 2), Granularity.MONTH),
        ("2019-02-07", day(date(2019, 2, 7)), Granularity.DAY),
        ("201X", decade(2010), Granularity.DECADE),
        ("2018-11/2019-02", Days(date(2018, 11, 1), date(2019, 2, 28)), Granularity.RANGE),
        ("2014/..", Days(date(2014, 1, 1), None), Granularity.RANGE),
    ],
)
def test_edtf_that_people_type(written: str, days: Days, granularity: Granularity) -> None:
    assert read_edtf(written) == (days, granularity)


@pytest.mark.parametrize("written", ["", "soon", "2019-13", "2019-02-30", "19", "2020/2019", "2019-2-7"])
def test_what_is_no_edtf_is_refused_with_a_way_out(written: str) -> None:
    with pytest.raises(UsageError) as told:
        read_edtf(written)
    assert "2019-02-07" in told.value.do
