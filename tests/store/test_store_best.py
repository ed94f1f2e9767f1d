"""The best texts of a query are the same whether all that it finds is ranked or only what can be shown."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from store_records import at, made, put

from dateline.store import best
from dateline.store.codec import EVER, stamp
from dateline.store.open import SqliteStore, open_store
from dateline.store.words import phrases

WORDS = "harbour strike council vote budget ferry river dam levy quorum".split()
QUERIES = [
    "quorum council",
    "council quorum",
    "vote strike",
    "dam levy quorum",
    "harbour strike council vote budget",
    '"harbour strike" quorum',
    "council",
    "quorum absent",
    "absent missing",
]


def text(chance: random.Random) -> str:
    """Words of which the first are in most texts and the last in few, some of them often."""
    told = [w for n, w in enumerate(WORDS) for _ in range(chance.randrange(4)) if chance.random() < 0.8 / (n + 1)]
    chance.shuffle(told)
    return " ".join([*told, "rain"] * chance.choice((1, 1, 2, 5)))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    """Texts of many ranks, copies of some, and some that had another text before."""
    chance, path = random.Random(5), Path(tmp_path_factory.mktemp("best") / "store.db")
    with closing(open_store(path)) as store:
        assert isinstance(store, SqliteStore)
        with store.transaction():
            for n in range(400):
                put(store, made(f"n{n}", text(chance), headline=chance.choice(("Report", "Council", "Quorum"))))
            for n in range(0, 400, 9):
                put(store, made(f"n{n}", "Quorum quorum quorum, said the council."), 5)
        yield store


def ranked_at_once(store: SqliteStore, query: str, limit: int, moment: str) -> list[tuple[float, str]]:
    params = {"match": best.any_of(phrases(query)), "headline_weight": best.HEADLINE_WEIGHT, "limit": -1}
    rows = store.database.rows(best.SQL["ranked"], params)
    held = store.database.rows(best.SQL["held_then"], {"rows": best.listed(r for r, _ in rows), "at": moment})
    ranks = dict(rows)
    return sorted((ranks[row], article) for row, article in held)[:limit]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("limit", [1, 7, 60])
@pytest.mark.parametrize("moment", [EVER, stamp(at(1))])
def test_parts_give_the_best_of_all(
    filled: SqliteStore, query: str, limit: int, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for few, margin in ((0, 1000), (0, 1), (10**9, 3)):
        monkeypatch.setattr(best, "FEW", few)
        monkeypatch.setattr(best, "MARGIN", margin)
        found = best.best(filled.database, phrases(query), limit, moment)
        expected = ranked_at_once(filled, query, limit, moment)
        assert [article for _, article, _ in found] == [article for _, article in expected]
        assert [rank for rank, _, _ in found] == pytest.approx([rank for rank, _ in expected])


def test_texts_that_cannot_be_among_the_best_are_not_ranked(
    filled: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(best, "FEW", 0)
    asked: list[str] = []
    filled.database.connection.set_trace_callback(asked.append)
    best.best(filled.database, phrases("council levy"), 3, EVER)
    filled.database.connection.set_trace_callback(None)
    ranked = [sql for sql in asked if "bm25" in sql]
    assert ranked and not any('council") NOT' in sql for sql in ranked)


def test_a_text_that_comes_back_is_found_again(store_of_one: SqliteStore) -> None:
    found = [h.held.revision.text for h in store_of_one.articles.search("ferry levy")]
    assert found == ["The ferry sank."]


@pytest.fixture
def store_of_one(file: Path) -> Iterator[SqliteStore]:
    with closing(open_store(file)) as store:
        assert isinstance(store, SqliteStore)
        for minutes, told in enumerate(("The ferry sank.", "A levy is due.", "The ferry sank.")):
            put(store, made("a", told), minutes)
        yield store
