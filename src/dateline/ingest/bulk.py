"""Large archives and folders to items, with the place of each: a reading that was broken off can go on there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dateline.ingest import items
from dateline.ingest.base import LIMIT, Given, Item, Refusal
from dateline.ingest.files import documents, files, item
from dateline.ingest.opened import Opened
from dateline.ingest.repeats import Repeats
from dateline.ingest.roster import roster
from dateline.model.ids import digest


@dataclass(frozen=True, slots=True)
class Step:
    """One document of a bulk: what it makes, the file and the number in it at which it stands, and how many bytes of
    the whole are passed with it."""

    made: Item | Refusal
    file: str
    number: int
    size: int


@dataclass(frozen=True, slots=True)
class Bulk:
    """What is to be read: its files in order with their sizes, what is none, and a seal that changes when they do."""

    path: Path
    files: tuple[tuple[Path, int], ...]
    refused: tuple[Refusal, ...]
    seal: str

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(size for _, size in self.files)


def bulk(path: Path) -> Bulk:
    """What stands at a path: a file, or a folder with all below it."""
    found: list[tuple[Path, int]] = []
    refused: list[Refusal] = []
    told: list[str] = []
    for one in files([path]):
        if isinstance(one, Refusal):
            refused.append(one)
            continue
        lies = one.stat()
        found.append((one, lies.st_size))
        told.append(f"{one} {lies.st_size} {lies.st_mtime_ns}")
    return Bulk(path, tuple(found), tuple(refused), digest("\n".join(told)))


def steps(
    whole: Bulk, given: Given, now: datetime, after: tuple[str, int] = ("", 0), largest: int = LIMIT
) -> Iterator[Step]:
    """The documents in order, lazily; `after` is the file and number at which an earlier reading stood. If that file is
    no longer among them, all are read. Raises UsageError at once if `given` cannot be meant."""
    items.check(given, now)
    return _steps(whole, given, now, after, largest)


def _steps(whole: Bulk, given: Given, now: datetime, after: tuple[str, int], largest: int) -> Iterator[Step]:
    known, refused = roster([whole.path])
    if not after[0]:
        yield from (Step(r, "", 0, 0) for r in (*refused, *whole.refused))
    repeats, before = Repeats(), 0
    for path, size, skip in _left(whole.files, after):
        if skip is None:
            before += size
            continue
        file = Opened(path, str(path), largest, skip)
        for told in documents(file):
            made = told if isinstance(told, Refusal) else item(told, str(path), repeats, given, now, known)
            yield Step(made, str(path), file.passed.number, before + file.passed.size)
        before += size


def _left(listed: Iterable[tuple[Path, int]], after: tuple[str, int]) -> Iterator[tuple[Path, int, int | None]]:
    """Each file with how many of its documents are to be skipped; None for all."""
    named = list(listed)
    start = next((n for n, (path, _) in enumerate(named) if str(path) == after[0]), -1)
    for number, (path, size) in enumerate(named):
        yield path, size, None if number < start else after[1] if number == start else 0
