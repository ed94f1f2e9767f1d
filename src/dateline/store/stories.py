"""Stories, in SQLite: profiles of articles, groups, redirects, and people's words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from dateline.model.story import Redirect, Story, StoryEdit, StoryProfile
from dateline.store.base_stories import EACH, Placed, Weights, weights_of
from dateline.store.codec import decode, encode, moment, recall, stamp, until
from dateline.store.rows import listed
from dateline.store.sqlite import Database, queries
from dateline.store.touched import Remembered, Touched

SQL = queries("stories")
PROFILES = 1 << 8  # profiles that are remembered: a page of a story asks thrice for some, 7 MB at most
UNDATED = 0  # the day of articles without one
REMEMBERED = 1 << 11  # weights of articles: those that front pages compare, 20 MB at most
LATEST = 9_999_999  # after every day


@lru_cache(maxsize=REMEMBERED)
def _weights(body: bytes) -> Weights:
    return decode(dict[str, float], body)


class SqliteStories:
    """Obeys `Stories`."""

    def __init__(self, db: Database, touched: Touched) -> None:
        self._db = db
        self._weights = Remembered(touched, self._read_weights, REMEMBERED)
        self._profiles = Remembered(touched, self._read_profiles, PROFILES)

    def waiting(self) -> Sequence[str]:
        """Ids of articles whose current text stands in no story yet, by day of publication, then by id."""
        return [row[0] for row in self._db.rows(SQL["waiting"])]

    def put_profile(self, profile: StoryProfile, revision_id: str, keys: Collection[str], at: datetime) -> None:
        """Sets what an article is about, and the keys by which others find it."""
        article = {"article": profile.article_id}
        day = profile.day.toordinal() if profile.day else UNDATED
        with self._db.transaction():
            params = {**article, "revision": revision_id, "at": stamp(at), "body": encode(profile)}
            self._db.run(SQL["put_profile"], params)
            self._db.run(SQL["put_weights"], {**article, "body": encode(weights_of(profile))})
            self._db.run(SQL["placed"], article)
            self._db.run(SQL["drop_keys"], article)
            self._db.run_many(SQL["put_key"], ({**article, "key": k, "day": day} for k in sorted(set(keys))))

    def profiles(self, article_ids: Collection[str]) -> Mapping[str, Placed]:
        """What these articles are about, and since when they stand in a story."""
        asked = sorted(set(article_ids))
        return self._profiles.get(asked) if len(asked) <= PROFILES // 4 else self._read_profiles(asked)

    def _read_profiles(self, article_ids: Sequence[str]) -> Mapping[str, Placed]:
        rows = self._db.rows(SQL["profiles"], {"ids": listed(article_ids)})
        return {article: Placed(decode(StoryProfile, body), moment(at)) for article, at, body in rows}

    def weights(self, article_ids: Collection[str]) -> Mapping[str, Weights]:
        """The weights of these articles' words alone."""
        return self._weights.get(article_ids)

    def _read_weights(self, article_ids: Sequence[str]) -> Mapping[str, Weights]:
        rows = self._db.rows(SQL["weights"], {"ids": listed(article_ids)})
        return {article: _weights(body) for article, body in rows}

    def near(self, keys: Collection[str], day: date | None, limit: int, *, later: bool = True) -> Sequence[str]:
        """Ids of articles that share keys, those sharing most first; of each key those nearest in time."""
        shared: Counter[str] = Counter()
        params = {"keys": listed(sorted(set(keys))), "day": day.toordinal() if day else LATEST, "undated": UNDATED}
        for some in self._db.rows(SQL["around"], {**params, "count": EACH, "ahead": EACH if later else 0}):
            shared.update({article for found in some for article in json.loads(found)})
        return sorted(shared, key=lambda a: (-shared[a], a))[:limit]

    def put(
        self, stories: Iterable[Story], retired: Iterable[str], redirects: Iterable[Redirect], at: datetime
    ) -> None:
        """Records groups and what became of others, in one transaction."""
        new = {s.id: s for s in stories}
        with self._db.transaction():
            for story_id in sorted(set(retired) - new.keys()):
                self._db.run(SQL["retire"], {"id": story_id, "at": stamp(at)})
            for story in new.values():
                self._put(story, stamp(at))
                self._db.run(SQL["drop_redirect"], {"story": story.id})
            for redirect in redirects:
                self._db.run(SQL["put_redirect"], {"story": redirect.story, "body": encode(redirect)})

    def _put(self, story: Story, at: str) -> None:
        current = self._db.row(SQL["current"], {"id": story.id})
        if current and decode(Story, current[1]) == story:
            return
        self._db.run(SQL["retire"], {"id": story.id, "at": at})
        last = self._db.row(SQL["last_retired"], {"id": story.id})
        day = story.last_day.toordinal() if story.last_day else UNDATED
        params = {"id": story.id, "day": day, "at": max(at, (last and last[0]) or ""), "body": encode(story)}
        row = self._db.run(SQL["put"], params)
        self._db.run_many(SQL["put_article"], ({"article": a, "story": row} for a in story.articles))

    def get(self, story_id: str, known_at: datetime | None = None) -> Story | None:
        """The story with this id, not following redirects."""
        row = self._db.row(SQL["get"], {"id": story_id, "at": until(known_at)})
        return decode(Story, row[0]) if row else None

    def minted(self, story_id: str) -> bool:
        """Whether a story ever had this id."""
        return self._db.row(SQL["minted"], {"id": story_id}) is not None

    def of_articles(self, article_ids: Collection[str], known_at: datetime | None = None) -> Sequence[Story]:
        """The stories that hold any of these articles, by id."""
        params = {"ids": listed(sorted(set(article_ids))), "at": until(known_at)}
        return [recall(Story, body) for _, body in self._db.rows(SQL["of_articles"], params)]

    def all(self, known_at: datetime | None = None) -> Iterator[Story]:
        """Every story, by id."""
        return (decode(Story, body) for _, body in self._db.walk(SQL["all"], {"at": until(known_at)}))

    def latest(self, since: date | None, until_day: date | None, limit: int) -> Sequence[Story]:
        """Stories whose last day lies in these (both included), the latest first, then by id backwards."""
        first = since.toordinal() if since else UNDATED
        last = until_day.toordinal() if until_day else LATEST
        params = {"since": first, "until": last, "count": max(0, limit)}
        return [recall(Story, row[0]) for row in self._db.rows(SQL["latest"], params)]

    def busiest(self, since: date, until_day: date, limit: int) -> Sequence[Story]:
        """Stories whose last day lies in these (both included), those of most articles first."""
        params = {"since": since.toordinal(), "until": until_day.toordinal(), "count": max(0, limit)}
        return [recall(Story, row[0]) for row in self._db.rows(SQL["busiest"], params)]

    def redirect(self, story_id: str) -> Redirect | None:
        """What a retired story goes on as (one step)."""
        row = self._db.row(SQL["redirect"], {"story": story_id})
        return decode(Redirect, row[0]) if row else None

    def resolve(self, prefix: str) -> Sequence[str]:
        """Ids that any story ever had and that start with these characters, at most 20."""
        return [row[0] for row in self._db.rows(SQL["resolve"], {"prefix": prefix})]

    def edit(self, edit: StoryEdit) -> None:
        """Adds a person's word."""
        self._db.run(SQL["put_edit"], {"id": edit.id, "body": encode(edit)})

    def undo(self, edit_id: str | None, at: datetime) -> StoryEdit | None:
        """Marks one (or the last not undone) as undone and returns it; None if there is none."""
        with self._db.transaction():
            found = self._db.row(SQL["last_edit"], {"id": edit_id})
            if not found:
                return None
            self._db.run(SQL["undo_edit"], {"row": found[0], "at": stamp(at)})
            return replace(decode(StoryEdit, found[1]), undone=True)

    def edits(self) -> Sequence[StoryEdit]:
        """All that are not undone, oldest first."""
        return [decode(StoryEdit, row[0]) for row in self._db.rows(SQL["edits"])]
