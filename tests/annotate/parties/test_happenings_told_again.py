"""Parties of happenings that a text comes back to, of deals with somebody, and who acts instead of the text's party."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Published, Revision
from dateline.model.claim import Claim
from dateline.model.outlet import Outlet
from dateline.settings import Settings


def claims(text: str, headline: str = "") -> list[Claim]:
    """The claims of a text."""
    revision = Revision("r", "a", headline, text, "en", published_at=Published(date(2024, 6, 3)))
    document = Document(Outlet("o", "O"), Article("a", "o", ""), revision)
    (document,) = standard_chain(Settings().model).run([document])
    return list(document[CLAIMS])


def last(text: str, headline: str = "") -> set[str]:
    """The parties of the last claim, named and implied."""
    found = claims(text, headline)[-1]
    return set(found.actors) | set(found.implied)


def test_talks_that_resume_have_the_parties_that_they_had() -> None:
    text = "Norway and Sweden opened talks on 3 May 2021. Rain fell. They resumed on 5 June 2021."
    assert last(text) == {"norway", "sweden"}


def test_a_deal_with_somebody_is_the_text_s_party_s() -> None:
    text = (
        "Sri Lanka is short of money. Sri Lanka has asked for help. Sri Lanka waits. "
        "An agreement with the International Monetary Fund was reached on 1 September 2022."
    )
    assert last(text) == {"sri-lanka", "imf"}


@pytest.mark.parametrize(
    ("who", "theirs"),
    [
        ("A crowd stormed the palace", False),
        ("Acme Oil found gas", False),
        ("His rival won the vote", False),
        ("Soldiers stormed the palace", True),
        ("Inflation rose", True),
    ],
)
def test_who_acts_bars_the_party_that_the_text_is_on(who: str, theirs: bool) -> None:
    text = f"Norway is in trouble. Norway has asked for help. Norway waits. In March 2022, {who} on 9 July 2022."
    found = [c for c in claims(text) if c.when is not None][-1]
    assert ("norway" in found.implied) is theirs


def test_a_truce_in_a_text_on_a_land_is_between_it_and_its_state() -> None:
    text = "The people of Bougainville wait. A truce was signed at Burnham on 10 October 1997."
    assert last(text, "Bougainville waits") == {"bougainville", "papua-new-guinea"}
    assert last(text, "A long wait") == set()


def test_where_persons_go_is_no_party() -> None:
    assert last("Jane Roe flew to Norway on 3 May 2024.") == {"jane-roe"}
    assert "norway" in last("Russia sent aid to Norway on 3 May 2024.")


def test_whom_somebody_makes_something_is_a_party() -> None:
    text = "Sweden's parliament declared Hezbollah a terrorist organisation on 6 May 2021."
    assert "hezbollah" in last(text)


def test_they_are_nobody_to_whom_they_do_something() -> None:
    told = "Jane Roe and Ann Poe came. They praised {} on 3 May 2024."
    assert last(told.format("the cook")) == {"jane-roe", "ann-poe"}
    assert "jane-roe" not in {r.actor for r in claims(told.format("Ann Poe"))[-1].roles if r.name == "agent"}
