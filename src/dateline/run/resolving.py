"""What a typed id means: whole, or its first characters if no other id starts with them."""

from __future__ import annotations

from dateline.errors import NothingFound, UsageError
from dateline.store.base import Store


def named(store: Store, typed: str) -> str:
    """The one id that starts with what was typed; raises NothingFound for none, UsageError for several."""
    found = store.articles.resolve(typed)
    if typed in found:
        return typed
    if not found:
        raise NothingFound("nothing held has that id", what=typed, do="dateline search finds articles and their ids")
    if len(found) > 1:
        raise UsageError(f"could be {', '.join(found[:5])}", what=typed, do="type more of the id")
    return found[0]


def article_named(store: Store, typed: str) -> str:
    """As `named`, for an article's id, which may be typed without 'article-'."""
    return named(store, typed if typed.startswith("article-") else f"article-{typed}")


def claim_named(store: Store, typed: str) -> str:
    """As `named`, for a claim's id, which may be typed without 'claim-'."""
    return named(store, typed if typed.startswith("claim-") else f"claim-{typed}")
