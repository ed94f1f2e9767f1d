"""In which slots a stored claim excludes a drafted one: date, number, place, outcome. Pure.

Two claims that are otherwise about the same thing and differ in just one slot exclude each other; differing in two,
they are two happenings, and the one proves nothing about the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.link.words import kin, opposite, stem, stems
from dateline.model.claim import Quantity, Status
from dateline.model.relation import Slot
from dateline.views.bearing import EXCLUDE, Said, reach

OFF = frozenset({Status.CANCELLED, Status.POSTPONED})
REAL = frozenset({Status.HAPPENED, Status.ONGOING})
ENDING = frozenset({"end", "lift", "close", "break-siege", "cancel", "suspend", "complete", "repeal"})
UNDOING = frozenset({"cancel", "delay"})
REFUSING = frozenset({"reject", "veto", "deny", "fail"})  # happenings that say no to something
CONTEST = frozenset({"win", "lose"})
WHOSE = re.compile(r"(?i)\b(?:his|her|its|their)\b")
NEAR = 16  # characters behind the words for a time in which what it counts from may be told
HELD = 0.6  # share of the draft's own words that a refusal has to be about


@dataclass(frozen=True, slots=True)
class Clash:
    """One slot in which two claims cannot both be true, in words; `plain` if the words themselves say the opposite.
    `faint` if they only may not: such a claim bears nothing out, weighs against what does, and excludes nothing."""

    slot: Slot
    words: str
    plain: bool = False
    faint: bool = False


def clashes(drafted: Said, stored: Said) -> tuple[Clash, ...]:
    """The slots in which the stored claim excludes the drafted one, at most one each."""
    return tuple(c for check in (_date, _number, _outcome, _place) if (c := check(drafted, stored)))


def _date(drafted: Said, stored: Said) -> Clash | None:
    if drafted.days is None or stored.days is None or stored.told_on(drafted.days):
        return None
    if any(d.overlaps(stored.days) for d in (drafted.days, *drafted.own_times)):
        return None
    if drafted.claim.status in REAL and stored.claim.status not in (*REAL, *OFF):  # told, asked for or planned then
        return None
    faint = drafted.claim.status in OFF or not _stated(drafted)  # what is put off gets another day
    return Clash(Slot.DATE, f"date: {drafted.days.edtf()} ≠ {stored.days.edtf()}", faint=faint)


def _stated(drafted: Said) -> bool:
    """Whether the draft's time counts from nothing of somebody's ("two days after his election"): whose is a guess."""
    when = drafted.claim.when
    if when is None or when.mark is None:
        return True
    sentence = drafted.claim.sentence
    return not WHOSE.search(sentence.exact[when.mark.start - sentence.start : when.mark.end - sentence.start + NEAR])


def _number(drafted: Said, stored: Said) -> Clash | None:
    for mine in drafted.claim.quantities:
        theirs = [q for q in stored.claim.quantities if _same_unit(mine, q)]
        told = mine.value in {q.value for q in stored.claim.quantities}  # "43 of the 44 seats"
        if theirs and not told and not _counted(mine, stored):
            return Clash(Slot.NUMBER, f"number: {mine.words} ≠ {theirs[0].words}")
    return None


def _counted(mine: Quantity, stored: Said) -> bool:
    """Whether the draft's number stands in the sentence, as in "five of nineteen cases"."""
    return stem(mine.words.split()[0]) in stems(stored.claim.sentence.exact)


def _same_unit(a: Quantity, b: Quantity) -> bool:
    return bool(a.unit) and stem(a.unit) == stem(b.unit) and not a.approx and not b.approx


def _outcome(drafted: Said, stored: Said) -> Clash | None:
    if words := _opposite(drafted, _sided(stored, drafted), stored):
        return Clash(Slot.OUTCOME, f"outcome: {words}", True, bool(_sided(drafted, drafted) & stored.near))
    if words := _opposite(drafted, stored.groups, stored):  # "ended in failure" says it by the noun
        return Clash(Slot.OUTCOME, f"outcome: {words}", faint=bool(stored.verb) and not stored.head & ENDING)
    for check in (_called_off, _still_on, _refused, _negated):
        if words := check(drafted, stored):
            return Clash(Slot.OUTCOME, f"outcome: {words}")
    return None


def _opposite(drafted: Said, theirs: frozenset[str], stored: Said) -> str:
    """The side of the draft's verb and its contrary, if that is among theirs and the draft's own is not."""
    mine = _sided(drafted, drafted)
    if mine & theirs or drafted.claim.negated != stored.claim.negated:
        return ""
    turned = opposite(mine, theirs)
    return f"{turned[0]} ≠ {turned[1]}" if turned else ""


def _sided(said: Said, drafted: Said) -> frozenset[str]:
    """The kinds of happening of the verb; of a verb that one side wins and the other loses by, the side of the party
    that acts in the draft."""
    if not said.head >= CONTEST:
        return said.head
    ours = {r.actor or stem(r.head) for r in drafted.claim.roles if r.name == "agent"}
    acting = {r.actor or stem(r.head) for r in said.claim.roles if r.name == "agent"}
    return said.head - ({"lose", "reject"} if ours & acting else {"win"})


def _called_off(drafted: Said, stored: Said) -> str:
    alike = bool(drafted.groups & stored.near) or bool(kin(drafted.groups, stored.groups))
    real = alike and drafted.claim.status in REAL and not drafted.near & UNDOING
    return f"told as held ≠ {stored.claim.status.value}" if real and stored.claim.status in OFF else ""


def _still_on(drafted: Said, stored: Said) -> str:
    lasts = stored.claim.status is Status.ONGOING and stored.days is not None and stored.days.end is None
    ended = drafted.claim.status in REAL and not drafted.claim.negated and drafted.head & ENDING
    if drafted.verb == stored.verb:  # what has been closed since is closed
        return ""
    return "ended ≠ still going on" if lasts and ended else ""


OTHERWISE = 1  # kinds of happening, but for the refusal, that a verb may tell of


def _refused(drafted: Said, stored: Said) -> str:
    """The stored claim refuses what the draft tells as done, by a verb that says little else ("fell" says much)."""
    plain = bool(stored.head & REFUSING) and len(stored.head - REFUSING) <= OTHERWISE
    if drafted.head & REFUSING or not plain or drafted.claim.negated:
        return ""
    words = [t for t in drafted.tokens if not t.name]
    total = sum(t.weight for t in words)
    held = sum(t.weight for t in words if reach(t, stored, EXCLUDE) >= EXCLUDE[1])
    return "told as done ≠ refused" if total and held >= HELD * total else ""


def _negated(drafted: Said, stored: Said) -> str:
    """One of the two says that it was not so: by a negated verb of the same kind, or before the draft's own words."""
    same = drafted.head & stored.groups or (drafted.verb and drafted.verb in stored.tiers[0])
    if not drafted.verb:  # "was never held": what was not held is told by the noun
        same = drafted.groups & stored.groups
    if same and drafted.claim.negated != stored.claim.negated:
        return "one says that it was not so"
    told = {k for t in drafted.tokens for key in t.keys for k in key.split("+")}
    if not drafted.claim.negated and not drafted.negated and len(told & stored.negated) >= 2:
        return "one says that it was not so"
    return ""


def _place(drafted: Said, stored: Said) -> Clash | None:
    mine, theirs = set(drafted.claim.places), set(stored.claim.places)
    near = stored.tiers[1] | stored.tiers[2]
    if not mine or not theirs or any(f"#{p}" in near for p in mine):
        return None
    if not all(f"#{p}" in stored.tiers[0] for p in theirs):
        return None
    told = f"place: {', '.join(sorted(mine))} ≠ {', '.join(sorted(theirs))}"
    return Clash(Slot.PLACE, told, faint=drafted.claim.status not in REAL)  # who speaks may be anywhere
