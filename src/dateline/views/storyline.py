"""A story in brief: who speaks for it, how many independent voices, where it plays, how it goes on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateline.model.gist import Outline
from dateline.model.story import Edit, Story, StoryEdit
from dateline.store.base import Store
from dateline.views.following import Follows
from dateline.views.gists import outlines
from dateline.views.regions import Region, region
from dateline.views.runs import first_runs
from dateline.views.telling import Voice, speaker, speakers
from dateline.views.unchanged import Unchanged

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
class Counted:
    """What is counted of a story, with the fields of StoryBrief: all but who speaks for it and what it follows."""

    story: str
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
    pinned: bool
    muted: bool


Text = tuple[str, list[tuple[date | None, str]]]  # the outlet that ran it first, and all runs with their days
Summed = tuple[tuple[Outline, ...], tuple[date, ...], tuple[Text, ...], Region]
SUMMED: Unchanged[Summed] = Unchanged(1 << 11)  # by story
COUNTED: Unchanged[Counted] = Unchanged(1 << 11)  # by story
COUNTRIES: Unchanged[Mapping[str, str]] = Unchanged(1)


@dataclass(frozen=True, slots=True)
class Told:
    """A story with the outlines of those of its articles that are held and were published up to a day, in order;
    `copies` names for each article that is one of several copies the one that was published first, `countries` the
    country of each outlet; `days` are those of publication, sorted, `texts` the independent ones, `where` it plays."""

    story: Story
    articles: tuple[Outline, ...]
    copies: Mapping[str, str]
    countries: Mapping[str, str]
    days: tuple[date, ...]
    texts: tuple[Text, ...]
    where: Region

    def outlets(self, since: date) -> set[str]:
        """The outlets of the texts of that day and later: copies of one text count once, for the first that ran it."""
        fresh = (next((o for day, o in runs if day and day >= since), "") for _, runs in self.texts)
        return {outlet for outlet in fresh if outlet}


def read(store: Store, story: Story, as_of: date | None) -> Told | None:
    """The story with its articles up to a day; None if none of them is held, or was published by then."""
    return next(iter(read_all(store, [story], as_of)), None)


def read_all(store: Store, stories: Sequence[Story], as_of: date | None) -> list[Told]:
    """The same for many stories, in as few questions to the store as for one; those without articles left out."""
    held = outlines(store, [a for s in stories for a in s.articles[-SPEAKING:]])
    copies = first_runs(store, [a for s in stories for a in s.articles], held)
    countries = _countries(store)
    told = ((s, _told(s, held, copies, countries, as_of)) for s in stories)
    return [
        Told(s, articles, copies, countries, days, texts, where)
        for s, (articles, days, texts, where) in told
        if articles
    ]


def _countries(store: Store) -> Mapping[str, str]:
    """The country of each outlet; the same object as long as nothing of it changes."""
    told = tuple([(o.id, o.country) for o in store.outlets.all()])
    return COUNTRIES.get("", told, lambda: dict(told))


def _told(
    story: Story,
    held: Mapping[str, Outline],
    copies: Mapping[str, str],
    countries: Mapping[str, str],
    as_of: date | None,
) -> Summed:
    """What is told of a story, worked out anew if one of its articles, or of which text it is a copy, changed."""
    some = story.articles[-SPEAKING:]
    outlines_, runs = tuple([held.get(a) for a in some]), tuple([copies.get(a, a) for a in some])
    return SUMMED.get(story.id, (outlines_, runs, countries, as_of), lambda: _summed(outlines_, runs, countries, as_of))


def _summed(
    held: Sequence[Outline | None], copies: Sequence[str], countries: Mapping[str, str], as_of: date | None
) -> Summed:
    """What is counted of articles, whatever day it is; `copies` are the first runs of their texts."""
    kept = [(one, run) for one, run in zip(held, copies, strict=True) if one and _by_then(one, as_of)]
    articles, runs = [one for one, _ in kept], [run for _, run in kept]
    texts: dict[str, Text] = {}
    for one, text in zip(articles, runs, strict=True):
        texts.setdefault(text, (one.outlet_id, []))[1].append((one.day, one.outlet_id))
    days = sorted(one.day for one in articles if one.day)
    return tuple(articles), tuple(days), tuple(texts.values()), region(articles, countries)


def _by_then(one: Outline, as_of: date | None) -> bool:
    """Whether an article counts on a day: published by then, and not withdrawn."""
    return not one.withdrawn and (as_of is None or (one.day is not None and one.day <= as_of))


def in_brief(
    store: Store,
    told: Told,
    today: date,
    since: date | None,
    edits: Sequence[StoryEdit],
    follows: Follows | None = None,
) -> StoryBrief:
    """The brief of a story as it stands on a day; `since` is the first day of what is new."""
    return spoken(store, told, counted(told, today, since, edits), follows)


def spoken(store: Store, told: Told, size: Counted, follows: Follows | None = None) -> StoryBrief:
    """The brief of a story that is counted already: who speaks for it is chosen now."""
    return briefed(size, speaker(store, told.articles, told.copies), follows)


def all_in_brief(
    store: Store, told: Sequence[Told], today: date, since: date | None, edits: Sequence[StoryEdit]
) -> list[StoryBrief]:
    """The same for many stories that were read together, in as few questions to the store as for one."""
    copies = told[0].copies if told else {}  # each has those of all of them
    voices = speakers(store, [one.articles for one in told], copies)
    return [briefed(counted(one, today, since, edits), voice) for one, voice in zip(told, voices, strict=True)]


def briefed(size: Counted, voice: Voice, follows: Follows | None = None) -> StoryBrief:
    """The brief of a story of which all is known."""
    return StoryBrief(**{name: getattr(size, name) for name in Counted.__slots__}, voice=voice, follows=follows)


def counted(told: Told, today: date, since: date | None, edits: Sequence[StoryEdit]) -> Counted:
    """What is counted of a story as it stands on a day; `since` is the first day of what is new."""
    of = (told.story, told.articles, told.texts, told.countries, today, since, tuple(edits))
    return COUNTED.get(told.story.id, of, lambda: _counted(told, today, since, edits))


def _counted(told: Told, today: date, since: date | None, edits: Sequence[StoryEdit]) -> Counted:
    where, outlets = told.where, {outlet for outlet, _ in told.texts}
    return Counted(
        story=told.story.id,
        articles=len(told.articles),
        voices=len(told.texts),
        outlets=len(outlets),
        outlet_countries=tuple(sorted({c for o in outlets if (c := told.countries.get(o, ""))})),
        continents=where.continents,
        countries=where.countries,
        first_day=next(iter(told.days), None),
        last_day=next(reversed(told.days), None),
        course=course(told, today),
        new=len(told.days) - (bisect_left(told.days, since) if since else 0),
        pinned=marked(told.story, edits, Edit.PIN),
        muted=marked(told.story, edits, Edit.MUTE),
    )


def course(told: Told, today: date) -> Course:
    """How the story goes on, as seen on a day: a burst is counted in independent outlets against its own rhythm."""
    days = told.days
    if not days or (today - days[-1]).days > DORMANT:
        return Course.DORMANT
    if (today - days[-1]).days > FADING:
        return Course.FADING
    burst = today - timedelta(days=BURST_DAYS - 1)
    fresh, before = told.outlets(burst), bisect_left(days, burst)
    rhythm = before / max(1, (burst - days[0]).days) if before else 0.0
    if len(fresh) >= BURST and len(fresh) > rhythm * BURST_DAYS:
        return Course.BREAKING
    return Course.DEVELOPING if (today - days[-1]).days < BURST_DAYS else Course.STEADY


def marked(story: Story, edits: Iterable[StoryEdit], edit: Edit) -> bool:
    """Whether a person pinned (or muted) the story; the word points to an article of it, too, so that it holds on
    after a merge."""
    return any(
        e.edit is edit and (e.story == story.id or not set(e.articles).isdisjoint(story.articles)) for e in edits
    )
