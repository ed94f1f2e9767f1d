"""Text made to hurt: the tagger comes to an end and never fails."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.dates.annotator import read

PUBLISHED = date(2024, 6, 12)
SIZE = 32_000
PIECES = [
    "the end of ", "early ", "mid-", "late in the ", "the last day of ", "the second half of ", "two ", "twenty-", "a ",
    "May ", "March ", "Friday ", "Friday, ", "3 ", "3rd ", "2019 ", "2019-", "-", ",", "the ", "of ", "this ",
    "last ",
    "that same ", "following ", "year ", "years ", "ago ", "later ", "before ", "after ", "half ", "and ", "to ",
    "every ",
    "Christmas ", "'90s ", "1990s ", "10:30 ", "p.m. ", "9999", "0", "nineteenth ", "century ", "BC ", "Q1 ",
    ". ", "\n\n",
    "first anniversary of ", "leading up to ", "in the months ", "since ", "until ", "by ", "will ", "had ", "’s ", "é",
    "year’s end ", "3, 4 and ", "1914-45 ", "in ", "for ", "has ", "\"", "tomorrow ", "said on ", "morning of ", "480 ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_repeated_is_read_to_its_end(piece: str, ends: None):
    text = piece * (SIZE // len(piece))
    assert all(text[m.words.start : m.words.end] == m.words.exact for m in read(text, PUBLISHED))


@pytest.mark.parametrize(
    "text",
    ["They will meet in 9999 centuries.", "It fell 99999 years ago.", "He left 9999 years later.", "In the year 9999."],
)
def test_numbers_beyond_the_calendar_give_no_days(text: str):
    assert all(m.days is None or m.value == "9999" for m in read(text, PUBLISHED))


def test_many_anchors_are_read_to_their_end(ends: None):
    text = (
        "On 3 May 2014 the vote fell. Two days after the vote they met. On the first anniversary of the vote he left. "
    )
    assert len(read(text * 500, PUBLISHED)) >= 1_000


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.none() | st.dates())
def test_any_mixture_gives_well_formed_marks(pieces: list[str], published: date | None):
    _check("".join(pieces), published)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text_gives_well_formed_marks(text: str, published: date | None):
    _check(text, published)


def _check(text: str, published: date | None) -> None:
    marks = read(text, published)
    at = 0
    for m in marks:
        assert at <= m.words.start < m.words.end <= len(text)
        assert text[m.words.start : m.words.end] == m.words.exact
        assert (m.days is None) or (m.granularity is not None)
        at = m.words.end
    assert marks == read(text, published)
