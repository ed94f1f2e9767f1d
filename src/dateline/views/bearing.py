"""How far a stored claim bears a drafted one out, or excludes it: by words, happening, time, place, figures. Pure.

What a drafted claim says is covered by what stands in the stored claim's clause, its sentence, or (weaker) around it. Two
claims that are otherwise about the same thing and differ in just one slot exclude each other; differing in two, they are
two happenings, and the one proves nothing about the other. Thresholds were set on the gold drafts of cases 01, 03 and 05.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.link.words import WORD, groups_in, groups_of, kin, opposite, rarity, stem, stems
from dateline.model.claim import Claim, Quantity, Status
from dateline.model.relation import Slot
from dateline.model.time import Days

SENTENCE = 0.9  # a word that stands in the sentence, outside the clause
AROUND = 0.6  # a word that stands in the sentence before, the heading or the headline
AKIN = 0.85  # another word for the same kind of happening
NAME = 1.2  # a name weighs more than any other word
OFF = frozenset({Status.CANCELLED, Status.POSTPONED})
REAL = frozenset({Status.HAPPENED, Status.ONGOING})
LIGHT = frozenset(
    stem(w)
    for w in [
        "take",
        "place",
        "hold",
        "put",
        "become",
        "have",
        "be",
        "do",
        "make",
        "get",
        "go",
        "come",
        "find",
        "then",
        "also",
        "again",
        "time",
        "day",
        "time",
    ]
)


@dataclass(frozen=True, slots=True)
class Said:
    """What one claim says, as it is compared: weights of its stems (1.2 for a name), groups of happening, slots.

    `clause`, `sentence` and `around` are the stems by nearness; a drafted claim only needs `weights`.
    """

    claim: Claim
    weights: Mapping[str, float]
    names: frozenset[str]
    clause: frozenset[str]
    sentence: frozenset[str]
    around: frozenset[str]
    groups: frozenset[str]
    near_groups: frozenset[str]

    @property
    def days(self) -> Days | None:
        """When, None for an undated claim."""
        return self.claim.when.days if self.claim.when else None


@dataclass(frozen=True, slots=True)
class Bearing:
    """How a stored claim bears on a drafted one: how much it covers (0..1), whether the happening is of the same kind,
    and in which slots the two exclude each other, in words."""

    stored: Said
    cover: float
    same_kind: bool
    dated: bool
    clashes: tuple[tuple[Slot, str], ...]


def said(claim: Claim, *, names: Mapping[str, str], around: str = "", whole: bool = True) -> Said:
    """A claim as it is compared; `names` are full names by actor id, `around` the text near it, and with `whole` all
    words of its sentence are what it says, not only those of its clause."""
    parties = " ".join(names.get(a, "") for a in sorted(claim.actors))
    roles = " ".join(r.words for r in claim.roles)
    clause = stems(f"{claim.anchor.exact} {' '.join(claim.terms)} {roles} {parties}")
    sentence = stems(claim.sentence.exact)
    content = [*clause, *sentence] if whole else list(clause)
    capitals = _capitals(claim.sentence.exact)
    weights = {w: NAME if w in capitals else rarity(w) for w in content if w not in LIGHT and not w.isdigit()}
    return Said(
        claim,
        {w: x for w, x in weights.items() if x > 0},
        frozenset(w for w in weights if w in capitals),
        frozenset(clause),
        frozenset(sentence) | frozenset(clause),
        frozenset(stems(around)),
        groups_in(stems(claim.anchor.exact)) | frozenset(groups_of(stem(claim.head))),
        groups_in(sentence),
    )


def _capitals(sentence: str) -> frozenset[str]:
    found = [m for m in WORD.finditer(sentence) if m.group()[0].isupper()]
    inside = {stem(m.group()) for m in found if m.start() > 0}
    first = {stem(m.group()) for m in found if m.start() == 0 and len(found) > 1 and found[1].start() <= m.end() + 1}
    return frozenset(inside | first)


def bearing(drafted: Said, stored: Said) -> Bearing:
    """How the stored claim bears on the drafted one."""
    total = sum(drafted.weights.values())
    got = sum(x * _presence(w, stored) for w, x in drafted.weights.items())
    same_kind = (
        bool(drafted.groups & stored.groups) or bool(kin(drafted.groups, stored.groups)) or _same_head(drafted, stored)
    )
    clashes = tuple(c for check in CHECKS if (c := check(drafted, stored)))
    dated = bool(drafted.days and stored.days and drafted.days.overlaps(stored.days))
    return Bearing(stored, got / total if total else 0.0, same_kind, dated, clashes)


def _presence(word: str, stored: Said) -> float:
    if word in stored.clause:
        return 1.0
    if word in stored.sentence:
        return SENTENCE
    groups = groups_of(word)
    if groups and not stored.groups.isdisjoint(groups):
        return AKIN
    if groups and not stored.near_groups.isdisjoint(groups):
        return AKIN * SENTENCE
    return AROUND if word in stored.around else 0.0


def _same_head(a: Said, b: Said) -> bool:
    return stem(a.claim.head) in b.clause or stem(b.claim.head) in a.clause


def _date(drafted: Said, stored: Said) -> tuple[Slot, str] | None:
    if drafted.days is None or stored.days is None or drafted.days.overlaps(stored.days):
        return None
    return Slot.DATE, f"date: {drafted.days.edtf()} ≠ {stored.days.edtf()}"


def _number(drafted: Said, stored: Said) -> tuple[Slot, str] | None:
    for mine in drafted.claim.quantities:
        theirs = [q for q in stored.claim.quantities if _same_unit(mine, q)]
        if theirs and all(q.value != mine.value for q in theirs):
            return Slot.NUMBER, f"number: {mine.words} ≠ {theirs[0].words}"
    return None


def _same_unit(a: Quantity, b: Quantity) -> bool:
    return bool(a.unit) and stem(a.unit) == stem(b.unit) and not a.approx and not b.approx


def _outcome(drafted: Said, stored: Said) -> tuple[Slot, str] | None:
    turned = opposite(drafted.groups, stored.groups) or opposite(stored.groups, drafted.groups)
    if turned and drafted.claim.negated == stored.claim.negated:
        return Slot.OUTCOME, f"outcome: {turned[0]} ≠ {turned[1]}"
    if drafted.claim.status in REAL and stored.claim.status in OFF:
        return Slot.OUTCOME, f"outcome: told as held ≠ {stored.claim.status.value}"
    if drafted.claim.negated != stored.claim.negated and not turned:
        return Slot.OUTCOME, "outcome: one says that it was not so"
    return None


def _place(drafted: Said, stored: Said) -> tuple[Slot, str] | None:
    mine, theirs = set(drafted.claim.places), set(stored.claim.places)
    if not mine or not theirs or mine & theirs:
        return None
    return Slot.PLACE, f"place: {', '.join(sorted(mine))} ≠ {', '.join(sorted(theirs))}"


CHECKS = (_date, _number, _outcome, _place)


def strongest(found: Sequence[Bearing]) -> Bearing | None:
    """The bearing that covers most; the earlier one on a tie."""
    return max(found, key=lambda b: b.cover, default=None)
