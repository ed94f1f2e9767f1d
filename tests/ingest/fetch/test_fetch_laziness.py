"""Knowing what feeds there are loads no HTTP client."""

from __future__ import annotations

import subprocess
import sys


def test_declaring_jobs_and_listing_feeds_loads_no_http_client() -> None:
    code = "import sys; import dateline.run.jobs, dateline.views.every; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {"aiohttp", "yarl", "multidict", "lxml", "trafilatura", "spacy", "numpy"}
    assert "dateline.ingest.fetch.client" in loaded
    assert "dateline.ingest.fetch.connecting" not in loaded
