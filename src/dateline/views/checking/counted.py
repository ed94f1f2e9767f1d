"""Figures of a drafted sentence that stand in nothing cited for it: numbers with their scale. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.views.checking.meant import Meant
from dateline.views.checking.whole import Whole

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
SMALL = {w: float(n) for n, w in enumerate(f"{UNITS} eighteen nineteen".split())}
TENS = {w: 10.0 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "m": 1e6,
    "k": 1e3,
}
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
WORDS = "|".join([*TENS, *sorted(SMALL, key=len, reverse=True)])
NUMBER = re.compile(
    rf"(?i)(?<![\w.,-])(?:({DIGITS})|((?:{WORDS})(?:[ -](?:{WORDS}))?)"
    r"|(?:an?\s+)?(dozen|hundred|thousand|million|billion))"
    r"(?:[ -]?(hundred|thousand|million|billion|trillion|bn|m|k)\b)?(?![\d])"
)
TIME = re.compile(r"(?i)[ -](?:hour|day|week|month|year|decade|minute)s?\b")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a text: its value, its words, where they start, and whether it counts days or the like."""

    value: float
    words: str
    start: int
    lasting: bool = False


def figures(text: str) -> Iterator[Figure]:
    """The numbers of a text but "one", in digits or words, with their scale ("2.5 million")."""
    for m in NUMBER.finditer(text):
        digits, words, bare, scale = m.groups()
        if words and not scale and words.lower() in ("one", "zero"):
            continue
        value = float(digits.replace(",", "")) if digits else _worded(words) if words else _bare(bare)
        yield Figure(
            value * SCALES.get((scale or "").lower(), 1.0),
            m.group().strip(),
            m.start(),
            bool(TIME.match(text, m.end())),
        )


def _worded(words: str) -> float:
    return sum(SMALL.get(w, 0.0) + TENS.get(w, 0.0) for w in re.split(r"[ -]", words.lower()))


def _bare(word: str) -> float:
    return 12.0 if word.lower() == "dozen" else SCALES[word.lower()]


def counted_otherwise(draft: Whole, cited: Sequence[Meant]) -> str:
    """The first number of the draft that no cited sentence has, nor what stands before it; "" if there is none."""
    timed = [(d.words.start, d.words.end) for d in draft.dates]
    told = {f.value for m in cited for f in figures(m.said.claim.sentence.exact) if not f.lasting}
    named = {float(len(_parties(m))) for m in cited}
    for figure in figures(draft.text):
        at = draft.start + figure.start
        if any(a <= at < b for a, b in timed) or figure.lasting or figure.value in told | named:
            continue
        return f"“{figure.words}”"
    return ""


def _parties(m: Meant) -> frozenset[str]:
    """Who acts in a claim, each alone."""
    return frozenset(r.actor or r.words for r in m.said.claim.roles if r.name == "agent")
