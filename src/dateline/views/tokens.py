"""The words of a sentence as they are compared: names of parties and places by what they mean, other words by stem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.link.words import WORD, groups_of, rarity, stem
from dateline.model.mark import ActorMark, DateMark, PlaceMark

LEAST = 0.3
EMPTY = 0.04  # words as common as this are grammar
NAME = 1.2  # a name weighs more than any other word
FIGURE = re.compile(r"(?:\d[\d,.]*\d|\d)(?!-[^\W\d_])")
ORDER = frozenset(
    "first second third fourth fifth sixth last final only".split()
)  # which of several: as telling as a name
NEGATION = re.compile(r"\b(?:not|no|never|nor|neither|without|nobody|none)\b|n['’]t\b", re.IGNORECASE)
UNREAL = re.compile(
    r"(?<!voted )(?<!managed )(?<!went on )(?<!began )(?<!started )(?<!continued )"
    r"\b(?:to|would|could|should|might|may|must|without|from)\s+[\"“‘']?"
    r"(?:be(?:ing)?\s+|have\s+been\s+|have\s+)?(?:\w+ly\s+)?(\w+)",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(r"[,;:.!?]|\b(?:but|although|though|while|and)\b")
LIGHT = frozenset(
    stem(w)
    for w in (
        "take place hold put become have be do make get go come find then also again day time year month week"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or name: what it weighs, whether it is a name, which must not be missed, and
    the keys under which it may stand elsewhere: an id ("@ukraine", "#geonames:703448") or a stem; for a name of several
    words, all stems together ("a+b") as well."""

    words: str
    keys: tuple[str, ...]
    weight: float
    name: bool
    least: float = 0.3  # how near it must stand

    def stands_in(self, tier: frozenset[str]) -> bool:
        """Whether the token stands in a tier under any of its keys."""
        return any(key in tier if "+" not in key else tier.issuperset(key.split("+")) for key in self.keys)


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a text that tell what its words mean."""

    actors: Sequence[ActorMark] = ()
    places: Sequence[PlaceMark] = ()
    dates: Sequence[DateMark] = ()


def tokens(text: str, start: int, end: int, marks: Marks) -> Iterator[Token]:
    """The tokens of text[start:end] in order, without words for times, numbers, and words that say nothing."""
    timed = [(d.words.start, d.words.end) for d in marks.dates]
    named = sorted(_named(marks, start, end))
    at = start
    for first, last, key in [*named, (end, end, "")]:
        if first < at:
            continue
        yield from _plain(text, at, first, timed)
        if key:
            yield Token(text[first:last], (key, *_stem_key(text[first:last])), NAME, True)
        at = last


def _named(marks: Marks, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for a in marks.actors:
        if start <= a.words.start and a.words.end <= end and a.words.exact[:1].isupper():
            yield a.words.start, a.words.end, f"@{a.actor}"
    taken = {a.words.start for a in marks.actors}
    for p in marks.places:
        if start <= p.words.start and p.words.end <= end and p.words.start not in taken:
            yield p.words.start, p.words.end, f"#{p.place}"


def _stem_key(words: str) -> tuple[str, ...]:
    found = [stem(w) for w in WORD.findall(words)]
    return ("+".join(found),) if found else ()


def _plain(text: str, start: int, end: int, timed: Sequence[tuple[int, int]]) -> Iterator[Token]:
    for found in WORD.finditer(text, start, end):
        word = stem(found.group())
        if len(word) < 2 or word in LIGHT or any(a <= found.start() < b for a, b in timed):
            continue
        name = found.group()[0].isupper() and (not _opens(text, found.start()) or _unheard(word))
        weight = NAME if name or found.group().lower() in ORDER else _weight(word)
        if weight > 0:
            yield Token(found.group(), (word,), weight, name)


def _unheard(word: str) -> bool:
    """Whether a word is so rare, and so far from any happening, that its capital at the start makes it a name."""
    return rarity(word) >= 1.0 and not groups_of(word)


def _weight(word: str) -> float:
    """How telling a word is; one that tells anything at all counts for something."""
    told = rarity(word)
    return max(LEAST, told) if told > EMPTY else 0.0


def _opens(text: str, at: int) -> bool:
    """Whether a word opens a sentence, where a capital tells nothing."""
    before = text[max(0, at - 3) : at].rstrip(" \n\t\"'“‘(-")
    return not before or before[-1] in ".!?:;\n"


def keys(text: str, start: int, end: int, marks: Marks) -> frozenset[str]:
    """Everything that stands in text[start:end]: stems of all words, figures, ids of all parties and places."""
    found = {stem(m.group()) for m in WORD.finditer(text, start, end)}
    found |= {m.group().replace(",", "") for m in FIGURE.finditer(text, start, end)}
    found |= {f"@{a.actor}" for a in marks.actors if start <= a.words.start < end}
    found |= {f"#{p.place}" for p in marks.places if start <= p.words.start < end}
    return frozenset(found)


def negated(text: str, start: int, end: int) -> frozenset[str]:
    """The stems that stand after a negation in text[start:end], up to the end of its clause."""
    zones = NEGATION.finditer(text, start, end)
    return frozenset(
        stem(m.group()) for zone in zones for m in WORD.finditer(text, zone.end(), _stop(text, zone.end(), end))
    )


def unreal(text: str, start: int, end: int) -> frozenset[str]:
    """The stems of text[start:end] that stand only where nothing is told as done: behind "to", "would", "without"."""
    after = {m.start(1) for m in UNREAL.finditer(text, start, end)}
    words = [(stem(m.group()), m.start() in after) for m in WORD.finditer(text, start, end)]
    return frozenset(w for w, off in words if off) - {w for w, off in words if not off}


def _stop(text: str, at: int, end: int) -> int:
    found = CLAUSE_END.search(text, at, end)
    return found.start() if found else end


def numbers(text: str, dates: Iterable[DateMark], start: int, end: int) -> frozenset[str]:
    """The numbers in figures of text[start:end] that are no part of a date."""
    timed = [(d.words.start, d.words.end) for d in dates]
    found = (m for m in FIGURE.finditer(text, start, end) if not any(a <= m.start() < b for a, b in timed))
    return frozenset(m.group().replace(",", "") for m in found)
