"""Which stored claims tell of what a draft's claim tells: by how surprising it is that so much of it meets. Pure.

A name that stands in one sentence of fifty tells more than one that stands in half of them, and so does a day on which
little happened. What meets counts by the logarithm of how seldom it does; words that no text has tell nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.link.naming import LIGHT
from dateline.link.words import stem, stems
from dateline.model.claim import Status
from dateline.model.time import Days
from dateline.views.bearing import SPOKEN, points_back
from dateline.views.checking.meant import CALLING_OFF, Item, Meant
from dateline.views.checking.senses import acts, against, key, sides

FEBRUARY = 2
IN_CLAUSE = 1.0
IN_SENTENCE = 0.85
NEAR = 0.45  # a name in what stands before the sentence
NEAR_WORD = 0.3  # any other word there
COARSE = 4  # times by which a stored time may be longer than the draft's and still count fully
ENOUGH = 1.2  # what has to meet, in words that only one sentence has
LEAST = 5.0  # however few sentences there are
REPORTING = frozenset(
    "announce demand propose promise warn admit accuse threaten order".split()
)  # acts with a content that may be told otherwise

REAL = frozenset({Status.HAPPENED, Status.ONGOING})
ENDED = frozenset((("continue", -1), ("begin", -1), ("lift", 1)))
UNTIL = re.compile(r"(?i)\b(?:until|till|to|through)\b")
THEMES = frozenset(
    "talk meet vote agreement fight visit".split()
)  # told by nouns of what is done to them: "talks opened"


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a stored claim meets a draft's: `shared` is what it is worth that words and names meet, `timed` that the
    times do, `acted` that acts lie on one axis; `share` the part of the draft's known words that stand there; `apart`
    that both are dated, and to other times, `coarse` that the stored one is dated much less closely; `lacks` the names
    of the draft that stand neither in its sentence nor before it; `agrees` and `opposes` the axes on which they tell
    the same, or contraries."""

    stored: Meant
    shared: float
    timed: float
    acted: float
    share: float
    apart: bool
    coarse: bool
    lacks: tuple[str, ...]
    agrees: tuple[str, ...]
    opposes: tuple[str, ...]

    @property
    def worth(self) -> float:
        """All that speaks for it."""
        return self.shared + self.timed + self.acted

    @property
    def untimed(self) -> float:
        """The same without the time."""
        return self.shared + self.acted


class Crowd:
    """Stored claims among which those are looked for that tell what a draft's claim tells."""

    def __init__(self, stored: Sequence[Meant]) -> None:
        self.stored = stored
        self._sentences = {(m.said.claim.article_id, m.said.claim.sentence.start): m.keys for m in stored}
        self._dated = [m.days for m in stored if m.days]
        self._seldom: dict[Item, float] = {}
        self._axes = Counter(axis for m in stored for axis in {axis for axis, _ in m.own})

    @property
    def enough(self) -> float:
        """What has to meet for two claims to tell of one happening: little more than one thing that only one sentence
        has."""
        return max(LEAST, ENOUGH * math.log(len(self._sentences) + 1))

    def seldom(self, item: Item) -> float:
        """What it is worth that a word or name meets: 0 for a word that no sentence has."""
        if item not in self._seldom:
            found = sum(stands(item, keys) for keys in self._sentences.values())
            missing = 0 if not item.name else found + 1
            self._seldom[item] = math.log((len(self._sentences) + 1) / (found + 0.5)) if found or missing else 0.0
        return self._seldom[item]

    def timely(self, days: Days) -> float:
        """What it is worth that a time meets."""
        found = sum(days.overlaps(d) for d in self._dated)
        return math.log((len(self._dated) + 1) / (found + 0.5))

    def align(self, drafted: Meant) -> list[Alignment]:
        """How each stored claim meets the draft's, best first."""
        found = [self._aligned(drafted, m) for m in self.stored]
        return sorted(found, key=lambda a: (-a.worth, a.stored.said.claim.id))

    def _aligned(self, drafted: Meant, stored: Meant) -> Alignment:
        total = got = 0.0
        lacks = []
        for item in drafted.items:
            worth, reach = self.seldom(item), reaches(item, stored)
            total += worth
            got += worth * reach
            if item.name and not reach:
                lacks.append(item.words)
        days = _of_that_year(drafted, stored)
        timed, apart = self._timed(days, stored)
        coarse = bool(days and stored.days and _coarse(days, stored.days))
        agrees, opposes = sorted(_agreed(drafted, stored)), sorted(_opposed(drafted, stored))
        if opposes and days and ends_then(drafted, stored):
            agrees, opposes, coarse, timed = ["continue"], [], False, self.timely(days)
        acted = max((self._rare(a) for a in (*agrees, *opposes)), default=0.0)
        share = got / total if total else 0.0
        return Alignment(stored, got, timed, acted, share, apart, coarse, tuple(lacks), tuple(agrees), tuple(opposes))

    def _rare(self, axis: str) -> float:
        return math.log((len(self.stored) + 1) / (self._axes[axis] + 0.5))

    def _timed(self, days: Days | None, stored: Meant) -> tuple[float, bool]:
        if days is None:
            return 0.0, False
        if stored.days is None:
            near = any(days.overlaps(t) for t in stored.said.times)
            return (self.timely(days) / 2 if near else 0.0), False
        if not days.overlaps(stored.days):
            return 0.0, True
        return self.timely(days) * (0.5 if _coarse(days, stored.days) else 1.0), False


def _of_that_year(drafted: Meant, stored: Meant) -> Days | None:
    """The draft's time, in the year of the stored claim if its own words tell none."""
    days = drafted.days
    if days is None or days.start is None or days.end is None or stored.days is None or stored.days.start is None:
        return days
    if not drafted.yearless or days.overlaps(stored.days):
        return days
    years = stored.days.start.year - days.start.year
    return Days(_moved(days.start, years), _moved(days.end, years))


def _moved(day: date, years: int) -> date:
    return date(day.year + years, day.month, min(day.day, 28) if day.month == FEBRUARY else day.day)


def _coarse(days: Days, stored: Days) -> bool:
    return (stored.length() or 10**6) > COARSE * max(8, days.length() or 10**6)


def _agreed(drafted: Meant, stored: Meant) -> set[str]:
    """The axes on which both tell the same: those of the draft's verb; where that tells nothing ("got under way"),
    those of its other words, if they are most of it or tell the stored claim's verb. Any other verb is unknown."""
    found = _told_alike(drafted, stored)
    plain = {axis for axis, _ in drafted.own} - THEMES
    return found if found - THEMES or not plain or drafted.head or found & _of_verb(drafted) else set()


def _of_verb(drafted: Meant) -> set[str]:
    """The axes that the draft's verb has alone, also one that mostly says little ("received")."""
    return {axis for axis, _ in verb_sides(drafted)}


def verb_sides(told: Meant) -> frozenset[tuple[str, int]]:
    """The sides that the verb of a claim has alone, also one that mostly says little."""
    return sides(acts([key(told.said.claim.head.partition("-")[0])]))


def _told_alike(drafted: Meant, stored: Meant) -> set[str]:
    found = {axis for axis, _ in drafted.head & stored.own}
    verb = stem(drafted.said.claim.head.partition("-")[0])
    unknown = verb and verb not in LIGHT and drafted.said.claim.status not in SPOKEN
    if drafted.head or unknown:
        return found
    found |= {axis for axis, _ in drafted.own & stored.head}
    met = [word for word in drafted.told if word & stored.own]
    least = len(drafted.told) if not drafted.said.claim.head else (len(drafted.told) + 1) // 2
    if met and len(met) >= least:
        found |= {axis for word in met for axis, _ in word & stored.own}
    return found


def _opposed(drafted: Meant, stored: Meant) -> set[str]:
    """The axes on which they tell contraries, each on one side only: those of the draft's verb; of a verb that tells
    what was said, asked or meant, and of one that tells nothing, those of all its words."""
    mine, theirs = one_sided(drafted.own), one_sided(stored.own)
    found = set(against(mine, theirs)) | _called_off(drafted, stored)
    heads = {axis for axis, _ in drafted.head} | _called_off(drafted, stored)
    if not heads or heads & REPORTING:
        alike = {axis for axis, _ in drafted.own & stored.own} - heads - REPORTING - THEMES
        return set() if alike else found - (THEMES - _of_verb(drafted))
    alike = {axis for axis, _ in drafted.head & stored.head}
    return set() if alike else found & heads


def ends_then(drafted: Meant, stored: Meant) -> bool:
    """Whether the draft tells that something ended at the time until which it lasted by the stored claim."""
    days, lasted = drafted.days, stored.days
    if days is None or not ENDED & drafted.head or ("continue", 1) not in stored.own:
        return False
    if not UNTIL.search(stored.said.claim.sentence.exact):
        return False
    if lasted is None:
        return stored.said.told_on(days)
    return bool(lasted.start and lasted.end) and lasted.length() != 1 and days.lower <= lasted.upper <= days.upper


def _called_off(drafted: Meant, stored: Meant) -> set[str]:
    """That it was put off, where the draft tells as done something of the very things that were put off."""
    off = stored.head >= CALLING_OFF and stored.said.claim.status is not Status.CONDITIONAL
    if not off or drafted.said.claim.status not in REAL or CALLING_OFF & drafted.own:
        return set()
    told = [i for i in drafted.items if not i.name]
    things = frozenset(s for r in stored.said.claim.roles if r.name == "patient" for s in stems(r.words))
    return {"held"} if told and all(stands(i, things) for i in told) else set()


def one_sided(sides: frozenset[tuple[str, int]]) -> frozenset[tuple[str, int]]:
    """Those of the axes of which only one side is told."""
    return frozenset((axis, side) for axis, side in sides if (axis, -side) not in sides)


def stands(item: Item, keys: frozenset[str]) -> bool:
    """Whether a word or name stands among the keys of a text under any of its own."""
    return any(k in keys if "+" not in k else keys.issuperset(k.split("+")) for k in item.keys)


def reaches(item: Item, stored: Meant) -> float:
    """How near a word or name stands to a stored claim, from 1 (in its words) to 0."""
    if stands(item, stored.clause):
        return IN_CLAUSE
    if stands(item, stored.keys):
        return IN_SENTENCE
    if not stands(item, stored.near):
        return 0.0
    return IN_SENTENCE if points_back(stored.said) else NEAR if item.name else NEAR_WORD
