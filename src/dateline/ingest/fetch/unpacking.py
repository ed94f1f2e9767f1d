"""Unpacks answers as they come in, never to more than is allowed."""

from __future__ import annotations

import zlib

GZIP, ZLIB, RAW = 31, 15, -15
MAGIC = b"\x1f\x8b"


class TooLarge(Exception):
    """More came, or came out, than is allowed."""


class Unreadable(Exception):
    """What came is packed in a way that is not read, or damaged; the message says which."""


class Unpacker:
    """Takes the pieces of a body in one content coding and gives the whole at the end."""

    def __init__(self, coding: str, limit: int) -> None:
        """Raises Unreadable for a coding other than gzip, deflate or none."""
        self._coding = coding.strip().lower()
        if self._coding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise Unreadable(f"is packed in a way that is not read ({self._coding[:20]})")
        self._limit = limit
        self._parts: list[bytes] = []
        self._size = 0
        self._stream: zlib._Decompress | None = None
        self._begun = False

    def take(self, piece: bytes) -> None:
        """Takes one piece. Raises TooLarge or Unreadable."""
        if not self._begun and piece:
            self._begun = True
            self._stream = self._opened(piece)
        while piece and self._stream is not None:
            self._keep(self._unpacked(piece))
            piece = self._rest()
        if piece:
            self._keep(piece)

    def whole(self) -> bytes:
        """All that came out; a file that is itself gzip (sitemap.xml.gz) is unpacked too."""
        content = b"".join(self._parts)
        if content.startswith(MAGIC) and self._coding in {"", "identity"}:
            inner = Unpacker("gzip", self._limit)
            inner.take(content)
            return inner.whole()
        return content

    @property
    def is_cut(self) -> bool:
        """Whether the packed stream ended before its end."""
        return self._stream is not None and not self._stream.eof

    def _opened(self, piece: bytes) -> zlib._Decompress | None:
        if self._coding in {"gzip", "x-gzip"}:
            # servers that name a coding and do not use it exist; what comes is then plain
            return zlib.decompressobj(GZIP) if piece.startswith(MAGIC[: len(piece)]) else None
        if self._coding == "deflate":
            is_zlib = piece[0] & 0x0F == 8 and (len(piece) < 2 or int.from_bytes(piece[:2], "big") % 31 == 0)
            return zlib.decompressobj(ZLIB if is_zlib else RAW)
        return None

    def _unpacked(self, piece: bytes) -> bytes:
        assert self._stream is not None
        try:
            return self._stream.decompress(piece, self._limit - self._size + 1)
        except zlib.error as error:
            raise Unreadable("is packed, and damaged") from error

    def _rest(self) -> bytes:
        """What is still to be unpacked: the next member of a gzip file; what else stands behind it is left."""
        assert self._stream is not None
        if not self._stream.eof:
            return self._stream.unconsumed_tail
        behind = self._stream.unused_data
        if not behind.startswith(MAGIC):
            return b""
        self._stream = zlib.decompressobj(GZIP)
        return behind

    def _keep(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._limit:
            raise TooLarge
        self._parts.append(part)
