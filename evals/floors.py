"""Quality floors: figures that must not fall, pinned with the hash of the corpus that they were measured on."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")


def corpus_hash(folder: Path) -> str:
    """A digest over the names and bytes of all JSON files below a folder."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*.json")):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:16]


def broken(name: str, corpus: str, figures: dict[str, float]) -> list[str]:
    """One line for each figure below its floor; a line of its own if the corpus is not the one measured."""
    floors: dict[str, Any] = json.loads(FLOORS.read_text("utf-8"))[name]
    if floors["corpus"] != corpus:
        return [f"{name}: the corpus is {corpus}, floors were measured on {floors['corpus']}; measure anew"]
    return [
        f"{name}: {figure} {figures[figure]:.3f} < {least:.3f}"
        for figure, least in floors["least"].items()
        if figures[figure] < least
    ]
