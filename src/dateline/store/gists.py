"""Gists, in SQLite: outlines apart from what is read of few articles, so that a window is read in few pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from dateline.model.gist import Gist, Outline
from dateline.store.base_gists import LandTally, Tallies, Tally
from dateline.store.codec import decode, encode
from dateline.store.rows import listed
from dateline.store.sqlite import Database, queries
from dateline.store.tallying import lands_of
from dateline.store.touched import Remembered, Touched

SQL = queries("gists")
WHOLE = 1 << 11  # gists: those of articles that a front page shows, 10 MB at most
REMEMBERED = 1 << 14  # outlines: a front page reads the same ones again and again, 25 MB at most


class SqliteGists:
    """Obeys `Gists`."""

    def __init__(self, db: Database, touched: Touched) -> None:
        self._db = db
        self._outlines = Remembered(touched, self._read_outlines, REMEMBERED)
        self._whole = Remembered(touched, self._read_whole, WHOLE)

    def put(self, gists: Iterable[Gist]) -> None:
        """Keeps gists, in one transaction; one that is not of its article's current revision is passed over."""
        with self._db.transaction():
            for gist in gists:
                state = {"article": gist.outline.article_id, "revision": gist.outline.revision_id}
                if self._db.row(SQL["is_current"], state):
                    self._put(gist, state)

    def outlines(self, article_ids: Collection[str]) -> Mapping[str, Outline]:
        """The kept outlines of these articles."""
        return self._outlines.get(article_ids)

    def _read_outlines(self, article_ids: Sequence[str]) -> Mapping[str, Outline]:
        rows = self._db.rows(SQL["outlines"], {"ids": listed(article_ids)})
        return {article: _outline(body) for article, body in rows}

    def get(self, article_ids: Collection[str]) -> Mapping[str, Gist]:
        """The kept gists of these articles."""
        return self._whole.get(article_ids) if len(article_ids) <= WHOLE // 4 else self._read_whole(article_ids)

    def _read_whole(self, article_ids: Collection[str]) -> Mapping[str, Gist]:
        rows = self._db.rows(SQL["get"], {"ids": listed(sorted(set(article_ids)))})
        return {article: decode(Gist, body) for article, body in rows}

    def waiting(self, limit: int | None = None) -> Sequence[str]:
        """Ids of held articles without a gist, the latest published first, then by id; all, or so many."""
        return [row[0] for row in self._db.rows(SQL["waiting"], {"limit": -1 if limit is None else limit})]

    def tallies(self) -> Tallies:
        """The kept outlines counted: by outlet, language and continent; by country."""
        tallies = [Tally(o, lang, a, n, _day(d)) for o, lang, a, n, d in self._db.rows(SQL["tallies"])]
        return tallies, [LandTally(c, a, n, _day(d)) for c, a, n, d in self._db.rows(SQL["land_tallies"])]

    def drop(self) -> None:
        """Forgets all; every article waits."""
        with self._db.transaction():
            self._db.run(SQL["drop_all"])
            self._db.run(SQL["all_wait"])

    def _put(self, gist: Gist, state: Mapping[str, str]) -> None:
        one = gist.outline
        day = one.day.isoformat() if one.day else ""
        self._db.run(SQL["drop"], state)
        own = {"outlet": one.outlet_id, "language": one.language, "about": one.about, "day": day}
        self._db.run(SQL["put"], {**state, **own, "body": encode(one)})
        self._db.run(SQL["put_whole"], {"article": one.article_id, "body": encode(gist)})
        lands = ({"article": one.article_id, "country": c, "about": a, "day": day} for c, a in lands_of(one))
        self._db.run_many(SQL["put_land"], lands)
        self._db.run(SQL["done"], state)


@lru_cache(maxsize=REMEMBERED)
def _outline(body: bytes) -> Outline:
    return decode(Outline, body)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
