"""The verdict on a draft's claim from the stored claims that tell of the same happening, if any do. Pure.

Borne out is what a claim of the same parties and time tells by an act of the same side, with nothing else in it that
differs; contradicted is what such a claim tells by an act of the other side, of another length, time or person. Set on
197 drafted sentences of our own over eight topics and on the gold drafts of topics 19 and 20.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.link.words import stem
from dateline.model.claim import Status
from dateline.model.time import Days
from dateline.views.asserting import acted_by_others
from dateline.views.bearing import points_back
from dateline.views.checking.aligning import Alignment, Crowd, reaches, stands, verb_sides
from dateline.views.checking.differing import UNREAL, short, spans_differ, things_meet
from dateline.views.checking.meant import Meant, sides_of
from dateline.views.checking.senses import DATED, MEANT
from dateline.views.checking.slips import REAL, only_denied, slips

SHARE = 0.5  # part of the draft's known words that a claim needs to tell of the same
ALIKE = 0.6  # the same for one that excludes it
WELL = 0.75  # the same for one that differs in the time
CLEARLY = 0.7  # by how much more speaks for what excludes than for what bears out
RIVAL = 2.0  # by how much more of the draft another sentence may hold
STRICTLY = 1.6  # how often enough has to meet for what bears out: a wrong support costs more than a miss
PLAINLY = 1.2  # the same where nothing is told besides, at the very time
ALL_ELSE = 0.9  # part of the draft's known words that has to stand where its verb does not
MOSTLY = 0.85  # part of the draft's known words that then has to stand there
STRANGE = 0.5  # part of its words that may then be strange to it
SURELY = 1.6  # how often enough has to meet where the time is told loosely, or the object in words that nobody knows
CONTRARY = 1.0  # the same for what excludes
OTHERWHEN = 1.3  # the same where the time differs
LONG = 93  # days of a time that is told closely enough to differ
ONCE = frozenset("appoint enter-office elected expel kill win-prize found capture detain label".split())
REPEATS = frozenset(
    "meet talk attend attack fight announce demand vote visit kill accuse warn promise praise object aid send arrive "
    "give continue held succeed support propose threaten".split()
)


@dataclass(frozen=True, slots=True)
class Decided:
    """What a stored claim says of a draft's: whether it bears it out or excludes it, what speaks for it, and why in
    words."""

    supported: bool
    alignment: Alignment
    why: str

    @property
    def worth(self) -> float:
        """All that speaks for it."""
        return self.alignment.worth


def decide(drafted: Meant, crowd: Crowd) -> Decided | None:
    """The verdict, None if nothing tells of the same happening."""
    every = crowd.align(drafted)
    agreeing = [a for a in every if _near(drafted, a) and a.agrees and not a.opposes and _on_time(drafted, a)]
    fitting = [a for a in agreeing if not short(drafted, a.stored, a.worth >= SURELY * crowd.enough)]
    fitting = [a for a in fitting if not a.coarse and not slips(drafted, a.stored)]
    opposing = next((a for a in every if _excludes(drafted, a, crowd)), None)
    most = max((a.worth for a in agreeing), default=0.0)
    if opposing and opposing.worth > max(most, max((a.worth + CLEARLY for a in fitting), default=0.0)):
        return Decided(False, opposing, f"outcome: the contrary is told ({', '.join(opposing.opposes)})")
    if fitting and _borne_out(drafted, fitting[0], crowd) and not _rivalled(drafted, fitting[0], every):
        return Decided(True, fitting[0], f"told in other words ({', '.join(fitting[0].agrees)})")
    besides = next((a for a in every if _all_else(drafted, a, crowd)), None)
    if besides and not _rivalled(drafted, besides, every):
        return Decided(True, besides, "all but the verb is told")
    denying = next((a for a in every if _denies(drafted, a, crowd)), None)
    if denying:
        return Decided(False, denying, "outcome: one says that it was not so")
    other = _otherlong(drafted, agreeing, crowd) if agreeing else _otherwhen(drafted, every, crowd)
    return other or _otherwho(drafted, every, crowd)


def _borne_out(drafted: Meant, a: Alignment, crowd: Crowd) -> bool:
    """Whether so much meets that it is borne out: less where all that it tells stands there, at the very time."""
    if a.worth >= STRICTLY * crowd.enough:
        return True
    told = a.share >= MOSTLY and a.timed > 0 and not a.coarse and bool(a.stored.days)
    return told and a.worth >= PLAINLY * crowd.enough and strange(drafted, a.stored) <= STRANGE


def _all_else(drafted: Meant, a: Alignment, crowd: Crowd) -> bool:
    """Whether all but the draft's verb is told, at its very time, and that verb tells nothing that is known, or what
    another word of the sentence tells."""
    if a.agrees or a.opposes or a.lacks or a.coarse or a.share < ALL_ELSE or a.worth < PLAINLY * crowd.enough:
        return False
    if drafted.days is None or not a.timed or a.stored.days is None or not (real_act(drafted) and real_act(a.stored)):
        return False
    if drafted.head or not _verb_stands(drafted, a.stored) or a.stored.said.verb in MEANT:
        return False
    return strange(drafted, a.stored) <= 1 - ALL_ELSE and not short(drafted, a.stored) and not slips(drafted, a.stored)


def _verb_stands(drafted: Meant, stored: Meant) -> bool:
    """Whether some word of the stored sentence tells what the draft's verb tells, if that tells anything."""
    told = verb_sides(drafted)
    return not told or bool(told & sides_of(stored))


def strange(drafted: Meant, stored: Meant) -> float:
    """The part of the draft's words that stand nowhere near the stored claim, also of those that no text has."""
    every = drafted.items
    return sum(not reaches(i, stored) for i in every) / len(every) if every else 0.0


def _near(drafted: Meant, a: Alignment) -> bool:
    return not (a.lacks or a.share < SHARE or a.apart or (drafted.days and not a.timed))


def _on_time(drafted: Meant, a: Alignment) -> bool:
    """Whether the claim, or its sentence, speaks of the draft's time, if that has one."""
    return bool(a.stored.days) or drafted.days is None or a.stored.said.told_on(drafted.days)


def _excludes(drafted: Meant, a: Alignment, crowd: Crowd) -> bool:
    """Whether it tells the contrary of the same parties, at the same time."""
    if not a.opposes or a.apart or a.lacks or a.share < ALIKE or not _core_named(drafted, a.stored):
        return False
    if drafted.said.verb in drafted.said.unreal or acted_by_others(drafted.said, a.stored.said):
        return False
    if real_act(drafted) and _unreal(a):  # what was only asked for excludes nothing
        return False
    if not any(i.name for i in drafted.items) and not things_meet(drafted, a.stored):
        return False
    unnamed = not drafted.days and not any(i.name for i in drafted.items)
    vague = bool(drafted.days) and (not a.stored.days or a.coarse)
    return a.worth >= crowd.enough * (SURELY if vague else PLAINLY if unnamed else CONTRARY)


def _unreal(a: Alignment) -> bool:
    """Whether the stored claim tells nothing as done; who rejects something does so."""
    rejected = a.stored.said.claim.status is Status.DENIED and any(axis in a.opposes for axis, _ in a.stored.head)
    return a.stored.said.claim.status in UNREAL and not rejected


def _denies(drafted: Meant, a: Alignment, crowd: Crowd) -> bool:
    """Whether it tells as so all of what the draft denies, at the same time."""
    if a.apart or a.lacks or a.share < MOSTLY or (drafted.days and not a.timed) or not _core_named(drafted, a.stored):
        return False
    return a.worth >= OTHERWHEN * crowd.enough and real_act(a.stored) and only_denied(drafted, a.stored)


def real_act(told: Meant) -> bool:
    """Whether the claim is told as done."""
    return told.said.claim.status in REAL


def _core_named(drafted: Meant, stored: Meant) -> bool:
    """Whether who acts and who undergoes it in the draft stand in the claim's own words, or behind its pronoun."""
    parts = " ".join(r.words for r in drafted.said.claim.roles if r.name in ("agent", "patient"))
    named = [i for i in drafted.items if i.name and i.words in parts]
    tier = stored.clause | stored.near if points_back(stored.said) else stored.clause
    return all(stands(i, tier) for i in named)


def _rivalled(drafted: Meant, a: Alignment, every: Sequence[Alignment]) -> bool:
    """Whether another sentence has clearly more of the draft's words and times, or as good an act of another time."""
    others = [o for o in every if o.stored.place != a.stored.place]
    return any(
        o.shared + o.timed > a.shared + a.timed + RIVAL
        or (o.agrees and o.apart and o.untimed > a.untimed + CLEARLY and not short(drafted, o.stored))
        for o in others
    )


def _otherlong(drafted: Meant, agreeing: Sequence[Alignment], crowd: Crowd) -> Decided | None:
    """Told of the same, and of another length of time."""
    found = (a for a in agreeing if a.worth >= crowd.enough and a.share >= ALIKE and spans_differ(drafted, a.stored))
    best = next(found, None)
    return Decided(False, best, "number: another length of time is told") if best else None


def _otherwhen(drafted: Meant, every: Sequence[Alignment], crowd: Crowd) -> Decided | None:
    """Told of the same, and only of another time."""
    said, days = drafted.said, drafted.days
    if days is None or not _close(days) or not DATED.search(said.claim.sentence.exact) or said.verb in said.unreal:
        return None
    found = [a for a in every if a.apart and set(a.agrees) - REPEATS and not a.lacks and a.share >= WELL]
    found = [a for a in found if a.stored.days and _close(a.stored.days)]
    if any(days.overlaps(t) for a in found for t in a.stored.said.times):
        return None
    best = next((a for a in found if not a.opposes and not short(drafted, a.stored)), None)
    if best is None or best.worth < OTHERWHEN * crowd.enough or best.stored.days is None:
        return None
    return Decided(False, best, f"date: {days.edtf()} ≠ {best.stored.days.edtf()}")


def _close(days: Days) -> bool:
    return (days.length() or 10**6) <= LONG


def _otherwho(drafted: Meant, every: Sequence[Alignment], crowd: Crowd) -> Decided | None:
    """Told of the same time and thing, and of another than the one whom the draft names."""
    for a in every:
        at_odds = a.opposes or a.apart or (drafted.days and not a.timed) or len(a.lacks) != 1
        if at_odds or not set(a.agrees) & ONCE or a.worth < crowd.enough:
            continue
        name = a.lacks[0]
        if not _thing_told(drafted, a.stored) or _met_besides(drafted, a, name, crowd) < ALIKE:
            continue
        if other := _in_place_of(name, drafted, a.stored):
            return Decided(False, a, f"actor: {name} ≠ {other}")
    return None


def _thing_told(drafted: Meant, stored: Meant) -> bool:
    """Whether the thing that the draft says it was done to, if any, stands there or before it by that word."""
    things = {stem(r.head) for r in drafted.said.claim.roles if r.name == "patient" and not r.actor}
    return things <= stored.keys | stored.near


def _met_besides(drafted: Meant, a: Alignment, name: str, crowd: Crowd) -> float:
    """The part of the draft's known words that stand there, one name left out."""
    total = sum(crowd.seldom(i) for i in drafted.items)
    rest = sum(crowd.seldom(i) for i in drafted.items if i.words != name)
    return a.share * total / rest if rest else 0.0


def _in_place_of(name: str, drafted: Meant, stored: Meant) -> str:
    """The person that a claim names where the draft names another; "" if it names none."""
    for part in ("agent", "patient"):
        mine = any(r.name == part and name in r.words and r.words.istitle() for r in drafted.said.claim.roles)
        theirs = [r.words for r in stored.said.claim.roles if r.name == part and r.words.istitle() and " " in r.words]
        if mine and theirs:
            return theirs[0]
    return ""
