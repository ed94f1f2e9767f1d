from __future__ import annotations

from dataclasses import replace
from datetime import date

from small_matter import G

from dateline.model.claim import Claim, When
from dateline.model.relation import Relation, RelationKind, Slot
from dateline.model.time import Days, day, year
from dateline.views.base import Reading
from dateline.views.gather import Gathered, gather_claims
from dateline.views.versions import in_words, versions


def desk(small: Reading) -> tuple[Gathered, Claim]:
    claims = list(small.store.claims.all())
    return gather_claims(small.store, claims), claims[0]


def dated(claim: Claim, name: str, days: Days, granularity: G) -> Claim:
    return replace(claim, id=name, when=When(days, granularity, "stated"))


def clash(a: Claim, b: Claim, slot: Slot = Slot.DATE, values: tuple[str, ...] = ()) -> Relation:
    told = values or tuple(c.when.days.edtf() for c in (a, b) if c.when)
    return Relation(f"relation-{a.id}{b.id}", RelationKind.CONTRADICTION, a.id, b.id, 0.9, (), slot, told)


def test_dates_that_nest_are_one_version_told_as_the_most_exact(small: Reading) -> None:
    gathered, claim = desk(small)
    late = dated(claim, "late", year(2018), G.YEAR)
    coarse = dated(claim, "coarse", year(2019), G.YEAR)
    exact = dated(claim, "exact", day(date(2019, 2, 7)), G.DAY)
    claims = [coarse, late, exact]
    known = replace(gathered, claims={c.id: c for c in claims})
    found = versions([clash(late, coarse), clash(late, exact)], claims, known)
    assert [(value, [c.id for c in held]) for value, held in found] == [
        ("7 Feb 2019", ["coarse", "exact"]),
        ("2018", ["late"]),
    ]


def test_other_slots_go_by_their_words(small: Reading) -> None:
    gathered, claim = desk(small)
    a, b = (replace(claim, id=name) for name in "ab")
    relation = clash(a, b, Slot.NUMBER, ("334 deputies", "343 deputies"))
    found = versions([relation], [b, a], replace(gathered, claims={"a": a, "b": b}))
    assert [value for value, _ in found] == ["343 deputies", "334 deputies"]


def test_days_are_told_as_the_claim_words_them(small: Reading) -> None:
    gathered, claim = desk(small)
    a, b = dated(claim, "a", day(date(2019, 2, 7)), G.DAY), dated(claim, "b", year(2018), G.YEAR)
    known = replace(gathered, claims={"a": a, "b": b})
    assert in_words(clash(a, b), known) == ("7 Feb 2019", "2018")
    assert in_words(clash(a, b, values=("Thursday", "2018")), known) == ("Thursday", "2018")
