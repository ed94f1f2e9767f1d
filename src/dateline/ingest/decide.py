"""What an arrived item means for what is held: pure, no store, no network, the clock passed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from dateline.ingest import clean
from dateline.ingest.base import Item
from dateline.model.article import Article, Revision, article_id, revision_id


class Change(StrEnum):
    """What an arrival does: adds an article, adds a state of one, changes nothing, or takes one back."""

    NEW = "new"
    REVISED = "revised"
    SAME = "same"
    WITHDRAWN = "withdrawn"


class Held(Protocol):
    """An article as held, in its current state."""

    @property
    def article(self) -> Article:
        """The article."""
        ...

    @property
    def revision(self) -> Revision:
        """Its current revision."""
        ...


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do: for SAME, article and revision are those held."""

    change: Change
    article: Article
    revision: Revision


def article_of(arrived: Item) -> Article:
    """The article that an item is a state of; its id is what to look up before deciding.

    All addresses of one article (clean.key) give the same id. Without an address, it is the headline with the day of
    publication: outlets use a headline such as "News in brief" again.
    """
    day = arrived.published_at.day.isoformat() if arrived.published_at else ""
    identity = article_id(arrived.outlet.id, clean.key(arrived.url), f"{arrived.headline}\n{day}".strip())
    return Article(identity, arrived.outlet.id, arrived.url)


def decide(held: Held | None, arrived: Item, now: datetime) -> Decision:
    """Whether an item is new, a changed state, the same again, or a withdrawal.

    Nothing that is held is lost by an arrival that tells less: a missing headline, time or byline keeps the held one,
    and a withdrawal keeps the text. A state older than the held one (both tell when they were modified) changes
    nothing. `now` (aware) is when the item arrived.
    """
    article = held.article if held else article_of(arrived)
    if held is None:
        revision = _revision(article, arrived, None)
        return Decision(Change.WITHDRAWN if arrived.withdrawn else Change.NEW, article, revision)
    if _is_older(arrived, held.revision, now):
        return Decision(Change.SAME, article, held.revision)
    revision = _revision(article, arrived, held.revision)
    if revision.id == held.revision.id:
        return Decision(Change.SAME, article, held.revision)
    took_back = arrived.withdrawn and not held.revision.withdrawn
    return Decision(Change.WITHDRAWN if took_back else Change.REVISED, article, revision)


def _revision(article: Article, arrived: Item, before: Revision | None) -> Revision:
    published = arrived.published_at or (before.published_at if before else None)
    if before and published and before.published_at and published.day == before.published_at.day:
        # the same day told without its hour is no change
        published = published if published.moment else before.published_at
    keeps_text = before is not None and arrived.withdrawn and not arrived.text.strip()
    text = before.text if before and keeps_text else arrived.text
    headline = arrived.headline or (before.headline if before else "")
    return Revision(
        id=revision_id(article.id, headline, text, published, arrived.withdrawn),
        article_id=article.id,
        headline=headline,
        text=text,
        language=arrived.language or (before.language if before else ""),
        byline=arrived.byline or (before.byline if before else ""),
        published_at=published,
        modified_at=arrived.modified_at or (before.modified_at if before and text == before.text else None),
        withdrawn=arrived.withdrawn,
        notes=arrived.notes,
    )


def _is_older(arrived: Item, before: Revision, now: datetime) -> bool:
    """A late copy of an earlier state, as archives bring them; times ahead of `now` prove nothing."""
    if arrived.modified_at is None or before.modified_at is None or arrived.withdrawn:
        return False
    return arrived.modified_at < before.modified_at <= now
