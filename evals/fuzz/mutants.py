"""Mutated documents: sound ones of every form with pieces cut, doubled, swapped, nested, or replaced by trouble."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

LARGEST = 400_000  # bytes of a mutant
TROUBLE = (
    b"<", b">", b"&", b'"', b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"&#0;",
    b"&#xD800;", b"&#1114112;", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
    b"\\ud800", b"</", b"<p", b"<div><span>", b"</article>", b"<script type='application/ld+json'>{", b"</script>",
    b"<base href='//['>", b"http://[::1", b"http://\xe2\x80\xae", b"javascript:", b"-0001-01-01T00:00:00Z",
    b"9999-12-31T23:59:59+14:00", b"Thu, 32 Dec 2026 25:61:61 +9999", b"1e400", b"-1", b"NaN",
    b"18446744073709551616", b"null", b"[[", b"{}", b"xmlns=''", b"<?xml version='1.0' encoding='utf-16'?>",
    b"encoding='idna'", b"charset=x-user-defined", b"\r\n\r\n", b"Content-Length: -5", b"\xe0\xb9\x81\xe0\xb8\xa5",
    b"\xcc\x81" * 40, b" " * 500, b"a" * 3000, b"\n" * 500,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One change: which kind, where (a share of the length, in 65,536ths), how much, and with what."""

    kind: int
    place: int
    size: int
    token: int


def _cut(data: bytes, at: int, end: int, change: Change) -> bytes:
    return data[:at] + data[end:]


def _double(data: bytes, at: int, end: int, change: Change) -> bytes:
    return data[:end] + data[at:end] * (1 + change.token % 8) + data[end:]


def _insert(data: bytes, at: int, end: int, change: Change) -> bytes:
    return data[:at] + TROUBLE[change.token % len(TROUBLE)] + data[at:]


def _replace(data: bytes, at: int, end: int, change: Change) -> bytes:
    return data[:at] + TROUBLE[change.token % len(TROUBLE)] + data[end:]


def _flip(data: bytes, at: int, end: int, change: Change) -> bytes:
    return data[:at] + bytes([data[at] ^ (1 + change.token % 255)]) + data[at + 1 :] if at < len(data) else data


def _swap(data: bytes, at: int, end: int, change: Change) -> bytes:
    return data[:at] + data[end : 2 * end - at] + data[at:end] + data[2 * end - at :]


def _repeat(data: bytes, at: int, end: int, change: Change) -> bytes:
    piece = data[at : at + 1 + change.size % 60] or TROUBLE[change.token % len(TROUBLE)]
    return data[:at] + piece * (50 + change.token * 20) + data[at:]


def _nest(data: bytes, at: int, end: int, change: Change) -> bytes:
    """Opens the tag, or bracket, that stands next again and again."""
    start = next((n for n in range(at, min(end + 200, len(data))) if data[n : n + 1] in b"<[{" and data[n : n + 1]), at)
    stop = data.find(b">", start, start + 200) + 1 if data[start : start + 1] == b"<" else start + 1
    piece = data[start : max(stop, start + 1)] or b"<div>"
    return data[:start] + piece * (100 + change.token * 40) + data[start:]


KINDS: tuple[Callable[[bytes, int, int, Change], bytes], ...] = (
    _cut, _double, _insert, _replace, _flip, _swap, _repeat, _nest,
)  # fmt: skip


def mutant(seed: bytes, changes: Sequence[Change]) -> bytes:
    """A document after changes, one after the other; at most LARGEST bytes."""
    data = seed
    for change in changes:
        at = change.place * len(data) // 65_536
        end = min(len(data), at + 1 + change.size)
        data = KINDS[change.kind % len(KINDS)](data, at, end, change)[:LARGEST]
    return data


def seeds(folder: Path) -> dict[str, bytes]:
    """Sound documents by name: the inputs of the cases of ingest."""
    files = sorted(f for f in folder.rglob("*") if f.is_file() and f.suffix in ADAPTED)
    return {str(f.relative_to(folder)): f.read_bytes() for f in files if f.stat().st_size < LARGEST}


ADAPTED = frozenset({".xml", ".rss", ".atom", ".html", ".htm", ".json", ".jsonl", ".warc"})
