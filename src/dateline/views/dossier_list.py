"""The dossiers there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dateline.views.base import Answer, KnownAt, Reading, view


@dataclass(frozen=True, slots=True)
class MatterBrief:
    """A dossier in brief: what selects it, who made it and when, and how many decisions of editors are in force."""

    name: str
    title: str
    matter: str
    query: str
    actors: tuple[str, ...]
    places: tuple[str, ...]
    since: date | None
    by: str
    at: datetime
    edits: int


@dataclass(frozen=True, slots=True)
class DossierList(Answer):
    """All dossiers, by name."""

    dossiers: tuple[MatterBrief, ...]

    @property
    def exit_status(self) -> int:
        """1 if there is none."""
        return 0 if self.dossiers else 1

    @property
    def next(self) -> tuple[str, ...]:
        """The first dossier, or how to make one."""
        return tuple(f"dossier show {d.name}" for d in self.dossiers[:1]) or ("dossier new NAME --query WORDS",)


@view("dossier.list", doc="The dossiers there are, with what selects each.", sample={})
def list_dossiers(reading: Reading, known_at: KnownAt = None) -> DossierList:
    """The dossiers there are."""
    store = reading.store
    return DossierList(
        tuple(
            MatterBrief(
                m.name, m.title, m.id, m.query, m.actors, m.places, m.since, m.by, m.at,
                len(store.matters.edits(m.id, known_at)),
            )
            for m in store.matters.all(known_at)
        )
    )  # fmt: skip
