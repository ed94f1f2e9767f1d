"""Lands with governments of their own: parties where they act, places where they do not."""

from __future__ import annotations

import pytest

from dateline.annotate.actors.annotator import actors
from dateline.annotate.actors.lands import headed_lands
from dateline.annotate.actors.lexicon import lexicon
from dateline.annotate.base import ACTORS, Document
from dateline.annotate.blocks import blocks
from dateline.annotate.datelines import datelines
from dateline.annotate.sentences import sentences
from dateline.model.article import Article, Revision
from dateline.model.outlet import Outlet


def named(text: str, headline: str = "") -> dict[str, str]:
    """The ids of the parties by the words that name them."""
    revision = Revision("r", "a", headline, text, "en")
    document = Document(Outlet("o", "O"), Article("a", "o", ""), revision)
    for annotator in (blocks(), sentences(), datelines(), actors()):
        document.put(annotator.gives, annotator.annotate([document])[0])
    return {m.words.exact: m.actor for m in document[ACTORS]}


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Catalonia rejected the offer.", "Catalonia", "catalonia"),
        ("Zanzibar held a vote on 3 May.", "Zanzibar", "zanzibar"),
        ("The Scottish government asked for talks.", "Scottish government", "scotland"),
        ("Somaliland's parliament met on Monday.", "Somaliland's parliament", "somaliland"),
        ("The people of Zanzibar have chosen.", "Zanzibar", "zanzibar"),
        ("Talks between Scotland and NATO went on.", "Scotland", "scotland"),
        ("The Catalans voted on Sunday.", "Catalans", "catalonia"),
    ],
)
def test_a_land_that_acts_is_a_party(text: str, words: str, actor: str) -> None:
    assert named(text)[words] == actor


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell in Catalonia on Sunday.",
        "A Scottish actor won the prize.",
        "She flew to Zanzibar.",
        "Scotland defeated the team in the final of the tournament.",
        "Scotland Road was closed.",
    ],
)
def test_a_land_where_something_is_or_a_team_is_no_party(text: str) -> None:
    assert not set(named(text).values()) & {"catalonia", "scotland", "zanzibar"}


def test_in_a_text_on_a_land_what_it_has_and_who_leads_it_are_the_land_s() -> None:
    text = "Leaders in Bougainville waited. The result of Bougainville's referendum is out."
    assert named(text, "Bougainville votes")["Bougainville"] == "bougainville"
    assert "Bougainville" not in named("Leaders in Bougainville waited.", "A vote")


def test_the_region_is_the_land_named_before_but_not_where_something_is() -> None:
    found = named("Catalonia rejected the offer. The region is to elect a president.")
    assert found["region"] == "catalonia"
    assert "region" not in named("Catalonia rejected the offer. Fighting in the region went on.")


def test_the_fighters_of_a_land_are_its_armed_group() -> None:
    assert named("Tigray's fighters began to hand in tanks.")["Tigray"] == "tplf"
    assert named("Tigray held a vote.")["Tigray"] == "tigray"


def test_lands_of_a_headline_are_known_by_name() -> None:
    assert [a.id for a in headed_lands("Catalonia and Scotland: two votes", lexicon())] == ["catalonia", "scotland"]
    assert headed_lands("A long day", lexicon()) == ()
