"""Relatives by their first names, people joined to people, and the short names of bodies."""

from __future__ import annotations

import pytest

from dateline.annotate.actors.annotator import actors
from dateline.annotate.base import ACTORS, Document
from dateline.annotate.blocks import blocks
from dateline.annotate.datelines import datelines
from dateline.annotate.sentences import sentences
from dateline.model.article import Article, Revision
from dateline.model.outlet import Outlet


def marks(text: str) -> list[tuple[str, str]]:
    """The words of parties with their ids, in the order of the text."""
    document = Document(Outlet("o", "O"), Article("a", "o", ""), Revision("r", "a", "", text, "en"))
    for annotator in (blocks(), sentences(), datelines(), actors()):
        document.put(annotator.gives, annotator.annotate([document])[0])
    return [(m.words.exact, m.actor) for m in document[ACTORS]]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Gotabaya Rajapaksa won. He made his brother Mahinda prime minister.", ("Mahinda", "mahinda-rajapaksa")),
        ("Mary Hale and her husband Robert Hale left. Later Mary said no.", ("Mary", "mary-hale")),
        ("James Marape and Ishmael Toroama on Tuesday signed.", ("Ishmael Toroama", "ishmael-toroama")),
        ("Demeke Mekonnen of Ethiopia spoke. In February Demeke asked for help.", ("Demeke", "demeke-mekonnen")),
        ("Juan Guaido spoke, and Donald Trump recognised him.", ("him", "juan-guaido")),
    ],
)
def test_people_are_known_by_first_names_and_beside_others(text: str, mark: tuple[str, str]) -> None:
    assert mark in marks(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jane Roe and her husband, Robert, left. Robert Poe waited.", "Robert"),
        ("Steve Wilks and Philadelphia Eagles coach John DeFilippo spoke.", "Philadelphia Eagles"),
        ("John Hale met Ann Poe. Later John Hale and Eric Hale told him no.", "him"),
    ],
)
def test_who_is_unsure_stays_out(text: str, words: str) -> None:
    assert words not in [named for named, _ in marks(text)]


def test_the_last_word_of_a_body_s_name_calls_it_with_a_capital() -> None:
    assert ("Tribunal", "venezuela-supreme-court") in marks("Venezuela's Supreme Tribunal met. The Tribunal agreed.")
    found = marks("She studied at Oldford University. He went to the University of Newford.")
    assert "University" not in [words for words, _ in found]


def test_style_before_a_name_in_the_lists_is_no_part_of_it() -> None:
    assert ("Julius Chan", "julius-chan") in marks("Prime Minister Julius Chan of Papua New Guinea stepped aside.")
