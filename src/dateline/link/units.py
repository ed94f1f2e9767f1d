"""What a number counts: words that count the same heads, votes, shares."""

from __future__ import annotations

from dateline.link.words import stem
from dateline.model.claim import Quantity

SAME_UNIT = {"%": "percent", "pct": "percent", "point": "percent", "per": ""}  # "per" may be per cent or per share
# Words that count the same heads; a word that may count others, too ("people", of whom some are soldiers), is in none.
ALIKE = (
    "soldier troop peacekeeper serviceman servicemember",
    "attacker assailant gunman gunmen",
    "protester demonstrator",
    "lawmaker deputy legislator parliamentarian mp",
    "ship vessel boat",
    "house home",
    "migrant asylum-seeker",
    "student pupil",
    "worker employee",
    "prisoner captive detainee inmate",
    "refugee displaced",
)
CAST = frozenset(
    map(stem, "vote ballot member lawmaker senator delegate representative peer councillor councilor".split())
)  # votes, and those who cast one each
PEOPLE = frozenset(map(stem, "people person victim villager resident inhabitant dead body life".split()))
ONE_UNIT = {stem(w): stem(row.split()[0]) for row in ALIKE for w in row.split()}


def unit_of(quantity: Quantity) -> str:
    """One key for all words that count the same: "deputies" and "lawmakers", "%" and "per cent"."""
    unit = quantity.unit.lower()
    if unit in SAME_UNIT:
        return SAME_UNIT[unit]
    return ONE_UNIT.get(stem(unit), stem(unit))
