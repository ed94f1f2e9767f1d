"""An article in brief: what identifies it to a reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.annotate.tongues import is_read
from dateline.errors import NothingFound
from dateline.store.base import Held, Store
from dateline.views.evidence import published_day, told_by


@dataclass(frozen=True, slots=True)
class Brief:
    """Who published what, when (None if the outlet does not say), and where it can be read. `read` tells whether there
    are annotators for its language; without, it is held and found, and nothing is drawn from it yet."""

    article: str
    outlet: str
    outlet_id: str
    url: str
    headline: str
    published_at: date | None
    language: str
    withdrawn: bool = False
    read: bool = True


def brief(held: Held) -> Brief:
    """The brief of an article as held."""
    return Brief(
        held.article.id,
        told_by(held),
        held.outlet.id,
        held.article.url,
        held.revision.headline,
        published_day(held),
        held.revision.language,
        held.revision.withdrawn,
        is_read(held.revision.language),
    )


def removed(store: Store, article_id: str) -> NothingFound:
    """The error for an article that is not held (any more), with the reason if it was removed."""
    grave = store.articles.tombstone(article_id)
    if grave is None:
        return NothingFound("not held", what=article_id, do="`dateline search` finds articles and their ids")
    told = f"removed on {grave.at.date()} by {grave.by}: {grave.why}"
    return NothingFound(told, what=article_id, do="its text is gone; the id and this reason are kept")
