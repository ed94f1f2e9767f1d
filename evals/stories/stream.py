"""Replays articles in order of publication as a stream, and tells how steady their stories are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from dateline.annotate.standard import standard_chain
from dateline.model.article import Article, Published, Revision
from dateline.model.outlet import Outlet
from dateline.run.storying import story_pending
from dateline.run.working import Working
from dateline.store.base import Store
from dateline.store.open import open_store

OUTLET = Outlet("stream.example", "Stream")


@dataclass(frozen=True, slots=True)
class Arriving:
    """One article of a stream."""

    id: str
    headline: str
    text: str
    day: date


@dataclass(frozen=True, slots=True)
class Steadiness:
    """How many articles came, how many stories they make, how many articles were seen in another story after their
    first day, how many story ids ended, and how many of those lead nowhere."""

    articles: int
    stories: int
    moved: int
    ended: int
    lost: int


def read(folder: Path) -> list[Arriving]:
    """The articles of one topic, in order of publication."""
    rows = [json.loads(line) for line in (folder / "articles.jsonl").read_text("utf-8").splitlines()]
    made = [Arriving(r["id"], r.get("title") or "", r["text"], date.fromisoformat(r["published_at"])) for r in rows]
    return sorted(made, key=lambda a: (a.day, a.id))


def put(store: Store, article: Arriving, at: datetime) -> None:
    """Puts an article into a store, without marks."""
    revision = Revision(
        f"revision-{article.id}", article.id, article.headline, article.text, "en", published_at=Published(article.day)
    )
    store.articles.put(
        OUTLET, Article(article.id, OUTLET.id, f"https://stream.example/{article.id}"), revision, None, at
    )


def replay(articles: Sequence[Arriving], store: Store | None = None) -> Steadiness:
    """Lets the articles arrive on their days, each day looking at all stories that articles have stood in since."""
    held = store or open_store(None)
    clock = [datetime.combine(articles[0].day, time(), UTC)]
    working = Working(held, lambda: standard_chain(""), lambda: clock[0])
    first_day: dict[str, str] = {}
    moved: set[str] = set()
    came = {a.id: a.day for a in articles}
    for day in sorted({a.day for a in articles}):
        clock[0] = datetime.combine(day, time(12), UTC)
        for article in (a for a in articles if a.day == day):
            put(held, article, clock[0])
            story_pending(working)
        for story in held.stories.all():
            for article_id in story.articles:
                if came[article_id] == day:
                    first_day[article_id] = story.id
                elif first_day[article_id] != story.id:
                    moved.add(article_id)
    now = {s.id for s in held.stories.all()}
    ended = set(_ever(held)) - now
    lost = sum(_home(held, i) not in now for i in ended)
    return Steadiness(len(articles), len(now), len(moved), len(ended), lost)


def _ever(store: Store) -> set[str]:
    """All ids that stories ever had."""
    return {
        i
        for digit in "0123456789abcdef"
        for n in "0123456789abcdef"
        for i in store.stories.resolve(f"story-{digit}{n}")
    }


def _home(store: Store, story_id: str) -> str:
    """Where an id leads, following redirects."""
    seen = {story_id}
    while (onward := store.stories.redirect(story_id)) and onward.to not in seen:
        story_id = onward.to
        seen.add(story_id)
    return story_id
