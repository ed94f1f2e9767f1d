"""A name in a text that may be a place: what the lists have for it, and what the words around say."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotate.gazetteer import Toponym
from dateline.annotate.places.surroundings import Area


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name at start..end, what the lists have for it, most populous first, and how strongly it looks like a place.

    `within` is what the place lies in by the words around it ("Paris, Texas", "Namibia's Kunene"): countries and
    divisions, empty if they do not tell. `shown` says that the words around show a place, `loosely` that they do for a
    larger town, `sure` that the name alone does; `speaks` that a verb of speech follows, as it does people's names;
    `doubtful` that the name is mostly another word, so that it takes the same name elsewhere in the text to show it.
    """

    start: int
    end: int
    folded: str
    named: tuple[Toponym, ...]
    within: frozenset[Area]
    shown: bool
    sure: bool
    sentence: int
    loosely: bool = False
    speaks: bool = False
    doubtful: bool = False


def lies_in(t: Toponym, areas: frozenset[Area]) -> bool:
    """Whether a place lies in one of the areas."""
    return (t.country, t.admin) in areas or (t.country, "") in areas
