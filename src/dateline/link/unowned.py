"""Figures that stand beside a claim: of votes or shares that no claim holds, or of its undated predicate."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from dateline.link.sides import HOUSE, owner, part_of
from dateline.model.claim import Claim, Quantity

TOLD = re.compile(
    rf"(?<![\w.,/$€£¥])(\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}(?:\.\d{{1,3}})?)(?:\s+(?:valid|popular)\b)?\s*"
    rf"(%|(?:per\s?cent|percent|pct|seats?|ballots?|{HOUSE})\b)",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their|that|this)\s+")
CORE = ("agent", "patient")
CENT = re.compile(r"(?i)%|per\s?cent|percent|pct")


def unowned(claims: Sequence[Claim]) -> dict[str, tuple[Quantity, ...]]:
    """Such figures of one sentence, by the claim that stands before them in their part of it, else the first of the
    part before: "the vote of 2 May was won by 51.2 percent" where only the vote is a claim. They may be another's, so
    that they bear out nothing by themselves."""
    sentence, base = claims[0].sentence.exact, claims[0].sentence.start
    held = {q.value for c in claims for q in c.quantities}
    ordered = sorted(claims, key=lambda c: (c.anchor.start, c.when is None, c.id))
    found: dict[str, tuple[Quantity, ...]] = {}
    for told in TOLD.finditer(sentence):
        if (quantity := _quantity(told, held)) is not None:
            of = owner(ordered, told.start() + base, part_of(sentence, told.start()) + base)
            found[of.id] = (*found.get(of.id, ()), quantity)
    return found


def of_predicate(claims: Sequence[Claim]) -> dict[str, tuple[Quantity, ...]]:
    """The figures of an undated claim that another of the sentence, a dated one, is told to be or to do ("the result,
    proclaimed on 2 May, was 5,120 votes"), by this other claim."""
    found: dict[str, tuple[Quantity, ...]] = {}
    for claim in claims:
        subject = _bare(next((r.words for r in claim.roles if r.name in CORE), ""))
        if claim.when is not None or not claim.quantities or not subject:
            continue
        of = next((c for c in claims if c.when and c.quantities == () and _is_of(c, subject)), None)
        if of is not None:
            found[of.id] = (*found.get(of.id, ()), *claim.quantities)
    return found


def _is_of(claim: Claim, subject: str) -> bool:
    """Whether the claim's own words name it as the subject does, or begin with it."""
    told = _bare(claim.anchor.exact)
    return told == subject or told.startswith((f"{subject} ", f"{subject},"))


def _bare(words: str) -> str:
    return ARTICLE.sub("", words.lower())


def _quantity(told: re.Match[str], held: Collection[float]) -> Quantity | None:
    value = float(told.group(1).replace(",", ""))
    unit = "percent" if CENT.match(told.group(2)) else told.group(2).lower()
    return None if value in held else Quantity(value, unit, told.group())
