"""Parties of each fact of the gold as two independent readers named them, and their vote with the gold's own list.

The gold names actors and speakers as its writers came upon them: both sides of a treaty here, nobody there. So two
readers who saw the texts and the facts alone, neither that list nor anything of ours, each named the parties of every
fact by one written guide (README.md): who acts, is acted on or takes part, named in its words or clear from
the text. Whom two of the three name is asked for; whom one alone names, or who could as well be left out ("?"), is
neither asked for nor wrong. "Jane Roe|Norway" is one party under either name: who acts in office for a state or body.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from evals.actors.gold import country_of, gold_ids

ROWS = Path(__file__).with_name("readers.tsv")


@dataclass(frozen=True)
class Named:
    """One party of a fact by one voice: the names that it may go by, and whether it is to be there."""

    names: tuple[str, ...]
    asked: bool = True


@dataclass(frozen=True)
class Wanted:
    """A party that a fact is held against: its ids, any of which will do, and whether missing it is an error."""

    ids: frozenset[str]
    asked: bool = True


@cache
def readings() -> dict[tuple[str, str], tuple[tuple[Named, ...], ...]]:
    """What each reader named, by topic and fact."""
    rows = [line.split("\t") for line in ROWS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {(topic, fact): tuple(parties_in(cell) for cell in cells) for topic, fact, *cells in rows}


def parties_in(cell: str) -> tuple[Named, ...]:
    """The parties that a cell of the table names; "-" is nobody."""
    parts = [part.strip() for part in cell.split(";")]
    return tuple(
        Named(tuple(name.strip() for name in part.lstrip("?").split("|")), not part.startswith("?"))
        for part in parts
        if part not in ("", "-")
    )


def wanted(parties: Iterable[Named], counted: Callable[[str], str]) -> list[Wanted]:
    """Parties by the id that each counts as; a name that is two ("X and Y") is two."""
    found: list[Wanted] = []
    for party in parties:
        each = [[counted(i) for i in gold_ids(name)] for name in party.names]
        if len(each) == 1:
            found += [Wanted(frozenset({i}), party.asked) for i in each[0]]
        elif any(each):
            found.append(Wanted(frozenset(i for ids in each for i in ids), party.asked))
    return found


def voted(voices: Sequence[Sequence[Wanted]]) -> list[Wanted]:
    """The parties of all voices, each once, asked for if more than half of the voices ask for it."""
    groups: list[tuple[frozenset[str], frozenset[int]]] = []
    for voice, parties in enumerate(voices):
        for party in parties:
            alike = [g for g in groups if g[0] & party.ids]
            ids = party.ids.union(*(g[0] for g in alike))
            asking = frozenset({voice} if party.asked else ()).union(*(g[1] for g in alike))
            groups = [g for g in groups if g not in alike] + [(ids, asking)]
    return [Wanted(ids, 2 * len(asking) > len(voices)) for ids, asking in groups]


def met(parties: Sequence[Wanted], ours: set[str]) -> tuple[int, int, int]:
    """How many parties are asked for, how many of ours are asked for or wrong, and how many are asked for and there."""
    asked, free = [p for p in parties if p.asked], set[str]().union(*(p.ids for p in parties))
    there = sum(bool(p.ids & ours) for p in asked)
    return len(asked), there + len(ours - free), there


def agreement_figures(folders: Sequence[Path]) -> dict[str, float]:
    """F1 of each two voices over the facts of topics that were read, a state's organs counting for the state."""
    voices: dict[str, list[list[Wanted]]] = {name: [] for name in ("list", "first", "second")}
    for file in sorted(f for folder in folders for f in folder.glob("*/gold.json")):
        for fact in json.loads(file.read_text("utf-8"))["facts"]:
            read = readings().get((file.parent.name, fact["id"]))
            if read and not fact.get("optional"):
                for name, parties in zip(voices, (listed(fact), *read), strict=True):
                    voices[name].append(voted([wanted(parties, lambda i: country_of(i) or i)]))
    return {f"{a} and {b}": _agreed(voices[a], voices[b]) for a, b in combinations(voices, 2)}


def _agreed(one: list[list[Wanted]], other: list[list[Wanted]]) -> float:
    """F1 of the parties that one voice asks for against another's."""
    named = both = 0
    for first, second in zip(one, other, strict=True):
        asked, theirs = ([p for p in voice if p.asked] for voice in (first, second))
        named += len(asked) + len(theirs)
        both += sum(any(p.ids & q.ids for q in theirs) for p in asked)
    return round(2 * both / max(1, named), 3)


def listed(fact: dict[str, Any]) -> tuple[Named, ...]:
    """The parties that the gold itself lists for a fact."""
    return tuple(Named((name,)) for name in (*fact["actors"], fact["speaker"] or "") if name)
