"""One body that meets in one town: two sources that have it meet on the same days in two towns."""

from __future__ import annotations

from dateline.link.naming import capitals
from dateline.link.profile import Profile
from dateline.link.reasons.pair import Pair
from dateline.link.times import exact
from dateline.link.words import stem
from dateline.model.claim import Claim, Role

KIN = 0.3  # kinship of articles of one matter, in which such a body is one
DAYS = 4  # of the longest meeting that is taken for one
MEET = frozenset("meet talk agree treaty sign".split())
OTHERS = 2  # claims of those days at most that an article tells
HEADS = frozenset(
    map(stem, "minister leader chief president envoy delegate negotiator ambassador commander general governor".split())
)
OF_FIELDS = frozenset(map(stem, ("minister", "ambassador", "commander")))


def one_meeting(pair: Pair) -> bool:
    """Whether both tell of a gathering of those of one title within the same few days, of which neither article tells
    much else."""
    a, b = pair.a, pair.b
    if pair.crowd.kinship < KIN or not all(MEET & (p.groups | p.theme | p.around) for p in (a, b)):
        return False
    if not pair.times.meet_within(DAYS):
        return False
    return _one_body(a, b) and any(exact(p.claim.when) for p in (a, b)) and _alone(pair)


def two_bodies(a: Profile, b: Profile) -> bool:
    """Whether both tell of several of a title who do it, and they are not of one body."""
    return bool(_many(a.claim) and _many(b.claim)) and not _one_body(a, b)


def _one_body(a: Profile, b: Profile) -> bool:
    """Whether those who meet bear one title, are not named as of two bodies, and, of ministers, not of two fields."""
    for x in _many(a.claim):
        for y in (r for r in _many(b.claim) if stem(r.head) == stem(x.head)):
            mine, theirs = capitals(x.words), capitals(y.words)
            if not (mine and theirs and not mine & theirs) and (
                stem(x.head) not in OF_FIELDS or _field(x) == _field(y)
            ):
                return True
    return False


def _many(claim: Claim) -> list[Role]:
    """The agents that are several of one title."""
    return [r for r in claim.roles if r.name == "agent" and stem(r.head) in HEADS and f"{r.head}s" in r.words.lower()]


def _field(role: Role) -> str:
    """The word before the title: "finance" of "the finance ministers"."""
    told = role.words.lower().split(f"{role.head}s")[0].split()
    return told[-1] if told else ""


def _alone(pair: Pair) -> bool:
    """Whether neither article tells of another time of that span."""
    return all(
        pair.crowd.told_then(other.known.article_id, own.days) <= OTHERS
        for own, other in ((pair.a, pair.b), (pair.b, pair.a))
        if own.days
    )
