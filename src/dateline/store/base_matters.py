"""What a store keeps of matters: the protocol."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from dateline.model.matter import Matter, MatterEdit, MatterShare


class Matters(Protocol):
    """Running affairs, what editors decided about their dossiers, and what articles give to them."""

    def put(self, matter: Matter, at: datetime) -> None:
        """Adds a matter, or a new state of one. Raises InputError if another one bears its name."""

    def named(self, name: str, known_at: datetime | None = None) -> Matter | None:
        """The matter with this name (or id)."""

    def all(self, known_at: datetime | None = None) -> Sequence[Matter]:
        """Every matter, by name."""

    def edit(self, edit: MatterEdit) -> None:
        """Adds an editor's decision; the same one twice is one. Raises InputError if its article was removed."""

    def undo(self, matter: str, edit_id: str | None, at: datetime) -> MatterEdit | None:
        """Marks one of a matter (or the last not undone) as undone and returns it; None if there is none."""

    def edits(self, matter: str, known_at: datetime | None = None) -> Sequence[MatterEdit]:
        """All of a matter that are not undone (or were not at that moment), oldest first."""

    def waiting(self) -> Sequence[str]:
        """Ids of articles whose text or annotation changed since they were last looked at for dossiers, by id."""

    def looked_at(self, article_ids: Iterable[str]) -> None:
        """Takes these out of those that wait."""

    def states(self, known_at: datetime | None = None, article_ids: Collection[str] | None = None) -> Mapping[str, str]:
        """In which state each annotated article (or each of these) stands, or stood: a key that changes with its text
        and annotation.

        A state of a moment before which another annotation stood has a key of its own, that no other state has.
        """

    def put_shares(self, shares: Iterable[MatterShare]) -> None:
        """Keeps what articles give to matters, in place of what they gave before."""

    def shares(self, matter: str) -> Mapping[str, MatterShare]:
        """What articles give to a matter, by article id, as far as it was kept."""

    def telling(self, matter: str) -> Mapping[str, MatterShare]:
        """Those of them that hold claims."""

    def complete(self, matter: str, seal: str) -> None:
        """Notes that every article that does not wait has its share of a matter, made of the state of `seal`."""

    def completed(self, matter: str) -> str:
        """The seal that was noted last, "" if none was."""

    def share_keys(self, matter: str, article_ids: Collection[str] | None = None) -> Mapping[str, str]:
        """The keys of these shares (or of those of these articles), by article id."""
