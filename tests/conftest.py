"""What all tests share: where the shared data is, and the sample corpus."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


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


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root."""
    return ROOT
