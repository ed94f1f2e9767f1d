"""Who a reader is told to act, and on whom: parties as the text has them, and none where the parse cannot be right."""

from __future__ import annotations

import pytest
from claims_of_text import claims_of

from dateline.model.claim import Claim


def read(text: str) -> tuple[Claim, ...]:
    return claims_of(text, "2021-05-04")


def parties(text: str, words: str, name: str = "agent") -> list[str]:
    """The words of those with a part in the happening that is told in some words."""
    return [r.words for c in read(text) if words in c.words.exact for r in c.roles if r.name == name]


def named(text: str, words: str) -> list[str]:
    """The parties by their ids in the happening that is told in some words."""
    return [r.actor for c in read(text) if words in c.words.exact for r in c.roles if r.actor]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Hundreds of guests had to be moved to safety on Monday.", "moved", "Hundreds of guests"),
        ("Both were forcibly married to soldiers and moved into camps in 2014.", "moved", "Both"),
        ("The dispute began to be felt in Oldford on Monday.", "began", "The dispute"),
    ],
)
def test_what_is_done_to_somebody_is_not_done_by_them(text: str, words: str, who: str) -> None:
    assert parties(text, words) == []
    assert who in parties(text, words, "patient")


def test_what_nobody_is_made_to_undergo_is_done() -> None:
    assert parties("The painter was born in Oldford in 1950 and died in Newford in 1999.", "died") == ["The painter"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("His friend and lawyer Ann Marlow left the court on Monday.", "His friend and lawyer Ann Marlow"),
        ("Opera singer and teacher Ann Marlow left the court on Monday.", "Opera singer and teacher Ann Marlow"),
        ("The firm's founder and director was questioned by the police on Monday.", "The firm's founder and director"),
    ],
)
def test_one_person_is_one_party(text: str, who: str) -> None:
    (claim,) = read(text)
    assert who in [r.words for r in claim.roles]
    assert len([r for r in claim.roles if r.words in who]) == 1


def test_two_people_are_two_parties() -> None:
    text = "The driver and a passenger left the hospital in Oldford on Monday."
    assert parties(text, "left") == ["The driver", "a passenger"]


def test_a_party_ends_before_what_is_joined_to_it() -> None:
    text = "Police and prosecutors in the Oldford area searched the house on Monday."
    assert parties(text, "searched") == ["Police", "prosecutors"]


@pytest.mark.parametrize(
    "text",
    [
        "A farmer shoots dead three people at a market in April 2009, before killing himself.",
        "The savings bank forecast that changes to the rules will cost it $5 billion in 2022.",
    ],
)
def test_a_verb_is_no_party(text: str) -> None:
    assert not any(r.words.endswith(("shoots", "forecast")) for c in read(text) for r in c.roles)


def test_a_style_before_a_name_is_no_verb() -> None:
    text = "Later, in the hall, as paper flew around him, Rovers shortstop Addison Marlow smiled."
    assert parties(text, "smiled") == ["Rovers shortstop Addison Marlow"]


def test_where_there_is_something_nobody_of_the_clause_before_acts() -> None:
    text = "He raised large sums for the club on Monday but there was little success in the games on Tuesday."
    assert parties(text, "little success") == []


def test_who_is_cited_is_no_part_of_who_acts() -> None:
    text = "According to one city official, the lorry careered on for an hour on Monday."
    assert parties(text, "careered") == ["the lorry"]


def test_whom_a_subject_belongs_to() -> None:
    text = "Chile’s and Peru’s ambassadors to the club met the minister on Monday."
    assert parties(text, "met") == ["Chile’s and Peru’s ambassadors to the club"]


def test_a_subject_is_not_joined_to_what_stands_before_it() -> None:
    text = "The goalkeeper kicked the ball around with Sam and the brothers also posed for some pictures on Monday."
    assert parties(text, "posed") == ["the brothers"]
    assert "the brothers" not in parties(text, "kicked", "other")


def test_the_subject_of_what_is_complained_of_is_its_own() -> None:
    text = "Some police forces have complained this scrambling technique can make it hard to solve some complex cases."
    assert parties(text, "complained", "patient") == []


def test_the_one_who_reports_does_not_do_it() -> None:
    text = "The boy fell into the well in Oldford while picking apples on Sunday, state media Tolara reported."
    assert parties(text, "picking") == ["The boy"]


def test_limits_are_nothing_that_one_is() -> None:
    assert parties("Until Monday, these beaches have been off limits for divers.", "limits", "patient") == []


def test_who_is_told_something_hears_it() -> None:
    text = "The mayor told Poland on Monday that the bridge was closed."
    assert parties(text, "told", "recipient") == ["Poland"]
    assert parties(text, "told", "patient") == []


def test_where_one_goes_is_nobody_that_gets_something() -> None:
    assert parties("The singer travelled to Barbados on Monday.", "travelled", "recipient") == []


def test_what_one_is_accused_of_is_no_part_of_the_name() -> None:
    text = "Dozens of women came forward on Monday to accuse Marlow of misconduct."
    assert parties(text, "accuse", "topic") == ["Marlow"]


def test_a_body_is_not_what_a_longer_name_ends_in() -> None:
    assert "us-congress" not in named("The delegates of the Tolara Mining Congress met on Monday.", "met")


def test_a_team_of_a_peoples_name_is_no_state() -> None:
    text = (
        "The Cleveland Indians lost the game in the tenth inning on Monday after a rain delay. "
        "The Indians had won three games before the pitcher was hurt on Sunday."
    )
    assert "india" not in named(text, "won")
    assert "india" in named("The Indians had signed the treaty on Sunday.", "signed")


def test_a_half_of_a_compound_is_no_party() -> None:
    text = "The singer suffered neck and knee injuries in the accident on Monday."
    assert parties(text, "suffered", "patient") == ["neck and knee injuries"]


def test_a_picture_is_set_aside() -> None:
    text = "Paul Simon, photographed in 2016, will embark on his farewell tour starting May 16 in Vancouver."
    assert parties(text, "will embark") == ["Paul Simon"]
    assert "Paul Simon" in parties(text, "photographed", "patient")


def test_a_quotation_before_is_nobody_who_says_it() -> None:
    assert parties('More information to come," wrote on Monday Christian Marlow, mayor of Oldford.', "wrote") == []


def test_by_how_much_is_nobody() -> None:
    assert parties("The tax was raised by a third on Monday.", "raised") == []


def test_a_hyphen_joins() -> None:
    text = "The centre's director and co-founder was questioned by the police on Monday."
    assert parties(text, "questioned", "patient") == ["The centre's director and co-founder"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("North Korea flew a rocket over Japan on Monday.", "flew"),
        ("The toys were strewn about the promenade on Monday.", "strewn"),
        ("They sent pictures of the dinners over the years on Monday.", "sent"),
    ],
)
def test_where_is_no_topic(text: str, words: str) -> None:
    assert parties(text, words, "topic") == []


def test_what_one_clashes_over_is_a_topic() -> None:
    assert parties("The ministers clashed over the budget on Friday.", "clashed", "topic") == ["the budget"]


def test_who_moves_the_oil_is_the_ship() -> None:
    text = (
        "Officials said Friday that on April 24 they seized and inspected a Tolara-flagged vessel that on April 19 "
        "transferred 600 tons of oil to a ferry."
    )
    assert parties(text, "600 tons", "agent")[-1] == "a Tolara-flagged vessel"


def test_who_is_some_age_acts() -> None:
    text = "Crawford, 51, starred in multiple shoe ads in the early 1990s."
    assert parties(text, "starred") == ["Crawford"]


def test_whoever_is_told_is_not_run_into_who_acts() -> None:
    text = "The port police told local radio officers would have a unit on scene when the ferry arrived."
    assert not any("officers" in r.words for c in read(text) for r in c.roles)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They found no survivors as the ferry sank on Monday.", "no survivors"),
        ("The mayor sent along six pictures of the bridge on Monday.", "six pictures of the bridge"),
        ("Prosecutors described the bridge as a threat on Monday.", "the bridge"),
    ],
)
def test_a_thing_ends_where_another_clause_begins(text: str, words: str) -> None:
    assert [r.words for c in read(text) for r in c.roles if r.name == "patient"] == [words]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Samples were tested on board the ferry on Monday.", "the ferry"),
        ("In other words, the lorry stalled on Monday.", "other words"),
        ("Also appearing in the leaked papers from a bank is a host of relatives of the mayor.", "Also appearing"),
        ("The theme of the fair on Monday was “Making a Difference,” the mayor said.", "a Difference"),
    ],
)
def test_what_is_no_party_is_left_out(text: str, gone: str) -> None:
    assert not any(gone in r.words for c in read(text) for r in c.roles)


def test_two_who_lead_what_they_founded_are_one() -> None:
    text = "Tolara’s founder and CEO said on Monday that the bank would close."
    assert parties(text, "said") == ["Tolara’s founder and CEO"]


def test_what_it_is_not_is_no_name_for_it() -> None:
    (claim,) = read("This time, the company is Tolara, not Google.")
    assert not any(r.actor for r in claim.roles)


def test_what_something_is_undergoes_nothing() -> None:
    (claim,) = read("Sorting the samples was a two-step process on Monday.")
    assert not any(r.name == "patient" for r in claim.roles)
