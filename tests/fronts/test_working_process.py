"""Jobs in processes of their own, with the real annotators, on a store that starts empty."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from front_process import Said, surroundings

FIRST = """---
outlet: Coast Post
url: https://coast-post.example/basic-law
published: 2022-03-01
title: Norland and the league
---
Norland's parliament wrote membership of the Harbour League into the constitution on 7 February 2019.

The foreign minister said on Monday that talks would go on.
"""
SECOND = (
    '{"title": "League goal in the basic law", "outlet": "Inland Gazette", "url": "https://inland.example/2", '
    '"published": "2019-02-09", "text": "On 8 February 2019 the parliament of Norland wrote membership of the Harbour '
    'League into the constitution."}\n'
)

Run = Callable[..., Said]
AN_AGE = 600  # seconds; many times what the whole work takes on a busy machine


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with good and bad files; the store is beside it."""
    home = tmp_path_factory.mktemp("working")
    files = home / "files"
    files.mkdir()
    (files / "a.md").write_text(FIRST, "utf-8")
    (files / "b.jsonl").write_text('{"title": "broken", \n' + SECOND, "utf-8")
    (files / "empty.txt").write_text("", "utf-8")
    return home


@pytest.fixture(scope="module")
def run(place: Path) -> Run:
    def run(*words: str) -> Said:
        done = subprocess.run(
            [sys.executable, "-m", "dateline", *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=surroundings(place / "store.sqlite", place),
            cwd=place,
            timeout=AN_AGE,
            check=False,
        )
        return Said(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="module")
def added(run: Run) -> Said:
    """What adding the folder and a file that is not there said."""
    return run("add", "files", "nowhere.txt", "--json")


def test_what_cannot_be_taken_is_named_and_the_rest_goes_on(added: Said) -> None:
    assert added.status == 2
    data = added.data["data"]
    assert data["new"] == 2
    refused = {Path(r["what"].split(",")[0]).name: r for r in data["refused"]}
    assert set(refused) == {"b.jsonl", "empty.txt", "nowhere.txt"}
    assert "line 1" in refused["b.jsonl"]["what"]
    assert all(r["message"] and r["do"] for r in refused.values())


def test_added_twice_is_held_once(added: Said, run: Run) -> None:
    again = run("add", "files/a.md")
    assert (again.status, again.out) == (0, "0 new articles, 1 unchanged.\nNothing waited.\n")
    assert run("status", "--json").data["data"]["held"]["articles"] == 2


def test_the_same_happening_of_two_outlets_with_its_disagreement(added: Said, run: Run) -> None:
    line = run("chronology", "Norland", "--json").data["data"]["lines"][0]
    assert line["voices"] == 2
    assert line["clashes"][0]["values"] == ["8 Feb 2019", "7 Feb 2019"]
    found = run("disagreements", "Norland")
    assert (found.status, "Coast Post" in found.out, "Inland Gazette" in found.out) == (0, True, True)


def test_a_judgement_wins_and_can_be_taken_back(added: Said, run: Run) -> None:
    first = run("chronology", "Norland", "--json").data["data"]["lines"][0]
    a, b = [e["claim"] for e in first["evidence"]]
    judged = run("judge", "different", a, b, "--note", "two votes")
    assert judged.status == 0, judged.err
    assert "different (two votes)" in judged.out
    assert run("disagreements", "Norland").status == 1
    undone = run("undo")
    assert (undone.status, undone.out.startswith("Taken back: ")) == (0, True)
    assert run("disagreements", "Norland").status == 0
    assert run("undo").status == 1


def test_a_backup_is_put_back(added: Said, run: Run, place: Path) -> None:
    before = run("status", "--json").data["data"]["held"]
    assert run("backup", "copy.sqlite").status == 0
    assert run("backup", "copy.sqlite").status == 3
    gone = run("chronology", "Norland", "--json").data["data"]["lines"][0]["evidence"][0]["article"]
    restored = run("restore", "copy.sqlite", "--json")
    assert restored.status == 0, restored.err
    assert Path(restored.data["data"]["aside"]).exists()
    assert run("status", "--json").data["data"]["held"] == before
    removed = run("remove", gone, "--why", "asked for by the outlet")
    assert (removed.status, "asked for by the outlet" in removed.out) == (0, True)
    shown = run("show", gone)
    assert shown.status == 1
    assert run("remove", gone).status == 3


def test_broken_off_it_says_what_is_kept_and_goes_on_later(place: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for n in range(300):
        text = FIRST.replace("basic-law", f"basic-law-{n}").replace("7 February", f"{n % 28 + 1} March")
        (many / f"{n}.md").write_text(text, "utf-8")
    store = tmp_path / "store.sqlite"
    process = subprocess.Popen(
        [sys.executable, "-m", "dateline", "add", str(many)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=surroundings(store, tmp_path),
        # A shell has what it puts behind ignore the signal, and that would be inherited.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    )
    while process.poll() is None and not _begun(store):
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=AN_AGE)
    assert process.returncode == 130, told
    assert "goes on from there" in told
    assert "Traceback" not in told


def _begun(store: Path) -> bool:
    return store.exists() and store.stat().st_size > 0
