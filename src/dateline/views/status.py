"""What is held, by which producers it was made, and what waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.views.base import Answer, Reading, view


@dataclass(frozen=True, slots=True)
class Made:
    """How many revisions stand on marks of these producers ("name/version"); `current` if they are today's."""

    producers: tuple[str, ...]
    revisions: int
    current: bool


@dataclass(frozen=True, slots=True)
class StoreStatus(Answer):
    """How many of each kind are held; which producers the marks are by; how many revisions wait for marks (`pending`)
    or have marks of older producers (`stale`), and how many claims wait for linking (`unlinked`)."""

    held: Mapping[str, int]
    producers: tuple[str, ...]
    made: tuple[Made, ...]
    pending: int
    stale: int
    unlinked: int

    @property
    def warnings(self) -> tuple[str, ...]:
        """What waits."""
        waits = [
            (self.pending, "revisions have no marks yet"),
            (self.stale, "revisions have marks of older producers"),
            (self.unlinked, "claims are not linked yet"),
        ]
        return tuple(f"{n} {words}" for n, words in waits if n)

    @property
    def next(self) -> tuple[str, ...]:
        """How to catch up, or how to begin."""
        if not self.held.get("articles"):
            return ("add FILE", "demo")
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
    )


def _made(counted: Mapping[str, int], today: Sequence[str]) -> tuple[Made, ...]:
    """The current producers first, then those of most revisions."""
    rows = [Made(tuple(names.split()), n, sorted(names.split()) == list(today)) for names, n in sorted(counted.items())]
    return tuple(sorted(rows, key=lambda m: (not m.current, -m.revisions)))
