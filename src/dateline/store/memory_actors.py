"""What people added to the lists of parties, in memory."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.actor import ActorEdit
from dateline.store.tables import Tables


class MemoryActors:
    """Obeys `Actors`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables

    def edit(self, edit: ActorEdit) -> None:
        """Adds a person's word on a party; the same word twice is one."""
        with self._t.journal.transaction():
            if not any(e.id == edit.id for e in self._t.actor_edits.values()):
                self._t.journal.put(self._t.actor_edits, len(self._t.actor_edits), edit)

    def edits(self) -> Sequence[ActorEdit]:
        """What people said, oldest first."""
        return sorted((e for _, e in sorted(self._t.actor_edits.items())), key=lambda e: e.at)
