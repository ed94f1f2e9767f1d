"""Votes that a sentence tells of one side alone: "with 16 members voting against", "61 members were against"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model.claim import Claim

Side = tuple[str, float, str]  # "against", "for" or "abstained"; how many; in which words

SMALL = "none one two three four five six seven eight nine ten eleven twelve".split()
NUMBER = rf"\d{{1,3}}(?:,\d{{3}})?|{'|'.join(SMALL)}"
HOUSE = (
    r"(?:members?|lawmakers?|deput(?:y|ies)|mps?|senators?|legislators?|delegates?|votes?|judges?|justices?|ministers?|"
    r"representatives?|councillors?|peers?)"
)
CAST = r"(?:were |was |had |cast |voted |voting |spoke |came out |stood )*"
TOLD = re.compile(rf"(?i)\b({NUMBER})\s+(?:{HOUSE}\s+)?{CAST}(against|in favou?r|for|abstain(?:ed|ing))\b(?!\s+\d)")
CLAUSE = re.compile(r"[;:]\s")


def sides(claims: Sequence[Claim]) -> dict[str, tuple[Side, ...]]:
    """The votes of one side that one sentence tells, by the claim of the vote: the nearest before the words in their
    part of the sentence, else the first of the part before."""
    sentence, base = claims[0].sentence.exact, claims[0].sentence.start
    ordered = sorted(claims, key=lambda c: (c.anchor.start, c.when is None, c.id))
    found: dict[str, tuple[Side, ...]] = {}
    for told in TOLD.finditer(sentence):
        if (value := _value(told.group(1))) is None or not _counted(told):
            continue
        of = owner(ordered, told.start() + base, part_of(sentence, told.start()) + base)
        side = "abstained" if told.group(2).lower().startswith("abstain") else told.group(2).lower()
        side = "for" if side.startswith("in fav") else side
        found[of.id] = (*found.get(of.id, ()), (side, value, told.group()))
    return found


def _counted(told: re.Match[str]) -> bool:
    """Whether it tells of votes: a bare "three for" may be a price."""
    return re.search(rf"(?i){HOUSE}|vot|abstain|against", told.group()) is not None and (
        told.group(2).lower() != "for" or "vot" in told.group().lower()
    )


def part_of(sentence: str, at: int) -> int:
    """Where the part of the sentence begins in which a place stands."""
    return max((m.end() for m in CLAUSE.finditer(sentence) if m.end() <= at), default=0)


def owner(ordered: Sequence[Claim], at: int, part: int) -> Claim:
    """The claim that stands last before a place in its part of the sentence, else the first of the part before."""
    here = [c for c in ordered if part <= c.anchor.start < at]
    if here:
        return here[-1]
    before = [c for c in ordered if c.anchor.start < part]
    return before[0] if before else ordered[0]


def _value(words: str) -> float | None:
    plain = words.lower().replace(",", "")
    return float(plain) if plain.isdigit() else float(SMALL.index(plain)) if plain in SMALL else None
