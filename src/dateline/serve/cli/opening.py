"""Opens the desk that the options, the settings and the environment name."""

from __future__ import annotations

from pathlib import Path

from dateline.desk import Desk, open_desk
from dateline.errors import UsageError
from dateline.serve.cli.given import Given
from dateline.serve.cli.progress import Telling
from dateline.settings import load


def store_path(given: Given) -> Path:
    """The file that everything is kept in: --store, else the setting."""
    return given.store or load().store


def open_at(given: Given, telling: Telling | None) -> Desk:
    """The desk on that file, which is made if it is not there."""
    path = store_path(given)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise UsageError(f"no folder for the store: {e}", what=str(path), do="give another --store") from e
    clock = given.clock
    if clock is None:
        return open_desk(path, load(), progress=telling)
    return open_desk(path, load(), progress=telling, now=clock)
