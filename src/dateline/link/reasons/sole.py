"""Acts that one person alone does: two sources that name two persons speak of one act and disagree on who did it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.link.profile import Profile
from dateline.link.reasons.pair import Ground, Pair
from dateline.link.reasons.time import telling_gap
from dateline.link.telltales import acts, besides, clause, offices
from dateline.link.times import Fit
from dateline.link.words import WORD, rarity, stem, stems
from dateline.model.claim import Claim, Role, Status

MONTH = 31  # days within which undated news of an election to one office is of one election
AKIN = 0.2  # kinship that two articles need, a little less than the usual one of a matter
POST = 0.2  # rarity of a noun for a post
TELLING = 0.9  # rarity of an object that is nearly the only one of its kind in a matter
CLEFT = re.compile(r"\bwho\b")
OFFICE = frozenset({"elected", "election", "appoint", "inaugurate"})


def one_person(pair: Pair) -> Ground | None:
    """One act that one person alone does, told of two."""
    found = persons(pair)
    if found is None:
        return None
    return Ground("sole", 1.0, lambda: f"one act, which one person alone does, told of {found[0]} and of {found[1]}")


def persons(pair: Pair) -> tuple[str, str] | None:
    """The two persons in the words of the claims; None unless all but the person is the same."""
    a, b = pair.a, pair.b
    if any(p.status is not Status.HAPPENED or p.claim.negated for p in (a, b)) or pair.crowd.kinship < AKIN:
        return None
    found = _chosen(pair) or _acting(pair)
    if found is None or same_person(*found) or (a.places and b.places and not a.places & b.places):
        return None
    return found[0].words, found[1].words


def _chosen(pair: Pair) -> tuple[Role, Role] | None:
    """The persons chosen for one office of one body, at one time."""
    a, b = pair.a, pair.b
    shared = offices(a.claim).keys() & offices(b.claim).keys()
    if not shared or not a.groups & b.groups & OFFICE or not _one_time(pair):
        return None
    office = min(shared)
    x, y = (_before(p.claim, offices(p.claim)[office]) for p in (a, b))
    if x is None or y is None:
        return None
    persons = {*stems(x.words), *stems(y.words)}
    return (x, y) if (a.names & b.names) - persons else None


def _one_time(pair: Pair) -> bool:
    if pair.times.fit is Fit.UNDATED:
        gap = telling_gap(pair.a, pair.b)
        return gap is not None and gap <= MONTH
    return pair.times.meet_within(MONTH)


def _acting(pair: Pair) -> tuple[Role, Role] | None:
    """The persons who do one such act: to a thing that is rare, or at one time."""
    things = acts(pair.a.claim) & acts(pair.b.claim)
    apart = pair.times.fit in (Fit.APART, Fit.TOUCHING)
    if apart or not any(_one_time(pair) or rarity(thing) >= TELLING for thing in things):
        return None
    return two_persons(pair.a.claim, pair.b.claim)


def two_persons(a: Claim, b: Claim) -> tuple[Role, Role] | None:
    """The one person by name who does it in each claim; None unless both name just one."""
    x, y = (_persons(c, ("patient",) if _cleft(c) else ("agent",)) for c in (a, b))
    return (x[0], y[0]) if len(x) == len(y) == 1 else None


def _cleft(claim: Claim) -> bool:
    """Whether the doer is told as what somebody is: "it was she who called the vote"."""
    agents = [r.words.lower() for r in claim.roles if r.name == "agent"]
    return claim.head == "be" and agents in (["it"], []) and CLEFT.search(claim.anchor.exact) is not None


def appointed(a: Profile, b: Profile) -> tuple[str, str] | None:
    """The two persons of whom one act of appointing or electing tells, by the words of the claims: one by name each."""
    if not a.groups & b.groups & OFFICE or any(p.status is not Status.HAPPENED or p.claim.negated for p in (a, b)):
        return None
    x, y = (_persons(p.claim, ("patient",)) or _persons(p.claim, ("agent",)) for p in (a, b))
    if len(x) != 1 or len(y) != 1 or same_person(x[0], y[0]):
        return None
    named = x[0].words in b.claim.sentence.exact or y[0].words in a.claim.sentence.exact
    return None if named or not _one_post(a.claim, b.claim) else (x[0].words, y[0].words)


def _one_post(a: Claim, b: Claim) -> bool:
    """Whether the words behind both acts may name one post: a noun in common, and no "deputy" in one of them alone."""
    mine, theirs = (_nouns(c) for c in (a, b))
    deputies = besides()
    return mine & deputies == theirs & deputies and any(rarity(w) >= POST for w in mine & theirs)


def _nouns(claim: Claim) -> frozenset[str]:
    """Stems of the words behind the act that are no names."""
    words = (m.group() for m in WORD.finditer(clause(claim)))
    return frozenset(stem(w) for w in words if w.islower()) - {stem(claim.head)}


def _before(claim: Claim, at: int) -> Role | None:
    """The one person that the words from the anchor on name before the office."""
    found = [r for r in _persons(claim, ("patient",)) if 0 <= clause(claim).find(r.words) < at]
    return found[0] if len(found) == 1 else None


def _persons(claim: Claim, names: Iterable[str]) -> list[Role]:
    """The roles that are single parties by name, whom we know by an id."""
    roles = [r for r in claim.roles if r.name in names and r.actor and " and " not in r.words]
    return [r for r in roles if _named(r)]


def _named(role: Role) -> bool:
    """Whether the head, or a name that ends in it ("Ki-moon"), is capitalised."""
    found = (m.group() for m in WORD.finditer(role.words))
    return any(w[0].isupper() and w.lower().split("-")[-1] == role.head for w in found)


def same_person(x: Role, y: Role) -> bool:
    """Whether two names may be those of one person."""
    return x.actor == y.actor or bool({*x.actor.split("-")} & {*y.actor.split("-")})
