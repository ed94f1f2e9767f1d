"""Meetings and votes that are put off."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.link.gatherings import gathering
from dateline.model.claim import Claim, Role, Status, When
from dateline.model.edtf import read_edtf
from dateline.model.text import select

DAY = date(2031, 3, 20)


def _claim(text: str, anchor: str, status: Status = Status.PLANNED, head: str = "vote", done_to: str = "") -> Claim:
    start = text.index(anchor)
    return Claim(
        "c",
        "a",
        "r",
        select(text, 0, len(text)),
        select(text, start, start + len(anchor)),
        head,
        status,
        When(*read_edtf("2031-10-25"), "stated"),
        roles=(Role("patient", done_to, done_to.rpartition(" ")[2]),) if done_to else (),
    )


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        ("Parties agreed to postpone the vote on the charter to Oct 25.", "vote on the charter", Status.POSTPONED),
        ("They put the vote off to Oct 25.", "vote", Status.POSTPONED),
        ("They put off the vote to Oct 25.", "vote", Status.POSTPONED),
        ("The vote was moved from April 26 to Oct 25.", "vote", Status.POSTPONED),
        ("The vote will be held on Oct 25.", "vote will be held", Status.PLANNED),
        ("They put the vote on the list for Oct 25.", "vote", Status.PLANNED),
        ("The move will be put to a vote on Oct 25.", "vote", Status.PLANNED),
    ],
)
def test_a_new_day_tells_that_it_is_put_off(text: str, anchor: str, expected: Status) -> None:
    assert gathering(_claim(text, anchor), DAY) is expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.HAPPENED, Status.POSTPONED),
        (Status.PLANNED, Status.POSTPONED),
        (Status.DEMANDED, None),
        (Status.CONDITIONAL, None),
    ],
)
def test_an_act_of_putting_off(status: Status, expected: Status | None) -> None:
    assert gathering(_claim("They postpone the vote.", "postpone", status, "postpone", "the vote"), DAY) is expected
