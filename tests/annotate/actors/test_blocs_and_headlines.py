"""The bloc of a region, bodies that only the headline names, "the Commission", and organs of "his" and "its" state."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.annotate.actors.annotator import actors
from dateline.annotate.base import ACTORS, PLACES, Document
from dateline.annotate.blocks import blocks
from dateline.annotate.datelines import datelines
from dateline.annotate.parties.implied import main_party
from dateline.annotate.places.annotator import places
from dateline.annotate.sentences import sentences
from dateline.model.article import Article, Published, Revision
from dateline.model.outlet import Outlet


def read(text: str, headline: str = "") -> Document:
    revision = Revision("r", "a", headline, text, "en", published_at=Published(date(2023, 5, 6)))
    document = Document(Outlet("o", "O"), Article("a", "o", ""), revision)
    for annotator in (blocks(), sentences(), datelines(), actors(), places()):
        document.put(annotator.gives, annotator.annotate([document])[0])
    return document


def meant(text: str, headline: str = "") -> set[tuple[str, str]]:
    return {(m.words.exact, m.actor) for m in read(text, headline)[ACTORS]}


@pytest.mark.parametrize(
    ("headline", "text", "words", "actor"),
    [
        ("Vote shames ASEAN", "Laos voted. The bloc said nothing.", "bloc", "asean"),
        ("", "Laos voted. Laos waited. The regional bloc said nothing.", "bloc", "asean"),
        ("", "Paraguay voted. Paraguay waited. The bloc said nothing.", "bloc", "mercosur"),
        ("Farmers at odds with SADC", "Southern African leaders met.", "Southern African leaders", "sadc"),
        ("FARC to talk", "Colombia waited. The rebels said yes.", "rebels", "farc"),
        ("", "Brussels was calm. On Monday the Commission opened a case.", "Commission", "european-commission"),
        ("", "Brussels was calm. The Trade Commission met. On Monday the Commission opened a case.", "Commission",
         "trade-commission"),
        ("", "Kassym-Jomart Tokayev left. Then his foreign ministry protested.", "foreign ministry",
         "kazakhstan-foreign-ministry"),
        ("", "France said its army had left.", "army", "france-army"),
        ("", "That was too slow for all. Bamako, which demanded more, was angry.", "Bamako", "mali"),
        ("", "All were angry. They called on Belgrade to pull back.", "Belgrade", "serbia"),
        ("", "In Ulster the Democratic Unionists objected.", "Democratic Unionists", "dup"),
    ],
)  # fmt: skip
def test_mention_means_what_is_near(headline: str, text: str, words: str, actor: str) -> None:
    assert (words, actor) in meant(text, headline)


@pytest.mark.parametrize(
    ("headline", "text", "words"),
    [
        ("", "Laos voted. A bloc of ten parties met. The bloc said nothing.", "bloc"),
        ("", "Tanzania voted. Tanzania waited. The bloc said nothing.", "bloc"),  # of two blocs
        ("", "The Commission opened a case in Boston.", "Commission"),
        ("", "Jane Roe left. Then his foreign ministry protested.", "foreign ministry"),
        ("", "France's oil firm said its army of lawyers had left.", "army"),
        ("", "Bamako, which lies on a river, was calm.", "Bamako"),
    ],
)
def test_mention_means_nobody(headline: str, text: str, words: str) -> None:
    assert words not in {exact for exact, _ in meant(text, headline)}


def test_text_is_on_the_state_of_its_headline_if_it_tells_of_people_and_places_there() -> None:
    text = "The crowd marched in Colombo, and a ship docked at Hambantota. In Kandy, too, shops were shut."
    assert main_party(read(text, "Sri Lanka in the press")) == "sri-lanka"
    assert main_party(read(text, "Ship docks in Sri Lanka")) == ""
    assert main_party(read("The crowd marched in Oldford.", "Sri Lanka in the press")) == ""


def test_headline_without_parties_changes_nothing() -> None:
    assert meant("Laos voted. The group said nothing.", "A vote") == {("Laos", "laos")}
    assert PLACES.name in read("Laos voted.").layers
