"""Whether a verdict rests on a text of the draft's own matter: one that has a name of the draft's. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.link.words import WORD, stem
from dateline.model.time import Days
from dateline.views.bearing import Bearing, Said
from dateline.views.checking.lands import lands
from dateline.views.ruling import Ruling, Verdict

FULLY = 0.75  # share of what a draft says that a claim covers which needs no name: it is the same sentence nearly
CLOSE = 7  # days of the longest time that is as good as a name
LONG = 3  # letters of a part of a name from which it tells something


def names_of(said: Iterable[Said]) -> frozenset[str]:
    """The names of parties, places and things in what a draft says, as keys: ids, and stems of their capitalised
    words."""
    named = [t for s in said for t in s.tokens if t.name]
    parts = {stem(w) for t in named for w in WORD.findall(t.words) if w[0].isupper() and len(w) >= LONG}
    found = parts | {k for t in named for k in t.keys if "+" not in k}
    return frozenset(found).union(*(lands(t.words) for t in named))


def grounded(ruling: Ruling, names: frozenset[str], drafted: Sequence[Said]) -> Ruling:
    """The same, or not found if no article that it rests on has any name of the draft up to there, nor its sentence
    the draft's very day: a general election is put off in many lands."""
    if ruling.verdict is Verdict.NOT_FOUND or ruling.why == ("the very words",):
        return ruling
    days = [s.days for s in drafted if s.days and (s.days.length() or CLOSE + 1) <= CLOSE]
    if any(names & _told_of(b.stored) or _stands(b, ruling.verdict, days) for b in ruling.bearings):
        return ruling
    return Ruling(Verdict.NOT_FOUND, (), ("nothing that is named stands in the same text",))


def _told_of(stored: Said) -> frozenset[str]:
    """What stands in the article, and the countries that the sentence names."""
    return stored.tiers[-1] | lands(stored.claim.sentence.exact)


def _stands(b: Bearing, verdict: Verdict, days: Sequence[Days]) -> bool:
    """Whether a claim covers nearly all that the draft says, at its time if it excludes it, or its sentence tells of
    the draft's very day."""
    covers = b.cover >= FULLY and (verdict is Verdict.SUPPORTED or b.dated)
    return covers or any(b.stored.told_on(d) for d in days)
