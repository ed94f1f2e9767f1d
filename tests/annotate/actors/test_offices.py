"""Offices on the day, and the folding of names that spellings share."""

from __future__ import annotations

from datetime import date

import pytest
from evals.actors.offices import office_figures

from dateline.annotate.actors.lexicon import lexicon, slug, sound
from dateline.annotate.actors.offices import Held, office_on


def test_at_least_sixty_cases_are_all_right() -> None:
    figures = office_figures()
    assert figures["cases"] >= 60
    assert figures["wrong"] == 0
    assert figures["right"] >= 0.9 * figures["cases"]


def test_person_or_office_that_the_lists_lack_is_unknown() -> None:
    assert office_on("Nobody Atall", "president", date(2020, 1, 1)) is Held.UNKNOWN
    assert office_on("Angela Merkel", "mayor", date(2020, 1, 1)) is Held.UNKNOWN


@pytest.mark.parametrize(
    ("a", "b"),
    [("Zelensky", "Zelenskiy"), ("Yanukovych", "Yanukovich"), ("Mohammed", "Muhamad"), ("Khrushchev", "Hrushchev")],
)
def test_transliterations_sound_alike(a: str, b: str) -> None:
    assert sound(a) == sound(b)


@pytest.mark.parametrize(("a", "b"), [("Putin", "Pelton"), ("Kim Jong Il", "Kim Jong Un"), ("Lavrov", "Labour")])
def test_other_names_do_not(a: str, b: str) -> None:
    assert sound(a) != sound(b)


def test_ids_are_slugs() -> None:
    assert slug("Kim Jong-un") == "kim-jong-un"
    assert slug("Côte d'Ivoire") == "cote-divoire"


def test_every_organisation_and_country_has_an_id_of_its_own() -> None:
    lists = lexicon()
    organisations = [actor.id for actors in lists.organisations.values() for actor in actors]
    assert len({a.id for a in lists.countries.values()}) == len(lists.countries)
    assert set(organisations) <= set(lists.named)
