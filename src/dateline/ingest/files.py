"""Files and folders to items: walks them in order, one adapter per format, one document at a time."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from dateline.errors import InputError
from dateline.ingest import items
from dateline.ingest.archives import jsonl, objects, warc
from dateline.ingest.base import LIMIT, Given, Item, Refusal, Told
from dateline.ingest.formats import feed, markdown, page, plain
from dateline.ingest.opened import Opened
from dateline.ingest.repeats import Repeats
from dateline.ingest.roster import NAME, roster
from dateline.model.outlet import Outlet

Adapter = Callable[[Opened], Iterable[Told | Refusal]]

# a new format of files is one more line here, and its cases
ADAPTERS: dict[str, Adapter] = {
    ".txt": plain.documents,
    ".text": plain.documents,
    ".md": markdown.documents,
    ".markdown": markdown.documents,
    ".html": page.documents,
    ".htm": page.documents,
    ".xhtml": page.documents,
    ".json": objects.documents,
    ".jsonl": jsonl.documents,
    ".ndjson": jsonl.documents,
    ".xml": feed.documents,
    ".rss": feed.documents,
    ".atom": feed.documents,
    ".warc": warc.documents,
}

COUNTING = frozenset({".jsonl", ".ndjson", ".warc"})  # their adapters skip and count lines and records themselves


def read(paths: Sequence[Path], given: Given, now: datetime, largest: int = LIMIT) -> Iterator[Item | Refusal]:
    """The articles of files and folders (with all below them), lazily and in order of name; what cannot be taken comes
    as a Refusal in its place, and the rest goes on.

    An outlets.toml in or right above a path tells more of the outlets. `largest` is in bytes, for one document.
    Raises UsageError at once if `given` cannot be meant.
    """
    items.check(given, now)
    return _read(paths, given, now, largest)


def _read(paths: Sequence[Path], given: Given, now: datetime, largest: int) -> Iterator[Item | Refusal]:
    known, refused = roster(paths)
    yield from refused
    repeats, at_address = Repeats(), 0
    for found in files(paths):
        if isinstance(found, Refusal):
            yield found
            continue
        for told in documents(Opened(found, str(found), largest)):
            made = told if isinstance(told, Refusal) else item(told, str(found), repeats, given, now, known)
            at_address += isinstance(made, Item)
            if given.url and at_address > 1:
                yield Refusal(str(found), "holds another document, but --url names one", "add it by itself")
                return
            yield made


def item(
    told: Told, file: str, repeats: Repeats, given: Given, now: datetime, known: Mapping[str, Outlet]
) -> Item | Refusal:
    """The item that a document of a file makes, in the light of those that came before it."""
    refused = repeats.clash(file, told)
    made = refused or items.item(told, given, now, known)
    return made if isinstance(made, Refusal) else repeats.seen(made, told.where)


def documents(file: Opened) -> Iterator[Told | Refusal]:
    """The documents of one file but those to be skipped; a fault of the file ends it with a refusal."""
    suffix = _suffix(file.path)
    try:
        for number, told in enumerate(ADAPTERS[suffix](file), 1):
            if suffix in COUNTING:
                yield told
            elif number > file.skip:
                file.passed.number = number
                yield told
    except InputError as error:
        yield Refusal(error.what, error.message, error.do)


def _suffix(path: Path) -> str:
    """The suffix that tells the format, in lower case, also of a compressed file (news.jsonl.gz)."""
    plain_name = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return plain_name.suffix.lower()


def files(paths: Iterable[Path]) -> Iterator[Path | Refusal]:
    """The files to read, each once, and a refusal for what is none."""
    done: set[Path] = set()
    for path in paths:
        for found in _folder(path) if path.is_dir() else [_file(path)]:
            if isinstance(found, Refusal):
                yield found
            elif (whole := found.resolve()) not in done:
                done.add(whole)
                yield found


def _file(path: Path) -> Path | Refusal:
    """The path itself if it is a file of a known format."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return Refusal(str(path), "does not exist", "check the path")
    except (OSError, ValueError) as error:
        return Refusal(str(path), f"cannot be read: {error}", "check the path and the right to read it")
    if not stat.S_ISREG(mode):
        return Refusal(str(path), "is neither a file nor a folder", "give a file or a folder")
    if _suffix(path) not in ADAPTERS:
        return Refusal(str(path), f"is of a kind that is not read ('{path.suffix}')", f"use {_known()}")
    return path


def _known() -> str:
    return ", ".join(s for s in ADAPTERS if s not in {".text", ".markdown", ".htm", ".xhtml", ".ndjson"})


def _folder(top: Path) -> Iterator[Path | Refusal]:
    """The files of known formats below a folder, in order of name; hidden ones are passed over, links to folders not
    followed, and what is of other kinds is counted in one refusal at the end."""
    faults: list[OSError] = []
    others: Counter[str] = Counter()
    any_file = False
    for folder, below, names in os.walk(top, onerror=faults.append):
        below[:] = sorted(b for b in below if not b.startswith("."))
        for name in sorted(n for n in names if not n.startswith(".") and n != NAME):
            path = Path(folder, name)
            if _suffix(path) in ADAPTERS:
                any_file = True
                yield _file(path)
            else:
                others[path.suffix.lower() or "no suffix"] += 1
        yield from (_unreadable(f) for f in faults)
        faults.clear()
    yield from (_unreadable(f) for f in faults)
    if others:
        kinds = ", ".join(f"{n} of {k}" for k, n in sorted(others.items())[:8])
        yield Refusal(str(top), f"holds files of kinds that are not read: {kinds}", f"use {_known()}")
    elif not any_file and not faults:
        yield Refusal(str(top), "is a folder without any document", f"put {_known()} into it")


def _unreadable(fault: OSError) -> Refusal:
    return Refusal(str(fault.filename), f"cannot be read: {fault.strerror}", "grant the right to read it")
