"""A land that acts is a party, and its name is still that of a place."""

from __future__ import annotations

from dateline.annotate.base import ACTORS, PLACES, Document
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Revision
from dateline.model.outlet import Outlet
from dateline.settings import Settings


def test_the_name_of_a_land_that_acts_is_a_place_too() -> None:
    revision = Revision("r", "a", "", "Catalonia rejected the offer. Rain fell in Barcelona.", "en")
    document = Document(Outlet("o", "O"), Article("a", "o", ""), revision)
    (document,) = standard_chain(Settings().model).run([document])
    assert "catalonia" in {m.actor for m in document[ACTORS]}
    assert [m.words.exact for m in document[PLACES]] == ["Catalonia", "Barcelona"]
