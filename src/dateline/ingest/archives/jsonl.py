"""JSON Lines: one document a line; a line that cannot be read is refused, and the others go on."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.errors import InputError
from dateline.ingest import fields
from dateline.ingest.archives.objects import loads, refusal
from dateline.ingest.base import Refusal, Told
from dateline.ingest.decoding import Guesses, decode
from dateline.ingest.opened import Opened

MEDIA_TYPE = "application/json"


def documents(file: Opened) -> Iterator[Told | Refusal]:
    """The documents of a .jsonl file, one line in memory at a time. Raises InputError for a file without any line."""
    empty, guesses = not file.skip, Guesses()
    for number, line in file.lines():
        where = f"{file.where}, line {number}"
        if line is None:
            empty = False
            yield refusal(file.too_large(where))
        elif line.strip():
            empty = False
            yield _document(line.strip(), where, f"{file.address}#line={number}", guesses)
    if empty:
        raise InputError("is empty", what=file.where, do="leave it out, or check how it was written")


def _document(line: bytes, where: str, address: str, guesses: Guesses) -> Told | Refusal:
    try:
        decoded = decode(line, guesses=guesses)
        read = loads(decoded.text if decoded else "", where)
        if not isinstance(read, dict):
            raise InputError("is no JSON object", what=where, do="write one object {...} a line")
        made = fields.told(read, where=where, address=address, content=line, media_type=MEDIA_TYPE)
    except InputError as error:
        return refusal(error)
    return made.noted(decoded.note if decoded else "")
