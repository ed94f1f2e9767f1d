"""Whether a story follows an earlier one of the same matter: other happenings, the same names and lands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.link.stories.affinity import foreign, part_of, told
from dateline.link.stories.profile import Compared
from dateline.model.provenance import Reason
from dateline.model.story import StoryTerm

KIN = 0.06  # kinship from which one story follows another; on the sample corpus 19 in 20 are right from there
WEIGHTS = {"names": 1.0, "countries": 1.0, "headline": 0.3, "words": 0.3}
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december president""".split()
)
Terms = dict[str, StoryTerm]
LOOKED_AT = 3  # articles of each story that are compared


def kinship(a: Sequence[Compared], b: Sequence[Compared]) -> float:
    """From 0 to 1: what the articles of two stories share, names and lands above all, whatever their days."""
    mine, theirs = ([(x, _terms(x)) for x in some[:LOOKED_AT]] for some in (a, b))
    pairs = [_kin(x, y) for x in mine for y in theirs]
    return sum(pairs) / max(1, len(pairs))


def _kin(a: tuple[Compared, Terms], b: tuple[Compared, Terms]) -> float:
    """The sum of the reasons of two articles, without putting them into words."""
    if foreign(a[0], b[0]):
        return sum(r.score for r in kin_reasons(a[0], b[0]))
    both = ((one, b[1][stem]) for stem, one in a[1].items() if stem in b[1])
    return sum(WEIGHTS.get(part_of(one, other), 0.0) * one.weight * other.weight for one, other in both)


def _terms(a: Compared) -> Terms:
    return {t.stem: t for t in a.profile.terms if t.form.lower() not in CALENDAR}


def kin_reasons(a: Compared, b: Compared) -> tuple[Reason, ...]:
    """What two articles share, in named parts that sum up to their kinship; no days of the week, no months."""
    return tuple(
        Reason(r.name, round(r.score * WEIGHTS[r.name], 3), r.words)
        for r in told(_timeless(a), _timeless(b), float)
        if r.name in WEIGHTS
    )


def _timeless(a: Compared) -> Compared:
    kept = tuple(t for t in a.profile.terms if t.form.lower() not in CALENDAR)
    return a if len(kept) == len(a.profile.terms) else Compared(replace(a.profile, terms=kept))
