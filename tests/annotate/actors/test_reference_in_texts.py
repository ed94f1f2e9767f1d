"""Whom nominal mentions and pronouns mean in a text, and names that are only a part, a place or a measure."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotate.actors.annotator import actors
from dateline.annotate.base import Document
from dateline.annotate.blocks import blocks
from dateline.annotate.datelines import datelines
from dateline.annotate.sentences import sentences
from dateline.model.article import Article, Published, Revision
from dateline.model.outlet import Outlet


def found(text: str, headline: str = "") -> list[tuple[str, str]]:
    published = Published(date(2018, 2, 1))
    revision = Revision("r", "a", headline, text, "en", published_at=published)
    document = Document(Outlet("o", "O"), Article("a", "o", ""), revision)
    for annotator in (blocks(), sentences(), datelines()):
        document.put(annotator.gives, annotator.annotate([document])[0])
    return [(m.words.exact, m.actor) for m in actors().annotate([document])[0]]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("ECOWAS met. West African leaders ordered a force. ECOWAS waited.", "West African leaders", "ecowas"),
        ("Asean met. Southeast Asian foreign ministers wrote to Asean.", "Southeast Asian foreign ministers", "asean"),
        ("Jane Roe, the general who won the war, came. The general made a speech.", "general", "jane-roe"),
        ("General Jane Roe came. The general with her staff spoke.", "general", "jane-roe"),
        ("Jane Roe said no. Troops then detained her along with others.", "her", "jane-roe"),
        ("John Hale said no. The court fined him on Monday.", "him", "john-hale"),
        ("Kenya was calm. The Trump administration said no.", "Trump administration", "united-states-government"),
        ("Demeke Mekonnen left Ethiopia. Later Demeke came back to Ethiopia.", "Demeke", "demeke-mekonnen"),
        ("Jane Roe, Brunei's second foreign minister, came.", "Jane Roe", "jane-roe"),
        ("The African Union (AU) said no on Monday. It asked for a vote.", "It", "african-union"),
        ("The EU met. The NATO-led force fled. The bloc said no.", "bloc", "eu"),
        ("Robert A. Manning, a scholar, said no.", "Robert A. Manning", "robert-a-manning"),
        ("A day later Interpol shut its door.", "Interpol", "interpol"),
        ("China, China and the US differ. China needs approval from Congress.", "Congress", "u-s-congress"),
        ("The Academy of Arts met. The National Academy of Recording Arts and Sciences met.",
         "National Academy of Recording Arts and Sciences", "national-academy-of-recording-arts-and-sciences"),
        ("Norway's Ministry of Public Security wrote.", "Norway's Ministry of Public Security",
         "norway-security-ministry"),
        ("A day later Unesco shut its door.", "Unesco", "unesco"),
    ],
)  # fmt: skip
def test_mention_means(text: str, words: str, actor: str) -> None:
    headline = "Trump and Kenya" if "Trump" in text else ""
    told = f"Donald Trump spoke. {text}" if headline else text
    assert (words, actor) in found(told, headline)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("South Australia banned the plant.", "Australia"),
        ("Northeastern Nigeria is hungry.", "Nigeria"),
        ("West African leaders met. ECOWAS said no.", "West African leaders"),
        ("European leaders met in Granada. The European plan failed.", "European leaders"),
        ("General Jane Roe came. The general election was held.", "general"),
        ("General Jane Roe came. A general was hurt. The general said so.", "general"),
        ("Jane Roe met Ann Poe. Troops then detained her along with others.", "her"),
        ("Ann Poe met Jane Roe. Later John Hale and Eric Hale told him no.", "him"),
        ("Jane Roe said no. Her lawyer said her house was big.", "her"),
        ("The US slept. The Library of Congress has a copy.", "Congress"),
        ("In Mai Kadra several hundred people met.", "Mai Kadra"),
    ],
)
def test_mention_means_nobody(text: str, words: str) -> None:
    assert words not in [w for w, _ in found(text)]


def test_state_in_the_headline_is_the_one_that_the_army_is_of() -> None:
    text = "Thai and Burmese papers differ. Thailand said no. The junta freed her."
    assert ("junta", "myanmar-government") in found(text, "Myanmar in the papers")


def test_names_that_nobody_transliterates_are_not_stretched() -> None:
    assert ("John Hale", "john-hale") in found("John Hale, the lawyer, came to Britain.")
    assert ("Volodymir Zelenskyy", "volodymyr-zelenskyy") in found("Volodymir Zelenskyy came to Ukraine.")


def test_adjectives_of_dependencies_are_not_those_of_the_state_that_has_them() -> None:
    for text, actor in (("A Chinese minister came.", "china"), ("A French minister came.", "france")):
        assert [a for _, a in found(text)] == [actor]
    assert ("Macanese", "macao") in found("The Macanese vote was held.")
