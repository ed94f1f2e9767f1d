"""Backups, and putting one back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dateline.run.base import job
from dateline.run.working import Working
from dateline.store.backup import backup as copy_store


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Where the copy is, and how many bytes it has."""

    file: Path
    size: int


@job(
    "backup",
    doc="Write a consistent copy of everything to FILE, while others go on working.",
    sample={"file": "copy.sqlite"},
)
def backup(working: Working, file: Path) -> BackedUp:
    """A copy of the store as of one moment; refuses to overwrite (UsageError)."""
    copy_store(working.store, file)
    return BackedUp(file, file.stat().st_size)
