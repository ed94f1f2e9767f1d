"""A draft's sentence by what it means: its claims against the stored claims that tell of the same happenings. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.views.bearing import Said, bearing
from dateline.views.checking.aligning import Alignment, Crowd, stands
from dateline.views.checking.deciding import Decided, decide
from dateline.views.checking.differing import other_order
from dateline.views.checking.drafted import COUNTED_FROM, NAMED
from dateline.views.checking.meant import Meant, meant, sides_of
from dateline.views.checking.slips import slips
from dateline.views.ruling import Ruling, Verdict, claim_rulings, rule

SAME = 0.6  # share of a draft's known words that a claim has to hold that tells the same
PLAINLY = 0.6  # the same for one whose act is not known to be the draft's
NEARLY = 0.85  # the same for one whose outcome is in meaning the draft's
TWO = 2  # words that have to meet if the act is not known to
HELD = ("held", 1)
BESIDE = frozenset({COUNTED_FROM, "was on the day that the date names"})
LOOSELY = 0.2  # the same for one that excludes it by its words


def judge(worded: Sequence[Said], drafted: Sequence[Said], stored: Sequence[Said], crowd: Crowd) -> Ruling:
    """The verdict on a sentence: by its words, and where these say nothing, by what they mean; `worded` are its claims
    as they were found, `drafted` those that always have one and, if its sentence tells one, a time."""
    words = claim_rulings(worded or drafted, stored)
    by_words = rule(worded, stored, words if worded else ())
    if by_words.why == ("the very words",) or not drafted:
        return by_words
    units = [meant(d) for d in drafted]
    decided = [decide(u, crowd) for u in units]
    if against := [d for d in decided if d and not d.supported]:
        return _ruling(Verdict.CONTRADICTED, [max(against, key=lambda d: d.worth)], drafted)
    if by_words.verdict is Verdict.SUPPORTED:
        return _questioned(by_words, units, crowd)
    told = [d for d in decided if d]
    held = (
        d or w.verdict is Verdict.SUPPORTED or _leans(u, told, crowd)
        for u, d, w in zip(units, decided, words, strict=True)
    )
    if told and all(held):
        return _ruling(Verdict.SUPPORTED, told, drafted)
    return _doubted(by_words, units, crowd)


def _questioned(by_words: Ruling, units: Sequence[Meant], crowd: Crowd) -> Ruling:
    """The support by words, unless what it rests on tells the contrary in meaning, or something unknown."""
    cited = {b.stored.claim.id for b in by_words.bearings}
    for unit in units:
        found = [a for a in crowd.align(unit) if a.stored.said.claim.id in cited]
        if found and all(a.opposes for a in found):
            return Ruling(Verdict.NOT_FOUND, (), ("what is told of it tells the contrary",))
        if found and HELD in unit.own and all(_called_off(a.stored) for a in found):
            return Ruling(Verdict.NOT_FOUND, (), ("what is told of it is that it was put off",))
        if found and unit.said.claim.head == "be" and all(other_order(unit, a.stored) for a in found):
            return Ruling(Verdict.NOT_FOUND, (), ("which of several is not told",))
        if found and (why := _slipped(unit, found)):
            return Ruling(Verdict.NOT_FOUND, (), (f"not told the same: {why}",))
        bare = len(unit.items) < TWO and not unit.days and not any(i.name for i in unit.items)
        if found and bare and not any(a.agrees for a in found):
            return Ruling(Verdict.NOT_FOUND, (), ("one word alone meets",))
        if found and not any(a.agrees or a.share >= PLAINLY for a in found):
            return Ruling(Verdict.NOT_FOUND, (), ("the words meet, not what they tell",))
    return by_words


def _called_off(stored: Meant) -> bool:
    """Whether the sentence tells that something was called off or put off, and of nothing that was held."""
    told = sides_of(stored)
    return HELD not in told and ("held", -1) in told


def _slipped(unit: Meant, found: Sequence[Alignment]) -> str:
    """In what all of these tell otherwise; "" if one does not."""
    each = [slips(unit, a.stored) for a in found]
    return each[0] if all(each) else ""


def _doubted(by_words: Ruling, units: Sequence[Meant], crowd: Crowd) -> Ruling:
    """The ruling by words, without a contradiction by what tells of the draft's happening less than another does."""
    if by_words.verdict is not Verdict.CONTRADICTED:
        return by_words
    cited = {b.stored.claim.id for b in by_words.bearings[:1]}
    slot = by_words.why[0].partition(":")[0]
    for unit in units:
        every = crowd.align(unit)
        most = max((a.untimed for a in every if _fits(a, unit, crowd)), default=0.0)
        found = [a for a in every if a.stored.said.claim.id in cited and a.share >= LOOSELY and a.untimed >= most]
        if any(not _of_another(a, unit, slot) for a in found):
            return by_words
    return Ruling(Verdict.NOT_FOUND, (), ("what differs tells of another happening",))


def _of_another(a: Alignment, unit: Meant, slot: str) -> bool:
    """Whether the place that differs is the one who acts in the draft, or the outcome is in meaning the same."""
    acting = " ".join(r.words for r in unit.said.claim.roles if r.name == "agent")
    if slot == "place":
        return any(name in acting for name in a.lacks)
    return slot == "outcome" and bool(a.agrees) and not (a.opposes or a.lacks) and a.share >= NEARLY


def _fits(a: Alignment, unit: Meant, crowd: Crowd) -> bool:
    at_odds = a.apart or a.opposes or a.lacks or not (a.timed or unit.days is None)
    return bool(a.agrees) and not at_odds and a.share >= SAME and a.worth >= crowd.enough


def _leans(unit: Meant, told: Sequence[Decided], crowd: Crowd) -> bool:
    """Whether all that a claim names stands in a sentence cited for another, if it tells nothing of its own, or only
    of what the other's time is counted from."""
    if all(i.name for i in unit.items):
        return any(all(stands(i, d.alignment.stored.keys) for i in unit.items) for d in told)
    if not BESIDE & set(unit.said.claim.why):
        return False
    cited = {d.alignment.stored.place for d in told}
    return any(a.stored.place in cited and _counted_from(unit, a) for a in crowd.align(unit))


def _counted_from(unit: Meant, a: Alignment) -> bool:
    """Whether a claim's sentence has all words and figures of such a claim, at its time, and its verb if it has one."""
    if a.opposes or a.apart or a.coarse or (unit.days and not a.timed) or slips(unit, a.stored):
        return False
    told = NAMED in unit.said.claim.why or unit.said.verb in a.stored.keys or unit.head & sides_of(a.stored)
    every = all(stands(i, a.stored.keys) for i in unit.items)
    return every and bool(told) and unit.said.figures <= a.stored.said.figures


def _ruling(verdict: Verdict, decided: Sequence[Decided], drafted: Sequence[Said]) -> Ruling:
    found = tuple(bearing(drafted[0], d.alignment.stored.said) for d in decided)
    return Ruling(verdict, found, tuple(d.why for d in decided))
