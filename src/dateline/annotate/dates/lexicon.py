"""The words for times of one language, by class, from its data file."""

from __future__ import annotations

import tomllib
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
    "daypart": "P",
    "number": "w",
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
    "repeat": "Q",
    "every": "V",
    "era": "X",
    "zone": "Z",
    "fiscal": "Y",
}
NAMED = ("holiday", "easter", "floating")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`words` maps a lower-case word to its class letter and value; `named` maps names of days to kind and rule."""

    words: dict[str, tuple[str, Any]]
    named: dict[tuple[str, ...], tuple[str, Any]]
    openers: frozenset[str]
    lists: dict[str, frozenset[str]]


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language (BCP 47 primary tag); FileNotFoundError if we have none."""
    at = resources.files("dateline.annotate.lang").joinpath(language, "dates.toml")
    tables = tomllib.loads(at.read_text("utf-8"))
    words: dict[str, tuple[str, Any]] = {}
    for table, letter in LETTERS.items():
        for word, value in tables[table].items():
            words.setdefault(word, (letter, value))
    for word, letter in tables["word"].items():
        words.setdefault(word, (letter, word))
    named = {tuple(name.split()): (kind, rule) for kind in NAMED for name, rule in tables[kind].items()}
    lists = {name: frozenset(of) for name, of in tables["lists"].items()}
    return Lexicon(words, named, frozenset(name[0] for name in named), lists)
