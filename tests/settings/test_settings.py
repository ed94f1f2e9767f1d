from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.settings import load


def test_the_environment_wins_over_the_file_and_the_file_over_defaults(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('user = "ana"\nprocesses = 2\n')
    found = load({"DATELINE_CONFIG": str(file), "DATELINE_USER": "ben", "HOME": str(tmp_path)})
    assert (found.user, found.processes) == ("ben", 2)
    assert found.store == tmp_path / ".local/share/dateline/dateline.sqlite"


@pytest.mark.parametrize(
    ("written", "words"),
    [("user = ", "cannot be read"), ('colour = "red"', "no such setting: colour"), ('processes = "many"', "processes")],
)
def test_a_wrong_file_says_what_is_wrong_and_what_to_do(tmp_path: Path, written: str, words: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(written)
    with pytest.raises(UsageError, match=words) as told:
        load({"DATELINE_CONFIG": str(file), "HOME": str(tmp_path)})
    assert told.value.do


def test_a_named_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load({"DATELINE_CONFIG": str(tmp_path / "none.toml"), "HOME": str(tmp_path)})
