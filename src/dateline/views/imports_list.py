"""How far bulk imports have come, and what they could not take."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.bulk import Import, Refused
from dateline.views.base import Answer, Reading, view


@dataclass(frozen=True, slots=True)
class ImportShown:
    """One import, and all that it could not take, with reasons."""

    state: Import
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class ImportsListed(Answer):
    """All imports, by name."""

    imports: tuple[ImportShown, ...]

    @property
    def next(self) -> tuple[str, ...]:
        """How to go on with what was broken off."""
        return tuple(f"import {i.state.name}" for i in self.imports if not i.state.finished)[:3]


@view("imports.list", doc="How far bulk imports have come, and what they could not take.", sample={})
def imports_list(reading: Reading) -> ImportsListed:
    """Every import that was begun."""
    store = reading.store.imports
    return ImportsListed(tuple(ImportShown(state, tuple(store.refused(state.name))) for state in store.all()))
