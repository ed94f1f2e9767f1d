"""How alike the sentences of two happenings are: rare words, parties, places and kinds in common, by how telling they
are within the matter (TF-IDF)."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.link.words import WORD, faint, groups_in, rarity, stem, stems
from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.views.dossier.material import Material

SHORTEST = 3  # letters of a word that tells something
LEAST = 0.2  # rarity of a word that tells something
READ = 5  # sentences of a happening that are compared
YEAR = re.compile(r"\b(?:1[5-9]|20)\d{2}\b")


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence as far as it is compared: where it stands, what it says (stems; "@" parties, "#" places, "~" kinds
    of happening), and the years that it names."""

    place: tuple[str, int]
    tokens: frozenset[str]
    years: frozenset[str]


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike two sentences are (0..1), and what they share."""

    score: float
    shared: frozenset[str] = frozenset()

    def count(self, sign: str) -> int:
        """How many parties ("@"), places ("#") or kinds ("~") are shared."""
        return sum(token.startswith(sign) for token in self.shared)


def said(claim: Claim) -> Said:
    """The sentence of a claim."""
    words = {s for w in WORD.findall(claim.sentence.exact) if len(w) >= SHORTEST and rarity(s := stem(w)) > LEAST}
    named = {f"@{a}" for a in claim.actors} | {f"#{p}" for p in claim.places}
    kinds = {f"~{g}" for g in groups_in(stems(claim.anchor.exact)) if not faint((g,))}
    years = frozenset(YEAR.findall(claim.sentence.exact))
    return Said((claim.revision_id, claim.sentence.start), frozenset(words | named | kinds), years)


class Likeness:
    """Compares happenings of a matter; what most of its sentences have counts little."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._said: dict[str, tuple[Said, ...]] = material.kept.setdefault("said", {})
        self._weights: dict[int, float] = material.kept.setdefault("told", {})  # of what is in _said, by identity

    def of(self, event: Event) -> tuple[Said, ...]:
        """The sentences of a happening, each once."""
        if event.id not in self._said:
            claims = self._material.gathered.claims_of(event)[:READ]
            found = {s.place: s for s in map(said, claims)}
            self._said[event.id] = tuple(found.values())
        return self._said[event.id]

    @cached_property
    def _inverse(self) -> dict[str, float]:
        if "telling" not in self._material.kept:
            self._material.kept["telling"] = self._worked_out()
        inverse: dict[str, float] = self._material.kept["telling"]
        return inverse

    @cached_property
    def _most(self) -> float:
        return math.log(1 + len(self._material.gathered.events)) ** 2

    def _worked_out(self) -> dict[str, float]:
        first = [sayings[0] for e in self._material.gathered.events if (sayings := self.of(e))]
        counted = Counter(token for one in first for token in one.tokens)
        return {token: math.log(1 + len(first) / n) ** 2 for token, n in counted.items()}

    def weight(self, tokens: Iterable[str]) -> float:
        """How much all of these tell together."""
        value, most = self._inverse.get, self._most
        return math.fsum([value(token, most) for token in tokens])

    def alike(self, one: Said, two: Said) -> Alike:
        """How alike two sentences are."""
        shared = one.tokens & two.tokens
        length = math.sqrt(self._whole(one) * self._whole(two))
        return Alike(self.weight(shared) / length if length else 0.0, shared)

    def _whole(self, one: Said) -> float:
        if id(one) not in self._weights:
            self._weights[id(one)] = self.weight(one.tokens)
        return self._weights[id(one)]


class Heard:
    """Happenings that were told, found again by what their sentences say."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._by_token: dict[str, list[tuple[int, Said]]] = defaultdict(list)
        self._count = 0

    def add(self, event: Event) -> int:
        """Takes a happening in; its number."""
        for one in self._likeness.of(event):
            for token in sorted(one.tokens):
                self._by_token[token].append((self._count, one))
        self._count += 1
        return self._count - 1

    def near(self, event: Event, least: float) -> list[tuple[int, Alike]]:
        """The happenings told with a sentence that is this much alike to one of this happening, most alike first.

        A sentence is not compared with itself: it may tell two happenings.
        """
        best: dict[int, Alike] = {}
        for one in self._likeness.of(event):
            for number, other in self._sharing(one):
                found = self._likeness.alike(one, other)
                if found.score >= least and (number not in best or found.score > best[number].score):
                    best[number] = found
        return sorted(best.items(), key=lambda item: (-item[1].score, item[0]))

    def _sharing(self, one: Said) -> Sequence[tuple[int, Said]]:
        """What was told with at least two tokens in common, in other sentences and without another year."""
        counted: Counter[tuple[int, Said]] = Counter()
        for token in sorted(one.tokens):
            counted.update(self._by_token.get(token, ()))
        return [
            (number, other)
            for (number, other), n in counted.items()
            if n > 1 and other.place != one.place and not _years_apart(one, other)
        ]


def _years_apart(one: Said, two: Said) -> bool:
    return bool(one.years and two.years) and not one.years & two.years
