from __future__ import annotations

from datetime import date

from small_matter import S

from dateline.model.claim import Claim
from dateline.store.base import Held
from dateline.views.asof import known_by, up_to
from dateline.views.base import Reading
from dateline.views.gather import Gathered, gather


def gathered(small: Reading) -> Gathered:
    claims = [c.id for c in small.store.claims.all()]
    return gather(small.store, small.store.links.events_of(claims))


def one(small: Reading, anchor: str) -> tuple[Claim, Held]:
    all_of_it = gathered(small)
    claim = next(c for c in all_of_it.claims.values() if c.anchor.exact == anchor)
    return claim, all_of_it.text_of(claim)


def test_what_began_by_then_counts_even_if_told_later(small: Reading) -> None:
    claim, held = one(small, "asked to join")
    assert known_by(claim, held, date(2021, 12, 1))
    assert not known_by(claim, held, date(2021, 11, 30))


def test_a_plan_counts_from_the_day_it_was_published(small: Reading) -> None:
    claim, held = one(small, "decide")
    assert claim.status is S.PLANNED
    assert known_by(claim, held, date(2019, 2, 8))
    assert not known_by(claim, held, date(2019, 2, 7))


def test_an_undated_claim_counts_from_publication(small: Reading) -> None:
    claim, held = one(small, "knows")
    assert known_by(claim, held, date(2019, 2, 8))
    assert not known_by(claim, held, date(2019, 2, 7))


def test_events_are_formed_anew_from_what_is_left(small: Reading) -> None:
    everything = gathered(small)
    left = up_to(everything, date(2018, 6, 1))
    (event,) = [e for e in left.events if "constitution" in e.label]
    assert event.days is not None
    assert event.days.edtf() == "2018"
    assert event.voices == 2
    assert up_to(everything, None) is everything
