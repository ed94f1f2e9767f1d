"""Full-text search over the held texts (FTS5, BM25)."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from dateline.model.article import Revision
from dateline.model.outlet import Outlet
from dateline.store.asking import HEADLINE_WEIGHT, Question, question
from dateline.store.base import Hit, SearchFilter
from dateline.store.codec import decode, until
from dateline.store.rows import held, listed
from dateline.store.snippet import snippet
from dateline.store.sqlite import Database, queries
from dateline.store.words import Phrase, folded

SQL = queries("search")
MARGIN = 1000  # texts looked up besides twice as many as are wanted: agencies' texts come in many copies of one rank


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
    narrow = _narrow(asked)
    params = {
        "match": match(asked.asked),
        "headline_weight": HEADLINE_WEIGHT,
        "at": until(known_at),
        "limit": limit,
    }
    narrowed = any(value is not None for value in narrow.values())
    rows = db.rows(SQL["find"], {**params, **narrow}) if narrowed else _best(db, params, limit)
    return [_hit(row, asked.asked if snippets else ()) for row in rows]


def _best(db: Database, params: Mapping[str, Any], limit: int) -> Sequence[tuple[object, ...]]:
    """The rows of the best articles, looked up for the best texts of the index alone: what a common word finds is far
    more than anybody is shown. If too few of these are held (earlier states of a text are in the index, too), or the
    last of them may stand beside others of its rank, more are taken."""
    some = 2 * limit + MARGIN
    while True:
        ranked = db.rows(SQL["ranked"], {**params, "limit": some})
        best = _first_held(db, ranked, limit, params["at"])
        last = ranked[-1][1] if len(ranked) == some else math.inf
        if last == math.inf or (len(best) == limit and best[-1][0] < last):
            break
        some *= 16
    found = db.rows(SQL["of_rows"], {"rows": listed(row for _, _, row in best), "at": params["at"]})
    ranks = {row: rank for rank, _, row in best}
    return sorted(((*row[1:], ranks[row[0]]) for row in found), key=lambda row: (row[5], row[0]))


def _first_held(
    db: Database, ranked: Sequence[tuple[int, float]], limit: int, at: str
) -> Sequence[tuple[float, str, int]]:
    """Rank, article and row of the best of these texts that are held; no more of them are looked up than it takes."""
    found: list[tuple[float, str, int]] = []
    looked, some = 0, 2 * limit
    while looked < len(ranked) and not (len(found) >= limit and found[limit - 1][0] < ranked[looked - 1][1]):
        ranks = dict(ranked[looked : looked + some])
        held_now = db.rows(SQL["held_now"], {"rows": listed(ranks), "at": at})
        found = sorted([*found, *((ranks[row], article, row) for row, article in held_now)])
        looked, some = min(len(ranked), looked + some), 4 * some
    return found[:limit]


def tags(db: Database, article_ids: Collection[str]) -> Mapping[str, frozenset[str]]:
    """What the current texts of these articles are found under besides their words."""
    rows = db.rows(SQL["tags"], {"ids": listed(sorted(set(article_ids)))})
    return {article: frozenset(told.split()) for article, told in sorted(rows) if told.split()}


def match(asked: Iterable[Phrase]) -> str:
    """The phrases as an FTS5 expression; the words hold no mark that means anything there."""
    return " OR ".join('"' + " ".join(phrase) + '"' for phrase in asked)


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
