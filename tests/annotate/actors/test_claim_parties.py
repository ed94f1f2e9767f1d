"""Parties of claims: inside an argument, behind a preposition of place, and the one that a text is about."""

from __future__ import annotations

from dateline.annotate.base import CLAIMS, Document
from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Revision
from dateline.model.claim import Claim
from dateline.model.outlet import Outlet
from dateline.settings import Settings


def claims(text: str) -> tuple[Claim, ...]:
    document = Document(Outlet("o", "O"), Article("a", "o", ""), Revision("r", "a", "", text, "en"))
    (done,) = standard_chain(Settings().model).run([document])
    return done[CLAIMS]


def one(text: str) -> Claim:
    (claim,) = (c for c in claims(text) if c.when is not None)
    return claim


def test_parties_inside_an_argument_have_a_part() -> None:
    assert "farc" in one("Talks with the FARC collapsed on 20 February 2002.").actors
    assert one("Members of the Taliban attacked the post on 3 May 2012.").actors >= {"taliban"}


def test_a_state_in_which_something_happened_is_no_party() -> None:
    claim = one("Rebel leaders met in Kenya on 5 July 2005.")
    assert "kenya" not in claim.actors
    assert claim.places
    assert "kenya" in one("Kenya met rebel leaders on 5 July 2005.").actors


def test_a_claim_without_parties_is_about_the_one_that_the_text_is_on() -> None:
    told = (
        "Norway applied for membership in 1992. Norway and its fishermen were divided. "
        "The Norwegian government campaigned for it. The referendum was lost on 28 November 1994."
    )
    last = claims(told)[-1]
    assert (last.actors, last.implied) == (frozenset(), ("norway",))
    assert all(c.implied == () for c in claims(told) if c.actors)


def test_nothing_is_implied_where_no_party_stands_out() -> None:
    told = "Norway, Chad, Peru, Laos and Fiji signed in 1992. The accord ended on 28 November 1994."
    assert all(c.implied == () for c in claims(told))


def telling(text: str, words: str) -> Claim:
    """The claim whose sentence has the words."""
    return next(c for c in claims(text) if words in c.sentence.exact)


BOTH = "Norway and Sweden met in Bergen on 3 May 2011. "
LEADERS = "Angela Merkel and Emmanuel Macron met in Berlin on 3 May 2018. "


def test_both_sides_are_those_named_together_before() -> None:
    assert telling(BOTH + "Both countries signed a treaty on 4 May 2011.", "treaty").actors == {"norway", "sweden"}
    assert telling(BOTH + "They signed a treaty on 4 May 2011.", "treaty").actors == {"norway", "sweden"}
    ministers = telling(LEADERS + "The two governments signed a treaty on 4 May 2018.", "treaty")
    assert ministers.actors == {"france", "germany"}
    leaders = telling(LEADERS + "The two leaders dined on 4 May 2018.", "dined")
    assert leaders.actors == {"angela-merkel", "emmanuel-macron"}


def test_two_leaders_are_no_states() -> None:
    assert not telling(BOTH + "The two leaders dined on 4 May 2011.", "dined").actors


def test_they_reach_only_into_the_sentence_before() -> None:
    far = BOTH + "The weather was bad for weeks. Nets were mended on the quay. They signed a treaty on 4 May 2011."
    assert not telling(far, "treaty").actors


def test_talks_have_the_sides_named_last_without_naming_them() -> None:
    talks = telling(BOTH + "The talks broke down on 4 May 2011.", "broke")
    assert (talks.actors, set(talks.implied)) == (frozenset(), {"norway", "sweden"})
    theirs = telling(LEADERS + "Their second meeting was held on 4 June 2018.", "second")
    assert set(theirs.implied) == {"angela-merkel", "emmanuel-macron"}


def test_a_party_in_a_phrase_of_time_is_none_of_the_happening() -> None:
    told = claims("In December 2014, nine months after Russia's annexation of Crimea, deputies dropped the rule.")
    assert all("russia" not in c.actors for c in told if c.head == "drop")
    assert any(c.head == "drop" for c in told)


def test_the_name_right_before_its_verb_acts_whatever_the_parser_says() -> None:
    assert "omar-al-bashir" in one("A brigadier named Omar al-Bashir took power on 30 June 1989.").actors


def test_he_reaches_back_over_sentences_that_name_nobody() -> None:
    told = "Emmanuel Macron took office in May 2017. The house was full. On 19 October 2018 he sent the letter."
    assert telling(told, "letter").actors == {"emmanuel-macron"}
    unnamed = "Emmanuel Macron took office in May 2017. A shopkeeper wept. On 19 October 2018 he sent the letter."
    assert "emmanuel-macron" not in telling(unnamed, "letter").actors


def test_it_behind_a_semicolon_is_the_subject_before() -> None:
    told = "Norway closed the port on 7 January 2011; nine days later it closed the bridge."
    assert all("norway" in c.actors for c in claims(told) if c.when)


def test_nouns_of_happenings_have_their_parties() -> None:
    assert one("Israeli air strikes on Lebanon killed nine people on 2 March 2019.").actors == {"israel", "lebanon"}
    assert one("Hungary approved Sweden's accession to NATO on 26 February 2024.").actors >= {"sweden", "nato"}


def test_states_in_a_list_all_act() -> None:
    claim = one("Saudi Arabia, the United Arab Emirates and Egypt cut ties with Qatar on 5 June 2017.")
    agents = {r.actor for r in claim.roles if r.name == "agent"}
    assert agents == {"saudi-arabia", "united-arab-emirates", "egypt"}


def test_capitals_joined_to_one_another_are_governments() -> None:
    assert one("Berlin and Paris rejected the plan on 3 May 2012.").actors == {"germany", "france"}


def test_two_states_of_one_name_are_known() -> None:
    assert one("The two Koreas agreed on 4 July 1972 to seek unification.").actors == {"north-korea", "south-korea"}


def test_adjectives_of_great_states_are_not_shared_with_their_dependencies() -> None:
    assert "china-navy" in one("The Chinese navy fired on a ship on 4 July 2023.").actors
    assert "france-navy" in one("The French navy left on 4 July 2023.").actors


def test_a_headline_tells_what_a_short_text_is_on() -> None:
    text = "Norway voted on Monday, after Norway's parliament had asked. The referendum was lost on 28 November 1994."
    told = []
    for headline in ("Norwegians say no", "A vote in the north"):
        document = Document(Outlet("o", "O"), Article("a", "o", ""), Revision("r", "a", headline, text, "en"))
        (done,) = standard_chain(Settings().model).run([document])
        told.append(next(c.implied for c in done[CLAIMS] if "lost" in c.anchor.exact))
    assert told == [("norway",), ()]


def test_we_of_an_office_holder_are_the_state() -> None:
    told = "Emmanuel Macron spoke in Paris. “We will leave the pact on 31 October 2019,” Macron said."
    assert "france" in next(c for c in claims(told) if c.when).actors


def test_the_troops_are_those_named_before() -> None:
    told = "Russian troops entered the town on 3 May 2014. The troops left it on 9 June 2014."
    assert all(any(a.startswith("russia") for a in c.actors) for c in claims(told) if c.when)


def test_an_apposition_is_who_it_explains() -> None:
    told = "Uhuru Kenyatta, a former minister who was elected president in 2013, asked for patience."
    assert "uhuru-kenyatta" in next(c for c in claims(told) if c.when).actors
