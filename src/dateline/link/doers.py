"""Who did it: claims on one happening that name doers of whom only one can have done it, or done it alone."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from importlib.resources import files

from dateline.link.profile import Profile
from dateline.link.reasons.pair import Pair
from dateline.link.reasons.sole import same_person, two_persons
from dateline.link.telltales import deeds
from dateline.link.venues import town
from dateline.link.words import WORD, stem
from dateline.model.claim import Claim, Role

ALONE = re.compile(r"(?i)^(?:only|solely|just)\b|\balone$")
LONE = frozenset({"down", "sink", "annex", "invade"})  # what one country alone does to one thing
SIGNED = frozenset({"sign"})
SIDES = 2  # parties to what two sign
FACING = {"north": "south", "east": "west", "south": "north", "west": "east"}  # sides of one land


def doers(a: Profile, b: Profile) -> tuple[str, str] | None:
    """The doers in the words of a and of b; None unless they exclude each other.

    They do where one tells that a party did it alone and the other names one more, where sides that face each other
    ("the north", "the south") are each told to have done it to the same thing, and where two persons, or countries, are
    told of a deed that is one person's, or country's.
    """
    found = _not_alone(a, b) or _turned(_not_alone(b, a)) or _facing(a.claim, b.claim)
    return found or _deed(a.claim, b.claim) or _of_countries(a, b) or _signers(a, b)


def each_does(pair: Pair) -> bool:
    """Whether one party does it here, another there, and each sentence knows of the other as of one who does not do it,
    or neither knows of the other's: both may have done it."""
    x, y = (_doing(p.claim) for p in (pair.a, pair.b))
    mine, theirs = x - y, y - x
    known = bool(mine & pair.b.names), bool(theirs & pair.a.names)
    return bool(mine and theirs) and known[0] == known[1]


def _doing(claim: Claim) -> frozenset[str]:
    """Stems of the names of those who do it by a name of their own ("the Harvest Party", not "Ann Lund's plan")."""
    named = (r for r in _agents(claim) if any(w.lower() == r.head for w in _capitals(r.words)))
    return frozenset(stem(w) for r in named for w in _capitals(r.words))


def _capitals(words: str) -> list[str]:
    return [m.group() for m in WORD.finditer(words) if m.group()[0].isupper()]


def _not_alone(a: Profile, b: Profile) -> tuple[str, str] | None:
    mine, theirs = _agents(a.claim), _agents(b.claim)
    if len(mine) != 1 or not ALONE.search(mine[0].words) or not _party(mine[0]):
        return None
    more = [r for r in theirs if _party(r) and not _of_one(_party(r), _party(mine[0]))]
    if not more or any(_told_beside(r, a.claim) for r in more):
        return None
    return mine[0].words, " and ".join(r.words for r in theirs)


def _turned(values: tuple[str, str] | None) -> tuple[str, str] | None:
    return (values[1], values[0]) if values else None


def _facing(a: Claim, b: Claim) -> tuple[str, str] | None:
    mine, theirs = _agents(a), _agents(b)
    if len(mine) != 1 or len(theirs) != 1 or FACING.get(mine[0].head) != theirs[0].head:
        return None
    return (mine[0].words, theirs[0].words) if _things(a) & _things(b) else None


def _signers(a: Profile, b: Profile) -> tuple[str, str] | None:
    """Two who signed for one side: each names just two who signed, or one beside whom it names another, and just one of
    them is the same."""
    if not a.groups & b.groups & SIGNED or a.claim.when is None or b.claim.when is None:
        return None
    x, y = _signing(a.claim), _signing(b.claim)
    if len(x) == SIDES and len(y) == SIDES:
        return _unshared(x, y, x.keys() & y.keys())
    if len(x) == 1 and len(y) == SIDES:
        return _unshared(x, y, frozenset(k for k, w in y.items() if w.split()[-1] in a.claim.sentence.exact) - x.keys())
    return _turned(_signers(b, a)) if len(y) == 1 and len(x) == SIDES else None


def _unshared(x: dict[str, str], y: dict[str, str], shared: Collection[str]) -> tuple[str, str] | None:
    """Who of both is not shared, if one is; None for one and the same."""
    mine, theirs = ([w for k, w in side.items() if k not in shared] for side in (x, y))
    return (mine[0], theirs[0]) if len(shared) == len(mine) == len(theirs) == 1 and not x.keys() >= y.keys() else None


def _signing(claim: Claim) -> dict[str, str]:
    """Those by name who sign, or beside whom somebody does, in words by id or name."""
    roles = [r for r in claim.roles if _party(r) and r.words[:1].isupper() and r.name in ("agent", "other")]
    towns = {p.name for p in (town(x) for x in claim.places) if p}
    return {_party(r): r.words for r in roles if r.words not in towns and _party(r) not in _countries()}


def _deed(a: Claim, b: Claim) -> tuple[str, str] | None:
    found = two_persons(a, b) if deeds(a) & deeds(b) else None
    if found is None or same_person(*found):
        return None
    x, y = found
    return None if _told_beside(x, b) or _told_beside(y, a) else (x.words, y.words)


def _of_countries(a: Profile, b: Profile) -> tuple[str, str] | None:
    """Two countries that are each told to have done alone what one alone does to a thing."""
    mine, theirs = _agents(a.claim), _agents(b.claim)
    if len(mine) != 1 or len(theirs) != 1 or not a.groups & b.groups & LONE or not _things(a.claim) & _things(b.claim):
        return None
    x, y = mine[0], theirs[0]
    if (
        x.actor == y.actor
        or not {x.actor, y.actor} <= _countries()
        or _told_beside(x, b.claim)
        or _told_beside(y, a.claim)
    ):
        return None
    return x.words, y.words


@cache
def _countries() -> frozenset[str]:
    """The ids of all countries."""
    text = files("dateline").joinpath("data", "actors", "countries.tsv").read_text("utf-8")
    names = (row.split("\t")[1] for row in text.splitlines() if row and row[0] != "#")
    return frozenset(re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") for name in names)


def _agents(claim: Claim) -> list[Role]:
    return [r for r in claim.roles if r.name == "agent"]


def _things(claim: Claim) -> frozenset[str]:
    return frozenset(stem(r.head) for r in claim.roles if r.name == "patient" and r.head)


def _of_one(a: str, b: str) -> bool:
    """Whether one is the other, or a part of it (a country and its army)."""
    return a == b or a.startswith(f"{b}-") or b.startswith(f"{a}-")


def _party(role: Role) -> str:
    """The party's id, or the stem of its name; "" for one without a name."""
    name = role.words.split()[-1] if role.words else ""
    return role.actor or (stem(name) if name[:1].isupper() else "")


def _told_beside(role: Role, claim: Claim) -> bool:
    """Whether the other claim's own clause names the party too, be it for something else."""
    return role.words in claim.anchor.exact or any(role.words in r.words for r in claim.roles)
