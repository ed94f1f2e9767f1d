"""Puts articles into stories, one at a time, each in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dateline.link.stories.arriving import Arranged, Lookup, arrive, regroup
from dateline.link.stories.news import Marks, news
from dateline.link.stories.profile import keys, profile
from dateline.model.story import Redirect, Story, StoryEdit, StoryProfile
from dateline.run.working import Working
from dateline.store.base import Held, Store

REST = timedelta(hours=12)  # after which an article stays with its story


@dataclass(frozen=True, slots=True)
class Storied:
    """How many articles were put into stories, and how many stories began and ended by that."""

    articles: int
    begun: int
    ended: int


class StoreAround:
    """What a store holds around an article (obeys `Lookup`)."""

    def __init__(self, store: Store, now: datetime) -> None:
        self._store = store
        self._now = now

    def near(self, of: StoryProfile, names: Sequence[str], limit: int) -> Sequence[str]:
        """Ids of other articles that share these keys."""
        found = self._store.stories.near(names, of.day, limit + 1)
        return [a for a in found if a != of.article_id][:limit]

    def profiles(self, article_ids: Collection[str]) -> Mapping[str, StoryProfile]:
        """The profiles of articles that have words to be compared."""
        return {a: p.profile for a, p in self._store.stories.profiles(article_ids).items() if p.profile.terms}

    def stories_of(self, article_ids: Collection[str]) -> Sequence[Story]:
        """The stories that hold any of these."""
        return self._store.stories.of_articles(article_ids)

    def settled(self, article_ids: Collection[str]) -> Collection[str]:
        """Those that were placed longer ago."""
        placed = self._store.stories.profiles(article_ids)
        return [a for a, p in placed.items() if self._now - p.placed_at > REST]

    def edits(self) -> Sequence[StoryEdit]:
        """What people said of stories."""
        return self._store.stories.edits()

    def minted(self, story_id: str) -> bool:
        """Whether a story ever had this id."""
        return self._store.stories.minted(story_id)


def story_pending(working: Working) -> Storied:
    """Places all articles that wait. Interrupted, it goes on with those that still wait."""
    store, begun, ended = working.store, 0, 0
    waiting = store.stories.waiting()
    for done, article_id in enumerate(waiting, 1):
        with store.transaction():
            arranged = _place(working, article_id)
            begun += sum(not store.stories.minted(s.id) for s in arranged.stories)
            keep(store, arranged, working.now())
        ended += len(arranged.retired)
        working.progress.step("stories", done, len(waiting))
    return Storied(len(waiting), begun, ended)


def story_without(working: Working, article_id: str) -> int:
    """Groups the story of an article that was removed anew, without it, and says how many stories ended by that."""
    store = working.store
    with store.transaction():
        arranged = _without(article_id, StoreAround(store, working.now()))
        keep(store, arranged, working.now())
    return len(arranged.retired)


def _place(working: Working, article_id: str) -> Arranged:
    store, now = working.store, working.now()
    held = store.articles.get(article_id)
    if held is None:
        return Arranged((), (), ())
    made = _profile(store, held)
    store.stories.put_profile(made, held.revision.id, keys(made), now)
    around = StoreAround(store, now)
    if made.terms:
        return arrive(made, around)
    return _without(article_id, around)


def _without(article_id: str, around: Lookup) -> Arranged:
    """A withdrawn article, or one without words, stands in no story; a story that it leaves empty ends."""
    left = around.stories_of([article_id])
    return regroup([], left, around) if left else Arranged((), (), ())


def _profile(store: Store, held: Held) -> StoryProfile:
    revision = held.revision
    day = revision.published_at.day if revision.published_at else None
    if revision.withdrawn:
        return StoryProfile(held.article.id, day, ())
    plain = profile(held.article.id, revision.headline, revision.text, day)
    claims = store.claims.of_article(held.article.id)
    marks = Marks(*(store.annotations.layer(revision.id, name) for name in ("presence", "dates", "places", "actors")))
    return news(plain, revision.headline, revision.text, claims, marks)


def keep(store: Store, arranged: Arranged, at: datetime) -> None:
    """Records what was arranged; redirects that lead to an id that ends now are led on."""
    onward = {r.story: r.to for r in arranged.redirects}
    redirects = [Redirect(r.story, onward.get(r.to, r.to), r.why) for r in arranged.redirects]
    store.stories.put(arranged.stories, arranged.retired, redirects, at)
