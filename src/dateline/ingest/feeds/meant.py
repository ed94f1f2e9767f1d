"""Which of the feeds that are kept typed words mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dateline.errors import NothingFound
from dateline.ingest.discreet import discreet
from dateline.model.feed import Feed, FeedState, named

ANY = frozenset(FeedState)


def meant(kept: Iterable[Feed], typed: Iterable[str], states: Collection[FeedState] = ANY) -> list[Feed]:
    """The feeds in these states that the words mean, each once, in the order typed; see `named`.

    Raises NothingFound for words that mean none.
    """
    feeds, found = tuple(kept), dict[str, Feed]()
    for words in typed:
        fitting = {f.id: f for f in named(feeds, words) if f.state in states}
        if not fitting:
            raise NothingFound("no such feed is kept", what=discreet(words), do="dateline feeds list tells which are")
        found |= fitting
    return list(found.values())
