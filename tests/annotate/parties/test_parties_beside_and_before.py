"""Parties that the parser parts from a verb, that a claim's words name beside its roles, or that stand before it."""

from __future__ import annotations

from datetime import date

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Published, Revision
from dateline.model.claim import Claim
from dateline.model.outlet import Outlet
from dateline.settings import Settings


def claims(text: str) -> dict[str, Claim]:
    """The claims of a text by the words that name them."""
    revision = Revision("r", "a", "", text, "en", published_at=Published(date(2024, 6, 3)))
    document = Document(Outlet("o", "O"), Article("a", "o", ""), revision)
    (document,) = standard_chain(Settings().model).run([document])
    return {c.anchor.exact: c for c in document[CLAIMS]}


def last(text: str) -> Claim:
    return list(claims(text).values())[-1]


def test_another_name_of_one_of_two_does_not_hide_the_other() -> None:
    text = "On 23 September 2015 Juan Manuel Santos and Rodrigo Londono, alias Timochenko, promised to sign."
    assert last(text).actors >= {"juan-manuel-santos", "rodrigo-londono"}


def test_what_is_left_out_behind_by_is_the_new_agent() -> None:
    text = "He was received by Kenya's William Ruto on Wednesday and by South Africa's Cyril Ramaphosa a day later."
    told = [c for words, c in claims(text).items() if words.startswith("by ")]
    assert told and all("cyril-ramaphosa" in c.actors and "william-ruto" not in c.actors for c in told)


def test_noun_alone_is_of_the_person_before_it() -> None:
    text = "General Mario Lopez, who led the coup of May 26, named a government of 21 ministers on Wednesday night."
    assert "mario-lopez" in {a for c in claims(text).values() if c.head == "coup" for a in c.implied}


def test_it_within_a_sentence_is_the_party_named_before() -> None:
    text = "Niger has had five coups since it became independent in August 1960."
    found = last(text)
    assert "niger" in found.actors | set(found.implied)


def test_ground_of_an_armed_act_is_its_state_s_if_the_text_names_that() -> None:
    text = "Russia annexed Crimea on 18 March 2014."
    assert last("Ukraine protested. " + text).implied == ("ukraine",)
    assert last(text).implied == ()
    assert last("Ukraine voted. Ukraine waited. Ukraine spoke. Leaders visited Kyiv on 2 May 2024.").implied == (
        "ukraine",
    )


def test_state_whose_missile_kills_is_a_party() -> None:
    assert "united-states" in last("Ayman al-Zawahiri was killed by an American missile on 31 July 2022.").implied


def test_each_side_is_one_of_two() -> None:
    text = "Norway and Sweden met on 2 May 2024. Each side accused the other on 3 May 2024."
    found = claims(text)
    assert any({"norway", "sweden"} <= c.actors for words, c in found.items() if words.startswith("accused"))


def test_talks_with_a_group_are_those_of_its_state() -> None:
    text = (
        "Colombia waits. The ELN waits. The FARC waits. Talks with the ELN were reopened in Caracas in November 2022."
    )
    assert set(last(text).implied) | last(text).actors == {"eln", "colombia"}


def test_war_of_two_men_is_that_of_a_state_and_the_group_that_the_other_heads() -> None:
    text = "Sudan's army fights the RSF. Sudan bleeds. Abdel Fattah al-Burhan and Mohamed Hamdan Dagalo fought. "
    assert set(last(text + "The war began on 15 April 2023.").implied) == {"sudan", "rsf"}


def test_many_claims_of_one_sentence_before_take_no_more_than_their_length() -> None:
    found = claims("Norway left on 2 May. " * 300 + "The trip was put off on 3 May.")
    assert found


def test_all_whom_a_subject_joins_act() -> None:
    told = last("Presidents Nicolas Maduro and Irfaan Ali spoke at an airport in Oldford on 14 December 2023.")
    assert told.actors == {"nicolas-maduro", "irfaan-ali"}
    told = last("Aleksandar Vucic and Kosovo's president, Vjosa Osmani, are both expected in Granada on October 5.")
    assert told.actors == {"aleksandar-vucic", "vjosa-osmani"}


def test_peoples_that_deal_with_each_other_are_their_states() -> None:
    assert last("Americans and Taliban met again in Doha on 3 May 2022.").actors == {"united-states", "taliban"}
    assert last("Ten Americans and the Taliban met in Doha on 3 May 2022.").actors == {"taliban"}


def test_who_leads_soldiers_or_a_delegation_acts_with_them() -> None:
    told = last("Soldiers under Captain Amadou Sanogo overthrew the president on 22 March 2012.")
    assert [(r.name, r.words) for r in told.roles if r.actor] == [("other", "Captain Amadou Sanogo")]
    told = last("A team under Jane Roe met, and a delegation led by John Hale signed the pact on 3 May 2022.")
    assert "john-hale" in told.actors and "jane-roe" not in told.actors


def test_who_takes_part_in_what_a_noun_names_is_meant_before_the_state_of_the_text() -> None:
    on = "Norway voted. Norway waited. Norway spoke. "
    told = claims(on + "The Liberal Democrats stayed away from the election of 7 November 2010.")
    assert told["election"].implied == ("liberal-democrats",)
    told = claims(on + "An election in December 2019 gave Boris Johnson the numbers.")
    assert next(c for c in told.values() if c.head == "election").implied == ("boris-johnson",)
    told = claims(on + "The European Union mourned the election of 7 November 2010.")
    assert all("eu" not in c.implied for c in told.values())


def test_subject_is_found_before_an_aside_that_the_parser_misreads() -> None:
    told = last("Liz Truss, who took office that September, made way for Rishi Sunak in late October 2022.")
    assert ("agent", "liz-truss") in {(r.name, r.actor) for r in told.roles}


def test_who_is_named_in_what_is_demanded_is_a_party_and_its_places_are_not() -> None:
    assert last("On Monday NATO demanded that Serbia hand back the rifles.").implied == ("serbia",)
    assert last("On Monday the Pope said that he had prayed in Serbia.").implied == ()


def test_state_whose_ship_is_sunk_is_a_party() -> None:
    assert "norway" in last("On 3 May 2024 Sweden sank a Norwegian supply ship.").implied
