from __future__ import annotations

import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "views"))

from front_process import Dateline, Said, surroundings
from small_matter import fill

from dateline.store.open import open_store


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in a file with the small desk in it; nobody writes to it."""
    path = tmp_path_factory.mktemp("kept") / "small.sqlite"
    store = open_store(path)
    fill(store)
    store.close()
    return path


@pytest.fixture
def process(kept: Path, tmp_path: Path) -> Dateline:
    """Runs the program in a process and folder of its own, on the small desk."""

    def run(*words: str, **environment: str) -> Said:
        done = subprocess.run(
            [sys.executable, "-m", "dateline", *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=surroundings(kept, tmp_path) | environment,
            cwd=tmp_path,
            timeout=60,
            check=False,
        )
        return Said(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def dateline(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dateline:
    """Runs the program's command line in this process, on the small desk; its streams are no terminals."""
    from dateline.serve.cli.app import main

    def run(*words: str, **environment: str) -> Said:
        with monkeypatch.context() as patched:
            for name, value in (surroundings(kept, tmp_path) | environment).items():
                patched.setenv(name, value)
            out, err = io.StringIO(), io.StringIO()
            with redirect_stdout(out), redirect_stderr(err):
                status = main(words)
        return Said(status, out.getvalue(), err.getvalue())

    return run
