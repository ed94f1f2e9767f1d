"""Parties of claims: inside an argument, behind a preposition of place, and the one that a text is about."""

from __future__ import annotations

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Revision
from dateline.model.claim import Claim
from dateline.model.outlet import Outlet
from dateline.settings import Settings


def claims(text: str) -> tuple[Claim, ...]:
    document = Document(Outlet("o", "O"), Article("a", "o", ""), Revision("r", "a", "", text, "en"))
    (done,) = standard_chain(Settings().model).run([document])
    return done[CLAIMS]


def one(text: str) -> Claim:
    (claim,) = (c for c in claims(text) if c.when is not None)
    return claim


def test_parties_inside_an_argument_have_a_part() -> None:
    assert "farc" in one("Talks with the FARC collapsed on 20 February 2002.").actors
    assert one("Members of the Taliban attacked the post on 3 May 2012.").actors >= {"taliban"}


def test_a_state_in_which_something_happened_is_no_party() -> None:
    claim = one("Rebel leaders met in Kenya on 5 July 2005.")
    assert "kenya" not in claim.actors
    assert claim.places
    assert "kenya" in one("Kenya met rebel leaders on 5 July 2005.").actors


def test_a_claim_without_parties_is_about_the_one_that_the_text_is_on() -> None:
    told = (
        "Norway applied for membership in 1992. Norway and its fishermen were divided. "
        "The Norwegian government campaigned for it. The referendum was lost on 28 November 1994."
    )
    last = claims(told)[-1]
    assert (last.actors, last.implied) == (frozenset(), ("norway",))
    assert all(c.implied == () for c in claims(told) if c.actors)


def test_nothing_is_implied_where_no_party_stands_out() -> None:
    told = "Norway, Chad, Peru, Laos and Fiji signed in 1992. The accord ended on 28 November 1994."
    assert all(c.implied == () for c in claims(told))
