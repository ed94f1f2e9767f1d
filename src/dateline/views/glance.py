"""The world at a glance: what breaks, what goes on in each region, who reports from the spot, and what it adds up to.

Each story stands here once. An empty window is "nothing held", never "nothing happened".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from dateline.model.continents import CONTINENTS
from dateline.model.story import Edit, Story, StoryEdit
from dateline.store.base import Held, Store
from dateline.views.base import Answer, AsOf, Reading, view
from dateline.views.coverage import continents
from dateline.views.evidence import published_day
from dateline.views.ground import OnTheGround, on_the_ground
from dateline.views.insights import Insight
from dateline.views.ranking import Ranked, ranked
from dateline.views.regions import region as plays_in
from dateline.views.storyline import Course, Told, in_brief, marked, read
from dateline.views.summing.all import insights
from dateline.views.window import continent as continent_code
from dateline.views.window import first_day

CANDIDATES = 120  # stories of the window that are read, those of most articles first
BEHIND = 200  # stories before the window that are read at most, to tell what is the latest of a silent continent
BREAKING = 5  # stories of the first section
EACH = 3  # stories of a continent


@dataclass(frozen=True, slots=True)
class RegionNews:
    """One continent: its stories of the window that do not stand above; `elsewhere` are ids of those that do. Where the
    window holds nothing, `latest` is the last story held from before. `feeds` are those of its outlets, `healthy` those
    of them whose last visit went well."""

    code: str
    name: str
    stories: tuple[Ranked, ...]
    elsewhere: tuple[str, ...]
    latest: Ranked | None
    feeds: int
    healthy: int


@dataclass(frozen=True, slots=True)
class Glance(Answer):
    """The front page of a day: the days looked at (both included), the region asked for (code, "" for the world),
    the sections, how many stories the window holds, and whether the parts of each rank were asked for."""

    since: date
    as_of: date
    region: str
    held: int
    breaking: tuple[Ranked, ...]
    regions: tuple[RegionNews, ...]
    ground: tuple[OnTheGround, ...]
    insights: tuple[Insight, ...]
    muted: int = 0
    why: bool = False

    @property
    def exit_status(self) -> int:
        """1 if the window holds nothing."""
        return 0 if self.held else 1

    @property
    def warnings(self) -> tuple[str, ...]:
        """That the window is empty, and what a person muted."""
        empty = (
            () if self.held else (f"nothing is held from {self.since} to {self.as_of}; that is not: nothing happened",)
        )
        return (*empty, *((f"{self.muted} muted stories are left out",) if self.muted else ()))

    @property
    def next(self) -> tuple[str, ...]:
        """The first story, or a wider window."""
        first = [r.story.story for r in (*self.breaking, *(s for g in self.regions for s in g.stories))]
        return (f"story {first[0]}",) if first else ("glance --since 30d", "feeds list")


@dataclass(frozen=True, slots=True)
class _Candidate:
    told: Told
    ranked: Ranked

    @property
    def id(self) -> str:
        return self.told.story.id

    @property
    def home(self) -> str:
        return next(iter(self.ranked.story.continents), "")


@view(
    "glance",
    doc="The world at a glance: breaking, by region, on the ground, and what it adds up to; each story once.",
    sample={"since": "10000d"},
)
def glance(
    reading: Reading,
    *,
    region: Annotated[str, "Only this continent: africa, asia, europe, oceania, north-america, south-america."] = "",
    since: Annotated[str, "How far back: 24h, 7d, 2w, or a day."] = "24h",
    as_of: AsOf = None,
    why: Annotated[bool, "Also the parts of each story's rank."] = False,
) -> Glance:
    """The front page as it stood on a day (today by default)."""
    today, code = as_of or reading.today, continent_code(region)
    first, store, edits = first_day(since, today), reading.store, reading.store.stories.edits()
    # Seen from a past day, stories count that went on after it, too: their last day lies anywhere behind the first.
    window = store.stories.busiest(first, date.max, CANDIDATES if as_of is None else CANDIDATES * 4)
    found = [c for s in window if (c := _candidate(store, s, today, first, edits)) and c.ranked.story.new]
    inside = [c for c in found if not c.ranked.story.muted and (not code or code in c.ranked.story.continents)]
    inside.sort(key=lambda c: (-c.ranked.score, c.id))
    breaking = _breaking(inside)
    shown = {c.id for c in breaking}
    regions = []
    for one in [code] if code else CONTINENTS:
        news = [c for c in inside if c.home == one and c.id not in shown][:EACH]
        also = [c.id for c in inside if one in c.ranked.story.continents and c.id in shown]
        shown |= {c.id for c in news}
        regions.append((one, news, also))
    latest = _latest(store, [o for o, n, a in regions if not n and not a], today, first, edits)
    taken = [c for c in inside if c.id in shown]
    return Glance(
        since=first,
        as_of=today,
        region=code,
        held=len(inside),
        breaking=tuple(c.ranked for c in breaking),
        regions=tuple(_news(store, o, n, a, latest.get(o)) for o, n, a in regions),
        ground=_ground(store, inside, taken, first),
        insights=insights(store, [h for c in inside for h in _fresh(c.told, first)], first, today, code),
        muted=sum(c.ranked.story.muted for c in found),
        why=why,
    )


def _candidate(
    store: Store, story: Story, today: date, first: date | None, edits: Sequence[StoryEdit]
) -> _Candidate | None:
    told = read(store, story, today)
    return _Candidate(told, ranked(in_brief(store, told, today, first, edits), today)) if told else None


def _breaking(inside: Sequence[_Candidate]) -> list[_Candidate]:
    """Bursts, and what people pinned."""
    first = [c for c in inside if c.ranked.story.pinned or c.ranked.story.course is Course.BREAKING]
    return first[:BREAKING]


def _latest(
    store: Store, silent: Collection[str], today: date, first: date, edits: Sequence[StoryEdit]
) -> dict[str, Ranked]:
    """The last story before the window of each silent continent."""
    found: dict[str, Ranked] = {}
    before = store.stories.latest(None, first, BEHIND) if silent else ()
    for story in before:
        if marked(story, edits, Edit.MUTE) or (told := read(store, story, first)) is None:
            continue
        home = next(iter(plays_in(store, told.articles).continents), "")
        if home in silent and home not in found:
            found[home] = ranked(in_brief(store, told, today, first, edits), today)
            if len(found) == len(silent):
                break
    return found


def _news(
    store: Store, code: str, news: Sequence[_Candidate], elsewhere: Sequence[str], latest: Ranked | None
) -> RegionNews:
    thin = not news and not elsewhere
    feeds = [f for f in store.feeds.all() if continents().get(f.outlet.country.upper()) == code] if thin else []
    healthy = [f for f in feeds if (h := store.feeds.health(f.id)).visited_at and not h.failures]
    stories = tuple(c.ranked for c in news)
    return RegionNews(code, CONTINENTS[code], stories, tuple(elsewhere), latest, len(feeds), len(healthy))


def _fresh(told: Told, first: date) -> list[Held]:
    """The articles of the window."""
    return [h for h in told.articles if (day := published_day(h)) is not None and day >= first]


def _ground(
    store: Store, inside: Sequence[_Candidate], shown: Sequence[_Candidate], first: date
) -> tuple[OnTheGround, ...]:
    """Reports of the window; an article that speaks for a story above is not shown again."""
    spoken = {c.ranked.story.voice.article.article for c in shown}
    fresh = [(Told(c.told.story, tuple(_fresh(c.told, first)), c.told.copies), c.home) for c in inside if c.home]
    return on_the_ground(store, fresh, spoken)
