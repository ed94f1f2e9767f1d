"""Lengths of time in a drafted sentence: what lasted otherwise bears it out no more."""

from __future__ import annotations

import pytest

from dateline.views.lasting import lasts_otherwise, lengths


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The strike lasted nine days.", (9.0,)),
        ("They met for six hours.", (0.25,)),
        ("It went on for about 2 weeks.", (14.0,)),
        ("He left two weeks later.", ()),
        ("For two weeks after the vote nothing moved.", (14.0,)),
        ("She had been mayor for a year.", (365.25,)),
        ("Three weeks ago he resigned.", ()),
    ],
)
def test_lengths_are_read_where_something_goes_on(sentence: str, days: tuple[float, ...]) -> None:
    assert lengths(sentence) == pytest.approx(days)


def test_one_length_told_in_two_units_is_one() -> None:
    assert not lasts_otherwise("It lasted two weeks.", "It lasted 14 days.")


def test_another_length_or_none_bears_nothing_out() -> None:
    assert lasts_otherwise("It lasted three weeks.", "It lasted six hours.")
    assert lasts_otherwise("It lasted three weeks.", "It was declared on Monday.")
    assert not lasts_otherwise("It was declared on Monday.", "It lasted three weeks.")
