"""Floors of the benchmarks: what the reported halves, which nobody develops on, must not fall below."""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import io
import json
from pathlib import Path
from typing import Any

from evals.bench import BENCHES
from evals.floors import FLOORS
from evals.shared import shared_folder

READERS = Path(__file__).parent / "actors" / "readers.tsv"


def fallen(name: str) -> list[str]:
    """One line for each figure of a benchmark below its floor; one of its own if its texts are not those measured."""
    floors = json.loads(FLOORS.read_text("utf-8"))["benches"][name]
    texts = digest(_texts(name))
    if texts != floors["corpus"]:
        return [f"{name}: the texts are {texts}, floors were measured on {floors['corpus']}; measure anew"]
    told = _told(name)
    found = {path: figure(told, path) for path in floors["least"]}
    return [f"{name}: {path} {found[path]} < {least}" for path, least in floors["least"].items() if found[path] < least]


def figure(told: Any, path: str) -> float:
    """A figure of what a benchmark prints, by keys joined by "/"; of a list, the item whose "set" has that name."""
    for key in path.split("/"):
        told = next(item for item in told if item["set"] == key) if isinstance(told, list) else told[key]
    return float(told)


def digest(files: list[Path]) -> str:
    """A digest over the names and bytes of files."""
    whole = hashlib.sha256()
    for path in files:
        whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:16]


def _texts(name: str) -> list[Path]:
    """What a benchmark measures on, in order."""
    if name == "actors":
        return [*sorted((shared_folder() / "cases").rglob("*.json")), READERS]
    return sorted(p for p in (shared_folder() / "bench" / name).rglob("*") if p.is_file())


def _told(name: str) -> Any:
    """What a benchmark prints with --json."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        importlib.import_module(BENCHES[name]).main(["--json"])
    return json.loads(printed.getvalue())
