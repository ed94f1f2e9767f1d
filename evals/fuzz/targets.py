"""What is fed with mutants: every reader of what comes from outside. Each may refuse; none may fall over or hang."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.ingest import discover, entries, items, optouts, robots, tdmrep
from dateline.ingest.base import Given, Told
from dateline.ingest.decoding import decode
from dateline.ingest.extract import page
from dateline.ingest.feeds import opml
from dateline.ingest.feeds.base import Received
from dateline.ingest.feeds.reading import channel
from dateline.ingest.files import documents
from dateline.ingest.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LONGEST = 2.0  # seconds of processor time for one document
URL = "https://news.example/feed"


class Hang(Exception):
    """A document that took too long."""


def feed(data: bytes) -> None:
    """A feed, through to items as a round of fetching makes them."""
    with suppress(InputError):
        found = channel(Received(data, URL, "a feed"))
        for told in found.entries[:50]:
            sound = entries.sound(told)
            entries.key(sound)
            entries.seal(sound)
            _item(entries.unpack(entries.pack(sound)))
        entries.moments(found.entries, NOW)


def a_page(data: bytes) -> None:
    """A page of an article, by itself and for an entry of a feed."""
    decoded = decode(data, markup=True)
    if decoded is None:
        return
    optouts.signals({}, decoded.text)
    discover.in_page(decoded.text, URL)
    told = page(decoded.text, URL).told("a page", URL, data)
    _item(told)
    found = entries.visited(URL, data)
    if found and (made := entries.with_page(replace(told, text=""), found)):
        _item(entries.sound(made))


def lists(data: bytes) -> None:
    """Lists of feeds, robots.txt, reservations."""
    with suppress(InputError):
        list(opml.read(Received(data, URL, "a list")))
    decoded = decode(data)
    if decoded:
        robots.read(decoded.text).allows(URL)
        discover.in_robots(decoded.text)
        tdmrep.reserves(tdmrep.read(decoded.text), URL)


def archive(suffix: str) -> Callable[[bytes], None]:
    """A file of documents, through to items."""

    def read(data: bytes) -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder, f"a{suffix}")
            path.write_bytes(data)
            for told in documents(Opened(path, "a file", 1_000_000)):
                if isinstance(told, Told):
                    _item(told)

    return read


def _item(told: Told) -> None:
    made = items.item(told, Given(), NOW)
    str(made)


TARGETS: dict[str, tuple[Callable[[bytes], None], ...]] = {
    ".xml": (feed, lists),
    ".rss": (feed, lists),
    ".atom": (feed, lists),
    ".html": (a_page, feed),
    ".htm": (a_page, feed),
    ".json": (feed, archive(".json"), lists),
    ".jsonl": (archive(".jsonl"),),
    ".warc": (archive(".warc"),),
}


def trouble(name: str, data: bytes) -> str:
    """What goes wrong with a document of a name, "" if nothing does."""
    for target in TARGETS[Path(name).suffix]:
        began = time.process_time()
        try:
            with limited(LONGEST):
                target(data)
        except Hang:
            return f"{target.__name__} takes over {LONGEST:g} s"
        except Exception as error:
            return f"{target.__name__} falls over: {type(error).__name__}: {error}"[:300]
        if time.process_time() - began > LONGEST:
            return f"{target.__name__} takes {time.process_time() - began:.1f} s"
    return ""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raises Hang inside once so much processor time is spent."""

    def over(number: int, frame: FrameType | None) -> None:
        raise Hang

    before = signal.signal(signal.SIGPROF, over)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
