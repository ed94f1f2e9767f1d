"""Feeds and how they fare: health, never silence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from dateline.ingest.discreet import discreet
from dateline.ingest.feeds.meant import meant
from dateline.model.continents import CONTINENTS
from dateline.model.feed import Feed, FeedHealth, FeedState
from dateline.model.outlet import OutletKind, edited
from dateline.store.base import Store
from dateline.views.base import Answer, Reading, view
from dateline.views.coverage import continents

QUIET_AFTER = 30  # days without a new item after which a feed is called quiet


class Standing(StrEnum):
    """How a feed stands: never had a good fetch, works, is quiet (no item for 30 days), fails, paused, ended."""

    NEVER = "never verified"
    GOOD = "good"
    QUIET = "quiet"
    FAILING = "failing"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class FeedLine:
    """One feed: last good fetch, last new item, failures in a row and why; None for never."""

    feed: str
    url: str
    title: str
    outlet: str
    outlet_id: str
    country: str
    continent: str
    language: str
    kind: OutletKind
    standing: Standing
    good_at: datetime | None
    item_at: datetime | None
    due_at: datetime | None
    failures: int
    why: str


@dataclass(frozen=True, slots=True)
class FeedList(Answer):
    """Feeds by continent, country, outlet and address."""

    feeds: tuple[FeedLine, ...]

    @property
    def exit_status(self) -> int:
        """1 if there is none."""
        return 0 if self.feeds else 1

    @property
    def next(self) -> tuple[str, ...]:
        """How to have feeds, or to visit them."""
        return ("fetch",) if self.feeds else ("feeds starter", "feeds add URL")


@view("feeds.list", doc="Feeds and how they fare: last good fetch, last item, failures in a row, why.", sample={})
def feeds_list(
    reading: Reading,
    *,
    standing: Annotated[Standing | None, "Only feeds that stand so."] = None,
    country: Annotated[str, "Only feeds of outlets of this country."] = "",
) -> FeedList:
    """All feeds, or those that stand so."""
    lines = lines_of(reading, reading.store.feeds.all())
    return FeedList(tuple(f for f in lines if standing in (None, f.standing) and country.upper() in ("", f.country)))


def lines_of(reading: Reading, feeds: Iterable[Feed]) -> list[FeedLine]:
    """A line for each feed, by continent, country, outlet and address."""
    edits = reading.store.outlets.edits()
    made = [line_of(reading, replace(f, outlet=edited(f.outlet, edits))) for f in feeds]
    order = {code: n for n, code in enumerate(CONTINENTS)}
    return sorted(made, key=lambda f: (order.get(f.continent, 9), f.country, f.outlet.casefold(), f.url, f.feed))


def line_of(reading: Reading, feed: Feed) -> FeedLine:
    """One feed with its health."""
    health = reading.store.feeds.health(feed.id)
    outlet = feed.outlet
    return FeedLine(
        feed.id,
        discreet(feed.url),
        feed.title,
        outlet.name,
        outlet.id,
        outlet.country,
        continents().get(outlet.country, ""),
        feed.language or outlet.language,
        outlet.kind,
        standing_of(reading, feed, health),
        health.good_at,
        health.item_at,
        health.due_at if feed.state is FeedState.ACTIVE else None,
        health.failures,
        health.why,
    )


def standing_of(reading: Reading, feed: Feed, health: FeedHealth) -> Standing:
    """How a feed stands now."""
    if feed.state is not FeedState.ACTIVE:
        return Standing.PAUSED if feed.state is FeedState.PAUSED else Standing.ENDED
    if health.failures:
        return Standing.FAILING
    if health.good_at is None:
        return Standing.NEVER
    last = health.item_at or health.good_at
    return Standing.QUIET if (reading.now - last).days >= QUIET_AFTER else Standing.GOOD


def kept(store: Store, typed: Iterable[str]) -> list[Feed]:
    """The feeds that are meant, each once (all, if nothing is typed); NothingFound for words that mean none."""
    words = list(typed)
    return meant(store.feeds.all(), words) if words else list(store.feeds.all())
