"""What cannot be taken: named, with the reason and what to do, while the rest goes on."""

from __future__ import annotations

import gzip
import multiprocessing
import os
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.ingest.base import Given, Item, Refusal
from dateline.ingest.files import read

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LINE = b'{"title":"One","outlet":"x.example","text":"Something happened here."}\n'


def came(*paths: Path, largest: int = 20_000_000) -> list[Item | Refusal]:
    return list(read(paths, Given(), NOW, largest=largest))


@pytest.mark.usefixtures("ends")
def test_a_text_of_50_mb_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"The same words again. " * 2_300_000)
    (tmp_path / "b.txt").write_text("This one is fine.")
    refusal, item = came(tmp_path)
    assert isinstance(refusal, Refusal)
    assert refusal.what.endswith("a.txt")
    assert "larger than 20 MB" in refusal.message
    assert isinstance(item, Item)


def test_a_jsonl_file_may_be_large_but_no_line_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINE * 300 + b'{"text":"' + b"x" * 5000 + b'"}\n' + LINE)
    found = came(path, largest=4000)
    refusals = [f for f in found if isinstance(f, Refusal)]
    assert len(found) == 302
    assert [r.what.rpartition(", ")[2] for r in refusals] == ["line 301"]
    assert "larger than 4000 bytes" in refusals[0].message


def test_a_last_line_over_the_limit_without_an_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINE + b'{"text":"' + b"x" * 50_000)
    first, second = came(path, largest=4000)
    assert isinstance(first, Item)
    assert isinstance(second, Refusal)


def test_a_gzip_bomb_is_not_unpacked_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"a" * 200_000_000, compresslevel=9))
    (refusal,) = came(path)
    assert isinstance(refusal, Refusal)
    assert "larger than" in refusal.message


def test_paths_that_are_no_files_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "empty").mkdir()
    (tmp_path / "picture.png").write_bytes(b"x")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    names = ["missing.txt", "pipe.txt", "empty", "picture.png", "loop.txt", "bad\0name.txt"]
    messages = [str(r) for r in came(*(tmp_path / n for n in names))]
    told = ["does not exist", "neither a file nor a folder", "without any document", "kind that is not read"]
    for message, part in zip(messages, told, strict=False):
        assert part in message
    assert len(messages) == len(names)


def test_links_to_folders_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "x.txt").write_text("This one is fine.")
    assert [type(f) for f in came(tmp_path)] == [Item]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("This one is fine.")
    assert len(came(tmp_path, tmp_path / "x.txt")) == 1


def told_to_somebody_else(folder: Path, answers: Connection) -> None:
    """Root may read everything: then the process becomes somebody who may not."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    found = read([folder], Given(language="en"), NOW)
    answers.send(["taken" if isinstance(f, Item) else str(f) for f in found])


def test_folders_and_files_without_rights_are_refused(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed" / "x.txt").write_text("Nobody may read this.")
    (tmp_path / "closed.txt").write_text("Nobody may read this.")
    (tmp_path / "open.txt").write_text("This one is fine.")
    for folder in [tmp_path, *tmp_path.parents[:2]]:
        folder.chmod(folder.stat().st_mode | 0o055)
    (tmp_path / "closed").chmod(0)
    (tmp_path / "closed.txt").chmod(0)
    here, there = multiprocessing.get_context("fork").Pipe()
    process = multiprocessing.get_context("fork").Process(target=told_to_somebody_else, args=(tmp_path, there))
    process.start()
    assert here.poll(20)
    told = here.recv()
    process.join()
    (tmp_path / "closed").chmod(0o755)
    assert [t.removeprefix(str(tmp_path)) for t in told] == [
        "/closed.txt: may not be read (grant the right to read it)",
        "taken",
        "/closed: cannot be read: Permission denied (grant the right to read it)",
    ]


@pytest.mark.parametrize(
    ("given", "what"),
    [
        (Given(published="2024-02-30"), "--published"),
        (Given(published="2027-01-01"), "--published"),
        (Given(language="klingon language"), "--language"),
        (Given(url="not an address"), "--url"),
        (Given(url="ftp://x.example/a"), "--url"),
    ],
)
def test_what_the_user_says_is_checked_before_anything_is_read(given: Given, what: str) -> None:
    with pytest.raises(UsageError) as raised:
        read([], given, NOW)
    assert raised.value.what == what
    assert raised.value.do


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINE * 5000)
    reading = read([path], Given(), NOW)
    assert isinstance(next(reading), Item)
    path.write_bytes(b"")
    reading.close()  # type: ignore[attr-defined]
