"""Figures of one unit that measure two things: those who voted and those who agreed, the dead and the wounded."""

from __future__ import annotations

import re

from dateline.link.figures import Clash
from dateline.link.profile import Profile
from dateline.model.claim import Claim

TURNOUT = re.compile(
    r"(?i)\b(?:turnout|turned out|t(?:ook|ake|aken|aking) part|participat\w+|went to the polls|"
    r"cast (?:a|their) (?:vote|ballot)s?|abstain\w*|abstention|stayed (?:away|at home))\b"
)
OF_THOSE = re.compile(r"(?i)\bof (?:those|the (?:\w+ )?voters|voters|people) who [\w ]{4,12}")  # of whom it is a share
DECIDED = re.compile(
    r"(?i)\b(?:yes|no|for|against|reject\w*|approv\w+|back(?:ed|ing)|w[io]n(?:ning)?|favou?r\w*|support\w*|chose|"
    r"agreed|leave|remain|stay)\b"
)
AGAINST = re.compile(r"(?i)\b(?:against|voted no|no votes|opposed)\b")
PART = re.compile(r"(?i)\b(?:alone|among (?:them|others)|of (?:them|whom)|including)\b")
ALLIED = re.compile(r"(?i)\b(?:(?:its|their|his|her) (?:allies|partners|ally|partner)|alliance|coalition|bloc)\b")
SEAM = re.compile(r"[,;:()–—]|\b(?:and|but|while)\b")
FOR = frozenset({"approve", "ratify", "elected", "win"})
KINDS = tuple(
    map(frozenset, (("kill", "die"), ("wound",), ("arrest",), ("flee", "displace"), ("rescue",), ("missing",)))
)  # what is done to those who are counted


def two_measures(a: Profile, b: Profile, differ: Clash) -> bool:
    """Whether the figures that differ count two things: by what is told beside them, by what was done, or by whom."""
    x, y = _beside(a.claim, differ.a), _beside(b.claim, differ.b)
    if bool(PART.search(x)) != bool(PART.search(y)) or _turnout(x, y) or _turnout(y, x):
        return True
    if not FOR.isdisjoint(a.groups & b.groups) and bool(AGAINST.search(x)) != bool(AGAINST.search(y)):
        return True
    allied = (bool(ALLIED.search(f"{_doers(p.claim)} {told}")) for p, told in ((a, x), (b, y)))
    return len({*allied}) > 1 or _done_otherwise(a, b)


def _turnout(own: str, other: str) -> bool:
    """Whether one tells how many voted, the other what they decided."""
    told, decided = OF_THOSE.sub("", own), OF_THOSE.sub("", other)
    return bool(TURNOUT.search(told)) and not TURNOUT.search(decided) and bool(DECIDED.search(decided))


def _done_otherwise(a: Profile, b: Profile) -> bool:
    x, y = ({i for i, kind in enumerate(KINDS) if not kind.isdisjoint(p.groups)} for p in (a, b))
    return bool(x and y) and not x & y


def _doers(claim: Claim) -> str:
    return " ".join(r.words for r in claim.roles if r.name == "agent")


def _beside(claim: Claim, words: str) -> str:
    """The part of the sentence in which a figure stands, from the last seam to the next; "" where it is not found."""
    before, found, behind = claim.sentence.exact.partition(words)
    return SEAM.split(before)[-1] + found + SEAM.split(behind, maxsplit=1)[0] if found else ""
