"""WARC 1.0 and 1.1 (ISO 28500), plain or gzip by record: the pages in it as documents, one in memory at a time."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO

from dateline.errors import InputError
from dateline.ingest.base import Refusal, Told
from dateline.ingest.decoding import decode
from dateline.ingest.extract import page
from dateline.ingest.opened import Opened

STARTS = re.compile(rb"WARC/\d\.\d\r?\n")
LONGEST_HEAD = 65_536  # bytes of one record's headers
PAGES = ("text/html", "application/xhtml+xml")
CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its headers (names in small letters) and its block; None for a block over the limit."""

    head: Mapping[str, str]
    block: bytes | None


def documents(file: Opened) -> Iterator[Told | Refusal]:
    """The pages of a .warc or .warc.gz file: responses and resources of HTML; what else stands in it is passed over.

    Raises InputError for a file that is no WARC, or breaks off: what came before stays.
    """
    with file.stream() as stream:
        for number, record in enumerate(_records(stream, file), 1):
            file.passed.number = number
            if number > file.skip and record.head.get("warc-type", "").lower() in {"response", "resource"}:
                yield from _document(record, f"{file.where}, record {number}", file)


def _records(stream: IO[bytes], file: Opened) -> Iterator[Record]:
    first = True
    while line := _next_line(stream):
        if not STARTS.fullmatch(line):
            fault = "is no WARC file" if first else "breaks off: a record does not start where the last one ends"
            raise InputError(fault, what=file.where, do="get a whole copy of it")
        first = False
        head = _headers(stream, file)
        yield Record(head, _block(stream, head, file))


def _next_line(stream: IO[bytes]) -> bytes:
    """The next line that is not blank, b"" at the end."""
    for _ in range(1000):
        line = stream.readline(LONGEST_HEAD)
        if not line or line.strip():
            return line
    return line


def _headers(stream: IO[bytes], file: Opened) -> dict[str, str]:
    read: list[bytes] = []
    length = 0
    while (line := stream.readline(LONGEST_HEAD)).strip():
        read.append(line)
        length += len(line)
        if length > LONGEST_HEAD:
            raise InputError("has a record with endless headers", what=file.where, do="get a whole copy of it")
    return _parsed(read)


def _parsed(lines: list[bytes]) -> dict[str, str]:
    """Headers by name in small letters; a line that starts with a space goes on with the one before."""
    found: dict[str, str] = {}
    name = ""
    for raw in lines:
        line = raw.decode("utf-8", errors="replace")
        if line[:1] in " \t" and name:
            found[name] += " " + line.strip()
            continue
        name, _, value = line.partition(":")
        name = name.strip().lower()
        found[name] = value.strip()
    return found


def _block(stream: IO[bytes], head: Mapping[str, str], file: Opened) -> bytes | None:
    told = head.get("content-length", "")
    if not told.isdigit():
        raise InputError("has a record without a length", what=file.where, do="get a whole copy of it")
    length = int(told)
    block = stream.read(length) if length <= file.limit else None
    left = length if block is None else 0
    while left > 0 and (part := stream.read(min(left, 1_000_000))):
        left -= len(part)
    if left or (block is not None and len(block) < length):
        raise InputError("breaks off in the middle of a record", what=file.where, do="get a whole copy of it")
    return block


def _document(record: Record, where: str, file: Opened) -> Iterator[Told | Refusal]:
    url = record.head.get("warc-target-uri", "").strip("<>")
    place = f"{where} ({url[:200]})"
    try:
        content, media_type, fault = _content(record, place, file)
    except InputError as error:
        yield Refusal(error.what, error.message, error.do)
        return
    if not media_type.startswith(PAGES):
        return
    if fault:
        yield Refusal(place, fault, "nothing: it is no article")
        return
    decoded = decode(content, markup=True)
    found = page(decoded.text, url) if decoded else None
    if found is None or not found.text.strip():
        yield Refusal(place, "is a page without the text of an article", "nothing, if it is a list of articles")
        return
    made = found.told(place, f"{file.address}#{where.rpartition(' ')[2]}", content, ())
    yield made.fetched(_moment(record.head.get("warc-date", "")))


def _content(record: Record, place: str, file: Opened) -> tuple[bytes, str, str]:
    """The bytes of the page, its type, and why it is none of a good answer ("" if it is)."""
    if record.block is None:
        raise file.too_large(place)
    if record.head.get("warc-type", "").lower() == "resource":
        return record.block, record.head.get("content-type", "").lower(), ""
    top, _, rest = record.block.replace(b"\r\n\r\n", b"\n\n", 1).partition(b"\n\n")
    status, *lines = top.splitlines() or [b""]
    head = _parsed(lines)
    body = _unchunked(rest, file.limit) if "chunked" in head.get("transfer-encoding", "").lower() else rest
    code = status.split(b" ")[1:2]
    fault = (
        "" if code == [b"200"] else f"was answered with status {b''.join(code).decode('ascii', 'replace') or 'none'}"
    )
    return (
        _unpacked(body, head.get("content-encoding", "").lower(), place, file),
        head.get("content-type", "").lower(),
        fault,
    )


def _unchunked(data: bytes, limit: int) -> bytes:
    """The bytes of a chunked answer; archives that already joined them keep the header, so those come back as is."""
    parts: list[bytes] = []
    at = 0
    while found := CHUNK.match(data, at):
        length = int(found.group(1), 16)
        if length == 0:
            return b"".join(parts)
        if length > limit or found.end() + length > len(data):
            break
        parts.append(data[found.end() : found.end() + length])
        at = found.end() + length
        at += 2 if data[at : at + 2] == b"\r\n" else 1
    return b"".join(parts) if parts else data


def _unpacked(data: bytes, encoding: str, place: str, file: Opened) -> bytes:
    if encoding in {"", "identity", "none"} or not data:
        return data
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise InputError(f"is packed in a way that is not read ({encoding})", what=place, do="save it unpacked")
    if "gzip" in encoding and not data.startswith(b"\x1f\x8b"):
        return data
    windows = (31,) if "gzip" in encoding else (15, -15)
    for window in windows:
        try:
            unpacked = zlib.decompressobj(window).decompress(data, file.limit + 1)
        except zlib.error:
            continue
        if len(unpacked) > file.limit:
            raise file.too_large(place)
        return unpacked
    raise InputError("is packed, and damaged", what=place, do="get a whole copy of it")


def _moment(written: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(written)
    except ValueError:
        return None
    return when.astimezone(UTC) if when.tzinfo else None
