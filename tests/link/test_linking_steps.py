"""One step of linking after another: the same happenings in whatever order, decisions, bounded work."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime

import pytest
from held_claims import Memory, known

from dateline.link.base import Known
from dateline.link.step import link
from dateline.model.claim import Status
from dateline.model.relation import Judgement, RelationKind, Slot, Target, Verdict

VOTE = known(
    "a", "Norwood's parliament ratified the fisheries treaty on 4 May 2015.", "ratified the fisheries treaty",
    "2015-05-04", head="ratify", actors=["norwood"],
)  # fmt: skip
SAME_VOTE = known(
    "b", "In May 2015 deputies in Norwood approved the fisheries treaty.", "approved the fisheries treaty", "2015-05",
    head="approve", actors=["norwood"],
)  # fmt: skip
OTHER_DAY = known(
    "c", "The fisheries treaty was ratified by Norwood's parliament on 5 May 2015.", "was ratified", "2015-05-05",
    head="ratify", actors=["norwood"],
)  # fmt: skip
QUAKE = known(
    "b", "An earthquake struck Lima on 12 March 2015.", "earthquake", "2015-03-12", places=["geonames:1"], at=90
)
SECOND_QUAKE = known(
    "c", "A second earthquake struck Lima on 30 March 2015.", "second earthquake", "2015-03-30", places=["geonames:1"],
    head="earthquake", at=90,
)  # fmt: skip
ALL = [VOTE, SAME_VOTE, OTHER_DAY, QUAKE, SECOND_QUAKE]


def linked(claims: list[Known], *, one_by_one: bool, seed: int = 0, decided: tuple[Judgement, ...] = ()) -> Memory:
    memory = Memory(decided)
    articles = sorted({k.article_id for k in claims})
    random.Random(seed).shuffle(articles)
    parts = [[k for k in claims if k.article_id == a] for a in articles] if one_by_one else [claims]
    for part in parts:
        memory.take(part, link(part, memory))
    return memory


def judgement(a: Known, b: Known, verdict: Verdict) -> Judgement:
    targets = [Target(k.article_id, k.claim.anchor) for k in (a, b)]
    return Judgement("judgement-1", *targets, verdict, "an editor", datetime(2020, 1, 1, tzinfo=UTC))


def test_a_month_and_a_day_in_it_are_one_happening_with_reasons_in_words() -> None:
    memory = linked([VOTE, SAME_VOTE], one_by_one=True)
    assert memory.together(VOTE, SAME_VOTE)
    relation = next(r for r in memory.relations.values() if r.kind is RelationKind.SAME_EVENT)
    assert {"date", "head", "words", "actors"} <= {r.name for r in relation.reasons}
    assert any("fisheries" in r.words for r in relation.reasons)
    assert relation.score == pytest.approx(sum(r.score for r in relation.reasons))


def test_the_coarse_date_is_called_looser_and_not_a_disagreement() -> None:
    memory = linked([VOTE, SAME_VOTE], one_by_one=True)
    kinds = {r.kind for r in memory.relations.values()}
    assert RelationKind.LOOSER in kinds
    assert RelationKind.CONTRADICTION not in kinds


def test_two_days_for_one_happening_are_a_disagreement_with_both_values() -> None:
    memory = linked([VOTE, SAME_VOTE, OTHER_DAY], one_by_one=True)
    found = [r for r in memory.relations.values() if r.kind is RelationKind.CONTRADICTION]
    assert [(r.slot, set(r.values)) for r in found] == [(Slot.DATE, {"2015-05-04", "2015-05-05"})]
    assert memory.together(VOTE, SAME_VOTE, OTHER_DAY)


def test_happenings_that_repeat_stay_apart() -> None:
    memory = linked([QUAKE, SECOND_QUAKE], one_by_one=True)
    assert not memory.together(QUAKE, SECOND_QUAKE)
    assert not [r for r in memory.relations.values() if r.kind is RelationKind.CONTRADICTION]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_arrival_changes_nothing(seed: int) -> None:
    whole, stepwise = linked(ALL, one_by_one=False), linked(ALL, one_by_one=True, seed=seed)
    assert whole.events == stepwise.events
    assert whole.relations == stepwise.relations


def test_linking_again_changes_nothing() -> None:
    memory = linked(ALL, one_by_one=True)
    again = link(ALL, memory)
    assert (again.relations, again.retired_relations, again.events, again.retired_events) == ((), (), (), ())


def test_every_claim_stands_in_one_event() -> None:
    memory = linked(ALL, one_by_one=True)
    assert sorted(c for e in memory.events.values() for c in e.claims) == sorted(k.claim.id for k in ALL)


def test_a_judgement_wins_over_the_score() -> None:
    apart = linked([VOTE, SAME_VOTE], one_by_one=True, decided=(judgement(VOTE, SAME_VOTE, Verdict.DIFFERENT),))
    assert not apart.together(VOTE, SAME_VOTE)
    joined = linked([VOTE, QUAKE], one_by_one=True, decided=(judgement(VOTE, QUAKE, Verdict.SAME),))
    assert joined.together(VOTE, QUAKE)


def test_a_copy_is_no_second_voice() -> None:
    copy = known(
        "d", VOTE.claim.sentence.exact, VOTE.claim.anchor.exact, "2015-05-04", head="ratify", actors=["norwood"],
        copy_group="a",
    )  # fmt: skip
    first = Known(VOTE.claim, VOTE.outlet_id, copy_group="a")
    memory = linked([first, copy, SAME_VOTE], one_by_one=True)
    event = next(e for e in memory.events.values() if VOTE.claim.id in e.claims)
    assert (len(event.claims), event.voices) == (3, 2)


def test_an_event_takes_the_narrowest_time_and_the_order_of_publication() -> None:
    late = Known(VOTE.claim, "x", date(2020, 1, 1))
    early = Known(SAME_VOTE.claim, "y", date(2016, 1, 1))
    memory = linked([late, early], one_by_one=True)
    event = next(iter(memory.events.values()))
    assert event.claims == (SAME_VOTE.claim.id, VOTE.claim.id)
    assert event.days == (VOTE.claim.when.days if VOTE.claim.when else None)
    assert event.status is Status.HAPPENED


def test_a_large_happening_grows_in_bounded_steps_and_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.link.step.COMPONENT", 4)
    many = [
        known(
            f"m{i:02}", f"Norwood's parliament ratified the fisheries treaty on 4 May 2015, outlet {i} reports.",
            "ratified the fisheries treaty", "2015-05-04", head="ratify", actors=["norwood"],
        )
        for i in range(12)
    ]  # fmt: skip
    memory = linked(many, one_by_one=True)
    assert memory.together(*many)
    assert len(memory.events) == 1
