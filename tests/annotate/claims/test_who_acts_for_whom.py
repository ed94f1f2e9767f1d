"""Officials and the like, who act for a party and are not the party; and names that only stand beside an argument."""

from __future__ import annotations

import pytest
from claims_of_text import claims_of

from dateline.model.claim import Role


def roles(text: str) -> list[Role]:
    return [r for claim in claims_of(text) for r in claim.roles]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("A Nato spokesman said the blast had caused damage.", "A Nato spokesman", "nato"),
        ("Japan's Chief Cabinet Secretary told reporters that it was a threat.", "Japan's Chief Cabinet Secretary",
         "japan"),
        ("An Egyptian court convicted twenty men on Saturday.", "An Egyptian court", "egypt"),
    ],
)  # fmt: skip
def test_official_acts_for_the_party(text: str, words: str, actor: str) -> None:
    assert (words, actor, True) in [(r.words, r.actor, r.acts_for) for r in roles(text)]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Japan told reporters that it was a threat.", "Japan", "japan"),
        ("The Japanese government told reporters that it was a threat.", "The Japanese government",
         "japan-government"),
        ("Norway's ambassador to the United Nations Jane Roe said that it was enough.",
         "Norway's ambassador to the United Nations Jane Roe", "jane-roe"),
        ("Their close ally, Russia, vetoed the text on Monday.", "Their close ally", "russia"),
        ("Jane Roe, Brunei's second foreign minister, who was named to the post in May 2015, left the room.",
         "Brunei's second foreign minister", "jane-roe"),
        ("Its candidate, the former diplomat Jane Roe, was credited with much.", "Its candidate", "jane-roe"),
    ],
)  # fmt: skip
def test_party_itself_is_named(text: str, words: str, actor: str) -> None:
    assert (words, actor, False) in [(r.words, r.actor, r.acts_for) for r in roles(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Harvey Weinstein, 65, was sued. A rep for Weinstein denied it on Monday.", "A rep for Weinstein"),
        ("Theresa May's spokesperson said that she was ill.", "Theresa May's spokesperson"),
        ("Chaos broke out in Nice, France, on Friday.", "Nice"),
        ("Heino Falcke, Radboud University, hopes to win.", "Heino Falcke"),
        ("South Australia banned the plant in May.", "South Australia"),
    ],
)
def test_words_are_not_the_party_beside_them(text: str, words: str) -> None:
    found = [r for r in roles(text) if r.words == words]
    assert found and not any(r.actor for r in found)


def test_a_place_is_no_party_by_the_state_that_it_is_in() -> None:
    assert not any(r.actor for r in roles("Chaos broke out in Nice, France, on Friday."))
