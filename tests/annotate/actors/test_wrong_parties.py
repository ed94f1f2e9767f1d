"""Names that mean somebody else than they seem to: namesakes, relatives, teams, firms, parts of longer names."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotate.actors.annotator import actors
from dateline.annotate.base import DATELINES, Document
from dateline.annotate.blocks import blocks
from dateline.annotate.datelines import datelines
from dateline.annotate.sentences import sentences
from dateline.model.article import Article, Published, Revision
from dateline.model.outlet import Outlet


def pairs(text: str, day: str = "2017-06-01") -> list[tuple[str, str]]:
    published = Published(date.fromisoformat(day)) if day else None
    revision = Revision("r", "a", "", text, "en", published_at=published)
    document = Document(Outlet("o", "O"), Article("a", "o", ""), revision)
    for annotator in (blocks(), sentences(), datelines()):
        document.put(annotator.gives, annotator.annotate([document])[0])
    assert document[DATELINES] == ()
    return [(m.words.exact, m.actor) for m in actors().annotate([document])[0]]


def ids(text: str, day: str = "2017-06-01") -> set[str]:
    return {actor for _, actor in pairs(text, day)}


FAMILY = "Stephen Morley, 64, was arrested. His brother, Eric Morley, said he knew nothing. The police came. "


def test_surname_alone_is_the_one_named_first_and_not_the_relative() -> None:
    assert pairs(FAMILY + "Nobody spoke. Mr. Morley owned two houses.")[-1] == ("Morley", "stephen-morley")


def test_surname_right_behind_a_full_name_is_that_one() -> None:
    text = FAMILY + "Eric Morley wept. Mr. Morley then left."
    assert pairs(text)[-1] == ("Morley", "eric-morley")


def test_title_tells_which_of_two_is_meant() -> None:
    text = "Robert Hale taught there. Anna Hale acted. Robert Hale is her father. Ms. Hale spoke."
    assert pairs(text)[-1] == ("Hale", "anna-hale")


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Anna Berg met Robert Hale. Later she left.", "she", "anna-berg"),
        ("Anna Berg met Robert Hale. Later he left.", "he", "robert-hale"),
        ("The prime minister of Norway resigned.", "prime minister", "erna-solberg"),
        ("Panama listened. The Argentine President spoke on television.", "President", "mauricio-macri"),
        ("Broadcom CEO Hock Tan said so.", "Hock Tan", "hock-tan"),
        ("South Korea was quiet. Seoul's defence ministry spoke.", "Seoul's defence ministry",
         "south-korea-defence-ministry"),
        ("North Korea was quiet. The country's army and the Workers' Party met.", "Workers' Party",
         "workers-party-of-korea"),
        ("Seoul is demanding an answer.", "Seoul", "south-korea"),
    ],
)  # fmt: skip
def test_right_party_is_found(text: str, words: str, actor: str) -> None:
    assert (words, actor) in pairs(text)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Anna Berg spoke. Later he left.", "he"),
        ("The store was built by the British firm Foster and Partners.", "arlene-foster"),
        ("America knew it. He leaned on a heavy-duty Ford truck in the United States.", "gerald-ford"),
        ("China watched. The boy, little Zhao, fell.", "zhao-ziyang"),
        ("They went to the Brent Scowcroft Center in America.", "brent-scowcroft"),
        ("Noor Mohammad Faiz, the head doctor in Kabul, Afghanistan, said so.", "mohammad-sharif-faez"),
        ("Panama listened to President Mauricio Macri. The president of Iceland resigned.", "he"),
        ("The Cleveland Indians lost.", "india"),
        ("Turkey watched. The leader of the Turkish Cypriots spoke.", "abdullah-ocalan"),
        ("Was China's leader losing his grip? China knew.", "dalai-lama"),
        ("Central American farmers and African-Americans came.", "united-states"),
        ("The Las Vegas Metropolitan Police said so.", "scotland-yard"),
        ("The Wall Street Journal said so.", "wall-street"),
        ("He backs Abe's ruling Liberal Democratic Party.", "democratic-party-of-the-united-states"),
        ("Nigeria's Department of State Services held them.", "state-department"),
        ("The tram overturned, London. Steve Parsons/PA", "palestinian-authority"),
        ("Steven Tyler sang for KIA in a Super Bowl spot.", "kachin-independence-army"),
        ("A Beijing-based historian disagreed.", "china"),
        ("Officers went to south London and waited.", "united-kingdom"),
        ("Panama City is bustling with construction.", "panama"),
        ("The fleet of Nature Air's fleet was grounded.", "air-navy"),
    ],
)
def test_wrong_party_stays_out(text: str, actor: str) -> None:
    found = pairs(text)
    assert actor not in {a for _, a in found} and (actor != "he" or "he" not in {w for w, _ in found})


def test_someone_unnamed_in_the_sentence_may_be_the_one() -> None:
    text = "Carolyn Good is the mayor. A concert-goer says he heard shots."
    assert "he" not in {w for w, _ in pairs(text.replace("Carolyn", "Peter"))}


def test_group_is_another_one_where_another_is_told_of() -> None:
    text = "Boko Haram attacked. The truckers, an industry group, objected. The group says they lost millions."
    assert ("group", "boko-haram") not in pairs(text)
    assert ("group", "boko-haram") in pairs("Boko Haram attacked. The group says it won.")


def test_former_president_is_called_by_the_surname_for_a_while() -> None:
    text = "The United States argued. Nobody liked the {} rule."
    assert "barack-obama" in ids(text.format("Obama"))
    assert "richard-nixon" not in ids(text.format("Nixon"))


def test_headline_names_the_one_whom_the_text_calls_by_the_surname() -> None:
    late = "Her father, Robert Hale, teaches in town. Nobody knows. " * 2 + "Ms. Hale spoke."
    revision = Revision("r", "a", "Why Anna Hale Is Angry", late, "en")
    document = Document(Outlet("o", "O"), Article("a", "o", ""), revision)
    for annotator in (blocks(), sentences(), datelines()):
        document.put(annotator.gives, annotator.annotate([document])[0])
    assert actors().annotate([document])[0][-1].actor == "anna-hale"


def test_surname_of_a_husband_alone_is_not_his() -> None:
    text = (
        "Her husband, Robert Hale, said the term was extended. It was long. Nobody came. Hale is a member of the board."
    )
    assert ("Hale", "robert-hale") not in pairs(text)
    assert ("Hale", "robert-hale") in pairs("Her husband, Robert Hale, came. Hale wept.")
