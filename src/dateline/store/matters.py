"""Matters, in SQLite: their states, editors' decisions, and what articles give to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from dateline.errors import InputError
from dateline.model.matter import Matter, MatterEdit, MatterShare
from dateline.store.codec import decode, encode, stamp, until
from dateline.store.keeping import refused
from dateline.store.rows import listed
from dateline.store.sqlite import Database, queries

SQL = queries("matters")


class SqliteMatters:
    """Obeys `Matters`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, matter: Matter, at: datetime) -> None:
        """Adds a matter, or a new state of one. Raises InputError if another one bears its name."""
        with self._db.transaction():
            bearer = self._db.row(SQL["bearer"], {"name": matter.name})
            if bearer and bearer[0] != matter.id:
                raise taken(matter.name)
            current = self._db.row(SQL["current"], {"id": matter.id})
            if current and decode(Matter, current[1]) == matter:
                return
            self._db.run(SQL["retire"], {"id": matter.id, "at": stamp(at)})
            last = self._db.row(SQL["last_retired"], {"id": matter.id})
            since = max(stamp(at), (last and last[0]) or "")
            self._db.run(SQL["put"], {"id": matter.id, "name": matter.name, "at": since, "body": encode(matter)})

    def named(self, name: str, known_at: datetime | None = None) -> Matter | None:
        """The matter with this name (or id)."""
        row = self._db.row(SQL["named"], {"name": name, "at": until(known_at)})
        return decode(Matter, row[0]) if row else None

    def all(self, known_at: datetime | None = None) -> Sequence[Matter]:
        """Every matter, by name."""
        return [decode(Matter, row[0]) for row in self._db.rows(SQL["all"], {"at": until(known_at)})]

    def edit(self, edit: MatterEdit) -> None:
        """Adds an editor's decision; the same one twice is one. Raises InputError if its article was removed."""
        article = edit.target.article_id if edit.target else None
        params = {"id": edit.id, "matter": edit.matter, "article": article, "at": stamp(edit.at), "body": encode(edit)}
        with self._db.transaction():
            stone = self._db.row(queries("articles")["tombstone"], {"article": article}) if article else None
            if article and stone:
                raise refused(article, stone[3])
            self._db.run(SQL["put_edit"], params)

    def undo(self, matter: str, edit_id: str | None, at: datetime) -> MatterEdit | None:
        """Marks one of a matter (or the last not undone) as undone and returns it; None if there is none."""
        with self._db.transaction():
            found = self._db.row(SQL["last_edit"], {"matter": matter, "id": edit_id})
            if not found:
                return None
            self._db.run(SQL["undo_edit"], {"row": found[0], "at": stamp(at)})
            return replace(decode(MatterEdit, found[1]), undone=True)

    def edits(self, matter: str, known_at: datetime | None = None) -> Sequence[MatterEdit]:
        """All of a matter that are not undone (or were not at that moment), oldest first."""
        rows = self._db.rows(SQL["edits"], {"matter": matter, "at": until(known_at)})
        return [decode(MatterEdit, row[0]) for row in rows]

    def waiting(self) -> Sequence[str]:
        """Ids of articles whose text or annotation changed since they were last looked at for dossiers, by id."""
        return [row[0] for row in self._db.rows(SQL["waiting"])]

    def looked_at(self, article_ids: Iterable[str]) -> None:
        """Takes these out of those that wait."""
        with self._db.transaction():
            self._db.run(SQL["looked_at"], {"ids": listed(sorted(set(article_ids)))})

    def states(self, known_at: datetime | None = None, article_ids: Collection[str] | None = None) -> Mapping[str, str]:
        """In which state each annotated article (or each of these) stands, or stood."""
        if article_ids is None:
            return dict(self._db.rows(SQL["states"], {"at": until(known_at)}))
        params = {"at": until(known_at), "ids": listed(sorted(set(article_ids)))}
        return dict(self._db.rows(SQL["states_of"], params))

    def put_shares(self, shares: Iterable[MatterShare]) -> None:
        """Keeps what articles give to matters, in place of what they gave before."""
        with self._db.transaction():
            rows = ({"matter": s.matter, "article": s.article_id, "body": encode(s)} for s in shares)
            self._db.run_many(SQL["put_share"], rows)

    def shares(self, matter: str) -> Mapping[str, MatterShare]:
        """What articles give to a matter, by article id, as far as it was kept."""
        found = (decode(MatterShare, row[0]) for row in self._db.rows(SQL["shares"], {"matter": matter}))
        return {share.article_id: share for share in found}

    def telling(self, matter: str) -> Mapping[str, MatterShare]:
        """Those of them that hold claims."""
        found = (decode(MatterShare, row[0]) for row in self._db.rows(SQL["telling"], {"matter": matter}))
        return {share.article_id: share for share in found}

    def complete(self, matter: str, seal: str) -> None:
        """Notes that every article that does not wait has its share of a matter, made of the state of `seal`."""
        self._db.run(SQL["complete"], {"matter": matter, "seal": seal})

    def completed(self, matter: str) -> str:
        """The seal that was noted last, "" if none was."""
        row = self._db.row(SQL["completed"], {"matter": matter})
        return str(row[0]) if row else ""

    def share_keys(self, matter: str, article_ids: Collection[str] | None = None) -> Mapping[str, str]:
        """The keys of these shares (or of those of these articles), by article id."""
        if article_ids is None:
            return dict(self._db.rows(SQL["share_keys"], {"matter": matter}))
        params = {"matter": matter, "ids": listed(sorted(set(article_ids)))}
        return dict(self._db.rows(SQL["share_keys_of"], params))


def taken(name: str) -> InputError:
    """For a name that another matter bears."""
    return InputError("another matter has this name", what=name, do="choose another name")
