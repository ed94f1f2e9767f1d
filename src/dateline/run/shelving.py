"""What a reader says of things on the page: read, starred, or no longer so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dateline.errors import UsageError
from dateline.model.reading import Kept, ReaderMark
from dateline.run.base import job
from dateline.run.working import Working

KINDS = ("story-", "article-", "matter-")
MOST = 500  # things marked by one call


@dataclass(frozen=True, slots=True)
class Shelved:
    """What was said of which things."""

    kept: Kept
    things: tuple[str, ...]
    dropped: bool


@job(
    "shelve",
    doc="Mark stories or articles as read or starred, or dossiers as visited, for yourself; --drop takes that back.",
    sample={"kept": "starred", "things": ("story-",)},
)
def shelve(
    working: Working,
    kept: Kept,
    things: Annotated[tuple[str, ...], "Ids of stories, articles or dossiers."],
    *,
    drop: Annotated[bool, "Take the mark away."] = False,
) -> Shelved:
    """Keeps the marks under the name of the settings. Raises UsageError for what is no story or article."""
    odd = [t for t in things if not t.startswith(KINDS) or len(t) > 64]
    if odd or len(things) > MOST:
        told = f"is no id of a story, article or dossier, or there are more than {MOST}"
        raise UsageError(told, what=" ".join(odd[:1]), do="dateline stories lists stories and their ids")
    with working.store.transaction():
        for thing in dict.fromkeys(things):
            if drop:
                working.store.readers.drop(working.settings.user, kept, thing)
            else:
                working.store.readers.put(ReaderMark(working.settings.user, thing, kept, working.now()))
    return Shelved(kept, tuple(things), drop)
