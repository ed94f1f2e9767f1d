"""The world at a glance: what breaks, what goes on in each region, who reports from the spot, and what it adds up to.

Each story stands here once. An empty window is "nothing held", never "nothing happened".
"""

from __future__ import annotations

import statistics
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated

from dateline.model.continents import CONTINENTS
from dateline.model.story import Edit, Story, StoryEdit
from dateline.store.base import Held, Store
from dateline.views.base import Answer, AsOf, Reading, view
from dateline.views.coverage import continents
from dateline.views.evidence import published_day
from dateline.views.following import followed
from dateline.views.ground import OnTheGround, on_the_ground
from dateline.views.insights import Insight
from dateline.views.ranking import Ranked, ranked
from dateline.views.regions import region as plays_in
from dateline.views.regions import subregion
from dateline.views.storyline import Course, Told, in_brief, marked, read
from dateline.views.summing.all import insights
from dateline.views.summing.quiet import SOME, WEEKS, gone_quiet
from dateline.views.window import continent as continent_code
from dateline.views.window import first_day

CANDIDATES = 120  # stories of the window that are read, those of most articles first
BEHIND = 200  # stories before the window that are read at most, to tell what is the latest of a silent continent
BREAKING = 5  # stories of the first section
FOLLOWED = 8  # stories shown, the first by rank, for which the one that they follow is looked for
FEW = 4  # stories of a region below which none is usual
EACH = 4  # stories of a continent: the best of each sub-region before the second of any


@dataclass(frozen=True, slots=True)
class SubRegion:
    """A sub-region (UN M49) with the ids of the stories shown of it, the best first; `held` counts all of the window
    that play there first."""

    name: str
    stories: tuple[str, ...]
    held: int


@dataclass(frozen=True, slots=True)
class RegionNews:
    """One continent: its stories of the window that do not stand above; `elsewhere` are ids of those that do. Where the
    window holds nothing, `latest` is the last story held from before. `feeds` are those of its outlets, `healthy` those
    of them whose last visit went well. `parts` tells which of the stories play in which sub-region."""

    code: str
    name: str
    stories: tuple[Ranked, ...]
    elsewhere: tuple[str, ...]
    latest: Ranked | None
    feeds: int
    healthy: int
    parts: tuple[SubRegion, ...] = ()


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

    @property
    def part(self) -> str:
        """The sub-region in which it plays first, "" if none is known."""
        return subregion(next(iter(self.ranked.story.countries), ""))


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
    breaking, columns = _laid_out(inside, [code] if code else list(CONTINENTS))
    shown = [c for c in inside if c in breaking or any(c in column for column in columns.values())]
    silent = [o for o in columns if not any(o in c.ranked.story.continents for c in shown)]
    behind = _behind(store, silent, today, first, edits)
    told = {c.id: _with_follows(store, c, first, as_of) if n < FOLLOWED else c.ranked for n, c in enumerate(shown)}
    return Glance(
        since=first,
        as_of=today,
        region=code,
        held=len(inside),
        breaking=tuple(told[c.id] for c in breaking),
        regions=tuple(_news(store, o, columns[o], inside, told, next(iter(behind.get(o, [])), None)) for o in columns),
        ground=_ground(store, inside, shown, first),
        insights=(
            *insights(store, [_fresh(c.told, first) for c in inside], first, today, code),
            *_quiet(behind, inside, first),
        ),
        muted=sum(c.ranked.story.muted for c in found),
        why=why,
    )


def _laid_out(
    inside: Sequence[_Candidate], regions: Sequence[str]
) -> tuple[list[_Candidate], dict[str, list[_Candidate]]]:
    """What breaks, and the column of each region: every story once, where it plays first."""
    breaking = _breaking(inside)
    return breaking, {o: _column([c for c in inside if c.home == o and c not in breaking]) for o in regions}


def _column(stories: Sequence[_Candidate]) -> list[_Candidate]:
    """At most EACH stories by rank, the best of each sub-region before the second of any."""
    counted: dict[str, int] = {}
    turns = []
    for one in stories:
        turns.append((counted.setdefault(one.part, 0), one))
        counted[one.part] += 1
    chosen = [c for _, c in sorted(turns, key=lambda t: t[0])[:EACH]]
    return [c for c in stories if c in chosen]


def _with_follows(store: Store, shown: _Candidate, first: date, as_of: date | None) -> Ranked:
    """The story; one that began in the window with the earlier story that it follows."""
    told, story = shown.ranked.story, shown.told.story
    if story.first_day is None or story.first_day < first:
        return shown.ranked
    return replace(shown.ranked, story=replace(told, follows=followed(store, story, told.countries, as_of)))


def _candidate(
    store: Store, story: Story, today: date, first: date | None, edits: Sequence[StoryEdit]
) -> _Candidate | None:
    told = read(store, story, today)
    return _Candidate(told, ranked(in_brief(store, told, today, first, edits), today)) if told else None


def _breaking(inside: Sequence[_Candidate]) -> list[_Candidate]:
    """What people pinned, and bursts that stand out against what is usual in their region."""
    usual = {o: [c.ranked.story.outlets for c in inside if c.home == o] for o in {c.home for c in inside}}
    first = [c for c in inside if c.ranked.story.pinned or (_bursts(c) and _stands_out(c, usual[c.home]))]
    return first[:BREAKING]


def _bursts(one: _Candidate) -> bool:
    return one.ranked.story.course is Course.BREAKING


def _stands_out(one: _Candidate, outlets: Sequence[int]) -> bool:
    """Whether more outlets tell a story than the usual one of its region; where there are few, any burst does."""
    return len(outlets) < FEW or one.ranked.story.outlets > statistics.median_low(outlets)


def _behind(
    store: Store, silent: Collection[str], today: date, first: date, edits: Sequence[StoryEdit]
) -> dict[str, list[Ranked]]:
    """The stories before the window of each silent continent, the latest first: some of the weeks before, or else the
    last one."""
    found: dict[str, list[Ranked]] = {}
    for story in store.stories.latest(None, first - timedelta(days=1), BEHIND) if silent else ():
        recent = story.last_day is not None and (first - story.last_day).days <= WEEKS
        if all(len(found.get(one, ())) >= (SOME if recent else 1) for one in silent):
            break
        if marked(story, edits, Edit.MUTE) or (told := read(store, story, first)) is None:
            continue
        home = next(iter(plays_in(store, told.articles).continents), "")
        if home in silent and len(found.get(home, ())) < (SOME if recent else 1):
            found.setdefault(home, []).append(ranked(in_brief(store, told, today, first, edits), today))
    return found


def _quiet(behind: Mapping[str, Sequence[Ranked]], inside: Sequence[_Candidate], first: date) -> list[Insight]:
    """The continents that went quiet while news of others came in."""
    gone = [gone_quiet(code, [r.story for r in behind[code]], first) for code in sorted(behind)] if inside else []
    return [g for g in gone if g is not None]


def _news(
    store: Store,
    code: str,
    column: Sequence[_Candidate],
    inside: Sequence[_Candidate],
    told: Mapping[str, Ranked],
    latest: Ranked | None,
) -> RegionNews:
    own = {c.id for c in column}
    elsewhere = tuple(c.id for c in inside if code in c.ranked.story.continents and c.id in told and c.id not in own)
    thin = not column and not elsewhere
    feeds = [f for f in store.feeds.all() if continents().get(f.outlet.country.upper()) == code] if thin else []
    healthy = [f for f in feeds if (h := store.feeds.health(f.id)).visited_at and not h.failures]
    parts = _parts(column, [c for c in inside if c.home == code])
    stories = tuple(told[c.id] for c in column)
    return RegionNews(code, CONTINENTS[code], stories, elsewhere, latest, len(feeds), len(healthy), parts)


def _parts(column: Sequence[_Candidate], held: Sequence[_Candidate]) -> tuple[SubRegion, ...]:
    """The sub-regions of the stories of a column, in order."""
    names = dict.fromkeys(c.part for c in column if c.part)
    return tuple(
        SubRegion(name, tuple(c.id for c in column if c.part == name), sum(c.part == name for c in held))
        for name in names
    )


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
