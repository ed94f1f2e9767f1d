from datetime import date

import pytest

from dateline.model.claim import When
from dateline.model.text import Selector
from dateline.model.time import Days, Granularity, Modifier, day, decade, month, week, year
from dateline.views.wording import stated, worded

G, M = Granularity, Modifier


def span(start: str, end: str) -> Days:
    return Days(date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None)


@pytest.mark.parametrize(
    ("days", "granularity", "modifier", "words"),
    [
        (day(date(2019, 2, 7)), G.DAY, None, "7 Feb 2019"),
        (month(2021, 12), G.MONTH, None, "December 2021"),
        (year(2014), G.YEAR, None, "2014"),
        (decade(1990), G.DECADE, None, "1990s"),
        (span("1990-01-01", "2009-12-31"), G.RANGE, None, "1990–2009"),
        (span("2021-09-01", "2021-12-31"), G.RANGE, M.END, "late 2021"),
        (span("2021-01-01", "2021-04-30"), G.RANGE, M.START, "early 2021"),
        (day(date(2019, 2, 7)), G.DAY, M.START, "7 Feb 2019"),
        (span("2021-05-11", "2021-05-20"), G.RANGE, M.MID, "mid-May 2021"),
        (span("1995-01-01", "1999-12-31"), G.RANGE, M.END, "late 1990s"),
        (span("2014-01-01", ""), G.YEAR, None, "since 2014"),
        (span("2022-02-24", ""), G.DAY, None, "since 24 Feb 2022"),
        (span("2022-02-01", ""), G.MONTH, None, "since February 2022"),
        (span("", "2023-06-30"), G.MONTH, None, "until June 2023"),
        (span("", ""), None, None, "undated"),
        (week(date(2024, 7, 10)), G.WEEK, None, "week of 8 Jul 2024"),
        (span("2021-04-01", "2021-06-30"), G.QUARTER, None, "Q2 2021"),
        (span("2021-07-01", "2021-12-31"), G.HALF_YEAR, None, "second half of 2021"),
        (span("1995-01-01", "1999-12-31"), G.HALF_YEAR, None, "1995–1999"),
        (span("2021-12-01", "2022-02-28"), G.SEASON, None, "winter 2021/22"),
        (span("2022-03-01", "2022-05-31"), G.SEASON, None, "spring 2022"),
        (span("1901-01-01", "2000-12-31"), G.CENTURY, None, "20th century"),
        (span("2021-08-24", "2022-02-23"), G.RANGE, None, "24 Aug 2021–23 Feb 2022"),
        (span("2021-09-01", "2022-02-28"), G.RANGE, None, "Sep 2021–Feb 2022"),
        (span("2018-06-04", "2018-06-09"), G.RANGE, None, "4–9 Jun 2018"),
        (month(2021, 9), G.MONTH, M.APPROX, "about September 2021"),
        (year(2021), G.YEAR, M.START, "2021"),
    ],
)
def test_days_are_worded_as_exactly_as_stated(
    days: Days, granularity: Granularity | None, modifier: Modifier | None, words: str
) -> None:
    assert worded(days, granularity, modifier) == words


def test_a_stated_time_keeps_the_words_of_the_text_and_its_reason() -> None:
    mark = Selector(0, 9, "that year")
    told = stated(When(year(2014), Granularity.YEAR, "stated", "counted from 2014, earlier in the text", mark))
    assert (told.words, told.edtf, told.quoted) == ("2014", "2014", "that year")
    assert (told.start, told.end) == (date(2014, 1, 1), date(2014, 12, 31))
    assert "2014" in told.why


def test_vague_spans_say_so() -> None:
    assert worded(month(2025, 2), Granularity.RANGE, vague=True) == "about February 2025"
