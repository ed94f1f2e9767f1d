"""What happened, in order: the dated happenings of a matter, each with the sentences that tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dateline.views.base import Answer, AsOf, KnownAt, Query, Reading, view
from dateline.views.lines import Line, by_occurrence, line
from dateline.views.matter import Selected, select


@dataclass(frozen=True, slots=True)
class Chronology(Answer):
    """The lines in order of occurrence, how many articles and outlets they rest on, and how many happenings of the
    matter nobody dates."""

    query: str
    as_of: date | None
    known_at: datetime | None
    lines: tuple[Line, ...]
    articles: int
    outlets: int
    undated: int
    notes: tuple[str, ...] = ()

    @property
    def exit_status(self) -> int:
        """1 if no dated happening was found."""
        return 0 if self.lines else 1

    @property
    def warnings(self) -> tuple[str, ...]:
        """Words that no article has, and limits that were reached."""
        return self.notes

    @property
    def next(self) -> tuple[str, ...]:
        """The disagreements, if there are any, and the reasons behind the first line."""
        clashing = (f'disagreements "{self.query}"',) if any(told.clashes for told in self.lines) else ()
        return (*clashing, *(f"show {told.event} --why" for told in self.lines[:1]))


@view(
    "chronology",
    doc="Every dated happening of a matter, in order, each with its sentences.",
    sample={"query": "Ukraine NATO"},
)
def chronology(reading: Reading, query: Query, as_of: AsOf = None, known_at: KnownAt = None) -> Chronology:
    """The chronology of what the words of the query name."""
    selected = select(reading.store, query, as_of, known_at)
    lines = [line(e, selected.gathered, *_relevance(selected, e.id)) for e in selected.events]
    dated = [told for told in lines if told.occurred]
    outlets = {(e.article, e.outlet_id) for told in dated for e in told.evidence}
    return Chronology(
        query,
        as_of,
        known_at,
        tuple(by_occurrence(dated)),
        articles=len({article for article, _ in outlets}),
        outlets=len({outlet for _, outlet in outlets}),
        undated=len(lines) - len(dated),
        notes=selected.warnings,
    )


def _relevance(selected: Selected, event: str) -> tuple[float, tuple[str, ...]]:
    found = selected.relevance[event]
    return found.score, found.why
