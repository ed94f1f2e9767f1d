"""Parts of a whole: "seven of the fifteen claims" and "seven of sixteen claims" are one count, told in two ways."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.link.numbers import SPELT
from dateline.link.telltales import clause
from dateline.link.words import rarity, stems
from dateline.model.claim import Claim

_NUMBER = rf"\d{{1,6}}|{'|'.join(SPELT)}"
PART = re.compile(
    rf"(?i)(?<![\w.,-])({_NUMBER}) (?:out )?of (?:(?:the|its|their|his|her|all|these|those) )*({_NUMBER}) "
    r"((?:[a-z]+ ){0,1}[a-z]+)"
)
SOME_OF = re.compile(
    r"(?i)\s*(?:[^\W\d]+ )?(?:for |on |in |to |at |of )?"
    r"(?:which|that|it|they|he|she|we|who|where|contested|at stake|up for)\b"
)  # what tells that the whole is itself a part: "43 of the 44 seats for which it stood"
LEAST = 2  # one of three is no count
NEAR = 1.5  # times by which two counts of one thing may differ
TELLING = 0.2  # rarity of a noun that tells what is counted


@dataclass(frozen=True, slots=True)
class Part:
    """How many of how many, of what (stems), and in which words."""

    part: float
    whole: float
    things: frozenset[str]
    words: str


def unlike_parts(a: Claim, b: Claim) -> tuple[str, str] | None:
    """The words of a and of b for a part of one whole; None unless each tells of just one, of the same things, and just
    one of the two numbers differs, a little."""
    x, y = _parts(a), _parts(b)
    if len(x) != 1 or len(y) != 1 or not x[0].things & y[0].things:
        return None
    mine, theirs = x[0], y[0]
    unlike = [(p, q) for p, q in ((mine.part, theirs.part), (mine.whole, theirs.whole)) if p != q]
    if len(unlike) != 1 or max(*unlike[0]) > NEAR * min(*unlike[0]):
        return None
    return mine.words, theirs.words


def _parts(claim: Claim) -> list[Part]:
    """The parts of wholes that the claim's words tell of."""
    told = clause(claim)
    found = []
    for m in PART.finditer(told):
        part, whole = _value(m.group(1)), _value(m.group(2))
        things = frozenset(w for w in stems(m.group(3)) if rarity(w) >= TELLING)
        if LEAST <= part <= whole and things and not SOME_OF.match(told, m.end()):
            found.append(Part(part, whole, things, m.group()))
    return found


def _value(word: str) -> float:
    return float(word) if word.isdigit() else SPELT[word.lower()]
