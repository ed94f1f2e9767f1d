"""What a reader has starred, and what of it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from dateline.model.reading import Kept, ReaderMark
from dateline.store.base import Store
from dateline.views.articles import Brief, brief
from dateline.views.base import Answer, Reading, view
from dateline.views.storyline import read
from dateline.views.telling import speaker

MOST = 200  # starred things that are shown


@dataclass(frozen=True, slots=True)
class Shelved:
    """A starred story or article: its id, when it was starred, whether it is read, and the article that speaks for
    it."""

    thing: str
    starred_at: datetime
    read: bool
    article: Brief


@dataclass(frozen=True, slots=True)
class Shelf(Answer):
    """What a reader starred, the latest first."""

    by: str
    starred: tuple[Shelved, ...]

    @property
    def exit_status(self) -> int:
        """1 if nothing is starred."""
        return 0 if self.starred else 1

    @property
    def next(self) -> tuple[str, ...]:
        """The first of them, or how to star something."""
        return tuple(f"show {s.article.article}" for s in self.starred[:1]) or ("shelve starred ID",)


@view("shelf", doc="What a reader has starred, the latest first.", sample={"by": "desk"})
def shelf(reading: Reading, by: Annotated[str, "The reader's name."] = "desk") -> Shelf:
    """The starred stories and articles that are held."""
    store = reading.store
    marks = store.readers.of(by, Kept.STARRED)[:MOST]
    seen = {m.thing for m in store.readers.of(by, Kept.READ, [m.thing for m in marks])}
    found = tuple(s for m in marks if (s := _shelved(store, m, m.thing in seen)))
    return Shelf(by, found)


def _shelved(store: Store, mark: ReaderMark, seen: bool) -> Shelved | None:
    article = _speaking(store, mark.thing)
    return Shelved(mark.thing, mark.at, seen, article) if article else None


def _speaking(store: Store, thing: str) -> Brief | None:
    if thing.startswith("article-"):
        held = store.articles.get(thing)
        return brief(held) if held else None
    kept = store.stories.get(thing)
    told = read(store, kept, None) if kept else None
    return speaker(store, told.articles, told.copies).article if told else None
