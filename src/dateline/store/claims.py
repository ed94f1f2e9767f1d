"""Claims, their blocking keys, and which of them linking has still to see, in SQLite."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from dateline.model.claim import Claim
from dateline.store import acts, links
from dateline.store.codec import EVER, decode, encode, until
from dateline.store.keeping import in_text_order
from dateline.store.rows import listed
from dateline.store.sqlite import Database, queries
from dateline.store.touched import Remembered, Touched

SQL = queries("claims")
REMEMBERED = 1 << 12  # claims: those that front pages show, or compare with others, 15 MB at most
MANY = 1 << 9  # claims asked for at once, beyond which they are read for something else than a front page


class SqliteClaims:
    """Obeys `Claims`."""

    def __init__(self, db: Database, touched: Touched) -> None:
        self._db = db
        self._held = Remembered(touched, self._read_held, REMEMBERED)

    def get(self, ids: Iterable[str], known_at: datetime | None = None) -> Sequence[Claim]:
        """The claims with these ids that are held, in the order given."""
        order = list(ids)
        few = known_at is None and len(order) <= MANY
        found = self._held.get(order) if few else self._read(order, until(known_at))
        return [found[i] for i in order if i in found]

    def _read_held(self, ids: Sequence[str]) -> Mapping[str, Claim]:
        return self._read(ids, EVER)

    def _read(self, ids: Iterable[str], at: str) -> Mapping[str, Claim]:
        rows = self._db.rows(SQL["get"], {"ids": listed(dict.fromkeys(ids)), "at": at})
        return {claim_id: decode(Claim, body) for claim_id, body in rows}

    def of_article(self, article_id: str, known_at: datetime | None = None) -> Sequence[Claim]:
        """All claims of an article, in the order of its text."""
        rows = self._db.rows(SQL["of_article"], {"article": article_id, "at": until(known_at)})
        return in_text_order(decode(Claim, body) for (body,) in rows)

    def with_keys(self, keys: Collection[str], limit: int) -> Sequence[str]:
        """Ids of claims that share a blocking key, those sharing most first, then by id; at most `limit`."""
        params = {"keys": listed(sorted(set(keys))), "limit": max(0, limit)}
        return [row[0] for row in self._db.rows(SQL["with_keys"], params)]

    def key_counts(self, keys: Collection[str]) -> Mapping[str, int]:
        """How many claims carry each key."""
        counted = dict(self._db.rows(SQL["key_counts"], {"keys": listed(sorted(set(keys)))}))
        return {key: counted.get(key, 0) for key in sorted(set(keys))}

    def put_keys(self, keys: Mapping[str, Collection[str]]) -> None:
        """Sets the blocking keys of claims (claim id -> keys); claims that are not held are passed over."""
        with self._db.transaction():
            rows = dict(self._db.rows(SQL["current_rows"], {"ids": listed(sorted(keys))}))
            self._db.run_many(SQL["drop_keys"], ({"row": row} for row in rows.values()))
            pairs = [(rows[i], key) for i in sorted(rows) for key in sorted(set(keys[i]))]
            self._db.run_many(SQL["put_key"], ({"key": key} for key in sorted({key for _, key in pairs})))
            self._db.run_many(SQL["put_claim_key"], ({"claim": row, "key": key} for row, key in pairs))

    def unlinked(self) -> Sequence[str]:
        """Ids of claims that linking has not seen, by id."""
        return [row[0] for row in self._db.rows(SQL["unlinked"])]

    def wait(self, claim_ids: Iterable[str]) -> None:
        """Makes linking see these claims again; those that are not held are passed over."""
        with self._db.transaction():
            self._db.run(SQL["wait_again"], {"ids": listed(sorted(set(claim_ids)))})

    def all(self, known_at: datetime | None = None) -> Iterator[Claim]:
        """Every claim held, by id."""
        return (decode(Claim, body) for _, body in self._db.walk(SQL["all"], {"at": until(known_at)}))


def record(db: Database, article_id: str, revision_id: str, claims: Mapping[str, Claim], at: str) -> None:
    """Makes these the claims of a current revision: what is the same stays, the rest is retired and recorded."""
    gone, kept = [], set()
    for row, claim_id, body in db.rows(SQL["current_of_revision"], {"revision": revision_id}):
        if claims.get(claim_id) == decode(Claim, body):
            kept.add(claim_id)
        else:
            gone.append((row, claim_id))
    retire(db, gone, at)
    for claim_id in claims:
        if claim_id not in kept:
            _put(db, article_id, revision_id, claims[claim_id], at)


def retire_article(db: Database, article_id: str, at: str) -> None:
    """Retires all claims of an article."""
    retire(db, db.rows(SQL["current_of_article"], {"article": article_id}), at)


def retire(db: Database, claims: Sequence[tuple[int, str] | tuple[object, ...]], at: str) -> None:
    """Retires claims (row, id), and the events and relations that spoke of them."""
    if not claims:
        return
    db.run_many(SQL["retire"], ({"row": row, "at": at} for row, _ in claims))
    db.run_many(SQL["drop_keys"], ({"row": row} for row, _ in claims))
    db.run_many(SQL["drop_unlinked"], ({"row": row} for row, _ in claims))
    links.retire_touching(db, [str(claim_id) for _, claim_id in claims], at)


def _put(db: Database, article_id: str, revision_id: str, claim: Claim, at: str) -> None:
    last = db.row(SQL["last_retired"], {"id": claim.id})
    at = max(at, (last and last[0]) or "")
    params = {"id": claim.id, "article": article_id, "revision": revision_id, "at": at, "body": encode(claim)}
    row = db.run(SQL["put"], params)
    db.run(SQL["wait"], {"claim": row})
    acts.record(db, row, claim)
