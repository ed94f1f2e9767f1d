"""A store whose copies were found by keys of text, and captures by ids: brought up to numbers with nothing lost."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from store_records import Made, made, stone

from dateline.link.copies import body
from dateline.store import migrations
from dateline.store.codec import encode, stamp
from dateline.store.open import SqliteStore
from dateline.store.sqlite import Database

BEFORE = 11  # migrations that such a store has seen
TEXT = (
    "Crews of the northern ferries go back to work on Friday, both sides said late on Tuesday evening in the harbour."
)
KEEP = """
INSERT INTO outlets (id, body) VALUES (:outlet, :outlet_body) ON CONFLICT DO NOTHING;
INSERT INTO articles (id, outlet_id, body) VALUES (:article, :outlet, :article_body);
INSERT INTO revisions (id, article_id, body) VALUES (:revision, :article, :revision_body);
INSERT INTO states (article_id, revision_id, recorded_at) VALUES (:article, :revision, :at);
INSERT INTO contents (digest, content) VALUES (:digest, :content) ON CONFLICT DO NOTHING;
INSERT INTO captures (id, url, fetched_at, digest, media_type, reader)
VALUES (:capture, :url, :at, :digest, 'text/html', 'page/1');
INSERT INTO revision_captures (revision_id, capture_id) VALUES (:revision, :capture);
"""


def keep(db: Database, item: Made) -> None:
    """Puts an article down as a program of that time did."""
    capture = item.capture
    assert capture
    row = {
        "outlet": item.outlet.id,
        "outlet_body": encode(item.outlet),
        "article": item.article.id,
        "article_body": encode(item.article),
        "revision": item.revision.id,
        "revision_body": encode(item.revision),
        "at": stamp(capture.fetched_at),
        "digest": capture.digest,
        "content": capture.content,
        "capture": capture.id,
        "url": capture.url,
    }
    for statement in migrations.statements(KEEP.strip()):
        db.run(statement, row)
    for mine in body(item.article.id, item.revision.text).keys:
        key = {"key": f"copy:{mine % 2**64:016x}", "article": item.article.id}
        db.run("INSERT INTO article_keys (key, article_id) VALUES (:key, :article)", key)


@pytest.fixture
def items() -> list[Made]:
    return [made("a", TEXT, content=b"one"), made("b", TEXT, content=b"two"), made("c", TEXT[:60], content=b"three")]


@pytest.fixture
def store(file: Path, items: list[Made], monkeypatch: pytest.MonkeyPatch) -> SqliteStore:
    every = migrations.scripts()
    with closing(Database(file)) as db, monkeypatch.context() as then:
        then.setattr(migrations, "scripts", lambda: every[:BEFORE])
        migrations.migrate(db)
        for item in items:
            keep(db, item)
        odd = {"key": "copy:f000000000000001", "article": items[0].article.id}
        db.run("INSERT INTO article_keys (key, article_id) VALUES (:key, :article)", odd)
    return SqliteStore(file)


def test_articles_are_found_by_the_keys_that_they_had(store: SqliteStore, items: list[Made]) -> None:
    with closing(store):
        for item in items:
            keys = body(item.article.id, item.revision.text).keys
            sharing = [i.article.id for i in items if set(body("", i.revision.text).keys) & set(keys)]
            assert sorted(store.articles.with_keys(keys, 9)) == sorted(sharing)
        assert list(store.articles.with_keys([0xF000000000000001 - 2**64], 9)) == [items[0].article.id]
        assert store.database.rows("PRAGMA foreign_key_check") == []


def test_bytes_stay_with_their_articles(store: SqliteStore, items: list[Made]) -> None:
    with closing(store):
        for item in items:
            assert [(c.content, c.reader) for c in store.articles.captures(item.article.id)] == [
                (item.capture.content if item.capture else b"", "page/1")
            ]
        assert store.captures.count_stale("page/2", "text/html") == len(items)
        store.articles.remove(stone(items[0]))
        assert store.counts("captures") == {"captures": len(items) - 1}
        assert items[0].article.id not in store.articles.with_keys(body("", TEXT).keys, 9)
        assert store.database.rows("PRAGMA integrity_check") == [("ok",)]
