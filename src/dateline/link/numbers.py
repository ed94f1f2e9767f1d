"""Which numbers of a sentence belong to which of its claims, and tallies ("432 to 202") among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.link.sides import sides
from dateline.link.unowned import of_predicate, unowned
from dateline.model.claim import Claim, Quantity

DIGITS = re.compile(r"\d[\d,.]*\d|\d")
BETWEEN = re.compile(r"\s*(?:[a-z%]+\s+)?(?:to|against|[-–—])\s*", re.IGNORECASE)
LONGEST = 24  # characters between the two numbers of a tally
PART_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|all|their|a|some)\s+)*", re.IGNORECASE)
ROUGH = re.compile(
    r"(?:about|around|some|nearly|almost|roughly|approximately|over|under|(?:more|less|fewer) than|at least|up to)"
    r"\s*[^\w\s]{0,2}$",
    re.IGNORECASE,
)
CONVERTED = re.compile(r"\([^()\w]{0,2}(?:US|A|C|NZ|HK)?[$€£¥₹]\s?$")
HYPHENED = re.compile(r"[^\W\d]-$")  # what stands before is a part of the number ("forty-nine")
LED_BY = re.compile(r",?\s+(?:with|by)\s+(?:the\s+)?")
SMALL = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
WORDS = {w: n for n, w in enumerate(SMALL)} | {"nil": 0, "zero": 0}
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
SPELT = {w: float(n) for n, w in enumerate(SMALL) if n > 1} | {w: float(n) for n, w in enumerate(TEENS, 10)}
SPELLED = re.compile(
    rf"\s*(?:votes?\s+)?(?:to|against)\s+({'|'.join(WORDS)})\b(?!\s+(?:of|third|quarter|percent))", re.I
)
UNANIMOUS = re.compile(r"(?i)\bunanimous(?:ly)?\b|\bwithout (?:a )?dissent(?:ing vote)?\b|\bwithout a vote against\b")
BEFORE = 20  # characters before a number that tell how it is meant
CENT = re.compile(r"\s*(?:per\s*cent|percent|pct|%)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The quantities of one claim, and its tally if it gives one: the two numbers in the order of the words.

    `unanimous` is what it says if nobody was against ("unanimously"), else empty. `sides` are votes told of one side
    alone: "against" or "for", how many, and in which words. `loose` are figures of the sentence that may be the
    claim's: no claim holds them and they stand nearest to this one, or an undated one tells them of it. `sentence`
    are those of all claims of the sentence.
    """

    quantities: tuple[Quantity, ...] = ()
    tally: tuple[float, float] | None = None
    unanimous: str = ""
    sides: tuple[tuple[str, float, str], ...] = ()
    loose: tuple[Quantity, ...] = ()
    sentence: tuple[Quantity, ...] = ()

    @property
    def margin(self) -> float | None:
        """The difference of the tally."""
        return abs(self.tally[0] - self.tally[1]) if self.tally else None


def shared_out(claims: Sequence[Claim]) -> dict[str, Numbers]:
    """The numbers of each claim of one sentence; one of several claims goes to the nearest whose roles have it."""
    owners: dict[tuple[float, str, str], list[Claim]] = {}
    for claim in claims:
        for q in (*claim.quantities, *_of_names(claim)):
            owners.setdefault((q.value, q.unit, q.words), []).append(claim)
    placed: dict[str, list[tuple[int, int, Quantity]]] = {c.id: [] for c in claims}
    for (value, unit, words), carriers in owners.items():
        start, end = _place(words, claims[0].sentence.exact)
        dated = [c for c in claims if _follows_date(c, start)]
        own = dated or [c for c in carriers if any(words in r.words for r in c.roles)] or carriers
        nearest = min(own, key=lambda c: (_distance(c, start, end), c.anchor.start, c.id))
        held = (*carriers[0].quantities, *_of_names(carriers[0]))
        quantity = next(q for q in held if (q.value, q.unit, q.words) == (value, unit, words))
        placed[nearest.id].append((start, end, quantity))
    sentence, agreed = claims[0].sentence.exact, _unanimous(claims)
    made = {i: _numbers(sorted(found, key=lambda f: f[:2]), sentence) for i, found in placed.items()}
    told, loose, further = sides(claims), unowned(claims), of_predicate(claims)
    every = tuple(q for n in made.values() for q in n.quantities)
    return {
        i: replace(
            n,
            unanimous=agreed.get(i, ""),
            sides=told.get(i, ()),
            loose=loose.get(i, ()) + further.get(i, ()),
            sentence=every,
        )
        for i, n in made.items()
    }


def _of_names(claim: Claim) -> list[Quantity]:
    """Numbers that stand right before a name ("six Marines"), which count its bearers."""
    found = []
    for role in claim.roles:
        first, _, rest = role.words.partition(" ")
        value = SPELT.get(first.lower())
        if value is not None and rest[:1].isupper() and " " not in rest:
            found.append(Quantity(value, rest.lower(), role.words))
    known = {q.words for q in claim.quantities}
    return [q for q in dict.fromkeys(found) if q.words not in known]


def _unanimous(claims: Sequence[Claim]) -> dict[str, str]:
    """The claim nearest to words that tell that nobody was against, if there are such."""
    found = UNANIMOUS.search(claims[0].sentence.exact)
    if not found:
        return {}
    near = min(claims, key=lambda c: (_from_anchor(c, *found.span()), c.anchor.start, c.id))
    return {near.id: found.group()}


def _from_anchor(claim: Claim, start: int, end: int) -> int:
    base = claim.sentence.start
    return max(0, claim.anchor.start - base - end, start - (claim.anchor.end - base))


def _place(words: str, sentence: str) -> tuple[int, int]:
    """Where the number's digits stand, else its words."""
    digits = DIGITS.search(words)
    told = digits.group() if digits else words
    found = re.search(rf"(?<![\d.,]){re.escape(told)}(?!\d)", sentence)
    return found.span() if found else (0, 0)


def _distance(claim: Claim, start: int, end: int) -> int:
    """Characters between a number and the claim's anchor or its words for the time, whichever is nearer."""
    base = claim.sentence.start
    mark = claim.when.mark if claim.when else None
    spans = [(s.start - base, s.end - base) for s in (claim.anchor, mark) if s is not None]
    return min(max(0, s - end, start - e) for s, e in spans)


def _follows_date(claim: Claim, start: int) -> bool:
    """Whether a number stands right behind the claim's date ("on 8 May, with 343 votes"): of that day."""
    mark = claim.when.mark if claim.when else None
    between = claim.sentence.exact[mark.end - claim.sentence.start : start] if mark else ""
    return LED_BY.fullmatch(between) is not None


def _numbers(found: Sequence[tuple[int, int, Quantity]], sentence: str) -> Numbers:
    tally = None
    for (_, end, a), (start, _, b) in pairwise(found):
        if tally is None and 0 < start - end <= LONGEST and BETWEEN.fullmatch(sentence[end:start]):
            tally = (a.value, b.value)
    for _, end, a in found if tally is None else ():
        if spelled := SPELLED.match(sentence, end):
            tally = tally or (a.value, float(WORDS[spelled.group(1).lower()]))
    return Numbers(_counted(found, sentence), tally)


def _counted(found: Sequence[tuple[int, int, Quantity]], sentence: str) -> tuple[Quantity, ...]:
    """The quantities; of "134 of the 219 valid votes" the part alone, in the unit of the whole; a sum that brackets
    convert into another money is left out."""
    made: list[Quantity] = []
    for at, (start, end, quantity) in enumerate(found):
        ahead = sentence[max(0, start - BEFORE) : start]
        if HYPHENED.search(ahead) and quantity.words[:1].isalpha():
            continue
        if at and made and not made[-1].unit and PART_OF.fullmatch(sentence[found[at - 1][1] : start]):
            made[-1] = replace(made[-1], unit=quantity.unit)
        elif not CONVERTED.search(ahead):
            made.append(_read(quantity, ahead, bool(end and CENT.match(sentence, end))))
    return tuple(made)


def _read(quantity: Quantity, ahead: str, share: bool) -> Quantity:
    """With the unit of a share, and as rough as the words before it are."""
    rough = ROUGH.search(ahead)
    approx = quantity.approx or (rough.group().strip() if rough else "")
    return replace(quantity, unit="percent" if share else quantity.unit, approx=approx)
