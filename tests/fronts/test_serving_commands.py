"""`dateline serve`, `users` and `shelve`, and the desk that a demonstration leaves behind, as a person types them."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from front_process import Dateline

from dateline.serve.cli import background
from dateline.store.open import open_store

PASSWORD = "correct horse battery"


def test_a_desk_is_served_and_ends_when_nobody_asks(process: Dateline) -> None:
    said = process("serve", "--port", "0", "--idle", "1")
    assert said.status == 0, said.err
    assert said.out.startswith("The desk is at http://127.0.0.1:")


def test_a_desk_that_others_can_reach_is_not_opened_without_users(dateline: Dateline) -> None:
    said = dateline("serve", "--host", "0.0.0.0", "--port", "0")
    assert said.status == 3 and "nobody may log in yet" in said.err
    assert dateline("serve", "--port", "70000").status == 3


def test_users_are_added_named_and_removed(
    dateline: Dateline, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = str(shutil.copy(kept, tmp_path / "own.sqlite"))
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))
    assert dateline("users", "add", "ada", "--store", own).status == 0
    assert dateline("users", "list", "--store", own, "--json").data["data"]["users"] == ["ada"]
    assert dateline("users", "remove", "ada", "--store", own).status == 0
    assert dateline("users", "remove", "ada", "--store", own).status == 3


def test_what_is_starred_stands_on_the_shelf(dateline: Dateline, kept: Path, tmp_path: Path) -> None:
    own = Path(shutil.copy(kept, tmp_path / "own.sqlite"))
    store = open_store(own)
    article = next(iter(store.articles.all())).article.id
    store.close()
    assert dateline("shelve", "starred", article, "--store", str(own)).status == 0
    shelf = dateline("shelf", "--store", str(own), "--json").data["data"]["starred"]
    assert [s["thing"] for s in shelf] == [article]
    assert dateline("shelve", "starred", article, "--drop", "--store", str(own)).status == 0
    assert dateline("shelf", "--store", str(own), "--json").data["data"]["starred"] == []
    assert dateline("shelve", "read", "claim-1", "--store", str(own)).status == 3


def test_a_server_behind_is_replaced_and_ended(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "PORT", 0)
    own = Path(shutil.copy(kept, tmp_path / "own.sqlite"))
    first = background.begin(own)
    try:
        assert background.health(first.port) == f"ok {first.pid}"
        second = background.begin(own)
        assert second.pid != first.pid and background.health(first.port) in ("", f"ok {second.pid}")
    finally:
        assert background.end(own)
    assert background.health(second.port) == "" and not background.end(own)
