"""The day of publication as a line above the text says it."""

from __future__ import annotations

import pytest

from dateline.ingest.formats.dayline import is_dayline, with_day

STATED = [
    ("28 June 2017\n\nThe rebels laid down arms.", "2017-06-28"),
    ("Rebels lay down arms\n\nWednesday, June 28, 2017\n\nThe rebels did so.", "2017-06-28"),
    ("Rebels lay down arms\nBy Ana Paz\nPublished: 28 June 2017, 14:05 GMT\n\nThe rebels did so.", "2017-06-28"),
    ("Rebels lay down arms\n\nHavana/Bogotá, 28 June 2017\n\nThe rebels did so.", "2017-06-28"),
    ("Havana/Bogotá, 28 June 2017\n\nThe rebels did so.", "2017-06-28"),
    ("Rebels lay down arms\n\nSan José, Costa Rica, 28 June 2017\n\nThe rebels did so.", "2017-06-28"),
    ("Rebels lay down arms\nPosted on 2017-06-28 09:30\n\nThe rebels did so.", "2017-06-28"),
    ("# Rebels lay down arms\n*Sept. 3rd, 2019*\n\nThe rebels did so.", "2019-09-03"),
]
NOT_STATED = [
    "Treaty of Lisbon, 13 December 2007\n\nLeaders signed it in a monastery.",
    "War and/or peace, 28 June 2017\n\nA year of talks.",
    "Chernobyl, 26 April 1986\n\nIt was a Saturday.",
    "The pact\n\nIt was signed on 28 June 2017 in Havana.",
    "The pact\n\nSigned in Havana, 28 June 2017\n\nWhat came of it.",
    "The pact\n\nFrom 3 May 2016 to 28 June 2017\n\nA year of talks.",
    "The pact\n\nJune 2017\n\nA year of talks.",
    "The pact\n\n31 June 2017\n\nA year of talks.",
    "The pact\n\n2017-13-45\n\nA year of talks.",
    "The pact\n\nA year of talks.\n\nThey began.\n\nThey ended.\n\n28 June 2017\n",
]


@pytest.mark.parametrize(("text", "day"), STATED, ids=[t[:40] for t, _ in STATED])
def test_a_line_with_nothing_but_a_day_says_when(text: str, day: str) -> None:
    told, note = with_day({"outlet": "Andes Review"}, text)
    assert told == {"outlet": "Andes Review", "published": day}
    assert "above the text" in note


@pytest.mark.parametrize("text", NOT_STATED, ids=[t[:50] for t in NOT_STATED])
def test_other_lines_with_days_say_nothing(text: str) -> None:
    assert with_day({}, text) == ({}, "")


def test_what_the_fields_say_comes_first() -> None:
    above = {"Date": "2020-01-01"}
    assert with_day(above, "28 June 2017\n\nText.") == (above, "")


def test_a_day_alone_is_no_headline() -> None:
    assert is_dayline("  Wednesday 28 June 2017 ")
    assert is_dayline("Havana/Bogotá, 28 June 2017")
    assert not is_dayline("Havana, 28 June 2017")
