"""JSON files: one document, a list of them, or an object that holds the list (feeds, answers of services)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.errors import InputError
from dateline.ingest import fields
from dateline.ingest.base import Refusal, Told
from dateline.ingest.formats.plain import readable
from dateline.ingest.opened import Opened

LISTS = ("articles", "items", "documents", "docs", "results", "data", "entries", "hits", "news", "stories")
MEDIA_TYPE = "application/json"


def documents(file: Opened) -> Iterator[Told | Refusal]:
    """The documents of a .json file, in order. Raises InputError if it is no JSON or holds no object."""
    content = file.content()
    text, note = readable(content, file)
    read = loads(text, file.where)
    if isinstance(read, dict) and (inner := _inner(read)) is not None:
        read = inner
    if isinstance(read, dict):
        yield _document(read, file.where, file.address, content, note)
    elif isinstance(read, list) and read:
        yield from _each(read, file, note)
    else:
        raise InputError("holds no JSON object", what=file.where, do="write an object {...} or a list of them")


def _each(read: list[Any], file: Opened, note: str) -> Iterator[Told | Refusal]:
    for number, one in enumerate(read, 1):
        where = f"{file.where}, item {number}"
        if isinstance(one, dict):
            content = json.dumps(one, ensure_ascii=True, separators=(",", ":")).encode()
            yield _document(one, where, f"{file.address}#item={number}", content, note)
        else:
            yield Refusal(where, "is no JSON object", "write an object {...}")


def _document(read: Mapping[str, Any], where: str, address: str, content: bytes, note: str) -> Told | Refusal:
    try:
        made = fields.told(read, where=where, address=address, content=content, media_type=MEDIA_TYPE)
    except InputError as error:
        return refusal(error)
    return made.noted(note)


def _inner(read: Mapping[str, Any]) -> list[Any] | None:
    """The list of documents that an object without a text of its own holds."""
    names = fields.ALIASES["text"] + fields.ALIASES["markup"]
    if any(isinstance(read.get(n), str) for n in names):
        return None
    return next((read[n] for n in LISTS if isinstance(read.get(n), list) and read[n]), None)


def loads(text: str, where: str) -> Any:
    """The value of a JSON text. Raises InputError that names the place of the fault."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise InputError(f"is no valid JSON: {error.msg} at {place}", what=where, do="mend it there") from error
    except (ValueError, RecursionError) as error:
        raise InputError("is JSON nested or numbered beyond reason", what=where, do="simplify it") from error


def refusal(error: InputError) -> Refusal:
    """An error as a refusal, so that the other documents go on."""
    return Refusal(error.what, error.message, error.do)
