"""Everything that is known of some feeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from dateline.ingest.discreet import discreet
from dateline.model.feed import FeedHealth
from dateline.views.base import Answer, Reading, view
from dateline.views.feeds_list import FeedLine, kept, lines_of


@dataclass(frozen=True, slots=True)
class FeedShown:
    """One feed: in short, where it came from, its site, its health, and how many entries stand how."""

    line: FeedLine
    home: str
    origin: str
    added_by: str
    health: FeedHealth
    entries: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class FeedsShown(Answer):
    """Feeds in the order of the list."""

    feeds: tuple[FeedShown, ...]

    @property
    def exit_status(self) -> int:
        """1 if there is none."""
        return 0 if self.feeds else 1

    @property
    def next(self) -> tuple[str, ...]:
        """How to see what it gives now."""
        return tuple(f"feeds test {f.line.feed}" for f in self.feeds[:1])


@view("feeds.show", doc="Everything that is known of a feed: health, entries, opt-outs, where it came from.", sample={})
def feeds_show(
    reading: Reading, feed: Annotated[tuple[str, ...], "Addresses, ids or outlets of feeds; all if none is given."] = ()
) -> FeedsShown:
    """The feeds that are meant. Raises NothingFound for one that is not kept."""
    lines = {line.feed: line for line in lines_of(reading, kept(reading.store, feed))}
    return FeedsShown(tuple(_shown(reading, line) for line in lines.values()))


def _shown(reading: Reading, line: FeedLine) -> FeedShown:
    store = reading.store.feeds
    feed, health = store.get(line.feed), store.health(line.feed)
    states = Counter(e.state.value for e in store.entries(line.feed).values())
    return FeedShown(
        line,
        feed.home if feed else "",
        feed.origin if feed else "",
        feed.added_by if feed else "",
        replace(health, moved_from=tuple(map(discreet, health.moved_from))),
        dict(sorted(states.items())),
    )
