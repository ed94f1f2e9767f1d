"""Full-text search over the held texts (FTS5, BM25)."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from dateline.model.article import Revision
from dateline.model.outlet import Outlet
from dateline.store.asking import HEADLINE_WEIGHT, Question, question
from dateline.store.base import Hit, SearchFilter
from dateline.store.best import any_of, best
from dateline.store.codec import decode, until
from dateline.store.rows import held, listed
from dateline.store.snippet import snippet
from dateline.store.sqlite import Database, queries
from dateline.store.words import Phrase, folded

SQL = queries("search")


def index(db: Database, row: int, revision: Revision) -> None:
    """Makes a revision (a row of `revisions`) findable, from the end of the transaction at the latest.

    Put off, since the index writes a piece of itself for each step between two others: a hundred articles of one
    transaction then are one piece, and pieces do not have to be merged so often.
    """
    headline, text = (" ".join(folded(field)) for field in (revision.headline, revision.text))
    db.later(SQL["put"], {"row": row, "headline": headline, "text": text})


def find(
    db: Database,
    query: str,
    where: SearchFilter | None,
    limit: int,
    known_at: datetime | None,
    snippets: bool = True,
) -> Sequence[Hit]:
    """The best `limit` articles with any of the phrases, best first, then by id."""
    db.settle()
    outlets = (decode(Outlet, body) for _, body in db.rows(queries("articles")["outlets"]))
    asked = question(query, where, outlets)
    if not asked.asked or limit < 1:
        return []
    narrow, at = _narrow(asked), until(known_at)
    if any(value is not None for value in narrow.values()):
        params = {"match": any_of(asked.asked), "headline_weight": HEADLINE_WEIGHT, "at": at, "limit": limit}
        rows: Sequence[tuple[object, ...]] = db.rows(SQL["find"], {**params, **narrow})
    else:
        rows = _best(db, asked.asked, limit, at)
    return [_hit(row, asked.asked if snippets else ()) for row in rows]


def _best(db: Database, asked: Sequence[Phrase], limit: int, at: str) -> Sequence[tuple[object, ...]]:
    """The rows of the best articles."""
    chosen = best(db, asked, limit, at)
    found = db.rows(SQL["of_rows"], {"rows": listed(row for _, _, row in chosen), "at": at})
    ranks = {row: rank for rank, _, row in chosen}
    return sorted(((*row[1:], ranks[row[0]]) for row in found), key=lambda row: (row[5], row[0]))


def tags(db: Database, article_ids: Collection[str]) -> Mapping[str, frozenset[str]]:
    """What the current texts of these articles are found under besides their words."""
    rows = db.rows(SQL["tags"], {"ids": listed(sorted(set(article_ids)))})
    return {article: frozenset(told.split()) for article, told in sorted(rows) if told.split()}


def _narrow(asked: Question) -> dict[str, str | None]:
    return {
        "since": asked.since.isoformat() if asked.since else None,
        "until": asked.until.isoformat() if asked.until else None,
        "outlets": None if asked.outlets is None else json.dumps(sorted(asked.outlets)),
        "places": None if asked.places is None else json.dumps(sorted(asked.places)),
        "actors": None if asked.actors is None else json.dumps(sorted(asked.actors)),
        "status": asked.status,
    }


def _hit(row: tuple[object, ...], phrases: Sequence[Phrase]) -> Hit:
    found = held(row[:5])
    assert isinstance(row[5], float)
    shown = snippet(found.revision.headline, found.revision.text, phrases) if phrases else ""
    return Hit(found, shown, row[5])
