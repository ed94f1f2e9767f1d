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
from dateline.views.shown.claim import ClaimShown
from dateline.views.shown.event import EventShown
from dateline.views.shown.relation import RelationShown

Thing = ArticleShown | ClaimShown | EventShown | RelationShown


@dataclass(frozen=True, slots=True)
class Shown(Answer):
    """The thing with this id; one of the four is there, the others are None."""

    id: str
    kind: str
    why: bool
    known_at: datetime | None
    article: ArticleShown | None = None
    claim: ClaimShown | None = None
    event: EventShown | None = None
    relation: RelationShown | None = None

    @property
    def next(self) -> tuple[str, ...]:
        """The reasons, if they were not asked for."""
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
) -> Shown:
    """What the id names, with the evidence for it."""
    found = one_of(reading.store, id, tuple(SHOWN))
    kind = found.split("-")[0]
    return Shown(found, kind, why, known_at, **{kind: SHOWN[kind](reading, found, why, known_at)})  # type: ignore[arg-type]
