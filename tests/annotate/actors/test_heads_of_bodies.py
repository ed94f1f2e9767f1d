"""Who heads a body, short names of bodies, houses that stand for those in them, and whom "he" goes on with."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotate.actors.annotator import actors
from dateline.annotate.base import ACTORS, Document
from dateline.annotate.blocks import blocks
from dateline.annotate.datelines import datelines
from dateline.annotate.sentences import sentences
from dateline.model.article import Article, Published, Revision
from dateline.model.outlet import Outlet


def marked(text: str, day: date = date(2024, 5, 6)) -> dict[str, str]:
    """The party of each marked stretch of words."""
    document = Document(
        Outlet("o", "O"), Article("a", "o", ""), Revision("r", "a", "", text, "en", published_at=Published(day))
    )
    for annotator in (blocks(), sentences(), datelines(), actors()):
        document.put(annotator.gives, annotator.annotate([document])[0])
    return {m.words.exact: m.actor for m in document[ACTORS]}


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("China's Ministry of Health spoke.", "China's Ministry of Health", "china-health-ministry"),
        ("On 17 September General Kenneth McKenzie admitted it.", "Kenneth McKenzie", "kenneth-mckenzie"),
        ("Redwan Hussien, national security adviser to the premier, left.", "Redwan Hussien", "redwan-hussien"),
        ("Birhanu Jula and Tadesse Werede, the chiefs of both armies, met.", "Birhanu Jula", "birhanu-jula"),
        ("Abiy Ahmed met them. Abiy's government had left.", "government", "ethiopia-government"),
        ("On Wednesday parliament in Addis Ababa voted.", "parliament", "ethiopia-parliament"),
        ("The NATO chief spoke on Monday.", "chief", "jens-stoltenberg"),
        ("Critics of Hamas's leader spoke.", "leader", "ismail-haniyeh"),
        ("The junta's chief left Myanmar.", "chief", "min-aung-hlaing"),
        ("A letter went to the White House.", "White House", "white-house"),
        ("The White House said so.", "White House", "white-house"),
        ("Brussels agreed to a delay.", "Brussels", "eu"),
        ("The Union agreed nine days later, and European papers cheered.", "Union", "eu"),
        ("Moon Jae-in left. In Seoul Moon said little.", "Moon", "moon-jae-in"),
        ("In Tehran people waited. Rouhani spoke in 2019.", "Rouhani", "hassan-rouhani"),
    ],
)  # fmt: skip
def test_words_mean_a_party(text: str, words: str, actor: str) -> None:
    assert marked(text).get(words) == actor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A NATO commander spoke on Monday.", "commander"),
        ("They named him as Hamas's leader.", "leader"),
        ("They met at the White House on Monday.", "White House"),
        ("She stood outside 10 Downing Street.", "Downing Street"),
        ("In Baton Rouge, police chief Tom Hale spoke.", "Baton Rouge"),
        ("He flew to Brussels.", "Brussels"),
        ("The Union agreed nine days later.", "Union"),
        ("A zone the size of Switzerland burned.", "Switzerland"),
        ("The park is bigger than France.", "France"),
    ],
)
def test_words_mean_none(text: str, words: str) -> None:
    assert words not in marked(text)


def test_head_of_a_body_is_that_of_the_day() -> None:
    assert marked("The NATO chief spoke.", date(2010, 5, 6))["chief"] == "anders-fogh-rasmussen"


def test_text_may_end_in_a_role() -> None:
    assert marked("President Joe Biden left. Aides praised the president")["president"] == "joe-biden"


def test_ruler_s_junta_is_that_of_the_land_that_the_text_is_on() -> None:
    text = "Niger waits. Niger's army met. The Nigerian capital heard that the junta had closed the border."
    assert marked(text)["junta"] == "niger-government"


def test_party_of_a_name_that_several_have_is_that_of_the_country_of_the_text() -> None:
    assert marked("South Korea votes. The Democratic Party leads.")["Democratic Party"] == "democratic-party-of-korea"
    named = marked("The United States votes. The Democratic Party leads.")["Democratic Party"]
    assert named == "democratic-party-of-the-united-states"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Mario Lopez visited Peter Hale. He left on 2 May.", "mario-lopez"),
        ("Mario Lopez met Peter Hale since he took office.", None),
        ("Mario Lopez said that Peter Hale was ill. He is out of hospital.", None),
        ("Mario Lopez said that Peter Hale was ill. He added that it was late.", "mario-lopez"),
    ],
)
def test_pronoun_goes_on_the_subject_of_the_sentence_before(text: str, actor: str | None) -> None:
    found = marked(text)
    assert found.get("He", found.get("he")) == actor
