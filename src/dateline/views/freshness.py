"""How much the desk holds and when it last heard something: what stands at the head of every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.views.base import Answer, Reading, view
from dateline.views.feeds_list import Standing, standing_of


@dataclass(frozen=True, slots=True)
class Freshness(Answer):
    """Articles and outlets held, the last day on which any of them was published (None without any), how many feeds are
    read, how many of these fail, and today."""

    articles: int
    outlets: int
    last_day: date | None
    feeds: int
    failing: int
    today: date

    @property
    def exit_status(self) -> int:
        """1 if nothing is held."""
        return 0 if self.articles else 1

    @property
    def next(self) -> tuple[str, ...]:
        """How to hold something."""
        return ("glance",) if self.articles else ("add FILE", "feeds starter")


@view("freshness", doc="How much is held, and when the desk last heard something.", sample={})
def freshness(reading: Reading) -> Freshness:
    """What the head of a page tells."""
    store = reading.store
    counts, feeds = store.counts("articles", "outlets"), store.feeds.all()
    latest = store.stories.latest(None, None, 1)
    failing = sum(standing_of(reading, f, store.feeds.health(f.id)) is Standing.FAILING for f in feeds)
    last = latest[0].last_day if latest else None
    return Freshness(counts["articles"], counts["outlets"], last, len(feeds), failing, reading.today)
