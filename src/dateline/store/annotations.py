"""The marks of revisions, and by whom they were made, in SQLite."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from dateline.model.claim import Claim
from dateline.model.provenance import Producer
from dateline.store import claims
from dateline.store.codec import decode, decode_marks, encode, kind_of, stamp
from dateline.store.keeping import CLAIMS, in_text_order, place_codes, signature, tags, unknown_revision, wanted
from dateline.store.rows import listed
from dateline.store.sqlite import Database, queries

SQL = queries("annotations")


class SqliteAnnotations:
    """Obeys `Annotations`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(
        self, revision_id: str, layers: Mapping[str, Sequence[Any]], producers: Sequence[Producer], at: datetime
    ) -> None:
        """Replaces the marks of a revision, in one transaction with its claims (layer "claims")."""
        with self._db.transaction():
            row = self._db.row(SQL["revision"], {"revision": revision_id})
            if not row:
                raise unknown_revision(revision_id)
            article_id, is_current = row
            self._put_layers(revision_id, layers)
            self._put_places(revision_id, layers)
            self._db.run(SQL["put_tags"], {"revision": revision_id, "tags": f" {' '.join(tags(layers))} "})
            self._put_producers(revision_id, producers, stamp(at))
            if is_current:
                claims.record(self._db, article_id, revision_id, wanted(layers), stamp(at))

    def layer(self, revision_id: str, name: str) -> Sequence[Any]:
        """The marks of one layer, in the order of the text; empty if there are none."""
        if name == CLAIMS:
            rows = self._db.rows(queries("claims")["current_of_revision"], {"revision": revision_id})
            return tuple(in_text_order(decode(Claim, body) for _, _, body in rows))
        row = self._db.row(SQL["layer"], {"revision": revision_id, "name": name})
        return decode_marks(*row) if row else ()

    def pending(self) -> Sequence[str]:
        """Ids of current revisions never annotated, by id."""
        return [row[0] for row in self._db.rows(SQL["pending"])]

    def stale(self, producers: Sequence[Producer], among: Collection[str] | None = None) -> Sequence[str]:
        """Ids of current revisions (of all, or of these) annotated by other producers than these, by id."""
        params = {"producers": signature(producers)}
        if among is None:
            return [row[0] for row in self._db.rows(SQL["stale"], params)]
        return [row[0] for row in self._db.rows(SQL["stale_among"], {**params, "ids": listed(sorted(set(among)))})]

    def producers(self) -> Mapping[str, int]:
        """How many current revisions stand on each set of producers (as "name/version name/version")."""
        return dict(self._db.rows(SQL["producers"]))

    def _put_layers(self, revision_id: str, layers: Mapping[str, Sequence[Any]]) -> None:
        self._db.run(SQL["drop_layers"], {"revision": revision_id})
        for name in sorted(layers.keys() - {CLAIMS}):
            marks = list(layers[name])
            params = {"revision": revision_id, "name": name, "kind": kind_of(name, marks), "body": encode(marks)}
            self._db.run(SQL["put_layer"], params)

    def _put_places(self, revision_id: str, layers: Mapping[str, Sequence[Any]]) -> None:
        self._db.run(SQL["drop_places"], {"revision": revision_id})
        codes = place_codes(layers)
        self._db.run_many(SQL["put_place"], ({"code": code, "revision": revision_id} for code in codes))

    def _put_producers(self, revision_id: str, producers: Sequence[Producer], at: str) -> None:
        self._db.run(SQL["drop_annotated"], {"revision": revision_id})
        params = {"revision": revision_id, "producers": signature(producers), "at": at}
        self._db.run(SQL["put_annotated"], params)
