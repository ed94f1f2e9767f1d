"""Roles of claims that people or teams of a state have, and not the state."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.parties.peoples import sporty
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Published, Revision
from dateline.model.outlet import Outlet
from dateline.settings import Settings


def parties(text: str) -> set[str]:
    revision = Revision("r", "a", "", text, "en", published_at=Published(date(2019, 6, 3)))
    document = Document(Outlet("o", "O"), Article("a", "o", ""), revision)
    (document,) = standard_chain(Settings().model).run([document])
    return {a for c in document[CLAIMS] for a in c.actors}


@pytest.mark.parametrize(
    "text",
    [
        "Right-wing Israelis argued about the law on Sunday.",
        "The Brazilian left the track on Sunday.",
        "A state-owned Russian bank bought the firm on Sunday.",
        "Germans bought firecrackers on Sunday.",
        "The British capital froze on Sunday.",
    ],
)
def test_people_and_firms_of_a_state_are_not_the_state(text: str) -> None:
    assert parties(text) == set()


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Chinese launched a rocket on Sunday.", "china"),
        ("The North Koreans launched a missile on Sunday.", "north-korea"),
        ("Russian officials rejected the plan on Sunday.", "russia-government"),
        ("A British general drew a line on Sunday.", "united-kingdom"),
    ],
)
def test_those_who_act_for_a_state_are_its_part(text: str, actor: str) -> None:
    assert actor in parties(text)


def test_in_a_game_states_are_teams() -> None:
    assert parties("Brazil beat Germany 2-1 in the semifinal on Sunday.") == set()
    assert "brazil" in parties("Brazil expelled the ambassador of Germany on Sunday.")


def test_sport_takes_more_than_one_word() -> None:
    assert sporty("Peru beat Chile in the cup after penalties and a goalless stoppage time.")
    assert not sporty("Peru will host the championship, the minister said.")
