"""The diplomatic calendar: what was planned, and whether it was held, put off, called off, or never reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.model.claim import Claim, Status
from dateline.model.time import Granularity, day
from dateline.views.dossier.making import cited, told
from dateline.views.dossier.material import Material
from dateline.views.dossier.parts import DossierLine, Part, Plan, Turnout
from dateline.views.evidence import published_day
from dateline.views.wording import stated, stated_days

PLANS = frozenset({Status.PLANNED, Status.POSTPONED, Status.CANCELLED})
TITLES = {
    Turnout.AHEAD: "Planned",
    Turnout.HELD: "Held",
    Turnout.POSTPONED: "Postponed",
    Turnout.CANCELLED: "Cancelled",
    Turnout.UNREPORTED: "Day passed without a report",
}


def calendar(material: Material) -> tuple[Part, ...]:
    """The plans by state, each by the day for which it was made."""
    lines = [line for claim in _plans(material) if (line := _line(claim, material))]
    return tuple(
        Part(TITLES[state], tuple(sorted(kept, key=_planned_day)))
        for state in Turnout
        if (kept := [x for x in lines if x.plan and x.plan.state is state])
    )


def _plans(material: Material) -> list[Claim]:
    """Dated claims of something planned, put off or called off, one for each happening and day."""
    found: dict[tuple[str, str, str], Claim] = {}
    for event in material.gathered.events:
        for claim in material.gathered.claims_of(event):
            if claim.status in PLANS and claim.when and not claim.negated:
                found.setdefault((event.id, claim.status, claim.when.days.edtf()), claim)
    return list(found.values())


def _line(claim: Claim, material: Material) -> DossierLine:
    event = material.event_of[claim.id]
    made = told(event, material, claim)
    state, why = _state(claim, material)
    changed = (
        published_day(material.gathered.text_of(claim)) if state in (Turnout.POSTPONED, Turnout.CANCELLED) else None
    )
    when = stated_days(day(changed), Granularity.DAY) if changed else None
    plan = Plan(state, stated(claim.when) if claim.when else None, when, why)
    return replace(made, plan=plan, occurred=plan.planned_for, cited=made.cited or (cited(claim, material),))


def _state(claim: Claim, material: Material) -> tuple[Turnout, str]:
    if claim.status is Status.CANCELLED:
        return Turnout.CANCELLED, claim.anchor.exact
    if claim.status is Status.POSTPONED:
        return Turnout.POSTPONED, claim.anchor.exact
    event = material.event_of[claim.id]
    real = [c for c in material.gathered.claims_of(event) if c.status in (Status.HAPPENED, Status.ONGOING)]
    if real:
        return Turnout.HELD, real[0].anchor.exact
    off = [c for c in material.gathered.claims_of(event) if c.status in PLANS - {Status.PLANNED}]
    if off:
        return Turnout(off[-1].status.value), off[-1].anchor.exact
    assert claim.when
    return (Turnout.AHEAD, "") if claim.when.days.upper >= material.day else (Turnout.UNREPORTED, "")


def _planned_day(line: DossierLine) -> tuple[date, str]:
    when = line.plan.planned_for if line.plan else None
    return ((when.start or when.end or date.max) if when else date.max, line.id)
