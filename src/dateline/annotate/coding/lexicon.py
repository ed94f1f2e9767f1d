"""The words by which acts between parties are known, read from the language's data file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.model.coding import EventType


@dataclass(frozen=True, slots=True)
class Kind:
    """What an act is: its type, and its mode ("" if the word tells none)."""

    type: EventType
    mode: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with a thing of a group; `subjects` names the group that must do it, "" for anybody; `own` is true if the
    thing is what it is done with."""

    verbs: frozenset[str]
    things: frozenset[str]
    kind: Kind
    subjects: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """See the comments in the data file for what each table holds. `telling` are all verbs that can lead to an act."""

    verbs: Mapping[str, Kind]
    nouns: Mapping[str, Kind]
    adjectives: Mapping[str, Kind]
    things: Mapping[str, frozenset[str]]
    operators: Mapping[str, frozenset[str]]
    modals: Mapping[str, frozenset[str]]
    nominal: Mapping[str, str]
    frames: tuple[Frame, ...]
    telling: frozenset[str]


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lists of one language; raises FileNotFoundError for a language that has none."""
    path = resources.files("dateline.annotate") / "lang" / language / "coding.toml"
    raw = tomllib.loads(path.read_text("utf-8"))
    things, operators = _sets(raw["things"]), _sets(raw["operators"])
    verbs = _kinds(raw["verbs"])
    frames = tuple(
        Frame(
            frozenset(f["verbs"].split()),
            things[f["things"]],
            Kind(EventType(f["type"]), f.get("mode", "")),
            f.get("subjects", ""),
            f.get("own", False),
        )
        for f in raw["frames"]
    )
    words = frozenset(verbs).union(*operators.values(), *(f.verbs for f in frames))
    telling = frozenset(w.partition("-")[0] for w in words) | words | {"be", "expect", "schedule"}
    return Lexicon(
        verbs,
        _kinds(raw["nouns"]),
        _kinds(raw["adjectives"]),
        things,
        operators,
        _sets(raw["modals"]),
        raw["nominal"],
        frames,
        telling,
    )


def _sets(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in table.items()}


def _kinds(table: Mapping[str, str]) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for name, words in table.items():
        kind, _, mode = name.partition(".")
        for word in words.split():
            found.setdefault(word, Kind(EventType(kind), mode))
    return found
