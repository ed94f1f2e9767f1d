"""One thing by its id: an article with its marks, a claim, an event, or a relation; with --why, all that led to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from dateline.store.resolving import one_of
from dateline.views.base import Answer, KnownAt, Reading, view
from dateline.views.shown import article, claim, event, relation
from dateline.views.shown.article import ArticleShown
from dateline.views.shown.changes import ChangeShown
from dateline.views.shown.changes import changes as changes_of
from dateline.views.shown.claim import ClaimShown
from dateline.views.shown.event import EventShown
from dateline.views.shown.relation import RelationShown

Thing = ArticleShown | ClaimShown | EventShown | RelationShown


@dataclass(frozen=True, slots=True)
class Shown(Answer):
    """The thing with this id; one of the four is there, the others are None. Of an article whose changes were asked
    for, these are there instead."""

    id: str
    kind: str
    why: bool
    known_at: datetime | None
    article: ArticleShown | None = None
    claim: ClaimShown | None = None
    event: EventShown | None = None
    relation: RelationShown | None = None
    changes: tuple[ChangeShown, ...] | None = None

    @property
    def next(self) -> tuple[str, ...]:
        """The reasons, or the changes, if they were not asked for."""
        if self.changes is not None:
            return (f"show {self.id}",)
        if self.article and len(self.article.states) > 1:
            return (f"show {self.id} --changes",)
        return () if self.why else (f"show {self.id} --why",)


SHOWN: dict[str, Callable[[Reading, str, bool, datetime | None], Thing]] = {
    "article": article.show,
    "claim": claim.show,
    "event": event.show,
    "relation": relation.show,
}


@view(
    "show",
    doc="An article with its marks, or a claim, event or relation, by its id.",
    sample={"id": "article-b56b2da4", "why": True},
)
def show(
    reading: Reading,
    id: Annotated[str, "The id, or its first characters."],
    why: Annotated[bool, "Producer, anchor and reasons of each mark, claim, event or relation."] = False,
    known_at: KnownAt = None,
    *,
    changes: Annotated[bool, "What an article's states changed, instead of its text."] = False,
) -> Shown:
    """What the id names, with the evidence for it."""
    found = one_of(reading.store, id, tuple(SHOWN))
    kind = found.split("-")[0]
    if changes:
        return Shown(found, kind, why, known_at, changes=changes_of(reading, found, known_at))
    return Shown(found, kind, why, known_at, **{kind: SHOWN[kind](reading, found, why, known_at)})  # type: ignore[arg-type]
