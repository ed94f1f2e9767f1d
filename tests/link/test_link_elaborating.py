"""Undated sentences that tell on what the dated one before them told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from held_claims import Memory, known

from dateline.link.base import Known
from dateline.link.comparing import Comparing
from dateline.link.profile import Profile, telling
from dateline.link.step import link
from dateline.model.claim import Quantity, Role

VOTE = "Voters in Norland rejected the harbour treaty on Sunday."
RESULT = "With all ballots counted, 57.4 percent had voted No."
LATER = "In a referendum 54.7 percent of the voters of Norland rejected the harbour treaty."


def vote(article: str = "a") -> Known:
    return known(article, VOTE, "rejected the harbour treaty", "2012-03-04", head="reject")


def result(text: str = RESULT, at: int = 60, agent: str = "57.4 percent") -> Known:
    made = known("a", text, text.rsplit(", ", maxsplit=1)[-1].rstrip("."), head="vote", at=at)
    roles = (Role("agent", agent, agent.rsplit(maxsplit=1)[-1]), Role("patient", "No", "no"))
    return replace(
        made, claim=replace(made.claim, roles=roles, quantities=(Quantity(57.4, "percent", "57.4 percent"),))
    )


def last(claims: Sequence[Known]) -> Profile:
    return telling(claims).profiles[-1]


def test_a_result_has_the_time_of_the_vote_and_bears_out_no_date() -> None:
    own = last([vote(), result()])
    assert own.days == telling([vote()]).profiles[0].days
    assert own.first == vote().claim.id
    assert own.borrowed
    assert own.known.claim.when is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("In 2008, 57.4 percent had voted No.", 60),
        ("At the second vote, 57.4 percent had voted No.", 60),
        ("Among the young, 57.4 percent had voted No.", 60),
        ("With every ballot counted, 57.4 percent had voted No.", 900),
    ],
)
def test_another_time_a_part_and_what_stands_far_away_have_not(text: str, at: int) -> None:
    assert last([vote(), result(text, at)]).days is None


def test_nor_has_the_figure_of_somebody_else() -> None:
    assert last([vote(), result("In the harbour, her rivals won 57.4 percent.", agent="her rivals")]).days is None


def test_nor_what_stands_behind_two_votes_of_two_days() -> None:
    both = VOTE.replace("on Sunday", "on Sunday and rejected the herring treaty on Monday")
    first = known("a", both, "rejected the harbour treaty", "2012-03-04", head="reject")
    second = known("a", both, "rejected the herring treaty", "2012-03-05", head="reject")
    assert last([first, second, result(at=120)]).days is None


def test_the_index_of_times_knows_the_dated_claims_alone() -> None:
    told = telling([vote(), result()])
    assert list(told.dated.values()) == [(0,)]


def test_one_that_tells_on_is_no_nearer_to_others_than_what_it_tells_on() -> None:
    other = known("b", "Halden's fishmongers elected an eel king.", "elected an eel king", "2012-03-04", head="elect")
    comparing = Comparing()
    comparing.add(telling(claims) for claims in ([vote(), result()], [other]))
    of_first = comparing.score(vote().claim.id, other.claim.id)
    assert of_first < comparing.scorer.threshold
    assert comparing.score(result().claim.id, other.claim.id) <= of_first


def test_its_event_holds_both_sentences_and_has_the_time_of_the_dated_ones() -> None:
    told = known("b", LATER, "rejected the harbour treaty", "2012-03-04", head="reject", numbers=[(54.7, "percent")])
    memory = Memory()
    for claims in ([vote(), result()], [told]):
        memory.take(claims, link(claims, memory))
    assert memory.together(vote(), result(), told)
    found = next(
        r for r in memory.relations.values() if {r.a, r.b} == {result().claim.id, told.claim.id} and not r.slot
    )
    assert any(r.name == "tells-on" and "rejected the harbour treaty" in r.words for r in found.reasons)
    assert abs(sum(r.score for r in found.reasons) - found.score) < 0.01


def test_an_event_of_its_own_has_no_time() -> None:
    apart = replace(
        result(), claim=replace(result().claim, head="count", quantities=(Quantity(57, "vote", "57 votes"),))
    )
    memory = Memory()
    memory.take([vote(), apart], link([vote(), apart], memory))
    assert telling([vote(), apart]).profiles[-1].days is not None
    assert [e.days for e in memory.events.values() if e.claims == (apart.claim.id,)] == [None]
