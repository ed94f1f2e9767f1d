"""What can befall a file: another process, a newer version, a full disk, damage."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from store_records import annotate, claim, made, marks, put

from dateline.errors import StoreError, StoreLocked, StoreTooNew
from dateline.store import migrations
from dateline.store.codec import decode
from dateline.store.open import SqliteStore, open_store
from dateline.store.sqlite import APPLICATION, Database, queries


def test_a_store_opens_again_with_what_it_held(file: Path) -> None:
    store = open_store(file)
    item = put(store, made("a", content=b"x"))
    annotate(store, item, [claim(item, 0)], **marks())
    before = store.counts()
    store.close()
    again = open_store(file)
    assert again.counts() == before
    assert list(again.claims.all()) == [claim(item, 0)]
    again.close()
    assert [p.name for p in file.parent.iterdir()] == [file.name]


def test_of_several_who_open_a_new_file_at_once_none_is_refused(tmp_path: Path) -> None:
    together = threading.Barrier(2)

    def opened(path: Path) -> bool:
        together.wait()
        with closing(open_store(path)) as store:
            return store.counts()["articles"] == 0

    with ThreadPoolExecutor(2) as pool:
        for n in range(30):
            assert all(pool.map(opened, [tmp_path / f"{n}.db"] * 2))


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    store = open_store(tmp_path / "deep" / "down" / "store.db")
    put(store, made("a"))
    store.close()
    assert (tmp_path / "deep" / "down" / "store.db").exists()


@pytest.mark.parametrize("name", ["folder", "file/below"])
def test_a_path_that_cannot_be_opened_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError) as told:
        open_store(tmp_path / name)
    assert told.value.what == str(tmp_path / name)
    assert told.value.do


def test_what_is_no_store_is_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("These are my notes. " * 100)
    with pytest.raises(StoreError, match="not a Dateline store") as told:
        open_store(text)
    assert told.value.what == str(text)
    assert text.read_text() == "These are my notes. " * 100


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE songs (title)")
    with pytest.raises(StoreError, match="not a Dateline store"):
        open_store(other)
    with closing(sqlite3.connect(other)) as connection:
        assert [row[0] for row in connection.execute("SELECT name FROM sqlite_schema")] == ["songs"]


def test_a_newer_store_is_refused_and_left_alone(file: Path) -> None:
    store = open_store(file)
    put(store, made("a"))
    store.close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {len(migrations.scripts()) + 1}")
    before = file.read_bytes()
    with pytest.raises(StoreTooNew, match="newer version") as told:
        open_store(file)
    assert "update Dateline" in told.value.do
    assert file.read_bytes() == before


def test_migrations_are_numbered_without_gaps() -> None:
    folder = Path(migrations.__file__).parent / "schema"
    names = sorted(p.name for p in folder.iterdir())
    assert [n[:4] for n in names] == [f"{i + 1:04}" for i in range(len(names))]
    assert len(migrations.scripts()) == len(names)


def test_an_old_store_is_brought_up_to_date(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(file)
    item = put(store, made("a"))
    store.close()
    later = "CREATE TABLE notes (words TEXT);\nINSERT INTO notes VALUES ('one; two');\n-- done\n"
    known = migrations.scripts()
    monkeypatch.setattr(migrations, "scripts", lambda: (*known, later))
    again = SqliteStore(file)
    assert again.database.rows("SELECT words FROM notes") == [("one; two",)]
    assert migrations.version(again.database) == len(migrations.scripts())
    assert again.articles.get(item.id) is not None
    again.close()


def test_a_migration_that_fails_leaves_the_store_as_it_was(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(file)
    put(store, made("a"))
    store.close()
    known = migrations.scripts()
    broken = "CREATE TABLE notes (words TEXT);\nINSERT INTO nowhere VALUES (1);\n"
    monkeypatch.setattr(migrations, "scripts", lambda: (*known, broken))
    with pytest.raises(StoreError):
        SqliteStore(file)
    monkeypatch.setattr(migrations, "scripts", lambda: known)
    again = SqliteStore(file)
    assert migrations.version(again.database) == len(known)
    assert again.counts()["articles"] == 1
    assert not again.database.rows("SELECT * FROM sqlite_schema WHERE name = 'notes'")
    again.close()


def test_several_may_make_the_same_store_at_once(file: Path) -> None:
    def make(number: int) -> int:
        store = open_store(file)
        put(store, made(f"page-{number}"))
        count = store.counts()["tombstones"]
        store.close()
        return count

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(make, range(12))) == [0] * 12
    store = open_store(file)
    assert store.counts()["articles"] == 12
    store.close()


def test_a_locked_store_is_told_after_the_stated_time(file: Path) -> None:
    first, second = SqliteStore(file), SqliteStore(file, wait=0.2)
    put(first, made("a"))
    with first.transaction():
        put(first, made("b"))
        started = time.monotonic()
        with pytest.raises(StoreLocked, match=r"more than 0\.2 seconds") as told:
            put(second, made("c"))
        assert time.monotonic() - started > 0.1
        assert "try again" in told.value.do
        assert second.counts()["articles"] == 1
    put(second, made("c"))
    assert first.counts()["articles"] == 3
    first.close()
    second.close()


def test_a_writer_waits_for_its_turn(file: Path) -> None:
    first = SqliteStore(file)
    begun = threading.Event()

    def wait_and_write() -> int:
        second = SqliteStore(file, wait=10)
        begun.set()
        put(second, made("b"))
        count = second.counts()["articles"]
        second.close()
        return count

    with ThreadPoolExecutor(1) as pool:
        with first.transaction():
            put(first, made("a"))
            waiting = pool.submit(wait_and_write)
            begun.wait(10)
            time.sleep(0.05)
            assert not waiting.done()
        assert waiting.result(10) == 2
    first.close()


def test_reading_and_writing_do_not_wait_for_each_other(file: Path) -> None:
    writer, reader = SqliteStore(file), SqliteStore(file, wait=0)
    for n in range(3):
        put(writer, made(f"page-{n}"))
    reader.database.run("BEGIN")
    assert reader.counts()["articles"] == 3
    with writer.transaction():
        put(writer, made("new"))
        assert reader.counts()["articles"] == 3
    assert len(list(reader.articles.all())) == 3
    reader.database.run("COMMIT")
    assert len(list(reader.articles.all())) == 4
    writer.close()
    reader.close()


def full(store: SqliteStore) -> int:
    """Puts articles until no space is left; how many were put."""
    (pages,) = store.database.row("PRAGMA page_count") or (0,)
    store.database.run(f"PRAGMA max_page_count = {pages + 40}")
    for number in range(1000):
        try:
            with store.transaction():
                item = put(store, made(f"page-{number}", f"Text {number} of some length. " * 60, content=b"x" * 999))
                annotate(store, item, [claim(item, 5 * k) for k in range(5)], **marks(item.revision.text))
        except StoreError as e:
            assert "no space is left" in e.message
            assert "free some space" in e.do
            return number
    raise AssertionError("never full")


def test_a_full_disk_is_told_and_nothing_is_half_written(file: Path) -> None:
    store = SqliteStore(file)
    done = full(store)
    assert done > 0
    counts = store.counts()
    assert (counts["articles"], counts["captures"], counts["claims"]) == (done, min(done, 1), 5 * done)
    assert len(list(store.articles.search("text", limit=1000))) == done
    store.database.run("PRAGMA max_page_count = 1073741823")
    item = put(store, made(f"page-{done}"))
    annotate(store, item, [claim(item, 0)])
    assert store.counts()["articles"] == done + 1
    assert store.database.rows("PRAGMA integrity_check") == [("ok",)]
    store.close()


def test_a_transaction_whose_inside_ran_full_is_not_kept(file: Path) -> None:
    store = SqliteStore(file)
    put(store, made("before"))
    (pages,) = store.database.row("PRAGMA page_count") or (0,)
    store.database.run(f"PRAGMA max_page_count = {pages + 5}")
    with pytest.raises(StoreError), store.transaction():
        put(store, made("outer"))
        with pytest.raises(StoreError, match="no space"):
            put(store, made("large", "words " * 100_000))
        put(store, made("after"))
        if not store.database.connection.in_transaction:
            raise AssertionError("the database gave up the transaction and this went on")
        raise StoreError("enough")
    assert [h.article.url for h in store.articles.all()] == ["before"]
    store.close()


def test_a_damaged_file_is_told(file: Path) -> None:
    store = open_store(file)
    for n in range(30):
        put(store, made(f"page-{n}", "Some words. " * 200))
    store.close()
    data = bytearray(file.read_bytes())
    data[8192 : len(data) - 4096] = b"\xa5" * (len(data) - 12288)
    file.write_bytes(data)
    with pytest.raises(StoreError) as told:
        store = open_store(file)
        list(store.articles.all())
    assert told.value.do


def test_an_unreadable_body_is_told() -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        decode(migrations.Database, b"{")  # any class: what is wrong is the body


def test_integrity_after_much_coming_and_going(file: Path) -> None:
    store = SqliteStore(file)
    for number in range(60):
        item = put(store, made(f"page-{number % 20}", f"Text number {number} of some length."), number)
        annotate(store, item, [claim(item, k) for k in range(number % 5)], minutes=number)
    assert store.database.rows("PRAGMA integrity_check") == [("ok",)]
    assert store.database.rows("PRAGMA foreign_key_check") == []
    store.database.run("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
    store.close()


def test_the_file_says_whose_it_is(file: Path) -> None:
    store = SqliteStore(file)
    assert store.database.row("PRAGMA application_id") == (APPLICATION,)
    assert store.database.row("PRAGMA journal_mode") == ("wal",)
    assert store.database.row("PRAGMA secure_delete") == (1,)
    store.close()


def test_every_named_statement_fits_the_schema(file: Path) -> None:
    store = SqliteStore(file)
    folder = Path(migrations.__file__).parent / "queries"
    nouns = sorted(p.stem for p in folder.iterdir())
    assert nouns
    for noun in nouns:
        assert queries(noun)
        for name, statement in queries(noun).items():
            parameters = dict.fromkeys(_parameters(statement))
            assert store.database.rows(f"EXPLAIN {statement}", parameters), f"{noun}: {name}"
    store.close()


def _parameters(statement: str) -> list[str]:
    import re

    return re.findall(r":(\w+)", statement)


def test_every_named_statement_is_used() -> None:
    package = Path(migrations.__file__).parent
    code = "".join(p.read_text() for p in sorted(package.glob("*.py")))
    for path in sorted((package / "queries").iterdir()):
        for name in queries(path.stem):
            assert f'"{name}"' in code, f"{path.stem}: {name}"


def test_opening_loads_no_model_and_no_network() -> None:
    program = (
        "import sys; from dateline.store.open import open_store; open_store(None);"
        "print([m for m in ('spacy', 'onnxruntime', 'trafilatura', 'http.client', 'asyncio') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_database_closes_when_it_cannot_be_used(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE songs (title)")
    with pytest.raises(StoreError):
        open_store(other)
    database = Database(other)
    database.close()
    database.close()
