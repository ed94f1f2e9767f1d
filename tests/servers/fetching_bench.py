"""A server, a store and a clock for tests of fetching: rounds are made at moments that the test chooses."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from loopback import Loopback

from dateline.annotate.base import (
    ACTORS,
    BLOCKS,
    CLAIMS,
    DATELINES,
    DATES,
    PLACES,
    PRESENCE,
    QUOTES,
    SENTENCES,
    PerDocument,
)
from dateline.annotate.chain import Chain
from dateline.ingest.outlets import outlet
from dateline.model.feed import Feed, feed_id
from dateline.model.provenance import Producer
from dateline.run.fetching import Fetched, fetch, run
from dateline.run.working import Working
from dateline.settings import Settings
from dateline.store.base import Store

START = datetime(2026, 11, 21, 12, tzinfo=UTC)
OURS = Settings(allow_hosts=".localhost", pause=0, patience=2.0, largest_answer=2_000_000, user="ada")

KEPT = (BLOCKS, SENTENCES, DATELINES, DATES, ACTORS, PLACES, QUOTES, PRESENCE, CLAIMS)


SILENT = Chain(tuple(PerDocument(Producer(f"silent-{layer.name}", "1"), (), layer, lambda _: ()) for layer in KEPT))


@dataclass
class Bench:
    """A server, a store, a clock that stands until it is moved."""

    server: Loopback
    store: Store
    settings: Settings = OURS
    at: datetime = START
    feeds: dict[str, Feed] = field(default_factory=dict)

    @property
    def working(self) -> Working:
        return Working(self.store, lambda: pytest.fail("nothing is annotated here"), lambda: self.at, self.settings)

    def keep(self, host: str = "news", path: str = "/rss", **fields: Any) -> Feed:
        url = self.server.url(path, host)
        made = replace(Feed(feed_id(url), url, outlet("", url)), **fields)
        self.store.feeds.put(made)
        return made

    def round(self, *named: str, later: timedelta = timedelta(), recheck: int = 0) -> Fetched:
        self.at += later
        return fetch(self.working, named, later=True, recheck=recheck)

    def running(self, *later: timedelta) -> Fetched:
        """`dateline run` with a round at each of these moments, counted on."""
        waits = iter(later)

        def wait(seconds: float) -> None:
            assert seconds > 0
            self.at += next(waits)

        self.at += next(waits)
        return run(replace(self.working, chain=lambda: SILENT, wait=wait), rounds=len(later))

    def headlines(self) -> Counter[str]:
        return Counter(h.revision.headline for h in self.store.articles.all())

    def only(self):  # type: ignore[no-untyped-def]
        (held,) = self.store.articles.all()
        return held
