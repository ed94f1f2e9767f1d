"""The plans of one occasion told together: a meeting that one report plans and another calls off has one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.link.words import groups_in, stems
from dateline.model.claim import Claim, Status
from dateline.views.dossier.choosing import Chosen, overlap, shown
from dateline.views.dossier.material import Material
from dateline.views.dossier.parts import Plan
from dateline.views.wording import Stated

CLOSE = 62  # days of a plan's time within which two plans can be of one occasion


@dataclass(frozen=True, slots=True)
class Planned:
    """A claim of something planned, put off or called off, and how that stands; `others` are those of the same
    occasion."""

    claim: Claim
    plan: Plan
    others: tuple[Claim, ...] = ()


def once(planned: Sequence[Planned], material: Material) -> list[Planned]:
    """One of each occasion, in the order given: that which tells best how it stands, with the claims of the others."""
    groups: list[list[Planned]] = []
    made = {p.claim.id: shown(p.claim, material) for p in planned}
    for plan in planned:
        group = next((g for g in groups if any(_one(plan, other, made, material) for other in g)), None)
        if group:
            group.append(plan)
        else:
            groups.append([plan])
    return [_best(group, made) for group in groups]


def _best(group: Sequence[Planned], made: dict[str, Chosen]) -> Planned:
    first = max(group, key=lambda p: _worth(p, made[p.claim.id]))
    plan = Plan(
        first.plan.state,
        first.plan.planned_for or _first(p.plan.planned_for for p in group),
        first.plan.changed_on or _first(p.plan.changed_on for p in group),
        first.plan.why,
    )
    others = dict.fromkeys(c for p in group for c in (p.claim, *p.others) if c.id != first.claim.id)
    return Planned(first.claim, plan, tuple(others))


def _worth(planned: Planned, made: Chosen) -> tuple[bool, bool, bool, bool]:
    """How well a claim tells how an occasion stands: by the act that changed it, dated, and in one sentence alone."""
    acts = planned.claim.status is not Status.PLANNED
    return (acts, planned.plan.changed_on is not None, not made.open, made.context < 0)


def _first(found: Iterable[Stated | None]) -> Stated | None:
    return next((when for when in found if when), None)


def _one(a: Planned, b: Planned, made: dict[str, Chosen], material: Material) -> bool:
    """Whether two plans are of one occasion: they stand alike, for the same days, and who is to do what is the same; or
    the line of one tells the other's sentence anyway."""
    if a.plan.state is not b.plan.state or not _days_meet(a.plan, b.plan):
        return False
    one, two = made[a.claim.id], made[b.claim.id]
    if a.claim.revision_id == b.claim.revision_id and (overlap(one.reach, two.span) or overlap(two.reach, one.span)):
        return _days_equal(a.plan, b.plan)
    parties = _parties(a.claim, one, material) & _parties(b.claim, two, material)
    return len(parties) > 1 or (bool(parties) and not _kinds(a.claim).isdisjoint(_kinds(b.claim)))


def _days_meet(a: Plan, b: Plan) -> bool:
    one, two = a.planned_for, b.planned_for
    if one is None or two is None:  # what was called off that day
        return one is not two and bool(a.changed_on and b.changed_on and a.changed_on.edtf == b.changed_on.edtf)
    if not one.start or not one.end or not two.start or not two.end:
        return False
    short = max((one.end - one.start).days, (two.end - two.start).days) <= CLOSE
    return short and one.start <= two.end and two.start <= one.end


def _days_equal(a: Plan, b: Plan) -> bool:
    one, two = a.planned_for, b.planned_for
    return one is None or two is None or one.edtf == two.edtf


def _parties(claim: Claim, made: Chosen, material: Material) -> frozenset[str]:
    """The parties and places of the words that are shown for a claim."""
    first, last = made.reach
    marked = material.texts.of(claim)
    told = [s.start for s in marked.sentences if first <= s.start < last or s.start == claim.sentence.start]
    beside = [c for start in told for c in material.sentence_claims(claim.revision_id, start)]
    return frozenset(x for c in (claim, *beside) for x in (*c.actors, *(f"#{p}" for p in c.places)))


def _kinds(claim: Claim) -> frozenset[str]:
    return groups_in(stems(claim.anchor.exact))
