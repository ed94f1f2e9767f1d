"""Relatives by their first names: "his brother Gotabaya", and "Mahinda" where two of one family are told of."""

from __future__ import annotations

from dateline.annotate.actors.lexicon import Actor, Lexicon, words
from dateline.annotate.actors.people import EAST_ASIAN, Cast
from dateline.annotate.actors.pronouns import is_kin
from dateline.annotate.actors.scan import Found, Scan
from dateline.annotate.gazetteer import fold

OWNERS = frozenset({"his", "her"})
NAMED = 20  # first and last mentions of a family among which a relative is sought
NEAR = 60  # words back in which the one whose relative somebody is must be named


def find_kin(scan: Scan, lexicon: Lexicon, cast: Cast) -> None:
    """Adds relatives whom the text or the lists know by their first name and the family's; notes the first names of all
    of a family of which the text names more than one."""
    for n in range(len(scan.tokens)):
        if _alone(scan, n) and (owner := _owner(scan, n)) is not None:
            relative = _named(scan.tokens[n].folded, owner, cast) or _listed(scan.tokens[n].folded, owner, lexicon)
            if relative is not None:
                scan.add(Found(n, n + 1, relative, f"first name of a relative of {owner.name}"))
                cast.enter(n, relative, [scan.tokens[n].folded])
                _enter_given(cast, n, owner, lexicon)
    for people in list(cast.families.values()):
        if len({_given(a) for _, a in people}) == len({a.id for _, a in people}) > 1:
            for at, actor in list(people):
                _enter_given(cast, at, actor, lexicon)


def _alone(scan: Scan, n: int) -> bool:
    """Whether a capitalised word alone names somebody's relative, right behind "his brother"."""
    if not scan.tokens[n].capital or n < 2 or n in scan.taken or not is_kin(scan, n):
        return False
    goes_on = n + 1 < len(scan.tokens) and scan.joined(n + 1) and scan.tokens[n + 1].capital
    return not goes_on and (scan.tokens[n - 2].folded in OWNERS or scan.tokens[n - 2].owns)


def _owner(scan: Scan, n: int) -> Actor | None:
    """The person named last before a relative."""
    for k in range(n - 2, max(-1, n - NEAR), -1):
        find = scan.taken.get(k)
        if find is not None and find.actor.kind == "person":
            return find.actor
    return None


def _named(given: str, owner: Actor, cast: Cast) -> Actor | None:
    """The relative whom the text names in full with the family name."""
    family = cast.families.get(fold(owner.name).split()[-1], [])
    near = (*family[:NAMED], *family[-NAMED:])
    return next((a for _, a in near if a.id != owner.id and _given(a) == given), None)


def _listed(given: str, owner: Actor, lexicon: Lexicon) -> Actor | None:
    """The relative in the lists, who has held an office in the same country."""
    people = [p.actor for p in lexicon.person(given, fold(owner.name).split()[-1]) if p.actor.country == owner.country]
    others = {a.id: a for a in people if a.id != owner.id}
    return next(iter(others.values())) if len(others) == 1 and owner.country else None


def _given(actor: Actor) -> str:
    return fold(actor.name).split()[0]


def _enter_given(cast: Cast, at: int, actor: Actor, lexicon: Lexicon) -> None:
    """Notes the first name of somebody, unless it is the family's, or a word or a state, too."""
    given = _given(actor)
    other = given in words("common") or given in lexicon.states or given in lexicon.seats
    known = bool(actor.country) or lexicon.is_given(given)
    if " " in actor.name and actor.country not in EAST_ASIAN and known and not other:
        cast.enter(at, actor, [given])
