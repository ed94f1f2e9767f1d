"""What is no sentence of a text, and who nobody can be sure of: pure functions on small texts."""

from __future__ import annotations

import time

import pytest

from dateline.model.mark import ActorMark, DateMark, TimexType
from dateline.model.text import select
from dateline.views.dossier.brackets import dayless
from dateline.views.dossier.naming import sole
from dateline.views.dossier.scraps import is_scrap


@pytest.mark.parametrize(
    ("text", "scrap"),
    [
        ("1653 The minister says that help is on its way.", True),
        ("Wednesday 14 December 2005 18.17 GMT The minister admitted it today.", True),
        ("The ministry | 14:19 UK time, Monday, 25 January 2010", True),
        ("Teenager found alive - 4 hrs ago The Courier", True),
        ("Aid is handed out in Norland A gang has attacked people who waited.", True),
        ("The hospital is badly damaged 1723 Norland's premier speaks of a hundred dead.", True),
        ("In 2014 Norland left the League.", False),
        ("The 2014 Norland summit was held in May.", False),
        ("A group A match was put off in The Hague.", False),
        ("Two hours ago the talks ended.", False),
    ],
)
def test_clocks_stamps_and_headings_run_in_are_scraps(text: str, scrap: bool) -> None:
    assert is_scrap(text, 0, len(text)) is scrap


def test_scraps_are_looked_for_in_linear_time() -> None:
    text = "word A " * 40_000
    began = time.process_time()
    is_scrap(text, 0, len(text))
    is_scrap("1 hours " * 40_000, 0, 320_000)
    assert time.process_time() - began < 2


def timex(words: str, **more: object) -> DateMark:
    return DateMark(select(words, 0, len(words)), TimexType.DATE, "", None, None, "rule", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mark", "hangs"),
    [
        (timex("on Saturday"), True),
        (timex("last June"), True),
        (timex("January 7"), True),
        (timex("recently", vague=True), False),
        (timex("for months"), False),
        (timex("the May 3 accord", names=True), False),
    ],
)
def test_a_day_that_nobody_can_tell_hangs(mark: DateMark, hangs: bool) -> None:
    assert dayless(mark) is hangs


def actor(text: str, words: str, name: str, how: str) -> ActorMark:
    at = text.index(words)
    return ActorMark(select(text, at, at + len(words)), name.lower(), name, "person", "", how)


def test_a_pronoun_does_not_reach_over_somebody_without_a_name() -> None:
    text = "Ada Norland died in May. Power passed to a man of forty-one. That July he made peace."
    people = [actor(text, "Ada Norland", "Ada Norland", "name")]
    begins = text.index("That July")
    assert sole(text, text.index(" he ") + 1, begins, people) is None
    plain = text.replace("a man of forty-one", "the council")
    assert sole(plain, plain.index(" he ") + 1, plain.index("That July"), people) is not None
