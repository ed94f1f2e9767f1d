"""The verdict on one drafted sentence from how stored claims bear on what it says. Pure.

Thresholds were set on the gold drafts of cases 01, 03 and 05; the other two were looked at as figures only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.claim import Status
from dateline.model.relation import Slot
from dateline.views.asserting import asserts
from dateline.views.bearing import SPOKEN, Bearing, Said, bearing, points_back
from dateline.views.clashing import OFF, REAL, Clash, clashes
from dateline.views.lasting import lasts_otherwise
from dateline.views.ordering import order_unsaid

SUPPORTS = 0.6  # share of what a drafted claim says that one stored claim has to cover
EXCLUDES = 0.55  # the same for a stored claim that excludes it: the clashing word itself is never covered
UNDATED = 0.8  # a stored claim without the time that the draft gives bears out less
ELSEWHERE = 0.9  # a figure of the draft that stands elsewhere in the article only
DATE_ALONE = 0.75  # a like happening on another day is mostly another happening
PLAIN = 1.2  # words that say the very opposite
UNREAL = OFF | {Status.DEMANDED, Status.CONDITIONAL, Status.PLANNED}
CORE = 0.45  # share of what is no name that a supporting sentence has to say itself
VAGUE = 0.85
FAR = 0.25  # what covers less bears on nothing
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


@dataclass(frozen=True, slots=True)
class Weighed:
    """A stored claim's bearing with its clashes, and what it counts for or against the draft."""

    score: float
    bearing: Bearing
    clashes: tuple[Clash, ...]


def rule(drafted: Sequence[Said], stored: Sequence[Said], rulings: Sequence[Ruling]) -> Ruling:
    """The verdict on a sentence: supported if it stands in an article word for word, contradicted if one of its claims
    is, supported if all are, else not found; `rulings` are those on its claims."""
    if verbatim := _verbatim(drafted, stored):
        return verbatim
    against = [r for r in rulings if r.verdict is Verdict.CONTRADICTED]
    if against:
        return against[0]
    if rulings and all(r.verdict is Verdict.SUPPORTED for r in rulings):
        bearings = tuple(b for r in rulings for b in r.bearings)
        return Ruling(Verdict.SUPPORTED, bearings, tuple(w for r in rulings for w in r.why))
    missing = [w for r in rulings if r.verdict is Verdict.NOT_FOUND for w in r.why]
    return Ruling(Verdict.NOT_FOUND, (), tuple(missing) or ("nothing held speaks of it",))


def claim_rulings(drafted: Sequence[Said], stored: Sequence[Said]) -> list[Ruling]:
    """The verdict on each claim of a sentence."""
    return [_of_claim(d, stored) for d in drafted]


def _verbatim(drafted: Sequence[Said], stored: Sequence[Said]) -> Ruling | None:
    words = drafted[0].claim.sentence.exact.split() if drafted else []
    same = [s for s in stored if s.claim.sentence.exact.split() == words]
    if not same:
        return None
    return Ruling(Verdict.SUPPORTED, tuple(bearing(drafted[0], s) for s in same[:CITED]), ("the very words",))


def _of_claim(drafted: Said, stored: Sequence[Said]) -> Ruling:
    near = (b for s in stored if max((b := bearing(drafted, s)).cover, b.grip) >= FAR)
    found = [(b, clashes(drafted, b.stored)) for b in near]
    that_day = any(b.dated and b.same_kind and b.cover >= EXCLUDES and asserts(drafted, b.stored) for b, _ in found)
    bearing_out = _best([Weighed(_support(drafted, b), b, c) for b, c in found if not c and not b.lacks])
    excluding = _best([Weighed(_exclusion(drafted, b, c[0], that_day), b, c) for b, c in found if len(c) == 1])
    support = bearing_out[0].score if bearing_out else 0.0
    exclusion = excluding[0].score if excluding else 0.0
    if support >= SUPPORTS and support >= exclusion:
        cited = tuple(w.bearing for w in bearing_out if w.score >= SUPPORTS)[:CITED]
        return Ruling(Verdict.SUPPORTED, cited, (f"{support:.0%} of it is borne out",))
    firm = [w for w in excluding if w.score >= EXCLUDES and not w.clashes[0].faint]
    if firm:
        cited = tuple(w.bearing for w in firm)[:CITED]
        return Ruling(Verdict.CONTRADICTED, cited, (firm[0].clashes[0].words,))
    return Ruling(Verdict.NOT_FOUND, (), (f"at most {max(support, exclusion):.0%} of it stands anywhere",))


def _best(weighed: Sequence[Weighed]) -> list[Weighed]:
    return sorted(weighed, key=lambda w: (-w.score, w.bearing.stored.claim.id))


def _support(drafted: Said, b: Bearing) -> float:
    if drafted.claim.status in REAL and b.stored.claim.status in UNREAL:
        return 0.0
    if b.core < CORE or (drafted.claim.status in SPOKEN and not _speaks(drafted, b.stored)):
        return 0.0
    if not asserts(drafted, b.stored) or _told_otherwise(drafted, b.stored):
        return 0.0
    score = b.cover * ELSEWHERE**b.unsaid * (VAGUE if points_back(drafted) else 1.0)
    return score * _timed(drafted, b)


def _told_otherwise(drafted: Said, stored: Said) -> bool:
    """Whether the draft tells of a length of time or an order of things that the stored sentence does not."""
    mine, theirs = drafted.claim.sentence.exact, stored.claim.sentence.exact
    return lasts_otherwise(mine, theirs) or order_unsaid(mine, theirs, drafted.days is not None)


def _timed(drafted: Said, b: Bearing) -> float:
    """What is left for the time: all if it meets, some if the claim has none but its text speaks of that time."""
    if b.dated or drafted.days is None:
        return 1.0
    told = any(drafted.days.overlaps(t) for t in b.stored.times)
    return UNDATED if b.stored.days is None and told else 0.0


def _speaks(drafted: Said, stored: Said) -> bool:
    """Whether a stored claim is made by the one who speaks in the draft."""
    return not drafted.claim.actors or any(f"@{a}" in stored.tiers[1] for a in drafted.claim.actors)


def _exclusion(drafted: Said, b: Bearing, clash: Clash, that_day: bool) -> float:
    """How strongly a claim excludes the draft; another day proves nothing where the like is told of the draft's own."""
    if b.lacks and clash.slot not in (Slot.NUMBER, Slot.PLACE):
        return 0.0
    on_time = b.dated or drafted.days is None
    if clash.slot is Slot.OUTCOME:
        return b.grip * (PLAIN if clash.plain else 1.0) * (1.0 if on_time else UNDATED**2)
    if clash.slot is Slot.DATE:
        return b.grip * DATE_ALONE if b.same_kind and not that_day and not b.unsaid else 0.0
    return b.grip if b.same_kind and on_time else 0.0
