"""What parties did to one another, drawn from claims, in SQLite."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from dateline.model.act import Act, act
from dateline.model.claim import Claim
from dateline.model.coding import EventType
from dateline.store.sqlite import Database, queries

SQL = queries("acts")
TYPES = {kind.value: kind for kind in EventType}


class SqliteActs:
    """Obeys `Acts`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def pairs(self, since: date, until: date, limit: int) -> Sequence[tuple[str, str]]:
        """Who acted toward whom in these days (both included), those with most acts first, then by name."""
        params = {"since": since.isoformat(), "until": until.isoformat(), "limit": max(0, limit)}
        return [(str(a), str(b)) for a, b in self._db.rows(SQL["pairs"], params)]

    def types(self, actor: str, recipient: str, since: date, until: date) -> Sequence[tuple[date, EventType]]:
        """Of which types the acts of one party toward another in these days were: each once a day, the latest first."""
        pair = {"actor": actor, "recipient": recipient}
        rows = self._db.rows(SQL["types"], {**pair, "since": since.isoformat(), "until": until.isoformat()})
        return [(_day(day), TYPES[kind]) for day, kind in rows]

    def between(self, actor: str, recipient: str, since: date, until: date, limit: int) -> Sequence[Act]:
        """The acts of one party toward another in these days (both included), the latest first, then by claim."""
        pair = {"actor": actor, "recipient": recipient}
        params = {**pair, "since": since.isoformat(), "until": until.isoformat(), "limit": max(0, limit)}
        return [
            Act(claim, article, _day(day), _day(out), TYPES[kind], by, to)
            for claim, article, day, out, kind, by, to in self._db.rows(SQL["between"], params)
        ]


@lru_cache(maxsize=1 << 12)
def _day(text: str) -> date:
    return date.fromisoformat(text)


def record(db: Database, row: int, claim: Claim) -> None:
    """Keeps the act that a claim (of this row) tells, if it tells one."""
    if claim.coding is None:
        return
    found = db.row(SQL["published"], {"revision": claim.revision_id})
    told = act(claim, date.fromisoformat(found[0])) if found and found[0] else None
    if told is not None:
        params = {"claim": row, "id": told.claim, "article": told.article_id, "type": told.type.value}
        days = {"day": told.day.isoformat(), "published": told.published_at.isoformat()}
        db.run(SQL["put"], {**params, **days, "actor": told.actor, "recipient": told.recipient})
