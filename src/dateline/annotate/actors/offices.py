"""Who held which office on a day, by the lists: a role in a text is checked against the day of the happening."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from dateline.annotate.actors.lexicon import Lexicon, Office, Person, lexicon, titles, words
from dateline.annotate.gazetteer import fold
from dateline.model.time import Days

EXECUTIVE = frozenset(
    {"president", "prime-minister", "chancellor", "king", "queen", "supreme-leader", "vice-president"}
)

MARGIN = timedelta(days=92)  # around a term of office: elections, handovers, and lists that round to a month
COURTEOUS = frozenset({("US", "president"), ("US", "vice-president")})  # former holders keep the title in speech


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


def office_slip(
    name: str, office: str, days: Days, published: date | None, *, acts: bool, lists: Lexicon | None = None
) -> str:
    """What is wrong with giving the person of that full name the office (a code) in what happened on these days, in
    words; "" unless the lists are sure.

    They are sure if they have somebody else in the office on those days, the person in it at another time (or in
    another high office then), and nothing within MARGIN. A title that was right when the text was published, or that
    the person kept for life, is a manner of speaking, unless the happening is an act of the office (`acts`).
    """
    lists = lists or lexicon()
    people = _named(name, lists)
    if len({p.actor.id for p in people}) != 1 or days.start is None or days.end is None:
        return ""
    held = sorted({o for p in people for o in p.offices if o.title == office}, key=lambda o: o.start or date.min)
    if any(_near(o, days.start, days.end) for o in held) or not (held or _elsewhere(people, office, days)):
        return ""
    incumbents = _incumbents(lists, people[0].actor.country, office, days)
    if not incumbents or people[0].actor.name in incumbents:
        return ""
    if not acts and _manner_of_speaking(people[0].actor.country, held, days, published):
        return ""
    shown = people[0].actor.name
    wrong = f"{shown} was not {_words(office)} on {days.edtf()}: {_told(held, office)}"
    return f"{wrong}; {incumbents[0]} held the office then"


def _near(office: Office, first: date, last: date) -> bool:
    """Whether an office was held on any of the days or near them: handovers, and lists that round."""
    start, end = office.start or date.min, office.end or date.max
    early = start - MARGIN if start - date.min > MARGIN else date.min
    late = end + MARGIN if date.max - end > MARGIN else date.max
    return early <= last and first <= late


def _elsewhere(people: list[Person], office: str, days: Days) -> bool:
    """Whether somebody held another high office through all of the days and around them."""
    around = (days.lower - MARGIN, days.lower, days.upper, days.upper + MARGIN)
    others = [o for p in people for o in p.offices if o.title in EXECUTIVE and o.title != office]
    return office in EXECUTIVE and any(all(o.start and o.held_on(d) for d in around) for o in others)


def _incumbents(lists: Lexicon, country: str, office: str, days: Days) -> list[str]:
    """Who held the office of a country on the first and on the last of the days."""
    both = [{p.actor.name for p in lists.holders(country, office, d)} for d in (days.lower, days.upper)]
    return sorted(both[0] | both[1]) if all(both) else []


def _manner_of_speaking(country: str, held: list[Office], days: Days, published: date | None) -> bool:
    """Whether the title may be that of the time of writing, or one that is kept by courtesy for life."""
    if any((o.start or date.min) > days.upper for o in held) and (
        published is None or any(_near(o, published, published) for o in held)
    ):
        return True
    return any((country, o.title) in COURTEOUS and (o.end or date.max) < days.lower for o in held)


def _told(held: list[Office], office: str) -> str:
    spans = [f"{o.start.year if o.start else ''}–{o.end.year if o.end else ''}" for o in held]
    return f"that was {', '.join(spans)}" if spans else "the lists have another office for that time"


def _words(office: str) -> str:
    return office.replace("-", " ")
