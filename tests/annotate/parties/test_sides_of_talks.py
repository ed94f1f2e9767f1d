"""Parties of claims that name none: the two sides of talks, three named together, the state of a coup, "it"."""

from __future__ import annotations

from datetime import date

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Published, Revision
from dateline.model.claim import Claim
from dateline.model.outlet import Outlet
from dateline.settings import Settings


def last(text: str) -> Claim:
    revision = Revision("r", "a", "", text, "en", published_at=Published(date(2024, 6, 3)))
    document = Document(Outlet("o", "O"), Article("a", "o", ""), revision)
    (document,) = standard_chain(Settings().model).run([document])
    return document[CLAIMS][-1]


NORWAY = "Norway said no. Norway waited. Norway then spoke. "


def test_three_leaders_are_those_of_the_three_named_together() -> None:
    text = "Niger, Mali and Burkina Faso left on 28 January. The three leaders signed a treaty on 6 April."
    assert last(text).actors == {"niger", "mali", "burkina-faso"}


def test_talks_are_with_the_only_organisation_of_the_text() -> None:
    text = NORWAY + "The European Union said nothing. A deal was agreed on 6 April."
    assert set(last(text).implied) == {"norway", "eu"}


def test_coup_is_that_of_the_state_and_not_of_the_bloc_that_the_text_names_as_often() -> None:
    text = "ECOWAS met. ECOWAS waited. ECOWAS left. " + "Niger spoke. Niger wept. Niger voted. Niger lost. "
    assert last(text + "The coup took place on 26 January.").implied == ("niger",)


def test_two_men_are_the_only_ones_named_together() -> None:
    text = "Anna Berg and Robert Hale spoke on 3 May. Peter Long left. Mary Short came. "
    assert last(text + "The two leaders met again on 2 June.").actors == {"anna-berg", "robert-hale"}


def test_it_goes_on_the_subject_of_its_sentence_or_of_the_one_before() -> None:
    assert "norway" in last("Norway said it would leave the pact on 2 June 2024.").actors
    assert "norway" in last("Norway objected. In May 2024, after a long debate, it left the pact.").actors
    assert "norway" not in last("Norway objected. It takes time, and on 2 June 2024 the pact ended.").actors


def test_long_text_of_pairs_takes_no_more_than_its_length() -> None:
    text = "Norway and Sweden met. " * 800 + "The three countries and the two leaders agreed on 2 June."
    assert last(text).sentence.exact.startswith("The three")


def test_party_that_the_text_is_on_does_not_do_what_others_are_told_to_do() -> None:
    assert last(NORWAY + "A committee of bankers met on 2 June 2024.").implied == ()
    assert last(NORWAY + "The mine was shut on 2 June 2024.").implied == ("norway",)
