"""A story in brief: who speaks for it, how many independent voices, where it plays, how it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateline.model.story import Edit, Story, StoryEdit
from dateline.store.base import Held, Store
from dateline.views.evidence import published_day
from dateline.views.following import Follows
from dateline.views.gather import first_runs
from dateline.views.regions import region
from dateline.views.telling import Voice, speaker

BURST_DAYS = 2  # days, up to the day asked for, in which a burst is counted
BURST = 2  # independent outlets in these that make one
FADING = 4  # days without news after which a story fades
DORMANT = 14  # the same until it sleeps
SPEAKING = 60  # articles of a story that are read, the latest


class Course(StrEnum):
    """How a story goes on: a burst of independent outlets, fresh news, a slow one, a silent one, a sleeping one."""

    BREAKING = "breaking"
    DEVELOPING = "developing"
    STEADY = "steady"
    FADING = "fading"
    DORMANT = "dormant"


@dataclass(frozen=True, slots=True)
class StoryBrief:
    """One story. `voices` are independent articles (copies of one text count once) of `outlets` outlets in
    `outlet_countries`; `continents` and `countries` are where it plays; `new` articles came within the asked time.
    `follows` is the earlier story of its matter, where it was looked for."""

    story: str
    voice: Voice
    articles: int
    voices: int
    outlets: int
    outlet_countries: tuple[str, ...]
    continents: tuple[str, ...]
    countries: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    course: Course
    new: int
    pinned: bool = False
    muted: bool = False
    follows: Follows | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A story with those of its articles that are held and were published up to a day, in order, and their copies."""

    story: Story
    articles: tuple[Held, ...]
    copies: Mapping[str, str]

    def independent(self, since: date | None = None) -> list[Held]:
        """One article of each text, those published on that day or later."""
        seen: dict[str, Held] = {}
        for held in self.articles:
            day = published_day(held)
            if since is None or (day is not None and day >= since):
                seen.setdefault(self.copies.get(held.article.id, held.article.id), held)
        return list(seen.values())


def read(store: Store, story: Story, as_of: date | None) -> Told | None:
    """The story with its articles up to a day; None if none of them is held, or was published by then."""
    held = (store.articles.get(a) for a in story.articles[-SPEAKING:])
    kept = [h for h in held if h is not None and not h.revision.withdrawn and _by(h, as_of)]
    return Told(story, tuple(kept), first_runs(store, story.articles)) if kept else None


def _by(held: Held, as_of: date | None) -> bool:
    day = published_day(held)
    return as_of is None or (day is not None and day <= as_of)


def in_brief(store: Store, told: Told, today: date, since: date | None, edits: Sequence[StoryEdit]) -> StoryBrief:
    """The brief of a story as it stands on a day; `since` is the first day of what is new."""
    days = [d for h in told.articles if (d := published_day(h))]
    independent, where = told.independent(), region(store, told.articles)
    return StoryBrief(
        story=told.story.id,
        voice=speaker(store, told.articles, told.copies),
        articles=len(told.articles),
        voices=len(independent),
        outlets=len({h.outlet.id for h in independent}),
        outlet_countries=tuple(sorted({h.outlet.country for h in independent if h.outlet.country})),
        continents=where.continents,
        countries=where.countries,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        course=course(told, today),
        new=sum(since is None or d >= since for d in days),
        pinned=marked(told.story, edits, Edit.PIN),
        muted=marked(told.story, edits, Edit.MUTE),
    )


def course(told: Told, today: date) -> Course:
    """How the story goes on, as seen on a day: a burst is counted in independent outlets against its own rhythm."""
    days = sorted(d for h in told.articles if (d := published_day(h)))
    if not days or (today - days[-1]).days > DORMANT:
        return Course.DORMANT
    if (today - days[-1]).days > FADING:
        return Course.FADING
    burst = today - timedelta(days=BURST_DAYS - 1)
    fresh = {h.outlet.id for h in told.independent(burst)}
    before = [d for d in days if d < burst]
    rhythm = len(before) / max(1, (burst - before[0]).days) if before else 0.0
    if len(fresh) >= BURST and len(fresh) > rhythm * BURST_DAYS:
        return Course.BREAKING
    return Course.DEVELOPING if (today - days[-1]).days < BURST_DAYS else Course.STEADY


def marked(story: Story, edits: Iterable[StoryEdit], edit: Edit) -> bool:
    """Whether a person pinned (or muted) the story; the word points to an article of it, too, so that it holds on
    after a merge."""
    return any(
        e.edit is edit and (e.story == story.id or not set(e.articles).isdisjoint(story.articles)) for e in edits
    )
