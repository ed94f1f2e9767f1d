"""Decisions find their claims again, and are applied to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from held_claims import known

from dateline.link.judgements import corrected, find, ruled
from dateline.model.claim import Status
from dateline.model.relation import Correction, Judgement, Target, Verdict

A = known("a", "Norwood joined the union in 1998.", "joined the union", "1998")
B = known("b", "Norwood entered the union in 1999, and left it in 2004.", "entered the union", "1999")
LEFT = known("b", "Norwood entered the union in 1999, and left it in 2004.", "left it", "2004")
DAY = datetime(2021, 5, 4, tzinfo=UTC)


def correction(**changes: object) -> Correction:
    return replace(Correction("correction-1", Target("b", LEFT.claim.anchor), "ed", DAY), **changes)  # type: ignore[arg-type]


def test_a_target_finds_its_claim_under_a_new_id_and_a_longer_anchor() -> None:
    renamed = replace(LEFT.claim, id="claim-new", anchor=replace(LEFT.claim.anchor, end=LEFT.claim.anchor.end + 8))
    assert find(Target("b", LEFT.claim.anchor), [B.claim, renamed]) == renamed


def test_a_target_in_another_article_finds_nothing() -> None:
    assert find(Target("c", LEFT.claim.anchor), [A.claim, B.claim, LEFT.claim]) is None


def test_the_last_judgement_on_a_pair_wins_and_undone_ones_do_not_count() -> None:
    targets = (Target("a", A.claim.anchor), Target("b", B.claim.anchor))
    first = Judgement("1", *targets, Verdict.DIFFERENT, "ed", DAY)
    later = Judgement("2", *reversed(targets), Verdict.SAME, "ed", DAY.replace(hour=9))
    edge = tuple(sorted((A.claim.id, B.claim.id)))
    assert ruled([later, first], [A, B, LEFT]).same == {edge}
    assert ruled([first, replace(later, undone=True)], [A, B, LEFT]).different == {edge}


def test_a_correction_changes_time_and_status_but_not_the_id() -> None:
    first, second = corrected([B.claim, LEFT.claim], [correction(when="2005-06", status="planned")])
    assert first == B.claim
    assert second.id == LEFT.claim.id
    assert second.status is Status.PLANNED
    assert second.when and (second.when.days.edtf(), second.when.how) == ("2005-06", "corrected")
    assert "corrected by ed" in second.why


def test_a_rejected_claim_is_gone_until_that_is_undone() -> None:
    assert corrected([B.claim, LEFT.claim], [correction(rejected=True)]) == (B.claim,)
    assert corrected([B.claim, LEFT.claim], [correction(rejected=True, undone=True)]) == (B.claim, LEFT.claim)
