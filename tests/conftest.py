"""What all tests share: where the shared data is, and the sample corpus."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

ROOT = Path(__file__).resolve().parents[1]
AN_AGE = 120  # seconds; a hundred times what the work takes on a slow machine


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addini(
        "shared_hint", "what to do when the shared data is missing", default="set DATELINE_SHARED to its folder"
    )


@pytest.fixture(scope="session")
def shared(request: pytest.FixtureRequest) -> Path:
    """The folder with gold cases, seeds and benchmarks; the test skips without it, and fails under CI=true."""
    folder = Path(os.environ.get("DATELINE_SHARED", ROOT.parent / "shared"))
    if (folder / "cases").is_dir():
        return folder
    told = f"no shared data at {folder}: {request.config.getini('shared_hint')}"
    if os.environ.get("CI") == "true":
        pytest.fail(told)
    pytest.skip(told)


@pytest.fixture
def ends() -> Iterator[None]:
    """Breaks off what would go on for hours: work that grows faster than a hostile text. No bound on speed."""

    def give_up(_: int, __: FrameType | None) -> None:
        pytest.fail(f"still at work after {AN_AGE} seconds: it grows faster than the text")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(AN_AGE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root."""
    return ROOT
