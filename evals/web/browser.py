"""The browser that pages are looked at with, by tests, pictures and benchmarks alike."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # it asks nobody for anything


def chromium() -> str | None:
    """The browser that DATELINE_CHROMIUM names, or that of this machine; None without any."""
    return os.environ.get("DATELINE_CHROMIUM") or next((p for n in NAMES if (p := shutil.which(n))), None)
