"""What changed in a dossier since a day: computed from the rows of the store, the weightiest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Annotated

from dateline.errors import NothingFound
from dateline.model.matter import Matter
from dateline.views.base import Answer, KnownAt, Reading, view
from dateline.views.dossier.comparing import Change, ChangeKind, Two, changes
from dateline.views.dossier.material import Material, material_of
from dateline.views.dossier.selecting import matter_named

MOST = 200  # changes that are told


@dataclass(frozen=True, slots=True)
class DossierChanges(Answer):
    """What is new, revised, withdrawn, newly disputed, settled or borne out since the end of a day (of the store, not
    of the world), the weightiest first; `counts` by kind, of all."""

    name: str
    title: str
    since: date
    known_at: datetime
    changes: tuple[Change, ...]
    counts: Mapping[str, int]

    @property
    def exit_status(self) -> int:
        """1 if nothing changed."""
        return 0 if self.changes else 1


@view(
    "dossier.changes",
    doc="What is new, revised, withdrawn, newly disputed or settled in a dossier since a day, weightiest first.",
    sample={"name": "ukraine-and-nato", "since": "2020-01-01"},
)
def dossier_changes(
    reading: Reading,
    name: Annotated[str, "The dossier's name; `dateline dossier list` has them."],
    *,
    since: Annotated[date, "What came after the end of this day (UTC)."],
    known_at: KnownAt = None,
) -> DossierChanges:
    """The changes between the end of a day and now (or another moment). Raises NothingFound for an unknown name."""
    matter = matter_named(reading.store, name, known_at)
    then = _material(reading, matter, datetime.combine(since, time.max, UTC))
    found = changes(Two(then, _material(reading, matter, known_at)))
    counts = {kind.value: n for kind in ChangeKind if (n := sum(c.kind is kind for c in found))}
    return DossierChanges(matter.name, matter.title, since, known_at or reading.now, tuple(found[:MOST]), counts)


def _material(reading: Reading, matter: Matter, known_at: datetime | None) -> Material | None:
    try:
        return material_of(reading.store, matter, reading.today, None, known_at)
    except NothingFound:
        return None
