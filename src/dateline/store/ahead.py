"""Has the system read a store into its memory before anybody asks: what a page needs lies scattered over the file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

STEP = 4 << 20  # bytes asked for at once: more of one call is cut off by Linux
SHARE = 2  # the file may take this part of the memory that is free: a half


def read_ahead(path: Path) -> Iterator[int]:
    """Asks for the file from its end, where the latest is, as far as memory is free; gives how many bytes it was,
    step by step, so that the caller can stop. Nothing where the system cannot be asked, or there is no file."""
    if not hasattr(os, "posix_fadvise"):
        return
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            most = min(size, _free() // SHARE)
            for asked in range(0, most, STEP):
                os.posix_fadvise(file.fileno(), max(0, size - asked - STEP), STEP, os.POSIX_FADV_WILLNEED)
                yield min(most, asked + STEP)
    except OSError:
        return


def _free() -> int:
    """Bytes of memory that are free, or taken by files that can be read again; 0 where that is not told."""
    told = Path("/proc/meminfo").read_text("ascii") if Path("/proc/meminfo").exists() else ""
    words = told.partition("MemAvailable:")[2].split()
    return int(words[0]) << 10 if words else 0
