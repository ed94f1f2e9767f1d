"""Whose a number is, tallies and margins, and what light verbs are about."""

from __future__ import annotations

from dataclasses import replace

from held_claims import known

from dateline.link.base import Known
from dateline.link.figures import clash
from dateline.link.naming import naming, ordinals, points_back
from dateline.link.numbers import shared_out
from dateline.link.profile import Profile, telling
from dateline.model.claim import Quantity, Role

TOLD = "The chamber rejected the plan by 310 to 290 on 4 May 2015 and by 305 to 295 on 9 June 2015."
NUMBERS = tuple(Quantity(v, "", f"{v:g}") for v in (310.0, 290.0, 305.0, 295.0))


def both() -> list[Known]:
    first = known("a", TOLD, "rejected the plan", "2015-05-04", head="reject")
    second = known("a", TOLD, "by 305 to 295", "2015-06-09", head="reject")
    return [replace(k, claim=replace(k.claim, quantities=NUMBERS)) for k in (first, second)]


def voted(text: str, *numbers: tuple[float, str]) -> Profile:
    return telling([known("b", text, "rejected the plan", "2015-05-04", head="reject", numbers=numbers)]).profiles[0]


def test_numbers_of_a_shared_sentence_go_to_the_nearest_claim() -> None:
    first, second = (k.claim for k in both())
    shared = shared_out([first, second])
    assert shared[first.id].tally == (310.0, 290.0)
    assert shared[second.id].tally == (305.0, 295.0)
    assert shared[first.id].margin == 20.0


def test_tallies_that_differ_a_little_clash() -> None:
    mine = telling(both()).profiles[0]
    other = voted("It rejected the plan by 310 to 280 on 4 May 2015.", (310, ""), (280, ""))
    found = clash(mine, other)
    assert found is not None
    assert {found.a, found.b} == {"310-290", "310-280"}


def test_tallies_of_other_votes_do_not() -> None:
    mine = telling(both()).profiles[0]
    assert clash(mine, voted("It rejected the plan by 410 to 190 on 4 May 2015.", (410, ""), (190, ""))) is None


def test_a_margin_that_the_tally_bears_out_agrees_and_another_clashes() -> None:
    mine = telling(both()).profiles[0]
    right = voted("It rejected the plan by 20 votes on 4 May 2015.", (20, "vote"))
    wrong = voted("It rejected the plan by 21 votes on 4 May 2015.", (21, "vote"))
    assert clash(mine, right) is None
    assert clash(mine, wrong) is not None


def test_a_light_verb_is_named_by_what_it_is_about() -> None:
    begun = known("a", "The talks began on 4 May 2015.", "began", "2015-05-04", head="begin").claim
    begun = replace(begun, roles=(Role("agent", "The talks", "talk"),))
    assert naming(begun).head == "talk"
    assert "talk" in naming(begun).groups
    assert points_back(begun)


def test_one_of_several_is_marked() -> None:
    claim = known("a", "The chamber voted it down three times in 2015.", "voted it", "2015", head="vote").claim
    assert "several" in ordinals(claim)
    assert "reject" in naming(claim).groups
