"""How claims of running text stand and whose they are: status, speaker, polarity, and what is withheld."""

from __future__ import annotations

import datetime as dt

import pytest
from claims_of_text import claims_of

from dateline.model.claim import Certainty, Claim, Status


def read(text: str) -> tuple[Claim, ...]:
    return claims_of(text, "2021-05-04")


WITHHELD = {
    "the historic present": "The attacker is killed in a shootout with the guards.",
    "a verb joined to one in the historic present": "A gunman opens fire inside a tavern and kills nine people.",
    "a case that is only imagined": "Worst case, the pump fails, and the firm loses its data.",
    "what should be so": "The market is supposed to be about the free movement of goods.",
    "who spoke to whom": "The agency told The Oldford Post.",
    "another language": "Sorgen wiegen schwer und sie richten sich nicht nach der Uhr, sagte er am Montag.",
    "a caption with a number on a shirt": "Lee (10) reaches for the ball during the second half in Oldford.",
    "nothing but a quotation": '"The ministry maintains a robust posture."',
    "a heading that has run into a sentence": "Oldford turns 300 From coal to steel The port is tied to the mill.",
    "a participle taken for the main verb": "A Danish boy trapped down an abandoned well has been found dead.",
    "an adjective taken for a verb": "Guards have seized records from the area’s hundreds of bars and illicit parlors.",
    "a sentence of a court in a tale": "He is sentenced to life in prison.",
    "half of a negated pair": "Nor should they be sold to children, the firm says.",
    "a caption dated tomorrow in full": "A missile is fired during an exercise at Oldford on May 5, 2021.",
}


WITHHELD_TIMES = [
    "There was a shooting in Oldford this weekend.",
    "Based on what the firm has been spinning for the last six months, nobody trusts it.",
]


@pytest.mark.parametrize("text", WITHHELD_TIMES)
def test_no_time_is_told(text: str) -> None:
    assert not any((c.when and c.when.days.upper > dt.date(2021, 5, 4)) or c.head == "spin" for c in read(text))


@pytest.mark.parametrize("text", WITHHELD.values(), ids=WITHHELD)
def test_withheld(text: str) -> None:
    assert read(text) == ()


STATUS = {
    "what somebody goes on to say": ("Hughes continued that the rings need calm water.", "said"),
    "what comes after something else": ("The vote comes days after the army shelled the port.", "happened"),
    "a report that is read": ('"The bridge is closed to lorries," the report read.', "said"),
    "a warning with a condition": (
        "The ministry warned that the town will face floods if the dam is not mended.",
        "said",
    ),
    "a day that is observed": ("The town observed a day of mourning on Monday.", "happened"),
    "a strike called for a day": ("A strike was called for Friday.", "planned"),
    "what is likely": ("Lawyers are likely to challenge the ruling.", "planned"),
    "what is due to a cause": ("Two thirds of the losses are due to changes in the tax code.", "ongoing"),
    "a hope": ("The firm hopes to open a second mill.", "planned"),
    "what comes with something else": ("The offer comes with the firm facing a lawsuit.", "happened"),
    "whom somebody holds": ("Lee has been held under a policy of detention.", "ongoing"),
    "what has lasted since": ("Oldford has held the envoy since catching him at the border.", "ongoing"),
    "an announcement that something is so": ("The firm announced that the bridge was closed.", "said"),
    "an announcement of one's own deed": ("Ann Lee announced that she would resign.", "happened"),
    "whom somebody calls on": ("The letter calls on the board to ensure a thorough review.", "demanded"),
    "what is told behind a comma": (
        "The prefect took it as an attack, reported local media.",
        "said",
    ),
    "an act before a dash": ("The party is going through a split — two men claim to lead it.", "ongoing"),
}


@pytest.mark.parametrize(("text", "status"), STATUS.values(), ids=STATUS)
def test_status(text: str, status: str) -> None:
    assert read(text)[0].status.value == status


def test_what_is_reported_first_is_told_by_whoever_reports_it() -> None:
    claims = read("As the Oldford Post reported on Monday, his father ran a fund that paid no tax.")
    assert [(c.status.value, c.speaker) for c in claims if c.when] == [("said", "oldford-post")]


def test_what_was_said_goes_on_in_the_past_perfect() -> None:
    claims = read("Her profile said she was based in Oldford and had received a degree from a college in Norwood.")
    assert not any(r.name == "agent" and "profile" in r.words for c in claims if c.head == "receive" for r in c.roles)


def test_one_of_a_people_is_not_its_state() -> None:
    claims = read("An Afghan claimed on Monday that he was a minor.")
    assert [c.speaker for c in claims if c.status.value == "said"] == ["An Afghan"]


def test_a_month_is_no_doubt() -> None:
    claims = read("In May the council closed the bridge.")
    assert [c.certainty for c in claims] == [Certainty.CERTAIN]


@pytest.mark.parametrize(
    "text", ["He had no choice but to leave the town.", "There is no doubt that the town is safe."]
)
def test_no_that_affirms(text: str) -> None:
    assert not any(c.negated for c in read(text))


def test_a_clause_on_its_object_is_told_with_it() -> None:
    claims = read("She attended the party he had in Oldford in April.")
    assert [c.words.exact for c in claims if c.head == "have"] in ([], ["the party he had in Oldford in April"])
    (opened,) = [c for c in read("The bridge that the king opened in May 2015 was closed.") if c.when]
    assert opened.words.exact == "The bridge that the king opened in May 2015"


def test_between_two_dates_the_whole_clause_is_told() -> None:
    claims = read("They followed a 7-8 record in 2016 with an 8-8 record in 2017.")
    assert all(c.words.exact.startswith("They followed") for c in claims)


def test_words_do_not_end_inside_their_time() -> None:
    claims = read("The mayor said the thefts happened between April 17, 2016 and March 29, 2017.")
    assert any(c.words.exact.endswith("between April 17, 2016 and March 29, 2017") for c in claims)


def test_words_keep_the_quotation_mark_that_they_begin_with() -> None:
    (claim,) = read("“Callister” was filmed at Oldford Studios just outside of Norwood.")
    assert claim.words.exact.startswith("“Callister”")


def test_what_an_american_says_is_not_said_by_america() -> None:
    (claim,) = read("One witness, an American who stood near the truck, said the driver was alone.")
    assert claim.speaker == "One witness"


def test_a_number_counts_the_last_word_of_a_name() -> None:
    (claim,) = read("The dictator has 300 Stalin era Antonov aircraft.")
    assert [q.unit for q in claim.quantities] == ["aircraft"]


def test_a_price_counts_money() -> None:
    (claim,) = read("The bid represents $82 per Oldford share.")
    assert [(q.value, q.unit) for q in claim.quantities] == [(82.0, "$")]


def test_what_is_said_is_told_with_its_condition() -> None:
    (claim,) = read("“If it clears the pad, it is a normal flight,” Lee said.")
    assert claim.words.exact.startswith("If it clears the pad")


@pytest.mark.parametrize(
    "text",
    [
        "Lee slammed into the barrier before his car slid across the track.",
        "Lee was charged by a military court after the scuffle.",
    ],
)
def test_acts_that_sound_like_speech(text: str) -> None:
    assert [(c.status.value, c.speaker) for c in read(text)] == [("happened", "")]


def test_a_short_passive_is_no_perfect() -> None:
    (claim,) = read("Now he’s surrounded by dancers.")
    assert claim.status.value == "ongoing"


def test_half_of_a_question_is_not_told() -> None:
    assert read("“How about you teach people to get the facts first,” Lee tweeted on Monday.") == ()


def test_numbers_of_the_clause_before_are_left_out() -> None:
    claims = read("Bell finished with 14 carries for 69 yards and Roe had six receptions for 75 yards.")
    (roe,) = [c for c in claims if c.words.exact.startswith("Roe")]
    assert [q.value for q in roe.quantities] == [6.0, 75.0]


def test_money_in_short() -> None:
    (claim,) = read("The campaign has received $7m in funding from a trust.")
    assert [(q.value, q.unit) for q in claim.quantities] == [(7e6, "$")]


def test_words_do_not_end_before_the_verb_of_their_last_noun() -> None:
    claims = read("He watched as yellow-vested workers rummaged through the cabin.")
    assert not any(c.words.exact.endswith("workers") for c in claims)


def test_a_thing_that_is_boasted_or_threatened_is_not_said() -> None:
    assert [c.speaker for c in read("Fog threatened the landing when it hid the lights.")] == [""]


def test_a_man_of_a_people_is_not_its_state() -> None:
    (claim,) = read("The 46-year-old Swede said the bridge was closed.")
    assert claim.speaker == "The 46-year-old Swede"


def test_games_that_may_come_did_not_happen() -> None:
    assert not any(c.when for c in claims_of("They should send a team to the 2018 Winter Games."))


def test_a_particle_makes_no_number_rough() -> None:
    (claim,) = read("The rebels handed over 21 schoolgirls to the guards on Monday.")
    assert [q.words for q in claim.quantities] == ["21 schoolgirls"]


@pytest.mark.parametrize(
    "text",
    [
        "A quake struck at 1653 local time.",
        "Residents rang in 2021 with fireworks.",
        "Passengers got to celebrate the start of 2021 twice.",
        "Two coaches did not make it to the new year.",
    ],
)
def test_no_time_of_the_happening(text: str) -> None:
    assert all(c.when is None for c in read(text))


def test_teasers_behind_read_more_are_left_out() -> None:
    text = "The bridge was closed on Monday.\n\nRead more:\n\nA tavern in Norwood burned down. Guests filmed the fire."
    assert {c.sentence.exact for c in read(text)} == {"The bridge was closed on Monday."}


def test_what_is_planned_or_proposed_stands_as_such() -> None:
    (plans,) = read("The company plans a new factory near Norwood.")
    assert plans.status is Status.PLANNED
    (proposed,) = read("The two sides have proposed a freeze of the tests.")
    assert proposed.status is Status.HAPPENED


def test_a_short_has_is_no_passive() -> None:
    (claim,) = read("She's taken the case to the court.")
    assert claim.status is Status.HAPPENED
    assert [r.words for r in claim.roles if r.name == "agent"] == ["She"]


def test_that_a_question_stands_open_tells_nothing() -> None:
    assert not read("Whether the driver was acting alone was unclear.")


def test_that_no_day_has_been_set_is_no_plan() -> None:
    (claim,) = read("As of March, a timeline for the talks has not been set.")
    assert claim.status is Status.ONGOING


SHARED_TIMES = {
    "what is joined to what was done the same day": (
        "On 3 May the court ruled. Lawmakers passed the bill, and the mayor signed it the same day.",
        ["rule", "pass", "sign"],
    ),
    "what is done behind what was denied": (
        "The mayor denied on 3 May that he had left, and offered his rivals talks.",
        ["deny", "offer"],
    ),
    "who stood and who else claimed": (
        "A clerk stood in her place on 3 May, and both camps claimed the victory.",
        ["stand"],
    ),
}


@pytest.mark.parametrize(("text", "heads"), SHARED_TIMES.values(), ids=SHARED_TIMES)
def test_a_time_is_that_of_what_is_joined(text: str, heads: list[str]) -> None:
    day = dt.date(2021, 5, 3)
    assert sorted(c.head for c in read(text) if c.when and c.when.days.start == day == c.when.days.end) == sorted(heads)
