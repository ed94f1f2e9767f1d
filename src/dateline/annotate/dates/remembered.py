"""Days that a happening is called by for years: "the September 11 attacks"."""

from __future__ import annotations

from dataclasses import replace

from dateline.annotate.dates.meaning import Calendar, Named, Phrase
from dateline.annotate.dates.tokens import Token

NEAR = 3  # tokens behind the day
# Month and day, the year, and the nouns that tell that it is that one; "the Sept. 11 attack" may be another.
REMEMBERED: dict[tuple[int, int], tuple[int, frozenset[str]]] = {
    (9, 11): (
        2001,
        frozenset({"attacks", "hijackings", "hijackers", "terrorist", "terror", "commission", "plotters", "style"}),
    ),
    (10, 7): (2023, frozenset({"attack", "attacks", "massacre", "massacres", "onslaught"})),
    (1, 6): (2021, frozenset({"insurrection", "insurrectionists", "rioters", "capitol", "committee"})),
}


def remembered(p: Phrase, tokens: list[Token]) -> Phrase | None:
    """The phrase with the year of what its day is remembered for; None if it is not, or tells its year."""
    m = p.meaning
    plain = isinstance(m, Calendar) and not (m.year or m.which or m.within) and m.weekday is None
    if not isinstance(m, Calendar) or not plain or m.month is None or m.day is None:
        return None
    year, nouns = REMEMBERED.get((m.month, m.day), (0, frozenset()))
    before = [t.low for t in tokens[max(0, p.first - 2) : p.first]]
    named = before[1:] == ["of"] and before[0] in nouns  # "the attacks of September 11"
    if not named and not any(t.low in nouns for t in tokens[p.last : p.last + NEAR]):
        return None
    return replace(p, meaning=Named("known", (year, m.month, m.day)))
