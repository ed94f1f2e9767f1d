"""Fetches into a store in a process of its own, which ends itself at the nth write: STORE N."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateline.run.fetching import fetch
from dateline.run.working import Working
from dateline.settings import Settings
from dateline.store.open import SqliteStore

left = [int(sys.argv[2])]


def counted(real: Callable[..., Any]) -> Callable[..., Any]:
    def call(*args: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args)

    return call


store = SqliteStore(Path(sys.argv[1]))
store.database.run = counted(store.database.run)  # type: ignore[method-assign]
settings = Settings(allow_hosts=".localhost", pause=0, patience=5)
told = fetch(Working(store, lambda: sys.exit(9), lambda: datetime(2026, 11, 21, 12, tzinfo=UTC), settings), later=True)
print(1 - left[0] if left[0] > 0 else int(sys.argv[2]) - left[0])
