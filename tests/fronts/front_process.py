"""What a process of the program said."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Said:
    """Exit status, standard output and standard error."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


Dateline = Callable[..., Said]


def surroundings(kept: Path, home: Path) -> dict[str, str]:
    """The environment of a run: ours without settings of the person who tests."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("DATELINE_")}
    return env | {"DATELINE_STORE": str(kept), "HOME": str(home), "PYTHONUTF8": "1", "COLUMNS": "80"}
