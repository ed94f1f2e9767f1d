"""Leaders whom a text calls by the bare surname: who is meant, by office, country and day; unsure is nobody."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.annotate.actors.lexicon import Lexicon, Office, Person, slug, words
from dateline.annotate.actors.scan import Scan

HEADS = frozenset({"president", "prime-minister", "chancellor", "king", "queen", "supreme-leader", "leader", "pope"})
HIGH = HEADS | {"foreign-minister", "secretary-general", "vice-president"}
LATELY = timedelta(days=12 * 365)  # after leaving office, texts still call a head of state by the bare surname
CONTENTS = frozenset({"other", "gov", "mil", "opp", "reb"})  # offices of the actor dictionaries, too coarse


def leader(scan: Scan, n: int, name: str, lexicon: Lexicon, title: str | None) -> Person | None:
    """The leader of that surname, if a title or a country of the text bears it out and only one fits.

    `title` is the office of the title before, "" for a title without one ("Mr"), None if there is no title.
    """
    token, everybody = scan.tokens[n], lexicon.family(name)
    if not everybody or len(name) < 3 or (token.first and token.folded in words("common")) or _of_firm(scan, n):
        return None
    leading = [p for p in everybody if p.leading]
    people = [p for p in leading if scan.countries[p.actor.country]]
    if title:
        people = _of_office(people, title, scan.day) or _of_office(leading, title, scan.day)
    elif title is None and (token.folded in words("common") or lexicon.is_given(name)):
        return None
    else:
        people = [p for p in people if any(_prominent(o, scan.day, bare=title is None) for o in p.offices)]
        people = people or _unmistakable(leading, everybody, scan.day)
        people = people or _of_ground(leading, everybody, scan)
        people = people or _by_nickname(leading, everybody, name)
    ids = {p.actor.id for p in people}
    return people[0] if len(ids) == 1 else _on_the_day(people, scan)


def _of_firm(scan: Scan, n: int) -> bool:
    """Whether a name begins that of a firm: "Foster and Partners", "Ford & Sons"."""
    ahead = scan.tokens[n + 1 : n + 3]
    if not ahead or ahead[0].gap.strip() not in ("", "&"):
        return False
    behind = ahead[0] if "&" in ahead[0].gap else ahead[-1] if ahead[0].folded == "and" else None
    return behind is not None and behind.capital and behind.folded in words("firm_ends")


def _unmistakable(leading: list[Person], everybody: tuple[Person, ...], day: date | None) -> list[Person]:
    """The only person of a surname in the lists, if in high office on the day: "Blinken" in 2022, whatever the text."""
    if day is None or len({p.actor.id for p in everybody}) != 1:
        return []
    return [p for p in leading if any(o.title in HIGH and o.held_on(day) for o in p.offices)]


def _of_ground(leading: list[Person], everybody: tuple[Person, ...], scan: Scan) -> list[Person]:
    """The only person of a surname in the lists, if head of a state whose seat the text names as a place."""
    if len({p.actor.id for p in everybody}) != 1:
        return []
    near = [p for p in leading if p.actor.country in scan.grounds]
    return [p for p in near if any(o.title in HEADS and _prominent(o, scan.day, bare=True) for o in p.offices)]


def _by_nickname(leading: list[Person], everybody: tuple[Person, ...], name: str) -> list[Person]:
    """The only person in the lists whom that name is given that is no part of his own: "Hemedti", "Jokowi"."""
    if len({p.actor.id for p in everybody}) != 1:
        return []
    return [p for p in leading if slug(name) not in slug(p.actor.name).split("-")]


def _of_office(people: list[Person], title: str, day: date | None) -> list[Person]:
    """Those who hold the office on the day, else those who ever did."""
    office = [p for p in people if any(o.title == title for o in p.offices)]
    return [p for p in office if day and p.holds(title, day)] or office


def _prominent(office: Office, day: date | None, *, bare: bool) -> bool:
    """Whether the holder of an office is called by the surname alone: heads of states until long after, and others
    while they serve, if the office is a high one or a title stands before."""
    if office.title in HEADS and (day is None or (office.start or date.min) <= day):
        return day is None or office.end is None or day - office.end < LATELY
    return day is not None and serves(office, day) and (not bare or office.title in HIGH)


def _on_the_day(people: list[Person], scan: Scan) -> Person | None:
    """The only one of several leaders of a name who held an office when the text was published."""
    serving = [p for p in people if scan.day and any(serves(o, scan.day) for o in p.offices)]
    return serving[0] if len({p.actor.id for p in serving}) == 1 else None


def serves(office: Office, day: date) -> bool:
    """Whether somebody is in an office of the state on the day."""
    return office.held_on(day) and office.title not in CONTENTS
