"""What a typed id means where a job asks for an article or a claim."""

from __future__ import annotations

from dateline.store.base import Store
from dateline.store.resolving import one_of


def article_named(store: Store, typed: str) -> str:
    """The id of the article that was meant; see `one_of`. Raises NothingFound, UsageError."""
    return one_of(store, typed, ("article",))


def claim_named(store: Store, typed: str) -> str:
    """The id of the claim that was meant; see `one_of`. Raises NothingFound, UsageError."""
    return one_of(store, typed, ("claim",))
