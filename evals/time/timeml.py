"""Reads TimeML: the plain text of a file, its creation day, and its gold time expressions."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

TAG = re.compile(r"<(/?)([A-Za-z0-9]+)((?:\s[^<>]*)?)>")
ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')
TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.S)
CREATION = re.compile(r"<DCT>.*?value=\"(\d{4}-\d{2}-\d{2})", re.S)


@dataclass(frozen=True, slots=True)
class Timex:
    """text[start:end] with its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its creation day (None if not told) and its expressions in order."""

    name: str
    text: str
    created: date | None
    timexes: tuple[Timex, ...]


def read_timeml(path: Path) -> Annotated:
    """One TimeML file; ValueError naming the file if it has no TEXT."""
    raw = path.read_text("utf-8")
    body = TEXT.search(raw)
    if body is None:
        raise ValueError(f"{path}: no <TEXT> element; give a folder of TimeML files")
    created = CREATION.search(raw)
    text, timexes = strip_tags(body[1])
    return Annotated(path.name, text, date.fromisoformat(created[1]) if created else None, timexes)


def strip_tags(body: str) -> tuple[str, tuple[Timex, ...]]:
    """The text without inline tags, and its expressions by offsets in that text; empty ones are left out."""
    pieces: list[str] = []
    open_tags: list[tuple[int, dict[str, str]]] = []
    found: list[Timex] = []
    length = 0
    for plain, closing, name, attributes in _pieces(body):
        pieces.append(plain)
        length += len(plain)
        if name == "TIMEX3" and not closing:
            open_tags.append((length, dict(ATTRIBUTE.findall(attributes))))
        elif name == "TIMEX3" and open_tags:
            start, told = open_tags.pop()
            found.append(Timex(start, length, told.get("type", ""), told.get("value", "")))
    text = "".join(pieces)
    kept = [t for t in found if text[t.start : t.end].strip()]
    return text, tuple(sorted(kept, key=lambda t: (t.start, t.end)))


def _pieces(body: str) -> Iterator[tuple[str, bool, str, str]]:
    """Text before each tag, with what the tag is; the text after the last tag comes with an empty name."""
    at = 0
    for m in TAG.finditer(body):
        yield html.unescape(body[at : m.start()]), bool(m[1]), m[2], m[3]
        at = m.end()
    yield html.unescape(body[at:]), False, "", ""
