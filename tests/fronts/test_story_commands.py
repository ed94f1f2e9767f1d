"""A view and jobs that share a word: "story ID" beside "story merge A B"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.serve.cli.app import main


@pytest.fixture
def said(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str]]:
    store = tmp_path_factory.mktemp("front") / "front.sqlite"

    def ask(*words: str) -> tuple[int, str]:
        status = main(["--store", str(store), *words])
        out = capsys.readouterr()
        return status, out.out + out.err

    return ask


def test_an_id_behind_story_is_looked_up(said: Callable[..., tuple[int, str]]) -> None:
    status, told = said("story", "story-123456")
    assert (status, "no such story" in told) == (1, True)


def test_a_command_behind_story_is_done(said: Callable[..., tuple[int, str]]) -> None:
    status, told = said("story", "pin", "story-123456")
    assert (status, "no such story" in told) == (1, True)
    status, told = said("story", "undo")
    assert (status, "nothing was said" in told) == (1, True)


def test_help_tells_both(said: Callable[..., tuple[int, str]]) -> None:
    _, told = said("story", "--help")
    assert "merge" in told
    assert "One story" in told


def test_an_empty_store_has_an_honest_front_page(said: Callable[..., tuple[int, str]]) -> None:
    status, told = said("glance")
    assert status == 1
    assert "nothing held in these days" in told
    assert "nothing is held" in told
