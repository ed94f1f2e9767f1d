"""What a store keeps of stories: the protocol."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from dateline.model.story import Redirect, Story, StoryEdit, StoryProfile

EACH = 20  # articles that are looked at for each key of a story, before a day, after it, and without one


@dataclass(frozen=True, slots=True)
class Placed:
    """What an article is about, and since when it stands in a story."""

    profile: StoryProfile
    placed_at: datetime


Weights = Mapping[str, float]  # of an article's words, by stem


def weights_of(profile: StoryProfile) -> Weights:
    """The weights alone."""
    return {t.stem: t.weight for t in profile.terms}


class Stories(Protocol):
    """Groups of articles with ids for life, what they were found by, and what people said of them."""

    def waiting(self) -> Sequence[str]:
        """Ids of articles whose current text stands in no story yet, by day of publication, then by id."""

    def put_profile(self, profile: StoryProfile, revision_id: str, keys: Collection[str], at: datetime) -> None:
        """Sets what an article is about, and the keys by which others find it."""

    def profiles(self, article_ids: Collection[str]) -> Mapping[str, Placed]:
        """What these articles are about, and since when they stand in a story."""

    def weights(self, article_ids: Collection[str]) -> Mapping[str, Weights]:
        """The weights of these articles' words alone, which takes a fifth of the time of their profiles."""

    def near(self, keys: Collection[str], day: date | None, limit: int, *, later: bool = True) -> Sequence[str]:
        """Ids of articles that share keys, those sharing most first, then by id; at most `limit`.

        Of each key only EACH articles before (or on) the day, after it (if `later` ones are asked for), and without a
        day are looked at.
        """

    def put(
        self, stories: Iterable[Story], retired: Iterable[str], redirects: Iterable[Redirect], at: datetime
    ) -> None:
        """Records groups and what became of others, in one transaction; a story that comes back loses its redirect."""

    def get(self, story_id: str, known_at: datetime | None = None) -> Story | None:
        """The story with this id, not following redirects."""

    def minted(self, story_id: str) -> bool:
        """Whether a story ever had this id."""

    def of_articles(self, article_ids: Collection[str], known_at: datetime | None = None) -> Sequence[Story]:
        """The stories that hold any of these articles, by id."""

    def all(self, known_at: datetime | None = None) -> Iterator[Story]:
        """Every story, by id."""

    def latest(self, since: date | None, until_day: date | None, limit: int) -> Sequence[Story]:
        """Stories whose last day lies in these (both included), the latest first, then by id backwards."""

    def busiest(self, since: date, until_day: date, limit: int) -> Sequence[Story]:
        """Stories whose last day lies in these (both included), those of most articles first, then the latest, then
        by id."""

    def redirect(self, story_id: str) -> Redirect | None:
        """What a retired story goes on as (one step)."""

    def resolve(self, prefix: str) -> Sequence[str]:
        """Ids that any story ever had and that start with these characters, at most 20."""

    def edit(self, edit: StoryEdit) -> None:
        """Adds a person's word."""

    def undo(self, edit_id: str | None, at: datetime) -> StoryEdit | None:
        """Marks one (or the last not undone) as undone and returns it; None if there is none."""

    def edits(self) -> Sequence[StoryEdit]:
        """All that are not undone, oldest first."""
