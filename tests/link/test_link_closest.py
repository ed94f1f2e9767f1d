"""Of all that two histories tell of one time, the two that are nearest; and what a light verb is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from held_claims import known

from dateline.link.base import Known
from dateline.link.comparing import Comparing
from dateline.link.naming import naming, ordinals
from dateline.link.profile import telling
from dateline.link.reasons.closest import CROWD, HISTORY, closest
from dateline.link.reasons.pair import Ground
from dateline.link.reasons.standing import other_order, several
from dateline.link.reasons.wording import opposed
from dateline.link.words import groups_in, stems
from dateline.model.claim import Role

HEADS = {"won": "win", "lost": "lose"}
PARTIES = ("norland", "estmark")


def history(article: str, *own: Known, years: int = HISTORY) -> list[Known]:
    """Claims of one matter and many years, beside those that are asked about."""
    told = (
        known(
            article, f"Norland and Estmark haggled over herring in {y}.", "haggled", f"{y}", actors=PARTIES, at=200 * n
        )
        for n, y in enumerate(range(1970, 1970 + years), 1)
    )
    return [*own, *told]


def ground(a: Sequence[Known], b: Sequence[Known]) -> Ground | None:
    """What being nearest tells of the first claims of two articles."""
    comparing = Comparing()
    comparing.add(telling(claims) for claims in (a, b))
    return closest(comparing.pair(a[0].claim.id, b[0].claim.id))


LIGHTHOUSE = known("a", "The old lighthouse of Halden burned down in 1998.", "burned down", "1998", head="burn")
FIRE = known("b", "Fire took the lighthouse of Halden on 4 May 1998.", "Fire took", "1998-05-04", head="take")
BALLET = known("b", "The ballet of Halden toured in June 1998.", "toured", "1998-06", head="tour", at=5000)
BLAZE = known("b", "The lighthouse of Halden burned in June 1998.", "burned", "1998-06", head="burn", at=6000)


def test_the_nearest_of_a_time_is_for_the_two() -> None:
    found = ground(history("a", LIGHTHOUSE), history("b", FIRE, BALLET))
    assert found is not None
    assert found.name == "closest"
    assert 0 < found.strength <= 1


def test_another_that_is_nearer_is_against_them() -> None:
    found = ground(history("a", LIGHTHOUSE), history("b", FIRE, BALLET, BLAZE))
    assert found is not None
    assert found.name == "nearer"
    assert -1 <= found.strength < 0


def test_a_report_of_the_day_is_no_history() -> None:
    assert ground(history("a", LIGHTHOUSE), history("b", FIRE, BALLET, years=3)) is None


def test_times_that_do_not_meet_are_not_asked() -> None:
    other = known("b", "Fire took the lighthouse of Halden on 4 May 1999.", "Fire took", "1999-05-04", head="take")
    assert ground(history("a", LIGHTHOUSE), history("b", other)) is None


def test_the_order_of_two_claims_does_not_matter() -> None:
    a, b = history("a", LIGHTHOUSE), history("b", FIRE, BALLET)
    one, other = ground(a, b), ground(b, a)
    assert one is not None
    assert other is not None
    assert one[:2] == other[:2]


def test_a_light_verb_takes_what_the_clause_is_about() -> None:
    claim = known(
        "a", "It took years for both sides to sign.", "It took years for both sides to sign", head="take"
    ).claim
    assert "sign" in naming(claim).theme


@pytest.mark.parametrize("words", ["again and again", "three times", "repeatedly", "time and again", "over and over"])
def test_what_is_told_of_several(words: str) -> None:
    assert "several" in ordinals(known("a", f"The house refused the bill {words}.", "refused", "1998").claim)


def order(a: str, b: str) -> float | None:
    x, y = (known(n, f"Norland held {w} vote.", f"held {w} vote", "1998", head="vote") for n, w in (("a", a), ("b", b)))
    comparing = Comparing()
    comparing.add(telling([k]) for k in (x, y))
    found = other_order(comparing.pair(x.claim.id, y.claim.id))
    return found and found.strength


def test_what_comes_again_may_be_the_second() -> None:
    assert order("another", "a second") is None
    assert order("a first", "a second") == -1.0


def test_several_against_one() -> None:
    x = known("a", "The house refused the bill again and again.", "refused the bill", "1998")
    y = known("b", "The house refused the bill.", "refused the bill", "1998")
    comparing = Comparing()
    comparing.add(telling([k]) for k in (x, y))
    assert several(comparing.pair(x.claim.id, y.claim.id)) is not None


def contest(article: str, name: str, how: str, actor: str) -> Known:
    made = known(f"{article}-{actor}", f"{name} {how} the election.", f"{how} the election", "1998-05", head=HEADS[how])
    roles = (Role("agent", name, name.lower(), actor), Role("patient", "the election", "election"))
    return replace(made, claim=replace(made.claim, roles=roles))


@pytest.mark.parametrize(
    ("winner", "loser", "against"), [("anna-berg", "carl-dahl", False), ("anna-berg", "anna-berg", True)]
)
def test_who_won_and_who_lost_a_contest(winner: str, loser: str, against: bool) -> None:
    x, y = contest("a", "Berg", "won", winner), contest("b", "Dahl", "lost", loser)
    comparing = Comparing()
    comparing.add(telling([k]) for k in (x, y))
    assert (opposed(comparing.pair(x.claim.id, y.claim.id)) is not None) is against


def test_the_two_sides_of_a_fight_for_a_place() -> None:
    x = known(
        "a", "Norland retook Halden.", "retook Halden", "1998-05", head="retake", actors=["norland"], places=["h"]
    )
    y = known(
        "b", "Estmark pulled out of Halden.", "pulled out", "1998-05", head="pull", actors=["estmark"], places=["h"]
    )
    z = known(
        "c", "Norland pulled out of Halden.", "pulled out", "1998-05", head="pull", actors=["norland"], places=["h"]
    )
    comparing = Comparing()
    comparing.add(telling([k]) for k in (x, y, z))
    assert opposed(comparing.pair(x.claim.id, y.claim.id)) is None
    assert opposed(comparing.pair(x.claim.id, z.claim.id)) is not None


@pytest.mark.parametrize(("head", "taken"), [("run", True), ("be", False)])
def test_a_thing_told_of_by_a_pronoun_is_what_the_sentence_named_before(head: str, taken: bool) -> None:
    sentence = "The referendum was put off; it ran into June."
    first = known(f"a-{head}", sentence, "The referendum was put off", "1998-05", head="put-off")
    second = known(f"a-{head}", sentence, "it ran into June", "1998-06", head=head)
    second = replace(second, claim=replace(second.claim, roles=(Role("agent", "it", "it"),), terms=()))
    found = telling([first, second]).profiles[1]
    assert found.claim.anchor.exact == "it ran into June"
    assert ("vote" in found.theme) is taken


def test_articles_of_names_are_no_happening() -> None:
    assert not groups_in(stems("Los Angeles"))


def test_in_a_crowd_nothing_is_nearest() -> None:
    crowd = [
        known("b", f"Herring boat {n} of Halden sailed on 5 May 1998.", "sailed", "1998-05-05", head="sail", at=300 * n)
        for n in range(30, 31 + CROWD)
    ]
    assert ground(history("a", LIGHTHOUSE), history("b", FIRE, *crowd)) is None
