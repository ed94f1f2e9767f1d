"""Where the gold cases and benchmarks are: beside the project's root, or where DATELINE_SHARED points."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]


def shared_folder() -> Path:
    """The folder with cases/ and bench/; exits with status 3 and what to do if it is missing."""
    folder = Path(os.environ.get("DATELINE_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        sys.exit(f"evals: no shared data at {folder}; set DATELINE_SHARED to the folder that holds cases/ and bench/")
    return folder


def load_module(path: Path) -> ModuleType:
    """A Python file of the shared data as a module: its scorers define the figures."""
    spec = importlib.util.spec_from_file_location(f"shared_{path.stem}", path)
    if spec is None or spec.loader is None:
        sys.exit(f"evals: cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
