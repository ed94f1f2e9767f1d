"""The words by which claims are found and judged, read from the language's data file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Named sets of lemmas; see the comments in the data file for what each holds."""

    sets: Mapping[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.sets[name]

    def happening(self, lemma: str) -> bool:
        """Whether a noun names a happening: listed, or by its ending and not listed as a thing."""
        if lemma in self.sets["happening"]:
            return True
        if lemma in self.sets["thing"] or len(lemma) < 6:
            return False
        return lemma.endswith(tuple(self.sets["happening_endings"]))


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lists of one language; raises FileNotFoundError for a language that has none."""
    path = resources.files("dateline.annotate") / "lang" / language / "claims.toml"
    raw = tomllib.loads(path.read_text("utf-8"))
    return Lexicon(MappingProxyType({name: frozenset(_words(value)) for name, value in raw.items()}))


def _words(value: str | list[str]) -> list[str]:
    return value.split() if isinstance(value, str) else value
