"""What must not grow with the store: counted in steps of SQLite's machine, which are the same wherever it runs.

Times are measured by `./run.sh bench ingest` and `./run.sh bench link`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from store_records import annotate, at, claim, link, made, marks, put

from dateline.store.codec import encode, stamp
from dateline.store.open import SqliteStore

CLAIMS = 100_000
STEPS = (1, 7, 13)


def steps(store: SqliteStore, function: Callable[[], Any]) -> int:
    """How many steps of SQLite's machine the work takes, in hundreds and one more."""
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    store.database.connection.set_progress_handler(count, 100)
    try:
        function()
    finally:
        store.database.connection.set_progress_handler(None, 0)
    return taken + 1


def keys_of(number: int) -> list[str]:
    """12 keys: one that all have, 3 of 50 common ones, 8 that it shares with six others."""
    common = [f"common-{(number * step) % 50}" for step in STEPS]
    return ["all", *dict.fromkeys(common), *(f"rare-{number // 7}-{k}" for k in range(8))]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    """A store with 100,000 claims; their rows and keys are written in bulk, as only what comes after is measured."""
    store = SqliteStore(tmp_path_factory.mktemp("large") / "store.db")
    with store.transaction():
        item = put(store, made("sample"))
        body = encode(claim(item, 0))
        store.database.connection.executemany(
            "INSERT INTO claims VALUES (?, ?, ?, ?, ?, NULL, ?)",
            ((n + 1, name(n), item.id, item.revision.id, stamp(at(0)), body) for n in range(CLAIMS)),
        )
        bulk_keys(store)
    yield store
    store.close()


def name(number: int) -> str:
    return f"claim-{number * 7919 % CLAIMS:06}"


def bulk_keys(store: SqliteStore) -> None:
    connection = store.database.connection
    triggers = [
        row[0]
        for row in connection.execute(
            "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'claim_keys'"
        )
    ]
    connection.execute("DROP TRIGGER key_taken")
    connection.execute("DROP TRIGGER key_left")
    connection.execute("CREATE TEMP TABLE n AS SELECT row - 1 AS n FROM claims WHERE id LIKE 'claim-______'")
    connection.execute("CREATE TEMP TABLE k AS SELECT n AS k FROM n WHERE n < 8")
    connection.execute("INSERT INTO keys (row, key) VALUES (1, 'all')")
    connection.execute("INSERT INTO keys (row, key) SELECT 2 + n, 'common-' || n FROM n WHERE n < 50")
    connection.execute(
        "INSERT INTO keys (row, key) SELECT 100 + n * 8 + k, 'rare-' || n || '-' || k FROM n, k WHERE n <= :last / 7",
        {"last": CLAIMS},
    )
    connection.execute("INSERT INTO claim_keys SELECT 1, n + 1 FROM n")
    for step in STEPS:
        connection.execute("INSERT OR IGNORE INTO claim_keys SELECT 2 + (n * ?) % 50, n + 1 FROM n", (step,))
    connection.execute("INSERT INTO claim_keys SELECT 100 + n / 7 * 8 + k, n + 1 FROM n, k ORDER BY 1, 2")
    connection.execute(
        "UPDATE keys SET carried = counted FROM (SELECT key AS row_, count(*) AS counted FROM claim_keys GROUP BY key)"
        " WHERE row = row_"
    )
    for trigger in triggers:
        connection.execute(trigger)


def test_claims_are_found_by_keys_without_a_look_at_the_others(large: SqliteStore) -> None:
    number = CLAIMS // 2
    keys = [k for k in keys_of(number) if not k.startswith(("all", "common"))] + [f"rare-{n}-0" for n in range(12)]
    assert len(keys) == 20
    alike = [n for n in range(number - 7, number + 7) if n // 7 == number // 7]
    assert list(large.claims.with_keys(keys, 7)) == sorted(name(n) for n in alike)
    assert steps(large, lambda: large.claims.with_keys(keys, 100)) < 100


def test_common_keys_cost_what_they_carry(large: SqliteStore) -> None:
    keys = keys_of(CLAIMS // 2)[1:]
    carried = sum(large.claims.key_counts(keys).values())
    assert carried > 2000
    assert 100 * steps(large, lambda: large.claims.with_keys(keys, 100)) < 60 * carried


def test_counting_a_key_does_not_depend_on_how_many_carry_it(large: SqliteStore) -> None:
    assert large.claims.key_counts(["all"]) == {"all": CLAIMS}
    common, rare = (steps(large, lambda k=k: large.claims.key_counts([k])) for k in ("all", "rare-1-1"))
    assert common <= 2 * rare


def test_an_article_is_put_with_the_same_work_however_much_is_held(large: SqliteStore, file: Path) -> None:
    empty = SqliteStore(file)
    put_article(empty, 0)
    put_article(large, 0)  # the first one of an outlet is more work
    few, many = (steps(store, lambda store=store: put_article(store, 1)) for store in (empty, large))
    empty.close()
    assert many <= 1.5 * few


def put_article(store: SqliteStore, number: int) -> None:
    text = "Parliament voted on Tuesday, and deputies left. " * 40
    item = made(f"page-{number}", text, content=text.encode())
    with store.transaction():
        put(store, item)
        claims = annotate(store, item, [claim(item, 7 * k) for k in range(20)], **marks(text))
        store.claims.put_keys({c.id: [f"{c.id}-{k}" for k in range(20)] for c in claims})
        link(store, seen=[c.id for c in claims])
