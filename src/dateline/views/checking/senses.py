"""What words tell as done, on which side of which matter ("waved through": accepted), and what things they name. Pure.

Two tables of our own, in the words of the whole news domain: an act lies on an axis, for it or against it, so that
other words for the same act, and words for its contrary, are known as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.link.words import WORD, stem

GAP = 4  # words over which the parts of a phrase may be spread
WIDE = 6  # the same before "no" and "not": "assured the house that no soldier"
PAIR = 2
LONGER = 6  # letters of a word in "-ings" that is a plural
CLOSE = 1  # the same behind "be"
BE = stem("be")
NEGATED = 8  # words that a negation reaches
NEGATIONS = frozenset("not no never nor neither without nobody none cannot hardly".split())
FAILING = frozenset(
    stem(w)
    for w in (
        "fail refuse decline unable prevent unwilling unwillingness reluctant reluctance inability refusal neglect"
    ).split()
)
TRIED = 4  # words that "tried to" reaches
TRYING = frozenset(stem(w) for w in "try attempt seek hope want threaten".split())
MEANT = TRYING | FAILING | frozenset(stem(w) for w in "offer plan intend promise vow agree urge order".split())
LEADS = frozenset({"to", "that"})
BACKED = frozenset({"backed", "backing", "backs"})  # "back" alone is mostly where something returns to
JOINS = frozenset({"but", "although", "though", "while", "whereas"})
INSTEAD = frozenset({("instead", "of"), ("rather", "than"), ("short", "of")})
UNTIL = frozenset({"until", "till", "before"})
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATED = re.compile(rf"\b(?:{MONTHS}|[12]\d{{3}})\b")
SEASONS = "spring|summer|autumn|fall|winter|year|month|week|decade|day|night"
WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
TIMES = re.compile(
    rf"(?i)\b(?:(?:beginning|start|end|middle|close|turn|early|late|last|first|next|opening|closing)\s+"
    rf"of\s+(?:the\s+|that\s+|this\s+)?(?:\d+|{MONTHS}|{SEASONS})\b"
    rf"|(?:(?:in|on|by|for|from|since|of)\s+)?(?:(?:{MONTHS})\s+\d+|\d+\s+(?:{MONTHS}))|(?:in|since)\s+(?:{MONTHS}|\d{{4}})\b"
    rf"|on\s+(?:(?:the\s+same|the|that|the\s+next|the\s+following|this)\s+)?(?:day|{WEEKDAYS})\b"
    rf"|(?:in|the|that|this|next|last)\s+(?:{SEASONS})\b)"
)  # words of times, whose "end" and "fall" tell no act
PIECE = re.compile(rf"{WORD.pattern}|[,;:.!?]")
STOPS = frozenset(",;:.!?") | JOINS
NO_ACT = "-"
THEN = "then"  # stands for words of a time


@dataclass(frozen=True, slots=True)
class Act:
    """Words that tell an act: its axis, the side (1 for it, -1 against), and which of the words they are."""

    axis: str
    side: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase of the table."""

    stems: tuple[str, ...]
    axis: str
    side: int


def table(name: str) -> tuple[str, ...]:
    """The lines of one of the tables, without comments."""
    text = files("dateline").joinpath("data", "check", name).read_text("utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and line[0] != "#")


@cache
def _acts() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, dict[Entry, None]] = {}
    for line in table("acts.txt"):
        axis, *sides = (part.strip() for part in line.split("|"))
        for side, entries in zip((1, -1), sides, strict=False):
            for entry in entries.split():
                stems = tuple(key(w) for w in entry.split("_"))
                found.setdefault(stems[0], {})[Entry(stems, axis, side)] = None
    return {first: tuple(sorted(e, key=lambda x: (-len(x.stems), x.axis))) for first, e in found.items()}


@cache
def _things() -> tuple[dict[str, frozenset[str]], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    words: dict[str, set[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for number, line in enumerate(table("things.txt")):
        for entry in line.split():
            stems = tuple(key(w) for w in entry.split("_"))
            if len(stems) == 1:
                words.setdefault(stems[0], set()).add(f"={number}")
            else:
                phrases.setdefault(stems[0], []).append((stems, f"={number}"))
    return {w: frozenset(n) for w, n in words.items()}, {w: tuple(p) for w, p in phrases.items()}


def placed(text: str) -> list[tuple[int, str]]:
    """The stems of the words of a text, and its stops, each with where it starts; for words of a time "then"."""
    bare = TIMES.sub(lambda m: THEN.ljust(len(m.group())), text)
    return [(m.start(), m.group() if m.group() in STOPS else _plain(m.group())) for m in PIECE.finditer(bare)]


def pieces(text: str) -> list[str]:
    """The same without the places."""
    return [word for _, word in placed(text)]


def _plain(word: str) -> str:
    low = word.lower().replace("’", "'")
    if low in BACKED:
        return key("endorse")
    return "not" if low.endswith("n't") else low if low in NEGATIONS or low in UNTIL else key(word)


def key(word: str) -> str:
    """The stem of a word, the same for "expel" and "expelled", and for "meeting" and "meetings"."""
    found = stem(word[:-1] if word.endswith("ings") and len(word) > LONGER else word)
    return found[:-1] if found.endswith("ll") else found


def acts(words: Sequence[str]) -> list[Act]:
    """The acts that the pieces of a text tell; a phrase hides what its words would tell alone; one behind a negation
    is told as its contrary."""
    turned, tried, hidden, found = _turned(words), _tried(words), set[int](), list[Act]()
    entries = _acts()
    longer = [(at, e) for at, w in enumerate(words) for e in entries.get(w, ()) if len(e.stems) > 1]
    for at, entry in longer:
        if places := _spread(entry.stems, words, at):
            hidden.update(places)
            found.append(_act(entry, places, words, turned))
    for at, word in enumerate(words):
        if at not in hidden:
            found.extend(_act(e, (at,), words, turned) for e in entries.get(word, ()) if len(e.stems) == 1)
    return [a for a in found if a.axis != NO_ACT and a.places[0] not in tried]


def _act(entry: Entry, places: Sequence[int], words: Sequence[str], turned: frozenset[int]) -> Act:
    between = range(places[0] + 1, places[-1])
    inside = any(words[i] in NEGATIONS and i not in places for i in between)
    flip = (places[0] in turned or inside) and not NEGATIONS & set(entry.stems)
    return Act(entry.axis, -entry.side if flip else entry.side, tuple(places))


def _spread(phrase: Sequence[str], words: Sequence[str], at: int) -> tuple[int, ...]:
    places = [at]
    for part in phrase[1:]:
        reach = WIDE if part in NEGATIONS else CLOSE if phrase[0] == BE else GAP
        window = words[places[-1] + 1 : places[-1] + 2 + reach]
        if part not in window or STOPS & set(window[: window.index(part)]):
            return _passive(phrase, words, at)
        places.append(places[-1] + 1 + window.index(part))
    return tuple(places)


def _passive(phrase: Sequence[str], words: Sequence[str], at: int) -> tuple[int, ...]:
    """The places of a verb and its object told the other way round: "the deal was struck"."""
    before = words[max(0, at - GAP) : at]
    if (
        len(phrase) != PAIR
        or BE not in before
        or phrase[1] not in before
        or STOPS & set(before[before.index(phrase[1]) :])
    ):
        return ()
    return at - len(before) + before.index(phrase[1]), at


def _turned(words: Sequence[str]) -> frozenset[int]:
    """The places of words that stand behind a negation, or behind "failed to"; "not until May" denies nothing."""
    found: set[int] = set()
    for at in range(len(words)):
        reach = _reach(words, at)
        if words[at] in NEGATIONS and UNTIL & set(words[reach.start : reach.stop + 4]):
            continue
        if words[at] in NEGATIONS or _instead(words, at):
            found ^= set(reach)
        elif words[at] in FAILING and (led := _led(words, at)):
            found ^= set(_reach(words, led))
    return frozenset(found)


def _led(words: Sequence[str], at: int) -> int:
    """The place of the "to" or "that" that belongs to a verb; 0 if it has none."""
    behind = range(at + 1, min(len(words), at + 6))
    return next((i for i in behind if words[i] in LEADS), 0)


def _tried(words: Sequence[str]) -> frozenset[int]:
    """The places of words that tell what was only tried."""
    led = [(at, to) for at, w in enumerate(words) if w in TRYING and (to := _led(words, at))]
    return frozenset(i for at, to in led for i in (at, *_reach(words, to)[:TRIED]))


def _instead(words: Sequence[str], at: int) -> bool:
    return tuple(words[at : at + 2]) in INSTEAD


def _reach(words: Sequence[str], at: int) -> range:
    last = at + 1
    while last < min(len(words), at + 1 + NEGATED) and words[last] not in STOPS:
        last += 1
    return range(at + 1, last)


def things(words: Sequence[str]) -> frozenset[str]:
    """The things that the pieces of a text name, each by a number of its own."""
    single, phrases = _things()
    found = {n for w in words for n in single.get(w, ())}
    found |= {n for at, w in enumerate(words) for p, n in phrases.get(w, ()) if _spread(p, words, at)}
    return frozenset(found)


def things_of(word: str) -> frozenset[str]:
    """The things that one stem can name."""
    return _things()[0].get(word[:-1] if word.endswith("ll") else word, frozenset())


def sides(found: Iterable[Act]) -> frozenset[tuple[str, int]]:
    """The axes with the side that is told."""
    return frozenset((a.axis, a.side) for a in found)


def against(mine: frozenset[tuple[str, int]], theirs: frozenset[tuple[str, int]]) -> Iterator[str]:
    """The axes on which the two tell contraries."""
    return (axis for axis, side in sorted(mine) if (axis, -side) in theirs)
