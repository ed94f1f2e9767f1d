"""The words for times of one language, by class, from its data file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

# One letter per class of words, so that a sentence becomes a string that the grammar's patterns run over.
LETTERS = {
    "month": "M",
    "weekday": "W",
    "season": "S",
    "unit": "U",
    "second": "s",
    "piece": "%",
    "quarter": "q",
    "phase": "@",
    "then": "N",
    "time": "J",
    "anniversary": "j",
    "daypart": "P",
    "number": "w",
    "big": "#",
    "ordinal": "o",
    "tens": "x",
    "relative": "r",
    "early": "E",
    "part": "B",
    "earlier": "e",
    "later": "l",
    "back": "b",
    "on": "c",
    "vague": "v",
    "approximate": "m",
    "deixis": "G",
    "so_far": "F",
    "former": "p",
    "repeat": "Q",
    "every": "V",
    "era": "X",
    "zone": "Z",
    "fiscal": "Y",
    "lasting": "L",
    "times": "C",
}
HALVED = "USP"  # classes whose words may be joined to "mid"
CORES = "MWSUPGQFHJjNxqpL"  # classes without one of which, or a digit, no words tell a time
MIDDLE = "mid"  # no letter: "midsummer" is read as two words
ALONE = frozenset({"past", "recent", "current", "clock"})  # or one of these ("the past", "five o'clock")
VERBS = (
    "foresees",
    "will",
    "would",
    "plan",
    "term",
    "plan_to",
    "planned",
    "timetable",
    "resolved",
    "was",
    "has",
    "is",
    "past",
)
NAMED = (
    "holiday",
    "fixed",
    "known",
    "easter",
    "floating",
    "onward",
    "orthodox",
    "holy_week",
    "hebrew",
    "islamic",
    "ramadan",
    "lunar",
)


PIECES = re.compile(r"[^\s'-]+|'\w*|-")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`words` maps a lower-case word to its class letter and value, `names` word sequences likewise; `openers` are the
    first words of names; a sentence without digits and `triggers` has no time; `lists` are plain sets of words."""

    words: dict[str, tuple[str, Any]]
    names: dict[tuple[str, ...], tuple[str, Any]]
    openers: frozenset[str]
    triggers: frozenset[str]
    lists: dict[str, frozenset[str]]


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language (BCP 47 primary tag); FileNotFoundError if we have none."""
    at = resources.files("dateline.annotate.lang").joinpath(language, "dates.toml")
    tables = tomllib.loads(at.read_text("utf-8"))
    words: dict[str, tuple[str, Any]] = {}
    names: dict[tuple[str, ...], tuple[str, Any]] = {}
    for key, letter, value in _entries(tables):
        pieces = tuple(PIECES.findall(key))
        if len(pieces) > 1:
            names.setdefault(pieces, (letter, value))
        else:
            words.setdefault(key, (letter, value))
    joined = {"mid" + w: (MIDDLE, w) for w, (letter, _) in words.items() if letter in HALVED}
    words = {**joined, **words}
    lists = {name: frozenset(of) for name, of in tables["lists"].items()}
    pairs = (pair.split()[0] for pair in lists["timetable_with"])
    lists["verbs"] = frozenset(pairs).union(*(lists[name] for name in VERBS))
    openers = frozenset(n[0] for n in names)
    triggers = {word for word, (letter, _) in words.items() if letter in CORES or letter == MIDDLE} | ALONE
    cores = [n for n, (letter, _) in names.items() if letter in CORES]
    triggers |= {w for n in cores for w in [x for x in n if len(x) > 2][-1:]}
    return Lexicon(words, names, openers, frozenset(triggers), lists)


def _entries(tables: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    for kind in NAMED:
        yield from ((name, "H", (kind, rule)) for name, rule in tables[kind].items())
    for table, letter in LETTERS.items():
        yield from ((word, letter, value) for word, value in tables[table].items())
    yield from ((word, letter, word) for word, letter in tables["word"].items())
