"""What parties did to one another, drawn from claims, in SQLite."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TypeVar

from dateline.model.act import Act, act
from dateline.model.claim import Claim
from dateline.model.coding import EventType
from dateline.store.sqlite import Database, queries
from dateline.store.touched import Remembered, Touched

SQL = queries("acts")
TYPES = {kind.value: kind for kind in EventType}
REMEMBERED = 1 << 9  # pairs of parties whose acts are known
WINDOWS = 8  # spans of days of each of these

Days = tuple[date, date]
K = TypeVar("K")
T = TypeVar("T")


@dataclass(slots=True)
class Told:
    """What was asked of two parties: the types of their acts, and the acts, by the days (and how many at most)."""

    types: dict[Days, Sequence[tuple[date, EventType]]] = field(default_factory=dict)
    acts: dict[tuple[date, date, int], Sequence[Act]] = field(default_factory=dict)


class SqliteActs:
    """Obeys `Acts`."""

    def __init__(self, db: Database, touched: Touched) -> None:
        self._db = db
        self._told = Remembered(touched, lambda pairs: {pair: Told() for pair in pairs}, REMEMBERED)

    def pairs(self, since: date, until: date, limit: int) -> Sequence[tuple[str, str]]:
        """Who acted toward whom in these days (both included), those with most acts first, then by name."""
        params = {"since": since.isoformat(), "until": until.isoformat(), "limit": max(0, limit)}
        return [(str(a), str(b)) for a, b in self._db.rows(SQL["pairs"], params)]

    def types(self, actor: str, recipient: str, since: date, until: date) -> Sequence[tuple[date, EventType]]:
        """Of which types the acts of one party toward another in these days were: each once a day, the latest first."""
        pair = {"actor": actor, "recipient": recipient}
        params = {**pair, "since": since.isoformat(), "until": until.isoformat()}

        def read() -> Sequence[tuple[date, EventType]]:
            return [(_day(day), TYPES[kind]) for day, kind in self._db.rows(SQL["types"], params)]

        return _known(self._of(actor, recipient).types, (since, until), read)

    def between(self, actor: str, recipient: str, since: date, until: date, limit: int) -> Sequence[Act]:
        """The acts of one party toward another in these days (both included), the latest first, then by claim."""
        pair = {"actor": actor, "recipient": recipient}
        params = {**pair, "since": since.isoformat(), "until": until.isoformat(), "limit": max(0, limit)}

        def read() -> Sequence[Act]:
            return [
                Act(claim, article, _day(day), _day(out), TYPES[kind], by, to)
                for claim, article, day, out, kind, by, to in self._db.rows(SQL["between"], params)
            ]

        return _known(self._of(actor, recipient).acts, (since, until, max(0, limit)), read)

    def _of(self, actor: str, recipient: str) -> Told:
        """What is known of two parties, as long as nobody tells more of them."""
        pair = f"acts {actor} {recipient}"
        return self._told.get([pair])[pair]


def _known(known: dict[K, T], asked: K, read: Callable[[], T]) -> T:
    if asked not in known:
        if len(known) >= WINDOWS:
            known.clear()
        known[asked] = read()
    return known[asked]


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
