from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "servers"))

from loopback import Loopback


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A server on 127.0.0.1 without any page."""
    with Loopback() as made:
        yield made
