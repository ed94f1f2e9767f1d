"""Bytes to text: what a byte order mark, the document itself, or the bytes' own pattern says."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 200_000  # bytes that the detection looks at: more changes no verdict and costs seconds
MOST_GUESSES = 100
DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,8}=\s{0,8}["']?([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
    b"BZh",
    b"\xd0\xcf\x11\xe0",
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and, if its encoding had to be guessed or mended, a note that says so."""

    text: str
    note: str = ""


def encoding_by_mark(start: bytes) -> str:
    """The encoding that a byte order mark at the start names; "" without one."""
    return next((name for mark, name in MARKS if start.startswith(mark)), "")


def is_binary(data: bytes) -> bool:
    """Whether these are the bytes of something other than text: a known signature, zero bytes, or many controls."""
    if data.startswith(SIGNATURES):
        return True
    if encoding_by_mark(data):
        return False
    head = data[:SAMPLE]
    controls = sum(head.count(c) for c in (*range(1, 9), *range(14, 27), *range(28, 32)))
    return 0 in head or controls * 20 > len(head)


class Guesses:
    """The guesses for the lines of one file: it is in one encoding, and each guess takes milliseconds, so that after
    MOST_GUESSES the one that came most often holds for the others."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def name(self, data: bytes) -> str:
        """The name of the encoding that the bytes are taken to be in, "" if none fits."""
        from dateline.ingest.legacy import detect

        if self._seen.total() >= MOST_GUESSES:
            return self._seen.most_common(1)[0][0]
        name = detect(data[:SAMPLE])
        self._seen[name] += 1
        return name


def decode(data: bytes, *, markup: bool = False, guesses: Guesses | None = None) -> Decoded | None:
    """The text of some bytes: by byte order mark, as UTF-8, by what markup declares, else by detection with a note.

    None if no encoding fits. `guesses` are those for the lines before.
    """
    mark = encoding_by_mark(data)
    if mark:
        clean = _try(data, mark)
        return _forced(data, mark) if clean is None else Decoded(clean)
    whole = _try(data, "utf-8")
    if whole is not None:
        return Decoded(whole)
    declared = _declared(data) if markup else ""
    text = _try(data, declared) if declared else None
    if text is not None:
        return Decoded(text)
    return _mostly_utf8(data) or _detected(data, guesses or Guesses())


def _declared(data: bytes) -> str:
    found = DECLARED.search(data[:4096])
    name = found.group(1).decode("ascii") if found else ""
    try:
        known = codecs.lookup(name).name if name else ""
    except LookupError:
        return ""
    # browsers read both as windows-1252, and pages rely on it (WHATWG Encoding)
    return "cp1252" if known in {"iso8859-1", "ascii"} else known


def _try(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return text if isinstance(text, str) else None


def _forced(data: bytes, encoding: str) -> Decoded:
    return Decoded(data.decode(encoding, errors="replace"), f"not clean {encoding}: broken characters were replaced")


def _mostly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes is UTF-8 that something damaged, not another encoding."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(1 for c in text[:SAMPLE] if c > "\x7f" and c != "\ufffd")
    if sound > 10 * broken:
        return Decoded(text, f"{broken} broken characters of UTF-8 were replaced by U+FFFD")
    return None


def _detected(data: bytes, guesses: Guesses) -> Decoded | None:
    name = guesses.name(data)
    text = _try(data, name) if name else None
    return Decoded(text, f"not UTF-8: read as {name}, as its bytes suggest") if text is not None else None
