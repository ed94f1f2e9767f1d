"""What a reader has seen, and what they keep at hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kept(StrEnum):
    """How a thing stands with a reader."""

    READ = "read"
    STARRED = "starred"
    VISITED = "visited"


@dataclass(frozen=True, slots=True)
class ReaderMark:
    """That somebody has read or starred a story or an article, or visited a dossier (by its id).

    It says nothing of the world, so it is replaced and dropped, not undone.
    """

    by: str
    thing: str
    kept: Kept
    at: datetime
