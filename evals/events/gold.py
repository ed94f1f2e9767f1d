"""Records in the form of PLOVER's gold: a sentence, its event type, who acts and to whom."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

READ_AS = {"DEMAND": "request", "INVESTIGATE": "accuse", "DISAPPROVE": "accuse", "FIGHT": "assault"}


@dataclass(frozen=True, slots=True)
class Record:
    """One record; sides are the words of its parties. Who acts together has acted on one another."""

    id: str
    text: str
    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def read(path: Path) -> list[Record]:
    """The records of a file, in order."""
    return [_record(raw) for raw in json.loads(path.read_text("utf-8"))]


def half_of(record: Record) -> str:
    """Which half a record belongs to, by the hash of its text: "developed" on, or only "reported"."""
    return "reported" if int(hashlib.sha256(record.text.encode()).hexdigest(), 16) % 2 else "developed"


def _record(raw: Mapping[str, Any]) -> Record:
    actors, recipients = _sides(raw.get("source")), _sides(raw.get("target"))
    kind = READ_AS.get(raw["event"], raw["event"].lower())
    together = actors if len(actors) > 1 else ()
    return Record(raw["id"], raw["text"].strip(), kind, actors, recipients or together)


def _sides(raw: Any) -> tuple[str, ...]:
    return tuple(s["actorText"] for s in raw if s.get("actorText")) if isinstance(raw, list) else ()
