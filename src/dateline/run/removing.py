"""Takes an article out for good: a takedown, or a mistake. What is left is a tombstone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dateline.errors import NothingFound
from dateline.run.base import job
from dateline.run.linking import Linking, link_pending
from dateline.run.resolving import article_named
from dateline.run.storying import story_without
from dateline.run.working import Working
from dateline.store.base import Tombstone


@dataclass(frozen=True, slots=True)
class Removed:
    """The tombstone, and what was linked anew."""

    tombstone: Tombstone
    linked: Linking


@job(
    "remove",
    doc="Remove an article: its text and bytes go, its id and the reason stay, and what rested on it is recomputed.",
    sample={"article": "article-", "why": "a mistake"},
)
def remove(working: Working, article: str, why: Annotated[str, "The reason, which stays with the id."]) -> Removed:
    """Removes one article; raises NothingFound if no article has that id."""
    store = working.store
    held = article_named(store, article)
    if store.articles.get(held) is None:
        raise NothingFound("no such article is held", what=article, do="dateline search finds articles and their ids")
    tombstone = Tombstone(held, working.now(), working.settings.user, why)
    store.articles.remove(tombstone)
    story_without(working, held)
    return Removed(tombstone, link_pending(working))
