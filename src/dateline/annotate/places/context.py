"""What a text says about where it plays: countries, divisions, and points that are sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dateline.annotate.base import ACTORS, DATELINES, Document
from dateline.annotate.gazetteer import Lookup, Toponym
from dateline.annotate.places.candidate import Candidate, lies_in

FEW = 1.5  # mentions of countries that tell little; tuned as the weights of choice.py
MOST_POINTS = 200
DOMINANT = 30  # times larger than the next of its name: readers need no context


@dataclass
class Context:
    """Countries and divisions of a text with how often they are named, sure points, and what names were settled to."""

    home: str
    countries: Counter[str] = field(default_factory=Counter)
    divisions: Counter[tuple[str, str]] = field(default_factory=Counter)
    points: list[tuple[float, float]] = field(default_factory=list)
    people: frozenset[str] = frozenset()
    settled: dict[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()
    speaking: frozenset[str] = frozenset()

    def share(self, country: str) -> float:
        """How large a part of all mentions of countries is this one's, 0 to 1; less if there are few of them."""
        return self.countries[country] / (self.mentions + FEW)

    @cached_property
    def mentions(self) -> int:
        """How often countries are named in all."""
        return sum(self.countries.values())


def note_context(document: Document, candidates: Sequence[Candidate], lists: Lookup) -> Context:
    """Reads a document's context from its parties, its dateline and the candidates that are sure."""
    context = Context(document.outlet.country)
    for mark in document[ACTORS]:
        if mark.country and mark.kind != "person":
            context.countries[mark.country] += 1
    for line in document[DATELINES]:
        if line.country:
            context.countries[line.country] += 2
        for place in (t for t in lists.named(line.name) if t.place == line.place):
            _lay(context, place)
    context.people = frozenset(
        word for m in document[ACTORS] if m.kind == "person" for word in m.words.exact.casefold().split()
    )
    context.shown = frozenset(c.folded for c in candidates if c.shown and not c.doubtful)
    context.speaking = frozenset(c.folded for c in candidates if c.speaks and not c.sure)
    for c in candidates:
        _note(context, c)
    return context


def _note(context: Context, c: Candidate) -> None:
    if c.within:
        context.settled.setdefault(c.folded, c.within)
    sure = _sure(c)
    if sure is None or c.doubtful:
        return
    context.countries[sure.country] += bool(sure.country)
    _lay(context, sure)


def _lay(context: Context, sure: Toponym) -> None:
    """Notes the division and the point of a place that is sure."""
    if sure.admin and sure.country:
        context.divisions[sure.country, sure.admin] += 1
    if sure.kind in ("city", "capital", "county") and len(context.points) < MOST_POINTS:
        context.points.append((sure.latitude, sure.longitude))


def _sure(c: Candidate) -> Toponym | None:
    """The place that a candidate means whatever the rest of the text says, None if it needs the rest."""
    inside = [t for t in c.named if lies_in(t, c.within)]
    if inside:
        return inside[0]
    first = c.named[0]
    if len(c.named) == 1:
        return first if c.sure or c.shown else None
    clear = first.population > DOMINANT * max(c.named[1].population, 1) and not first.alias
    return first if clear and (c.sure or c.shown) and first.population > 100_000 else None
