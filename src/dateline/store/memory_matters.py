"""Matters in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from dateline.model.ids import digest
from dateline.model.matter import Matter, MatterEdit, MatterShare
from dateline.store.codec import utc
from dateline.store.history import History, Row
from dateline.store.keeping import refused
from dateline.store.matters import taken
from dateline.store.tables import Tables


class MemoryMatters:
    """Obeys `Matters`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables
        self._matters: History[Matter] = History(tables.journal)
        self._edits: dict[int, Row[MatterEdit]] = {}
        self._looked_at: dict[str, str] = {}
        self._complete: dict[str, str] = {}
        self._shares: dict[tuple[str, str], MatterShare] = {}

    def put(self, matter: Matter, at: datetime) -> None:
        """Adds a matter, or a new state of one. Raises InputError if another one bears its name."""
        if any(m.name == matter.name and m.id != matter.id for _, m in self._matters.held()):
            raise taken(matter.name)
        with self._t.journal.transaction():
            self._matters.record(matter.id, matter, utc(at))

    def named(self, name: str, known_at: datetime | None = None) -> Matter | None:
        """The matter with this name (or id)."""
        return next((m for i, m in self._matters.held(known_at) if name in (i, m.name)), None)

    def all(self, known_at: datetime | None = None) -> Sequence[Matter]:
        """Every matter, by name."""
        return sorted((m for _, m in self._matters.held(known_at)), key=lambda m: (m.name, m.id))

    def edit(self, edit: MatterEdit) -> None:
        """Adds an editor's decision; the same one twice is one. Raises InputError if its article was removed."""
        article = edit.target.article_id if edit.target else ""
        if article in self._t.tombstones:
            raise refused(article, self._t.tombstones[article].why)
        if all(row.value.id != edit.id for row in self._edits.values()):
            number = max(self._edits, default=0) + 1
            with self._t.journal.transaction():
                self._t.journal.put(self._edits, number, Row(edit, utc(edit.at)))

    def undo(self, matter: str, edit_id: str | None, at: datetime) -> MatterEdit | None:
        """Marks one of a matter (or the last not undone) as undone and returns it; None if there is none."""
        standing = [n for n, row in self._of(matter) if row.retired_at is None and edit_id in (None, row.value.id)]
        if not standing:
            return None
        row = self._edits[standing[-1]]
        with self._t.journal.transaction():
            ended = replace(row, retired_at=max(utc(at), row.recorded_at))
            self._t.journal.put(self._edits, standing[-1], ended)
        return replace(row.value, undone=True)

    def edits(self, matter: str, known_at: datetime | None = None) -> Sequence[MatterEdit]:
        """All of a matter that are not undone (or were not at that moment), oldest first."""
        return [row.value for _, row in self._of(matter) if row.held(known_at)]

    def waiting(self) -> Sequence[str]:
        """Ids of articles whose text or annotation changed since they were last looked at for dossiers, by id."""
        return [a for a in sorted(self._t.articles) if self._looked_at.get(a) != self._state(a)]

    def looked_at(self, article_ids: Iterable[str]) -> None:
        """Takes these out of those that wait."""
        with self._t.journal.transaction():
            for article in sorted(set(article_ids)):
                self._t.journal.put(self._looked_at, article, self._state(article))

    def _state(self, article: str) -> str:
        row = self._t.current(article)
        return f"{row.value if row else ''} {self.states(None, [article]).get(article, '')}"

    def states(self, known_at: datetime | None = None, article_ids: Collection[str] | None = None) -> Mapping[str, str]:
        """In which state each annotated article (or each of these) stands, or stood."""
        asked = set(self._t.articles) & set(self._t.articles if article_ids is None else article_ids)
        found = {a: row.value for a in sorted(asked) if (row := self._t.current(a, known_at))}
        claims: dict[str, list[str]] = {}
        for claim_id, claim in self._t.claims.held(known_at):
            claims.setdefault(claim.article_id, []).append(claim_id)
        return {
            a: f"{revision} {digest(' '.join((self._t.annotated[revision], *claims.get(a, ()))))}"
            for a, revision in found.items()
            if revision in self._t.annotated
        }

    def put_shares(self, shares: Iterable[MatterShare]) -> None:
        """Keeps what articles give to matters, in place of what they gave before."""
        with self._t.journal.transaction():
            for share in shares:
                self._t.journal.put(self._shares, (share.matter, share.article_id), share)

    def shares(self, matter: str) -> Mapping[str, MatterShare]:
        """What articles give to a matter, by article id, as far as it was kept."""
        found = sorted(self._shares.items())
        return {article: share for (m, article), share in found if m == matter and article in self._t.articles}

    def telling(self, matter: str) -> Mapping[str, MatterShare]:
        """Those of them that hold claims."""
        return {article: share for article, share in self.shares(matter).items() if share.claims}

    def complete(self, matter: str, seal: str) -> None:
        """Notes that every article that does not wait has its share of a matter, made of the state of `seal`."""
        with self._t.journal.transaction():
            self._t.journal.put(self._complete, matter, seal)

    def completed(self, matter: str) -> str:
        """The seal that was noted last, "" if none was."""
        return self._complete.get(matter, "")

    def share_keys(self, matter: str, article_ids: Collection[str] | None = None) -> Mapping[str, str]:
        """The keys of these shares (or of those of these articles), by article id."""
        held = {article: share.key for article, share in self.shares(matter).items()}
        return held if article_ids is None else {a: held[a] for a in sorted(set(article_ids)) if a in held}

    def _of(self, matter: str) -> list[tuple[int, Row[MatterEdit]]]:
        rows = sorted(self._edits.items(), key=lambda item: (item[1].value.at, item[0]))
        return [(n, row) for n, row in rows if row.value.matter == matter and self._is_held(row.value)]

    def _is_held(self, edit: MatterEdit) -> bool:
        return edit.target is None or edit.target.article_id in self._t.articles
