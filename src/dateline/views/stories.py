"""The stories that are held, the latest first, or those of a matter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Annotated

from dateline.errors import UsageError
from dateline.link.matching import forms, words_of
from dateline.model.story import Story
from dateline.store.base import Store
from dateline.views.base import Answer, AsOf, Query, Reading, view
from dateline.views.storyline import StoryBrief, in_brief, read

SOUGHT = 200  # articles that are searched for words


@dataclass(frozen=True, slots=True)
class Stories(Answer):
    """The stories; of a query those with most of its words first, else the latest first. `more`: the limit cut them."""

    query: str
    as_of: date | None
    stories: tuple[StoryBrief, ...]
    limit: int
    more: bool

    @property
    def exit_status(self) -> int:
        """1 if nothing was found."""
        return 0 if self.stories else 1

    @property
    def warnings(self) -> tuple[str, ...]:
        """That there is more, or nothing."""
        if not self.stories:
            return ("no story is held that fits",)
        return (f"only the first {self.limit} are shown; --limit shows more",) if self.more else ()

    @property
    def next(self) -> tuple[str, ...]:
        """The first story."""
        return tuple(f"story {s.story}" for s in self.stories[:1]) or ("add FILE",)


@view(
    "stories",
    doc="Stories: the articles on one happening and its direct course, each story once.",
    sample={"query": "NATO", "limit": 3},
)
def stories(
    reading: Reading,
    query: Query | None = None,
    *,
    as_of: AsOf = None,
    limit: Annotated[int, "At most so many."] = 20,
) -> Stories:
    """The stories of a query, or all, the latest first."""
    if limit < 1:
        raise UsageError("not a number of stories", what=f"--limit {limit}", do="give 1 or more")
    store, edits = reading.store, reading.store.stories.edits()
    held = _found(store, query) if query else store.stories.latest(None, as_of, limit + 1)
    told = list(islice((t for s in held if (t := read(store, s, as_of))), limit + 1))
    briefs = tuple(in_brief(store, t, as_of or reading.today, None, edits) for t in told[:limit])
    return Stories(query or "", as_of, briefs, limit, len(told) > limit)


def _found(store: Store, query: str) -> Iterator[Story]:
    """The stories of the articles that have the words, best first; those with all words before the others."""
    words = words_of(query)
    if not words:
        raise UsageError("no words to look for", what=query, do="give words of the story, for example a name")
    hits = store.articles.search(forms(words), None, SOUGHT, snippets=False)
    seen: dict[str, Story] = {}
    for hit in hits:
        for story in store.stories.of_articles([hit.held.article.id]):
            seen.setdefault(story.id, story)
    yield from seen.values()
