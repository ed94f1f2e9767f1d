"""Knowing what can be read loads no model and no parser."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {"trafilatura", "lxml", "py3langid", "numpy", "charset_normalizer", "markdown_it", "spacy", "sqlite3"}
NETWORK = {"socket", "http.client", "urllib.request", "ssl"}


def loaded(module: str) -> set[str]:
    code = f"import sys; import {module}; print(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_reading_files_loads_what_it_needs_when_it_needs_it() -> None:
    modules = loaded("dateline.ingest.files")
    assert "dateline.ingest.archives.warc" in modules
    assert not modules & HEAVY


def test_deciding_knows_no_database_and_no_network() -> None:
    assert not loaded("dateline.ingest.decide") & (HEAVY | NETWORK)
