"""Words compared by meaning: stems, and our own groups of words that can name the same kind of happening."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
LONGEST = 32  # letters of a word that are looked at
HELD = 1 << 15  # stems kept in memory
REACH = 3  # words over which a phrase may be spread: "gave the city up"
REACH_INTO = 11  # the same before "into", and before "off" and "from" with a noun behind: "took the front off the list"
AFAR = frozenset({"into", "off", "from"})
PLAIN = 2  # parts of a phrase without such a noun

# Derivational endings, longest first: (ending, what stands there instead, fewest letters that must be left).
ENDINGS = (
    ("isation", "iz", 3), ("ization", "iz", 3), ("ication", "y", 3), ("fulness", "", 3), ("ement", "", 4),
    ("ation", "", 4), ("ition", "", 4), ("ness", "", 4), ("ment", "", 4), ("sion", "d", 4), ("tion", "t", 3),
    ("ance", "", 4), ("ence", "", 4), ("ity", "", 5), ("ive", "", 4), ("al", "", 5), ("er", "", 4), ("or", "", 5),
    ("ise", "iz", 3), ("ize", "iz", 3), ("is", "iz", 4), ("ly", "", 4), ("our", "or", 3),
)  # fmt: skip


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of one of our data files, without comments and empty ones."""
    text = files("dateline").joinpath("data", "link", name).read_text("utf-8")
    return tuple(line for raw in text.splitlines() if (line := raw.split("#")[0].strip()))


@cache
def _irregular() -> dict[str, str]:
    return {f: line.split()[0] for line in lines("irregular.txt") if line[0] != "=" for f in line.split()[1:]}


@cache
def _whole() -> frozenset[str]:
    return frozenset(w for line in lines("irregular.txt") if line[0] == "=" for w in line.split()[1:])


@lru_cache(maxsize=HELD)
def stem(word: str) -> str:
    """A lower-case key that inflected and derived forms of a word share ("formalised", "formalize"); not a word."""
    plain = word[:LONGEST].lower().replace("’", "'").removesuffix("'s")
    base = _irregular().get(plain)
    if base is None:
        single = next((w for w in (plain, plain.removesuffix("s"), _singular(plain)) if w in _whole()), None)
        if single is not None:
            return single
    return _derived(base or _uninflected(plain))


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("es")


def _uninflected(word: str) -> str:
    if len(word) < 4:
        return word
    if word.endswith("ies") or word.endswith("ied"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1].removesuffix("e")
    for ending in ("ing", "ed"):
        left = word.removesuffix(ending)
        if left != word and len(left) > 2 and re.search("[aeiouy]", left):
            return left[:-1] if left[-1] == left[-2] and left[-1] not in "lsz" else left
    return word.removesuffix("e")


def _derived(word: str) -> str:
    for ending, instead, fewest in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= fewest:
            word = word[: -len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == "y":
        word = word[:-1] + "i"
    return word.removesuffix("e") if len(word) > 3 else word


@dataclass(frozen=True, slots=True)
class _Groups:
    words: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # first stem -> (all stems, group)
    once: frozenset[str]
    many: frozenset[str]
    faint: frozenset[str]
    thing: frozenset[str]
    personal: frozenset[str]
    kin: frozenset[frozenset[str]]
    opposite: frozenset[frozenset[str]]


@cache
def _groups() -> _Groups:
    words: dict[str, list[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    marks: dict[str, set[str]] = {"once": set(), "many": set(), "faint": set(), "thing": set(), "personal": set()}
    pairs: dict[str, set[frozenset[str]]] = {"kin": set(), "opposite": set()}
    for line in lines("happenings.txt"):
        head, _, tail = line.partition(":")
        name, *mark = head.split()
        if name == "personal":
            marks[name].update(tail.split())
            continue
        if name in pairs:
            found = tail.split()
            pairs[name] |= {frozenset((a, b)) for a in found for b in found if a < b}
            continue
        for m in mark:
            marks[m].add(name)
        for entry in dict.fromkeys(tail.split()):
            stems = tuple(stem(w) for w in entry.split("_"))
            if len(stems) > 1:
                phrases.setdefault(stems[0], []).append((stems, name))
            else:
                words.setdefault(stems[0], []).append(name)
    return _Groups(
        {w: tuple(dict.fromkeys(g)) for w, g in words.items()},
        {w: tuple(dict.fromkeys(p)) for w, p in phrases.items()},
        frozenset(marks["once"]),
        frozenset(marks["many"]),
        frozenset(marks["faint"]),
        frozenset(marks["thing"]),
        frozenset(marks["personal"]),
        frozenset(pairs["kin"]),
        frozenset(pairs["opposite"]),
    )


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words of a text, in order."""
    return tuple(stem(w) for w in WORD.findall(text))


def groups_of(word: str) -> tuple[str, ...]:
    """The groups of happenings that a stem can name."""
    return _groups().words.get(word, ())


def groups_in(words: Sequence[str]) -> frozenset[str]:
    """The groups named by a run of stems, phrases included; a phrase hides what its words would name alone."""
    table, hidden, found = _groups(), set[int](), set[str]()
    for at, word in enumerate(words):
        for phrase, group in table.phrases.get(word, ()):
            places = _spread(phrase, words, at)
            if places:
                hidden.update(places)
                found.add(group)
    found.update(g for at, w in enumerate(words) if at not in hidden for g in table.words.get(w, ()))
    return frozenset(found)


def phrase_groups(words: Sequence[str], at: int) -> frozenset[str]:
    """The groups of the phrases that the stem at this place begins, or else has a part in."""
    table, found = _groups().phrases, set[str]()
    for start in range(at, max(-1, at - REACH - 1), -1):
        phrases = table.get(words[start], ()) if start < len(words) else ()
        found.update(group for phrase, group in phrases if at in _spread(phrase, words, start))
    return frozenset(found)


def _spread(phrase: tuple[str, ...], words: Sequence[str], at: int) -> list[int]:
    places = [at]
    for part in phrase[1:]:
        reach = REACH_INTO if part in AFAR and (part == "into" or len(phrase) > PLAIN) else REACH
        window = words[places[-1] + 1 : places[-1] + 1 + reach]
        if part not in window:
            return []
        places.append(places[-1] + 1 + window.index(part))
    return places


def once(groups: Iterable[str]) -> bool:
    """Whether any of the groups names what happens to the same parties only once."""
    return not _groups().once.isdisjoint(groups)


def once_a_thing(groups: Iterable[str]) -> bool:
    """Whether any of the groups names what happens to one thing only once (a treaty is signed)."""
    return not _groups().thing.isdisjoint(groups)


def personal(groups: Iterable[str]) -> bool:
    """Whether any of the groups names what happens to one person."""
    return not _groups().personal.isdisjoint(groups)


def many(groups: Iterable[str]) -> bool:
    """Whether any of the groups names what repeats."""
    return not _groups().many.isdisjoint(groups)


def faint(groups: Iterable[str]) -> bool:
    """Whether all of the groups say little of what happened (said, announced, published)."""
    return _groups().faint.issuperset(groups)


def kin(a: Iterable[str], b: Iterable[str]) -> tuple[str, str] | None:
    """The first two groups, one of each side, that are often used of one happening."""
    return _pair(a, b, _groups().kin)


def opposite(a: Iterable[str], b: Iterable[str]) -> tuple[str, str] | None:
    """The first two groups, one of each side, that exclude each other."""
    return _pair(a, b, _groups().opposite)


def _pair(a: Iterable[str], b: Iterable[str], table: frozenset[frozenset[str]]) -> tuple[str, str] | None:
    right = sorted(b)
    return next(((x, y) for x in sorted(a) for y in right if frozenset((x, y)) in table), None)


@cache
def _common() -> dict[str, float]:
    return {w: float(n) for w, n in (line.split("\t") for line in lines("common.txt"))}


def rarity(word: str) -> float:
    """How telling a stem is in news, from 0 (in every text) to 1 (in fewer than one of a thousand)."""
    return _common().get(word, 1.0)
