"""What a store keeps of gists: the protocol. A kept gist always is that of the current revision and its marks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dateline.model.gist import Gist, Outline


@dataclass(frozen=True, slots=True)
class Tally:
    """How many articles an outlet has in a language that are mostly about a continent ("" for none), and the last day
    on which any of them was published."""

    outlet: str
    language: str
    about: str
    articles: int
    last_day: date | None


@dataclass(frozen=True, slots=True)
class LandTally:
    """How many articles name a country: those that are mostly about `about`, its continent, or ("") the others."""

    country: str
    about: str
    articles: int
    last_day: date | None


Tallies = tuple[Sequence[Tally], Sequence[LandTally]]


class Gists(Protocol):
    """What front pages take from articles, kept so that it is worked out once; it may be dropped at any time.

    A gist goes when its article has another current revision, other marks, or is removed; the article then waits.
    """

    def put(self, gists: Iterable[Gist]) -> None:
        """Keeps gists, in one transaction; one that is not of its article's current revision is passed over."""

    def outlines(self, article_ids: Collection[str]) -> Mapping[str, Outline]:
        """The kept outlines of these articles."""

    def get(self, article_ids: Collection[str]) -> Mapping[str, Gist]:
        """The kept gists of these articles."""

    def waiting(self, limit: int | None = None) -> Sequence[str]:
        """Ids of held articles without a gist, the latest published first, then by id; all, or so many."""

    def tallies(self) -> Tallies:
        """The kept outlines counted: by outlet, language and continent; by country (in order of these)."""

    def drop(self) -> None:
        """Forgets all; every article waits."""
