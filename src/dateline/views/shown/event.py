"""An event as `show` tells it: its line, and how its claims were brought together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dateline.errors import NothingFound
from dateline.views.base import Reading
from dateline.views.gather import gather
from dateline.views.lines import Line, line
from dateline.views.shown.relation import RelationShown, shown


@dataclass(frozen=True, slots=True)
class EventShown:
    """An event: its line, and the relations between its claims."""

    line: Line
    relations: tuple[RelationShown, ...]


def show(reading: Reading, event_id: str, why: bool, known_at: datetime | None) -> EventShown:
    """The event with this id, with those of its claims that are held."""
    found = reading.store.links.event(event_id)
    gathered = gather(reading.store, (found,), known_at) if found else None
    if found is None or gathered is None or not gathered.claims:
        raise NothingFound("not held now", what=event_id, do="its claims were regrouped; `dateline chronology` has ids")
    inside = set(found.claims)
    relations = [r for r in gathered.relations if {r.a, r.b} <= inside]
    return EventShown(line(found, gathered), tuple(shown(r, gathered, why) for r in relations))
