"""Stories in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from dateline.model.story import Redirect, Story, StoryEdit, StoryProfile
from dateline.store.base_stories import EACH, Placed, Weights, weights_of
from dateline.store.codec import utc
from dateline.store.history import History
from dateline.store.tables import Tables


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one article."""

    placed: Placed
    revision_id: str
    keys: frozenset[str]

    @property
    def day(self) -> int:
        """The day as a number, 0 for none."""
        return self.placed.profile.day.toordinal() if self.placed.profile.day else 0


class MemoryStories:
    """Obeys `Stories`."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables
        self._kept: dict[str, Kept] = {}
        self._stories: History[Story] = History(tables.journal)
        self._redirects: dict[str, Redirect] = {}
        self._edits: dict[int, StoryEdit] = {}

    def waiting(self) -> Sequence[str]:
        """Ids of articles whose current text stands in no story yet, by day of publication, then by id."""
        found = []
        for article_id in self._t.articles:
            row = self._t.current(article_id)
            kept = self._kept.get(article_id)
            if row and (kept is None or kept.revision_id != row.value):
                published = self._t.revisions[row.value].published_at
                found.append((published.day.isoformat() if published else "9999", article_id))
        return [article_id for _, article_id in sorted(found)]

    def put_profile(self, profile: StoryProfile, revision_id: str, keys: Collection[str], at: datetime) -> None:
        """Sets what an article is about, and the keys by which others find it."""
        before = self._held(profile.article_id)
        placed = Placed(profile, before.placed.placed_at if before else utc(at))
        with self._t.journal.transaction():
            self._t.journal.put(self._kept, profile.article_id, Kept(placed, revision_id, frozenset(keys)))

    def profiles(self, article_ids: Collection[str]) -> Mapping[str, Placed]:
        """What these articles are about, and since when they stand in a story."""
        return {a: kept.placed for a in sorted(set(article_ids)) if (kept := self._held(a))}

    def weights(self, article_ids: Collection[str]) -> Mapping[str, Weights]:
        """The weights of these articles' words alone."""
        return {article: weights_of(placed.profile) for article, placed in self.profiles(article_ids).items()}

    def near(self, keys: Collection[str], day: date | None, limit: int, *, later: bool = True) -> Sequence[str]:
        """Ids of articles that share keys, those sharing most first; of each key those nearest in time."""
        shared: Counter[str] = Counter()
        at = day.toordinal() if day else 9_999_999
        held = sorted((k.day, a, k.keys) for a, k in self._kept.items() if a in self._t.articles)
        for key in sorted(set(keys)):
            carriers = [(d, a) for d, a, has in held if key in has]
            before = [a for d, a in carriers if d <= at][::-1][:EACH]
            after = [a for d, a in carriers if d > at][: EACH if later else 0]
            undated = [a for d, a in carriers if d == 0][::-1][:EACH]
            shared.update({*before, *after, *undated})
        return sorted(shared, key=lambda a: (-shared[a], a))[:limit]

    def put(
        self, stories: Iterable[Story], retired: Iterable[str], redirects: Iterable[Redirect], at: datetime
    ) -> None:
        """Records groups and what became of others, in one transaction."""
        new = {s.id: s for s in stories}
        with self._t.journal.transaction():
            for story_id in sorted(set(retired) - new.keys()):
                self._stories.retire(story_id, utc(at))
            for story in new.values():
                self._stories.record(story.id, story, utc(at))
                self._t.journal.drop(self._redirects, story.id)
            for redirect in redirects:
                self._t.journal.put(self._redirects, redirect.story, redirect)

    def get(self, story_id: str, known_at: datetime | None = None) -> Story | None:
        """The story with this id, not following redirects."""
        row = self._stories.get(story_id, known_at)
        return row.value if row else None

    def minted(self, story_id: str) -> bool:
        """Whether a story ever had this id."""
        return story_id in self._stories.rows

    def of_articles(self, article_ids: Collection[str], known_at: datetime | None = None) -> Sequence[Story]:
        """The stories that hold any of these articles, by id."""
        asked = set(article_ids)
        return [s for _, s in self._stories.held(known_at) if not asked.isdisjoint(s.articles)]

    def all(self, known_at: datetime | None = None) -> Iterator[Story]:
        """Every story, by id."""
        return (story for _, story in list(self._stories.held(known_at)))

    def latest(self, since: date | None, until_day: date | None, limit: int) -> Sequence[Story]:
        """Stories whose last day lies in these (both included), the latest first, then by id backwards."""
        low, high = since or date.min, until_day or date.max
        found = [(s.last_day or date.min, s.id, s) for _, s in self._stories.held()]
        kept = [f for f in found if (low <= f[0] or since is None) and f[0] <= high]
        return [s for _, _, s in sorted(kept, key=lambda f: f[:2], reverse=True)][: max(0, limit)]

    def busiest(self, since: date, until_day: date, limit: int) -> Sequence[Story]:
        """Stories whose last day lies in these (both included), those of most articles first."""
        found = [s for _, s in self._stories.held() if s.last_day and since <= s.last_day <= until_day]
        ranked = sorted(found, key=lambda s: (-len(s.articles), -(s.last_day or since).toordinal(), s.id))
        return ranked[: max(0, limit)]

    def redirect(self, story_id: str) -> Redirect | None:
        """What a retired story goes on as (one step)."""
        return self._redirects.get(story_id)

    def resolve(self, prefix: str) -> Sequence[str]:
        """Ids that any story ever had and that start with these characters, at most 20."""
        return sorted(i for i in self._stories.rows if i.startswith(prefix))[:20]

    def edit(self, edit: StoryEdit) -> None:
        """Adds a person's word."""
        if all(e.id != edit.id for e in self._edits.values()):
            with self._t.journal.transaction():
                self._t.journal.put(self._edits, len(self._edits), edit)

    def undo(self, edit_id: str | None, at: datetime) -> StoryEdit | None:
        """Marks one (or the last not undone) as undone and returns it; None if there is none."""
        standing = [n for n, e in sorted(self._edits.items()) if not e.undone and edit_id in (None, e.id)]
        if not standing:
            return None
        with self._t.journal.transaction():
            self._t.journal.put(self._edits, standing[-1], replace(self._edits[standing[-1]], undone=True))
        return self._edits[standing[-1]]

    def edits(self) -> Sequence[StoryEdit]:
        """All that are not undone, oldest first."""
        return [e for _, e in sorted(self._edits.items()) if not e.undone]

    def _held(self, article_id: str) -> Kept | None:
        return self._kept.get(article_id) if article_id in self._t.articles else None
