"""Rendered answers, kept until what they tell of changes.

While others write all the time (a worker that ingests), a page that was true a moment ago is given at once and made
anew behind it, so that a reader never waits for what nobody asked to be exact to the second. One that comes out as it
was is tried again after twice the time: most of what arrives touches few pages. What this server itself changes is seen
at once.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

Key = tuple[str, ...]
LAG = 60.0  # seconds that an answer may lag behind what others write; its page tells when it was made
SLOW = 10  # times what an answer takes to make that it may lag at least, or all would wait for it all the time
LATEST = 30.0  # seconds after which one that is asked for is made anew behind, if others write all the time
LEAST = 2.0
LATE = 10.0  # seconds after which one is made anew though others are waited for
SHARE = 20  # an answer that takes a second to make is made anew every 20 seconds at most
THING = re.compile(rb'(?:data-thing|name="things" value)="([^"]{1,80})"')  # what a page shows that a reader can mark
LISTS = "/shelf"  # the page of what readers marked
ROOM = 64_000_000  # bytes
BEHIND = 1  # answers made anew behind kept ones at a time: who waits for one that is not kept goes first


@dataclass(frozen=True, slots=True)
class Made:
    """An answer as sent: plain and compressed, its tag, type and status."""

    body: bytes
    packed: bytes
    etag: str
    media: str
    status: int = 200


@dataclass(frozen=True, slots=True)
class Version:
    """What an answer depends on: changes made here, the day, changes by others."""

    generation: int
    day: int
    changes: int


@dataclass(slots=True)
class _Entry:
    made: Made
    version: Version
    at: float
    cost: float
    true_at: float  # when it was last known to tell what is so
    things: frozenset[bytes] = frozenset()
    patience: float = LEAST  # seconds after which it is made anew behind, if others write

    @property
    def told(self) -> bytes:
        """What it tells itself: not what the frame around it does, which counts all that is held."""
        body = self.made.body
        start, end = body.find(b"<main"), body.rfind(b"</main>")
        return body[start:end] if 0 <= start < end else body


class Cache:
    """Answers by what was asked; the least recently asked go first when there is no room."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._entries: OrderedDict[Key, _Entry] = OrderedDict()
        self._making: dict[Key, asyncio.Task[Made]] = {}
        self._behind: set[asyncio.Task[Made]] = set()
        self._clock = clock
        self._size = 0
        self._forgotten = 0

    async def get(self, key: Key, version: Version, make: Callable[[], Awaitable[Made]]) -> Made:
        """The answer to a key: kept, or made now (once, however many ask)."""
        entry = self._entries.get(key)
        if entry is None or not self._good_enough(entry, version):
            return await asyncio.shield(self._begin(key, version, make))
        self._entries.move_to_end(key)
        if entry.version != version and self._due(entry):
            task = self._begin(key, version, make)
            self._behind.add(task)
            task.add_done_callback(self._behind.discard)
        return entry.made

    def _due(self, entry: _Entry) -> bool:
        """Whether it is time to make it anew behind: while somebody waits for another one, not before it is LATE."""
        age, awaited = self._clock() - entry.at, len(self._making) > len(self._behind)
        return age > entry.patience and len(self._behind) < BEHIND and (age > LATE or not awaited)

    def _good_enough(self, entry: _Entry, version: Version) -> bool:
        """Whether it may be given: nothing changed, or others changed something a short time ago."""
        if entry.version == version:
            entry.true_at = self._clock()
            return True
        same = (entry.version.generation, entry.version.day) == (version.generation, version.day)
        return same and self._clock() - entry.true_at < max(LAG, SLOW * entry.cost)

    def _begin(self, key: Key, version: Version, make: Callable[[], Awaitable[Made]]) -> asyncio.Task[Made]:
        named = (*key, str(version.generation), str(version.day))
        if named not in self._making:
            task = asyncio.ensure_future(self._make(key, version, make))
            self._making[named] = task
            task.add_done_callback(lambda done: self._ended(named, done))
        return self._making[named]

    def _ended(self, named: Key, task: asyncio.Task[Made]) -> None:
        self._making.pop(named, None)
        if not task.cancelled():
            task.exception()  # whoever waits has it, too; nobody may wait behind a kept answer

    async def _make(self, key: Key, version: Version, make: Callable[[], Awaitable[Made]]) -> Made:
        begun, forgotten = self._clock(), self._forgotten
        made = await make()
        if made.status == 200 and forgotten == self._forgotten:
            now, things = self._clock(), frozenset(THING.findall(made.body))
            entry = _Entry(made, version, now, now - begun, begun, things)
            entry.patience = _patience(entry, self._entries.get(key))
            self._keep(key, entry)
        return made

    def forget(self, things: Iterable[str]) -> None:
        """Drops the answers that show any of these things, and those of a page that lists what readers marked."""
        self._forgotten += 1  # what is being made now may have been read before
        gone = {thing.encode() for thing in things}
        for key, entry in list(self._entries.items()):
            if not gone.isdisjoint(entry.things) or any(part.startswith(LISTS) for part in key):
                self._drop(key)

    def _keep(self, key: Key, entry: _Entry) -> None:
        self._drop(key)
        self._entries[key] = entry
        self._size += len(entry.made.body) + len(entry.made.packed)
        while self._size > ROOM and len(self._entries) > 1:
            self._drop(next(iter(self._entries)))

    def _drop(self, key: Key) -> None:
        if old := self._entries.pop(key, None):
            self._size -= len(old.made.body) + len(old.made.packed)


def _patience(entry: _Entry, before: _Entry | None) -> float:
    """How long an answer stays as it is: by what it cost, and twice as long as before if it came out the same."""
    same = before is not None and before.told == entry.told
    return min(LATEST, max(LEAST, entry.cost * SHARE, 2 * before.patience if before and same else 0.0))
