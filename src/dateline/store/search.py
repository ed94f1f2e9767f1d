"""Full-text search over the held texts (FTS5, BM25)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from dateline.model.article import Revision
from dateline.model.outlet import Outlet
from dateline.store.asking import HEADLINE_WEIGHT, Question, question
from dateline.store.base import Hit, SearchFilter
from dateline.store.codec import decode, until
from dateline.store.rows import held
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
    if not asked.asked:
        return []
    params = {
        "match": match(asked.asked),
        "headline_weight": HEADLINE_WEIGHT,
        "at": until(known_at),
        "limit": max(0, limit),
        **_narrow(asked),
    }
    return [_hit(row, asked.asked if snippets else ()) for row in db.rows(SQL["find"], params)]


def match(asked: Iterable[Phrase]) -> str:
    """The phrases as an FTS5 expression; the words hold no mark that means anything there."""
    return " OR ".join('"' + " ".join(phrase) + '"' for phrase in asked)


def _narrow(asked: Question) -> dict[str, str | None]:
    return {
        "since": asked.since.isoformat() if asked.since else None,
        "until": asked.until.isoformat() if asked.until else None,
        "outlets": None if asked.outlets is None else json.dumps(sorted(asked.outlets)),
        "places": None if asked.places is None else json.dumps(sorted(asked.places)),
    }


def _hit(row: tuple[object, ...], phrases: Sequence[Phrase]) -> Hit:
    found = held(row[:5])
    assert isinstance(row[5], float)
    shown = snippet(found.revision.headline, found.revision.text, phrases) if phrases else ""
    return Hit(found, shown, row[5])
