"""Acts that one person alone does: two sources that name two persons speak of one act and disagree on who did it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from dateline.link.profile import Profile
from dateline.link.reasons.pair import Ground, Pair
from dateline.link.reasons.time import telling_gap
from dateline.link.times import Fit
from dateline.link.words import WORD, lines, rarity, stem, stems
from dateline.model.claim import Claim, Role, Status

MONTH = 31  # days within which undated news of an election to one office is of one election
AKIN = 0.2  # kinship that two articles need, a little less than the usual one of a matter
TELLING = 0.9  # rarity of an object that is nearly the only one of its kind in a matter
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
    if found is None or _same(*found) or (a.places and b.places and not a.places & b.places):
        return None
    return found[0].words, found[1].words


def _chosen(pair: Pair) -> tuple[Role, Role] | None:
    """The persons chosen for one office of one body, at one time."""
    a, b = pair.a, pair.b
    offices = _offices(a.claim).keys() & _offices(b.claim).keys()
    if not offices or not a.groups & b.groups & OFFICE or not _one_time(pair):
        return None
    office = min(offices)
    x, y = (_before(p.claim, _offices(p.claim)[office]) for p in (a, b))
    if x is None or y is None:
        return None
    persons = {*stems(x.words), *stems(y.words)}
    return (x, y) if (a.names & b.names) - persons else None


def _one_time(pair: Pair) -> bool:
    if pair.times.fit is Fit.UNDATED:
        gap = telling_gap(pair.a, pair.b)
        return gap is not None and gap <= MONTH
    return pair.times.fit in (Fit.EQUAL, Fit.NESTED) and (pair.times.coarse or MONTH + 1) <= MONTH


def _acting(pair: Pair) -> tuple[Role, Role] | None:
    """The persons who do one such act: to a thing that is rare, or at one time."""
    acts = _acts(pair.a) & _acts(pair.b)
    apart = pair.times.fit in (Fit.APART, Fit.TOUCHING)
    if apart or not any(_one_time(pair) or rarity(thing) >= TELLING for thing in acts):
        return None
    x, y = (_persons(p.claim, ("agent",)) for p in (pair.a, pair.b))
    return (x[0], y[0]) if len(x) == len(y) == 1 else None


def _acts(profile: Profile) -> frozenset[str]:
    """The stems of the things to which the claim's words do such an act."""
    told = stems(profile.claim.anchor.exact)
    return frozenset(t for t in told for v in _table().get(t, ()) if v in told)


def _offices(claim: Claim) -> dict[str, int]:
    """Where in the anchor each such office stands, if it is not a deputy's."""
    told = [stem(m.group()) for m in WORD.finditer(claim.anchor.exact)]
    spots = [m.start() for m in WORD.finditer(claim.anchor.exact)]
    wanted, beside = _words("office"), _words("beside")
    return {w: spots[i] for i, w in enumerate(told) if w in wanted and (i == 0 or told[i - 1] not in beside)}


def _before(claim: Claim, at: int) -> Role | None:
    """The one person that the anchor names before its office."""
    found = [r for r in _persons(claim, ("patient",)) if 0 <= claim.anchor.exact.find(r.words) < at]
    return found[0] if len(found) == 1 else None


def _persons(claim: Claim, names: Iterable[str]) -> list[Role]:
    """The roles that are single parties by name, whom we know by an id."""
    roles = [r for r in claim.roles if r.name in names and r.actor and " and " not in r.words]
    return [
        r for r in roles if any(m.group().lower() == r.head and m.group()[0].isupper() for m in WORD.finditer(r.words))
    ]


def _same(x: Role, y: Role) -> bool:
    return x.actor == y.actor or bool({*x.actor.split("-")} & {*y.actor.split("-")})


@cache
def _table() -> dict[str, frozenset[str]]:
    """Verbs by thing."""
    made: dict[str, frozenset[str]] = {}
    for line in lines("sole.txt"):
        head, _, verbs = line.partition(":")
        kind, *things = head.split()
        if kind == "act":
            made.update({stem(t): frozenset(map(stem, verbs.split())) for t in things})
    return made


@cache
def _words(kind: str) -> frozenset[str]:
    found = (line.partition(":") for line in lines("sole.txt"))
    return frozenset(stem(w) for head, _, words in found if head == kind for w in words.split())
