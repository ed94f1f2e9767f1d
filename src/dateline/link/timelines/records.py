"""What a timeline is chosen from, and what is chosen: days and sentences, each with its reasons in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.provenance import Reason


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of an article: its words, the days that it names, and where it starts in the article's text."""

    text: str
    days: tuple[date, ...] = ()
    start: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """One article as far as timelines are concerned; `voice` is the article that speaks for it if it is a copy."""

    article_id: str
    published: date | None
    passages: tuple[Passage, ...]
    voice: str = ""

    @property
    def speaker(self) -> str:
        """The id under which this article counts when voices are counted."""
        return self.voice or self.article_id


@dataclass(frozen=True, slots=True)
class RankedDay:
    """A day that may stand on a timeline: its score, and the reasons whose scores sum up to it."""

    day: date
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ChosenSentence:
    """A sentence that tells a day: passage `at` of an article, with what it was chosen for."""

    article_id: str
    at: int
    passage: Passage
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """A day on a timeline with its sentences, best first."""

    day: date
    score: float
    reasons: tuple[Reason, ...]
    sentences: tuple[ChosenSentence, ...]
