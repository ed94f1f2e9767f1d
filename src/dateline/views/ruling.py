"""The verdict on one drafted sentence from how stored claims bear on what it says. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.relation import Slot
from dateline.views.bearing import Bearing, Said, bearing

SUPPORTS = 0.62  # share of what a drafted claim says that one stored claim has to cover
EXCLUDES = 0.5  # the same for a stored claim that excludes it: the clashing word itself is never covered
UNDATED = 0.8  # a stored claim without the time that the draft gives bears out less
OTHER_KIND = 0.85  # a stored claim of another kind of happening
CITED = 5


class Verdict(StrEnum):
    """What the stored claims say of a drafted sentence."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict, the bearings that it rests on (best first), and why in words."""

    verdict: Verdict
    bearings: tuple[Bearing, ...]
    why: tuple[str, ...]


def rule(drafted: Sequence[Said], stored: Sequence[Said]) -> Ruling:
    """The verdict on a sentence: contradicted if one of its claims is, supported if all are, else not found."""
    rulings = [_of_claim(d, stored) for d in drafted]
    against = [r for r in rulings if r.verdict is Verdict.CONTRADICTED]
    if against:
        return against[0]
    if rulings and all(r.verdict is Verdict.SUPPORTED for r in rulings):
        bearings = tuple(b for r in rulings for b in r.bearings)
        return Ruling(Verdict.SUPPORTED, bearings, tuple(w for r in rulings for w in r.why))
    missing = [w for r in rulings if r.verdict is Verdict.NOT_FOUND for w in r.why]
    return Ruling(Verdict.NOT_FOUND, (), tuple(missing) or ("nothing held speaks of it",))


def _of_claim(drafted: Said, stored: Sequence[Said]) -> Ruling:
    found = [bearing(drafted, s) for s in stored]
    bearing_out = sorted(((_support(drafted, b), b) for b in found if not b.clashes), key=_best)
    excluding = sorted(((_exclusion(drafted, b), b) for b in found if len(b.clashes) == 1), key=_best)
    support = bearing_out[0][0] if bearing_out else 0.0
    exclusion = excluding[0][0] if excluding else 0.0
    if support >= SUPPORTS and support >= exclusion:
        cited = tuple(b for s, b in bearing_out if s >= SUPPORTS)[:CITED]
        return Ruling(Verdict.SUPPORTED, cited, (f"{support:.0%} of it is borne out",))
    if exclusion >= EXCLUDES:
        cited = tuple(b for s, b in excluding if s >= EXCLUDES)[:CITED]
        return Ruling(Verdict.CONTRADICTED, cited, (cited[0].clashes[0][1],))
    best = f"at most {max(support, exclusion):.0%} of it stands anywhere"
    return Ruling(Verdict.NOT_FOUND, (), (best,))


def _best(scored: tuple[float, Bearing]) -> tuple[float, str]:
    return (-scored[0], scored[1].stored.claim.id)


def _support(drafted: Said, b: Bearing) -> float:
    score = b.cover if b.same_kind else b.cover * OTHER_KIND
    return score if b.dated or drafted.days is None else score * UNDATED


def _exclusion(drafted: Said, b: Bearing) -> float:
    slot = b.clashes[0][0]
    if slot is Slot.OUTCOME:
        return b.cover if b.dated or drafted.days is None else b.cover * UNDATED
    if slot is Slot.DATE:
        return b.cover if b.same_kind else 0.0
    return b.cover if b.same_kind and (b.dated or drafted.days is None) else 0.0
