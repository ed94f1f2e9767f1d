"""People of one surname in one text: whom the surname means when it stands alone."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from operator import itemgetter

from dateline.annotate.actors.gender import of_name, of_title
from dateline.annotate.actors.lexicon import Actor, Lexicon, lexicon, slug, titles, words
from dateline.annotate.actors.people import Cast
from dateline.annotate.actors.pronouns import is_kin
from dateline.annotate.actors.scan import Scan
from dateline.annotate.actors.tokens import tokens
from dateline.annotate.gazetteer import fold

AHEAD = 80  # words by which a surname may come before the full name, as in a headline
NAMESAKES = 8  # mentions on each side among which runners-up are sought

CLOSE = frozenset("husband wife father mother son daughter brother sister".split())  # who often share a surname

Naming = tuple[int, Actor]  # the first word of a full name, and whose it is


def of_cast(scan: Scan, cast: Cast, n: int, name: str) -> tuple[Actor, tuple[str, ...]] | None:
    """The person of that family name in the text, and who else of that name is about.

    Of several, the one of the gender that a title shows; else the one named in full in this sentence or the one before,
    unless as somebody's relative; else, beside leaders, the one named last; else the one whom the text named first,
    as it gives relatives their full names.
    """
    people = cast.families.get(name)
    if not people:
        return None
    at = bisect_left(people, n, key=itemgetter(0))
    if not at and people[0][0] - n > AHEAD and not people[0][1].country:
        return None  # whom the text names in full only much later, it means somebody else by the surname
    before = _fitting(scan, n, people[:at])
    chosen = _meant(scan, n, before) if before else people[0][1]
    if before and all(_shares_surname(scan, at) for at, _ in before) and not _near(scan, n, before):
        return None  # it is the surname of the other one, too, whom the text has not named in full
    near = people[max(0, at - NAMESAKES) : at + NAMESAKES]
    return chosen, tuple(dict.fromkeys(a.id for _, a in near if a.id != chosen.id))


def _fitting(scan: Scan, n: int, people: list[Naming]) -> list[Naming]:
    """Those of the gender that the title before a surname shows; all, if it shows none or nobody is of it."""
    shown = of_title(scan.tokens[n - 1].folded) if n and scan.joined(n) else ""
    return [p for p in people if of_name(p[1].name) in ("", shown)] or people if shown else people


def _near(scan: Scan, n: int, people: list[Naming]) -> list[Naming]:
    """Those who are named in full in this sentence or the one before."""
    number = scan.tokens[n].sentence
    return [p for p in people if p[0] >= 0 and number - 1 <= scan.tokens[p[0]].sentence <= number]


def _shares_surname(scan: Scan, at: int) -> bool:
    """Whether somebody is named as the husband, daughter or the like of one told of: "her husband, Robert Hale"."""
    if at < 2 or not is_kin(scan, at):
        return False
    return scan.tokens[at - 1].folded in CLOSE and scan.tokens[at - 2].folded in ("his", "her", "their")


def _meant(scan: Scan, n: int, people: list[Naming]) -> Actor:
    near = _near(scan, n, people)
    latest = near[-1:] if len({a.id for _, a in near}) == 1 else []
    if latest and not is_kin(scan, latest[0][0]):
        return latest[0][1]
    if any(a.country for _, a in people):
        return next((a for at, a in reversed(people) if a.country or not is_kin(scan, at)), people[0][1])
    return people[0][1]


def enter_headline(scan: Scan, cast: Cast, headline: str, lexicon: Lexicon) -> None:
    """Notes the people whom the headline names in full, if the text has their surnames: it tells of them first."""
    spoken = {t.folded for t in scan.tokens if t.capital}
    words_of = list(tokens(headline, 0, len(headline), 0))
    for given, family in pairwise(words_of):
        apart = family.gap != " " or given.owns or family.folded not in spoken
        if apart or not (given.capital and family.capital and lexicon.is_given(given.folded)):
            continue
        if _no_name(given.folded, lexicon) or _no_name(family.folded, lexicon) or lexicon.is_given(family.folded):
            continue
        name = f"{given.words} {family.words}"
        known = next((p.actor for p in lexicon.person(given.folded, family.folded) if p.leading), None)
        cast.enter(-1, known or Actor(slug(name), name, "person"), [family.folded])


def _no_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a word of a headline is nobody's name."""
    listed = word in lexicon.demonyms or word in lexicon.states or word in lexicon.seats or word in lexicon.institutions
    return listed or word in words("not_people") or word in words("common") or word in titles()


def other_given(scan: Scan, n: int, actor: Actor) -> bool:
    """Whether a name that is not this person's stands right before the surname: it is a namesake."""
    before = scan.tokens[n - 1] if n and scan.joined(n) else None
    if before is None or not before.capital or (before.first and before.folded in words("common")):
        return False
    if before.folded in words("months") or before.folded.endswith("day"):
        return False  # "In February Roe said"
    if before.folded in lexicon().seats and n > 1 and scan.tokens[n - 2].folded in words("place_prepositions"):
        return False  # "In Seoul Moon said"
    return before.folded not in titles() and before.folded not in fold(actor.name).split()
