"""What is held, by which producers it was made, and what waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.ingest.reader import PAGE, READER
from dateline.model.bulk import Room
from dateline.views.base import Answer, Reading, view

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Made:
    """How many revisions stand on marks of these producers ("name/version"); `current` if they are today's."""

    producers: tuple[str, ...]
    revisions: int
    current: bool


@dataclass(frozen=True, slots=True)
class StoreStatus(Answer):
    """How many of each kind are held; which producers the marks are by; how many revisions wait for marks (`pending`)
    or have marks of older producers (`stale`), and how many claims wait for linking (`unlinked`). `room` tells how
    many bytes the store takes, `allowed` how many it may (0: no limit): over that, captured bytes go, oldest first, and
    texts and claims stay. `older_reader` counts captured pages that an older version of the program read."""

    held: Mapping[str, int]
    producers: tuple[str, ...]
    made: tuple[Made, ...]
    pending: int
    stale: int
    unlinked: int
    room: Room
    allowed: int
    older_reader: int

    @property
    def warnings(self) -> tuple[str, ...]:
        """What waits."""
        waits = [
            (self.pending, "revisions have no marks yet"),
            (self.stale, "revisions have marks of older producers"),
            (self.unlinked, "claims are not linked yet"),
        ]
        told = tuple(f"{n} {words}" for n, words in waits if n)
        if self.allowed and self.room.used > self.allowed:
            over = (self.room.used - self.allowed) / MEGABYTE
            return (*told, f"the store takes {over:,.0f} MB more than the setting room allows")
        return told

    @property
    def next(self) -> tuple[str, ...]:
        """How to catch up, or how to begin."""
        if not self.held.get("articles"):
            return ("add FILE", "demo")
        if self.older_reader:
            return ("extract --stale",)
        return ("annotate --stale",) if self.stale else ("annotate",) if self.warnings else ("coverage",)


@view("status", doc="What is held, versions of producers, and what is stale.", sample={})
def status(reading: Reading) -> StoreStatus:
    """The state of the store."""
    store, producers = reading.store, reading.chain().producers
    today = tuple(sorted(str(p) for p in producers))
    return StoreStatus(
        held=dict(sorted(store.counts().items())),
        producers=tuple(str(p) for p in producers),
        made=_made(store.annotations.producers(), today),
        pending=len(store.annotations.pending()),
        stale=len(store.annotations.stale(producers)),
        unlinked=len(store.claims.unlinked()),
        room=store.captures.room(),
        allowed=reading.settings.room * MEGABYTE,
        older_reader=store.captures.count_stale(READER, PAGE),
    )


def _made(counted: Mapping[str, int], today: Sequence[str]) -> tuple[Made, ...]:
    """The current producers first, then those of most revisions."""
    rows = [Made(tuple(names.split()), n, sorted(names.split()) == list(today)) for names, n in sorted(counted.items())]
    return tuple(sorted(rows, key=lambda m: (not m.current, -m.revisions)))
