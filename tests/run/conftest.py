"""A bench for rounds of fetching, on a store in memory."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "servers"))

from fetching_bench import Bench
from loopback import Loopback

from dateline.store.open import open_store


@pytest.fixture
def bench() -> Iterator[Bench]:
    with Loopback() as server:
        yield Bench(server, open_store(None))
