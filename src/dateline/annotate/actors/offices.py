"""Who held which office on a day, by the lists: a role in a text is checked against the day of the happening."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from dateline.annotate.actors.lexicon import Lexicon, Person, lexicon, titles, words
from dateline.annotate.gazetteer import fold

EXECUTIVE = frozenset(
    {"president", "prime-minister", "chancellor", "king", "queen", "supreme-leader", "vice-president"}
)


class Held(StrEnum):
    """Whether somebody held an office on a day; unknown if the lists do not reach."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def office_on(name: str, title: str, day: date, lists: Lexicon | None = None) -> Held:
    """Whether the person of that full name held the office, in words or as a code ("Prime Minister"), on the day.

    NO only if the lists have the person's days in that very office, or other high offices for that day; a person or
    office that they lack is UNKNOWN.
    """
    lists = lists or lexicon()
    office = titles().get(fold(title), fold(title).replace(" ", "-"))
    people = _named(name, lists)
    if any(p.holds(office, day) for p in people):
        return Held.YES
    if any(o.title == office for p in people for o in p.offices):
        return Held.NO
    elsewhere = any(o.title in EXECUTIVE and o.held_on(day) for p in people for o in p.offices)
    return Held.NO if elsewhere and office in EXECUTIVE else Held.UNKNOWN


def _named(name: str, lists: Lexicon) -> list[Person]:
    """The office holders of a full name, the nearest spelling first; those who led before those who did not."""
    solid = [w for w in fold(name).split() if w not in words("particles") and len(w) > 1]
    if len(solid) < 2:
        return [p for p in lists.family(name) if p.leading]
    found = [*lists.person(solid[0], solid[-1]), *lists.person("".join(solid[1:]), solid[0])]
    exact = [p for p in found if fold(p.actor.name) == fold(name)]
    return exact or [p for p in found if p.leading] or found
