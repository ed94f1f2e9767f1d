"""Acts and their sides, things, and lands by any name, as drafts are compared with what is held."""

from __future__ import annotations

from dateline.views.checking.lands import lands
from dateline.views.checking.senses import acts, against, pieces, sides, things
from dateline.views.lasting import spans_otherwise


def told(text: str) -> frozenset[tuple[str, int]]:
    return sides(acts(pieces(text)))


def test_idioms_tell_the_act() -> None:
    assert ("sign", 1) in told("Their envoys put pen to an accord.")
    assert ("begin", -1) in told("The war came to a formal halt.")
    assert ("expel", 1) in told("His wing expelled him.") & told("He was thrown out.")


def test_a_phrase_hides_its_words() -> None:
    assert ("give", 1) not in told("He gave up the office.")


def test_contraries_lie_on_one_axis() -> None:
    assert "accept" in set(against(told("It turned the offer down."), told("It agreed to the offer.")))
    assert "resume" in set(against(told("They resumed the talks."), told("They broke off the talks.")))


def test_a_negation_turns_what_follows() -> None:
    assert ("give", -1) in told("The board refused in May to give the party its register back.")
    assert ("meet", 1) in told("They did not meet until September.")
    assert ("meet", -1) in told("They did not meet.")


def test_what_is_only_tried_is_no_act() -> None:
    assert not told("They tried to detain him.")


def test_words_of_times_are_no_acts() -> None:
    assert ("begin", -1) not in told("He spoke at the end of March.")


def test_things_by_other_words() -> None:
    assert things(pieces("the accord")) & things(pieces("a deal"))
    assert not things(pieces("the accord")) & things(pieces("the river"))


def test_lands_by_people_and_capital() -> None:
    assert lands("Addis Ababa's envoys") == lands("the Ethiopian army") == frozenset({"~ET"})


def test_another_length_of_time() -> None:
    assert spans_otherwise("It gave them three months to disarm.", "They are to be disarmed within 30 days.")
    assert not spans_otherwise("It gave them a month; four weeks passed.", "It took four weeks.")
    assert not spans_otherwise("Three weeks later they met.", "They met.")
