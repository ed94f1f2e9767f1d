"""A file with its limits: read whole or line by line, plain or gzip, never more than allowed into memory."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, cast

from dateline.errors import InputError
from dateline.ingest.base import LIMIT
from dateline.ingest.decoding import encoding_by_mark

MEGABYTE = 1_000_000


@dataclass(slots=True)
class Passed:
    """How far the reading of a file has come: `number` of its documents (records, lines), and `size`, its bytes as they
    lie on the disk."""

    number: int = 0
    tell: Callable[[], int] = int

    @property
    def size(self) -> int:
        """How many bytes of the file were read."""
        return self.tell()


@dataclass(frozen=True, slots=True)
class Opened:
    """A file to be read: where it is, how it is called in messages, how many bytes one document may have, how many of
    its first documents are to be skipped, and how far the reading has come."""

    path: Path
    where: str
    limit: int = LIMIT
    skip: int = 0
    passed: Passed = field(default_factory=Passed, compare=False)

    @property
    def address(self) -> str:
        """The file's own address (a file: URI)."""
        return self.path.absolute().as_uri()

    @property
    def is_gzip(self) -> bool:
        """Whether the name says that it is compressed."""
        return self.path.suffix.lower() == ".gz"

    @contextmanager
    def stream(self) -> Iterator[IO[bytes]]:
        """The bytes, unpacked. Raises InputError if they cannot be read or unpacked."""
        try:
            with self.path.open("rb") as plain:
                self.passed.tell = plain.tell
                yield cast("IO[bytes]", gzip.GzipFile(fileobj=plain)) if self.is_gzip else plain
        except (gzip.BadGzipFile, zlib.error, EOFError) as error:
            raise InputError(
                f"is damaged or no gzip file: {error}", what=self.where, do="get a whole copy of it"
            ) from error
        except PermissionError as error:
            raise InputError("may not be read", what=self.where, do="grant the right to read it") from error
        except OSError as error:
            raise InputError(
                f"cannot be read: {error.strerror or error}", what=self.where, do="check the path and the disk"
            ) from error
        finally:
            whole = self.path.stat().st_size if self.path.exists() else 0
            self.passed.tell = lambda: whole

    def content(self) -> bytes:
        """All bytes. Raises InputError for an empty file, one over the limit, or one that cannot be read."""
        with self.stream() as stream:
            data = stream.read(self.limit + 1)
        if len(data) > self.limit:
            raise self.too_large(self.where)
        if not data.strip():
            raise InputError("is empty", what=self.where, do="leave it out, or check how it was written")
        return data

    def too_large(self, where: str) -> InputError:
        """The error that says so of one document."""
        allowed = f"{self.limit / MEGABYTE:g} MB" if self.limit >= MEGABYTE else f"{self.limit} bytes"
        return InputError(
            f"is larger than {allowed}, the limit for one document",
            what=where,
            do="split it into its articles, or raise the limit in the settings",
        )

    def lines(self) -> Iterator[tuple[int, bytes | None]]:
        """The lines with their numbers from 1, those to be skipped left out; None for one over the limit. A UTF-16 or
        UTF-32 file comes as UTF-8."""
        with self.stream() as stream:
            for number, line in self._bounded(_as_utf8(stream)):
                self.passed.number = number
                if number > self.skip:
                    yield number, line

    def _bounded(self, stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
        number = 0
        while part := stream.readline(self.limit + 2):
            number += 1
            whole = len(part) <= self.limit + 1
            while not part.endswith(b"\n") and len(part) > self.limit + 1:
                part = stream.readline(self.limit + 2)
            yield number, part if whole else None


class _Recoded(io.RawIOBase):
    """Lines of a text stream as UTF-8 bytes."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self.text = text

    def readline(self, size: int | None = -1, /) -> bytes:
        return self.text.readline(-1 if size is None else size).encode("utf-8", errors="replace")


def _as_utf8(stream: IO[bytes]) -> IO[bytes]:
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    encoding = encoding_by_mark(buffered.peek(4)[:4])
    if not encoding or encoding == "utf-8-sig":
        return buffered
    return _Recoded(io.TextIOWrapper(buffered, encoding=encoding, errors="replace", newline="\n"))  # type: ignore[return-value]
