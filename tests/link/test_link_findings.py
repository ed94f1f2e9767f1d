"""Slips of dates, clashes of figures, and blocking keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from held_claims import Memory, known

from dateline.link.base import Known
from dateline.link.candidates import articles_to_compare, keys
from dateline.link.figures import clash
from dateline.link.profile import telling
from dateline.link.slips import slip
from dateline.link.step import link
from dateline.model.claim import Role, When
from dateline.model.edtf import read_edtf
from dateline.model.relation import Relation, RelationKind, Slot
from dateline.model.text import select


def when(text: str) -> When:
    return When(*read_edtf(text), "stated")


@pytest.mark.parametrize(
    ("a", "b", "way"),
    [
        ("2019-02-07", "2019-02-08", "by one day"),
        ("2019-02-08", "2019-02-18", "by one digit of the day"),
        ("2019-02-12", "2019-02-21", "by one digit of the day"),
        ("2019-02-07", "2019-03-07", "in the month alone"),
        ("2018-02-07", "2019-02-07", "in the year alone"),
        ("2018", "2019-02-07", "by one year"),
        ("2019-01", "2019-02-07", "by one month"),
    ],
)
def test_dates_that_are_mistaken_for_one_another(a: str, b: str, way: str) -> None:
    found, turned = slip(when(a), when(b)), slip(when(b), when(a))
    assert found is not None
    assert found[1] == way
    assert turned == found


@pytest.mark.parametrize(("a", "b"), [("2019-02-07", "2019-04-25"), ("2014", "2019"), ("2019-02", "2019-09-03")])
def test_dates_that_are_simply_two(a: str, b: str) -> None:
    assert slip(when(a), when(b)) is None


def found(*claims: Known) -> list[Relation]:
    memory = Memory()
    for claim in claims:
        memory.take([claim], link([claim], memory))
    return [r for r in memory.relations.values() if r.kind in (RelationKind.CONTRADICTION, RelationKind.UPDATE)]


def bill(article: str, yes: float, sentence: str = "approved the fisheries bill on 4 May 2015") -> Known:
    told = f"Norwood's parliament {sentence} with {yes:g} votes."
    return known(
        article, told, "approved the fisheries bill", "2015-05-04", head="approve", actors=["norwood"],
        numbers=[(yes, "vote")], published=date(2016, 1, 1),
    )  # fmt: skip


def fire(article: str, dead: float, published: date) -> Known:
    told = f"A fire in the Norwood paper mill killed {dead:g} people on 4 May 2015."
    return known(
        article, told, "killed", "2015-05-04", head="kill", places=["geonames:1"], numbers=[(dead, "people")],
        published=published,
    )  # fmt: skip


def decided(article: str, verb: str, head: str, patient: str = "bill") -> Known:
    claim = known(article, f"Norwood's parliament {verb} the fisheries {patient} on 4 May 2015.", verb, "2015-05-04",
                  head=head, actors=["norwood"])  # fmt: skip
    roles = (Role("agent", "parliament", "parliament", "norwood"), Role("patient", f"the {patient}", patient))
    return Known(replace(claim.claim, roles=roles))


def test_one_decision_with_opposite_outcomes_is_a_disagreement() -> None:
    (relation,) = found(decided("a", "approved", "approve"), decided("b", "rejected", "reject"))
    assert (relation.slot, relation.kind) == (Slot.OUTCOME, RelationKind.CONTRADICTION)
    assert set(relation.values) == {"approved", "rejected"}


def test_opposite_decisions_on_two_things_are_none() -> None:
    assert found(decided("a", "approved", "approve"), decided("b", "rejected", "reject", "treaty")) == []


def test_two_figures_for_one_vote_disagree() -> None:
    (relation,) = found(bill("a", 334), bill("b", 343))
    assert (relation.kind, relation.slot) == (RelationKind.CONTRADICTION, Slot.NUMBER)
    assert {v.split()[0] for v in relation.values} == {"334", "343"}


@pytest.mark.parametrize(("unit", "clashes"), [("peacekeeper", True), ("marcher", False)])
def test_figures_of_one_kind_of_heads_disagree_whatever_they_are_called(unit: str, clashes: bool) -> None:
    told = [
        known(f"paper-{n}", f"A clash in Norwood hurt {n} {u}s.", "hurt", "2015-05-04", head="hurt", numbers=[(n, u)])
        for n, u in ((31, "soldier"), (42, unit))
    ]
    profiles = [telling([k]).profiles[0] for k in told]
    assert (clash(*profiles) is not None) is clashes


def test_a_rounded_figure_agrees() -> None:
    assert found(bill("a", 334), bill("b", 330)) == []


def test_a_toll_that_grows_is_an_update_and_a_settled_one_a_disagreement() -> None:
    (fresh,) = found(fire("a", 4, date(2015, 5, 5)), fire("b", 7, date(2015, 5, 6)))
    (settled,) = found(fire("a", 4, date(2017, 5, 5)), fire("b", 7, date(2018, 5, 6)))
    assert (fresh.kind, settled.kind) == (RelationKind.UPDATE, RelationKind.CONTRADICTION)


def test_copies_never_disagree_with_each_other() -> None:
    a, b = bill("a", 334), bill("b", 343)
    same = [Known(k.claim, k.outlet_id, k.published, (), "group") for k in (a, b)]
    assert found(*same) == []


def test_a_weekday_that_is_not_that_of_the_date_is_an_inconsistency() -> None:
    claim = known(
        "a", "Norwood's parliament met on Tuesday, 4 May 2015.", "met", "2015-05-04",
        why="4 May 2015 was a Monday, not the weekday written",
    )  # fmt: skip
    memory = Memory()
    memory.take([claim], link([claim], memory))
    (relation,) = memory.relations.values()
    assert (relation.kind, relation.a, relation.b) == (RelationKind.INCONSISTENCY, claim.claim.id, claim.claim.id)


def test_a_slip_is_also_read_from_the_words_for_the_date() -> None:
    right = known("a", "Norwood's parliament met on Monday, 4 May 2015.", "met", "2015-05-04")
    wrong = known("b", "Norwood's parliament met on Tuesday, 4 May 2015.", "met", "2015-05-04")
    kinds = []
    for claim, words in ((right, "Monday, 4 May 2015"), (wrong, "Tuesday, 4 May 2015")):
        sentence = claim.claim.sentence.exact
        mark = select(sentence, sentence.index(words), sentence.index(words) + len(words))
        assert claim.claim.when
        told = Known(replace(claim.claim, when=replace(claim.claim.when, mark=mark)))
        memory = Memory()
        memory.take([told], link([told], memory))
        kinds.append([r.kind for r in memory.relations.values()])
    assert kinds == [[], [RelationKind.INCONSISTENCY]]


def test_approximate_numbers_never_clash() -> None:
    a, b = bill("a", 334), bill("b", 343)
    rough = replace(b.claim, quantities=tuple(replace(q, approx="about") for q in b.claim.quantities))
    profiles = [telling([k]).profiles[0] for k in (a, Known(rough))]
    assert clash(*profiles) is None


def test_keys_are_few_and_do_not_depend_on_the_id() -> None:
    told = "Norwood " + "ratified treaties and pacts about fisheries, tariffs and harbours " * 30
    long = known("a", told, "ratified", "2015-05-04", actors=[f"actor-{i}" for i in range(50)])
    assert 0 < len(keys(long.claim)) <= 24


def test_work_is_bounded_whatever_is_held() -> None:
    class Crowd(Memory):
        asked = 0

        def key_counts(self, keys):  # type: ignore[no-untyped-def]
            return dict.fromkeys(keys, 1_000_000)

        def claims_with_keys(self, keys, limit):  # type: ignore[no-untyped-def]
            self.asked += len(keys)
            return []

    crowd, claim = Crowd(), bill("a", 334)
    assert articles_to_compare({claim.claim.id: keys(claim.claim)}, "a", crowd) == []
    assert crowd.asked == 0
