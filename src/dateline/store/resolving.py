"""What a typed id means: the whole id, or its first characters if only one held thing has them."""

from __future__ import annotations

from dateline.errors import NothingFound, UsageError
from dateline.store.base import Store

KINDS = ("article", "claim", "event", "relation", "revision", "judgement", "correction")


def one_of(store: Store, typed: str, kinds: tuple[str, ...] = KINDS) -> str:
    """The id of one of these kinds that was meant; the kind may be left out ("3f9a0c" for "article-3f9a0c...").

    Raises NothingFound if none fits and UsageError if several do.
    """
    stem = typed.strip().rstrip("…")
    if not stem:
        raise UsageError("an id is missing", do="`dateline search` and `dateline chronology` show ids")
    tries = [stem] if stem.split("-")[0] in KINDS else [f"{kind}-{stem}" for kind in kinds]
    found = sorted({i for t in tries for i in store.articles.resolve(t) if i.split("-")[0] in kinds})
    if stem in found or len(found) == 1:
        return stem if stem in found else found[0]
    if found:
        raise UsageError(f"could be {', '.join(found[:5])}", what=typed, do="type more of the id")
    named = kinds[0] if len(kinds) == 1 else "thing"
    raise NothingFound(f"no {named} held has this id", what=typed, do="`dateline search` finds articles and their ids")
