"""Gists: what front pages take from one article, worked out once from its text and marks, or again at will."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from dateline.model.article import Published
from dateline.model.claim import Status
from dateline.model.continents import CONTINENTS
from dateline.model.position import Position
from dateline.model.provenance import Reason


@dataclass(frozen=True, slots=True)
class Land:
    """How many places of a country (ISO 3166-1 alpha-2) on a continent an article names; "" where it is not known."""

    continent: str
    country: str
    named: int


@dataclass(frozen=True, slots=True)
class Gathering:
    """A claim that a meeting or vote is planned, postponed or cancelled, and where its sentence starts."""

    claim: str
    status: Status
    start: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What stories are counted with: the current revision of an article, who published it when, the lands that it
    names in order, the gatherings that it tells of, and whether its writer was there."""

    article_id: str
    revision_id: str
    outlet_id: str
    language: str
    published_at: Published | None = None
    withdrawn: bool = False
    reported: bool = False
    lands: tuple[Land, ...] = ()
    gatherings: tuple[Gathering, ...] = ()

    @property
    def day(self) -> date | None:
        """The day on which the outlet says that it published."""
        return self.published_at.day if self.published_at else None

    @property
    def about(self) -> str:
        """The inhabited continent named most often (on a tie, the first by code), "" for none."""
        counted: Counter[str] = Counter()
        for land in self.lands:
            counted[land.continent] += land.named if land.continent in CONTINENTS else 0
        most = max(counted.values(), default=0)
        return min((c for c, n in counted.items() if n == most and n), default="")


@dataclass(frozen=True, slots=True)
class Report:
    """The sentence that shows best that a writer was at a place, and what speaks for it."""

    place: str
    sentence: str
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Gist:
    """An outline with what is read of few articles: the sentence that can lead, the report made on the spot (None
    without one), and the positions that parties take."""

    outline: Outline
    lead: str
    report: Report | None = None
    positions: tuple[Position, ...] = ()
