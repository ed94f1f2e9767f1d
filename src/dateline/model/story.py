"""Stories: articles on one happening and its direct course, with an id for life."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Sort(StrEnum):
    """Where an article has a word from: its headline, a name in its text, any word of its text."""

    HEADLINE = "headline"
    NAME = "name"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class StoryTerm:
    """A word of an article by its stem: how much it weighs there, how it is written, where it stands."""

    stem: str
    weight: float
    form: str
    sort: Sort


@dataclass(frozen=True, slots=True)
class StoryProfile:
    """What an article is about: its day of publication (None if it has none), its weightiest words, weightiest first,
    and the days of the happenings that its lead tells; the language that it is written in ("" if that is not clear),
    what it tells that any language shares (names by sound, figures, days, lands), and how many years it names.

    `act` is the day of the news that it tells first, None if no day is told; `steps` are the families of steps of a
    matter that this is of ("ballot", "parley"), none if it is no step; `ahead` is true where it is still to come, was
    put off or was called off. `moved` are days that something was put off from or called off on; `spot` is true for a
    report made where it happened, `history` for a page that tells what went before rather than news; `lands` are those
    that it is about (ISO 3166-1 alpha-2), by its marks."""

    article_id: str
    day: date | None
    terms: tuple[StoryTerm, ...]
    occurred: tuple[date, ...] = ()
    tongue: str = ""
    common: tuple[StoryTerm, ...] = ()
    years: int = 0
    act: date | None = None
    steps: tuple[str, ...] = ()
    ahead: bool = False
    moved: tuple[date, ...] = ()
    spot: bool = False
    history: bool = False
    lands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The articles on one happening and its direct course (TDT), by day of publication, then by id.

    The id is minted when the story begins and is kept for life: it survives new articles, merges (as a redirect) and
    restarts. `came_from` is the story that it was split from, "" for none.
    """

    id: str
    articles: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    came_from: str = ""


@dataclass(frozen=True, slots=True)
class Redirect:
    """That a retired story goes on as another one, and why."""

    story: str
    to: str
    why: str


class Edit(StrEnum):
    """What a person can say of stories."""

    MERGE = "merge"
    SPLIT = "split"
    PIN = "pin"
    MUTE = "mute"


@dataclass(frozen=True, slots=True)
class StoryEdit:
    """A person's word on a story; it survives recomputation, and is undone, never deleted.

    `articles` and `others` point to what the stories held when it was said: MERGE says that the first of both are of
    one story, SPLIT that none of `articles` is in one story with any of `others`.
    """

    id: str
    edit: Edit
    story: str
    by: str
    at: datetime
    articles: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    undone: bool = False
