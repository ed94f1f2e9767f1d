"""Where texts cannot both be right, and where one is at odds with itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from dateline.model.relation import Relation
from dateline.views.asof import up_to
from dateline.views.base import Answer, AsOf, KnownAt, Query, Reading, view
from dateline.views.findings import WEIGHTY, Disagreement, Finding, findings
from dateline.views.gather import Gathered, gather_claims
from dateline.views.matter import select


@dataclass(frozen=True, slots=True)
class Disagreements(Answer):
    """The findings, weightiest kind first, then by occurrence; `kind` is that asked for, None for the weighty ones."""

    query: str
    kind: Finding | None
    as_of: date | None
    known_at: datetime | None
    disagreements: tuple[Disagreement, ...]
    notes: tuple[str, ...] = ()

    @property
    def exit_status(self) -> int:
        """1 if nothing was found."""
        return 0 if self.disagreements else 1

    @property
    def warnings(self) -> tuple[str, ...]:
        """Words of the query that no article has, and limits that were reached."""
        return self.notes

    @property
    def next(self) -> tuple[str, ...]:
        """The whole reasoning behind the first finding, and how to overrule it."""
        if not self.disagreements:
            return ()
        first = self.disagreements[0]
        claims = [s.evidence[0].claim for s in first.sides if s.evidence]
        overrule = (f"judge different {claims[0]} {claims[1]}",) if len(claims) > 1 else ()
        return (f"show {first.relations[0]} --why", *overrule)


@view(
    "disagreements",
    doc="Where articles contradict each other about the same happening, with all sentences and the reasons.",
    sample={"query": "Ukraine NATO"},
)
def disagreements(
    reading: Reading,
    query: Query | None = None,
    kind: Annotated[Finding | None, "Only this kind; by default contradictions and inconsistencies."] = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> Disagreements:
    """The findings about what the query names, or in all that is held."""
    kinds = (kind,) if kind else WEIGHTY
    if query:
        selected = select(reading.store, query, as_of, known_at)
        gathered, notes = selected.gathered, selected.warnings
    else:
        gathered, notes = up_to(_everywhere(reading, kinds, known_at), as_of), ()
    return Disagreements(query or "", kind, as_of, known_at, findings(gathered.relations, gathered, kinds), notes)


def _everywhere(reading: Reading, kinds: Sequence[Finding], known_at: datetime | None) -> Gathered:
    wanted = {k.value for k in kinds}
    found: list[Relation] = [r for r in reading.store.links.relations(known_at) if r.kind.value in wanted]
    ids = sorted({c for r in found for c in (r.a, r.b)})
    events = tuple(reading.store.links.events_of(ids, known_at))
    return gather_claims(reading.store, reading.store.claims.get(ids, known_at), events, known_at)
