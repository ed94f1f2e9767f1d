"""Small words of a drafted sentence that turn what it tells: "again", "all", "more than", "would". Pure.

Each kind has its words; where the draft has one of them, what is cited for it has to have one of the same kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.link.words import stem
from dateline.model.claim import Status
from dateline.views.checking.meant import Meant, Side, sides_of
from dateline.views.checking.senses import FAILING, key, table
from dateline.views.checking.timed import NEVER
from dateline.views.checking.whole import Whole
from dateline.views.tokens import NEGATION

LED = re.compile(r"\b([A-Za-z]+)\s+(?:not\s+)?to\s+(?:be\s+|have\s+|consider\s+)?([a-z]+)\b")
AHEAD = re.compile(r"(?i)\b(?:to|due|planned|scheduled|would|will|set|expected|plans?|intend\w*|meant)\b")
DONE = frozenset(key(w) for w in "begin start continue go come manage vote help use get seem appear happen".split())
MUST = re.compile(r"(?i)\b(?:must|should|ought|need\w*|have to|has to|want\w*)\b")
TO_BE = re.compile(r"(?i)\b(?:is|are|was|were)\s+to\s+[a-z]+")
MODAL = re.compile(
    r"(?i)\b(?:would|will|could|should|may|might|must|going to|plan\w*|intend\w*|vow\w*|promis\w*|pledg\w*|threat\w*)\b"
)
WOULD = re.compile(r"\b(?:would|will)\s+(?:not\s+)?(?:be\s+)?([a-z]+)\b")
FIGURE = (
    r"(?=\s+(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|half)\b"
    r"|an?\s+(?:dozen|hundred|thousand|million|billion)\b))"
)
NEXT = 3  # words behind a negation that it denies


@dataclass(frozen=True, slots=True)
class Kind:
    """Words that turn a sentence in one way (`mine`), and those that tell the same in what bears it out."""

    name: str
    mine: re.Pattern[str]
    told: re.Pattern[str]


@cache
def _kinds() -> tuple[Kind, ...]:
    found = []
    for line in table("small.txt"):
        name, mine, more = (part.strip() for part in line.split("|"))
        found.append(Kind(name, _pattern(mine), _pattern(f"{mine} {more}".replace("+", ""))))
    return tuple(found)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(map(_one, words.split()))})(?![\w-])")


def _one(words: str) -> str:
    plain = re.escape(words.rstrip("+*")).replace("_", r"\s+")
    return plain + (FIGURE if words[-1] == "+" else r"\w*" if words[-1] == "*" else "")


def small_words_differ(draft: Whole, cited: Sequence[Meant]) -> str:
    """The first small word of the draft that nothing cited has in any of its forms; "" if there is none."""
    told = " ".join(dict.fromkeys(m.said.claim.sentence.exact for m in cited))
    text = _untimed(draft)
    for kind in _kinds():
        found = kind.mine.search(text)
        if found and not kind.told.search(told):
            return f"“{found.group()}”"
    return _meant_only(draft, cited) or _denied(draft, cited)


def _meant_only(draft: Whole, cited: Sequence[Meant]) -> str:
    """Words of the draft by which an act is only meant, promised or asked for, where what is cited tells it as done; or
    nothing of the kind where it is only asked for there."""
    sides = frozenset[Side]().union(*(sides_of(m) for m in cited))
    keys = frozenset[str]().union(*(m.keys for m in cited))
    unreal = frozenset[str]().union(*(m.said.unreal for m in cited))
    for led in LED.finditer(draft.text):
        verb, done = led.groups()
        if {draft.kinds.get(verb.lower()), draft.kinds.get(done)} != {"VERB"}:
            continue
        if key(verb) in DONE | FAILING or stem(verb) in keys or draft.sides.get(key(verb), frozenset()) & sides:
            continue
        if stem(done) in keys - unreal or key(done) in draft.sides:
            return f"“{led.group()}”"
    text = " ".join(m.said.claim.sentence.exact for m in cited)
    if (found := TO_BE.search(draft.text)) and not AHEAD.search(text):
        return f"“{found.group()}”"
    for found in WOULD.finditer(draft.text):
        if stem(found.group(1)) in keys - unreal and not MODAL.search(text):
            return f"“{found.group()}”"
    if all(m.said.claim.status is Status.DEMANDED for m in cited) and ("demand", 1) not in _every(draft):
        return "" if MUST.search(draft.text) else "that it was more than asked for"
    return ""


def _every(draft: Whole) -> frozenset[Side]:
    return frozenset[Side]().union(*draft.sides.values())


def _denied(draft: Whole, cited: Sequence[Meant]) -> str:
    """A negation of the draft where what is cited denies nothing, nor tells the contrary of what it denies."""
    found = NEGATION.search(draft.text)
    if found is None or NEVER.search(draft.text):
        return ""
    if any(NEGATION.search(m.said.claim.sentence.exact) for m in cited):
        return ""
    off = [key(w) for w in re.findall(r"[a-z]+", draft.text[found.end() :])[:NEXT]]
    sides = frozenset[Side]().union(*(sides_of(m) for m in cited))
    told = frozenset[Side]().union(*(draft.sides.get(w, frozenset()) for w in off))
    return "" if told & sides else f"“{found.group()}”"


def _untimed(draft: Whole) -> str:
    """The sentence with blanks for its words for times ("the last days of 2022")."""
    text = draft.text
    for mark in draft.dates:
        start, end = mark.words.start - draft.start, mark.words.end - draft.start
        text = text[:start] + " " * (end - start) + text[end:]
    return text
