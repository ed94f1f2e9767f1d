"""Takes an article out of the file: nothing of it stays but its id and the reason."""

from __future__ import annotations

from dateline.store.base import Tombstone
from dateline.store.codec import DECISIONS, decode, stamp
from dateline.store.keeping import targets, unknown_article
from dateline.store.rows import listed
from dateline.store.sqlite import Database, queries

SQL = queries("removal")

# In an order that leaves no row pointing at one that is gone.
_STEPS = (
    "drop_event_claims",
    "drop_events",
    "drop_relations",
    "drop_unlinked",
    "drop_claim_keys",
    "drop_keys",
    "drop_claims",
    "drop_places",
    "drop_tags",
    "drop_layers",
    "drop_annotated",
    "withhold_contents",
    "drop_contents",
    "drop_came_as",
    "drop_captures",
    "drop_states",
    "drop_index",
    "drop_copy_keys",
    "drop_recent_copy_keys",
    "squeeze_index",
    "drop_revisions",
    "drop_feed_entries",
    "drop_article",
    "drop_outlets",
    "drop_touched",
    "touch_all",
)


def remove(db: Database, tombstone: Tombstone) -> None:
    """Removes the article; once is enough. NothingFound if it is not held.

    The bytes go even where other articles came in the same ones, and so do decisions about its words. Claims that
    shared an event or relation with one of its claims wait to be linked anew.
    """
    article = {"article": tombstone.article_id}
    if db.row(queries("articles")["tombstone"], article):
        return
    if not db.row(queries("articles")["current"], article):
        raise unknown_article(tombstone.article_id)
    with db.transaction():
        db.settle()
        _drop(db, tombstone.article_id)
        _drop_decisions(db, tombstone.article_id)
        stone = {"at": stamp(tombstone.at), "by": tombstone.by, "why": tombstone.why}
        db.run(SQL["put_tombstone"], {**article, **stone})
        db.run(SQL["mark_unscrubbed"], {"at": stone["at"]})
        db.scrub_later()


def _drop(db: Database, article_id: str) -> None:
    ids = [row[0] for row in db.rows(SQL["claims"], {"article": article_id})]
    params = {"article": article_id, "ids": listed([article_id, *ids])}
    params["events"] = listed(row[0] for row in db.rows(SQL["events"], params))
    params["relations"] = listed(row[0] for row in db.rows(SQL["relations"], params))
    partners = [row[0] for row in db.rows(SQL["partners"], params)]
    db.run(queries("claims")["wait_again"], {"ids": listed(partners)})
    for step in _STEPS:
        db.run(SQL[step], params)


def _drop_decisions(db: Database, article_id: str) -> None:
    for row, kind, body in db.rows(queries("decisions")["every"]):
        if article_id in targets(decode(DECISIONS[kind], body)):
            db.run(SQL["drop_decision"], {"row": row})
