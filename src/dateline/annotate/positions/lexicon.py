"""The words by which positions are found, read from the language's data file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType


@cache
def lexicon(language: str = "en") -> Mapping[str, frozenset[str]]:
    """Named sets of words; the data file's comments say what each holds. FileNotFoundError for a language without."""
    path = resources.files("dateline.annotate") / "lang" / language / "positions.toml"
    raw = tomllib.loads(path.read_text("utf-8"))
    return MappingProxyType({name: frozenset(value.split()) for name, value in raw.items()})
