"""What must not grow with the store. Bounds are ratios, or ten times what an idle machine takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from store_records import annotate, at, claim, link, made, marks, put

from dateline.store.codec import encode, stamp
from dateline.store.open import SqliteStore

CLAIMS = 100_000
STEPS = (1, 7, 13)


def best(function: Callable[[], Any], times: int = 7) -> float:
    """The shortest of several runs, in seconds: what the machine's other work adds is left out."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        function()
        taken.append(time.perf_counter() - started)
    return min(taken)


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
    triggers = [row[0] for row in connection.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")]
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


def test_claims_are_found_by_keys_in_a_few_milliseconds(large: SqliteStore) -> None:
    number = CLAIMS // 2
    keys = [k for k in keys_of(number) if not k.startswith(("all", "common"))] + [f"rare-{n}-0" for n in range(12)]
    assert len(keys) == 20
    alike = [n for n in range(number - 7, number + 7) if n // 7 == number // 7]
    assert list(large.claims.with_keys(keys, 7)) == sorted(name(n) for n in alike)
    assert best(lambda: large.claims.with_keys(keys, 100)) < 0.03


def test_common_keys_cost_what_they_carry(large: SqliteStore) -> None:
    keys = keys_of(CLAIMS // 2)[1:]
    assert sum(large.claims.key_counts(keys).values()) > 2000
    assert best(lambda: large.claims.with_keys(keys, 100)) < 0.2


def test_counting_a_key_does_not_depend_on_how_many_carry_it(large: SqliteStore) -> None:
    assert large.claims.key_counts(["all"]) == {"all": CLAIMS}
    common, rare = (best(lambda k=k: large.claims.key_counts([k]), 30) for k in ("all", "rare-1-1"))
    assert common < 10 * rare


def test_an_article_is_put_in_milliseconds(large: SqliteStore) -> None:
    numbers = iter(range(1000))

    def put_one() -> None:
        text = "Parliament voted on Tuesday, and deputies left. " * 40
        item = made(f"page-{next(numbers)}", text, content=text.encode())
        with large.transaction():
            put(large, item)
            claims = annotate(large, item, [claim(item, 7 * k) for k in range(20)], **marks(text))
            large.claims.put_keys({c.id: [f"{c.id}-{k}" for k in range(20)] for c in claims})
            link(large, seen=[c.id for c in claims])

    assert best(put_one) < 0.2
