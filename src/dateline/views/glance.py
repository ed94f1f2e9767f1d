"""The world at a glance: what breaks, what goes on in each region, who reports from the spot, and what it adds up to.

Each story stands here once. An empty window is "nothing held", never "nothing happened".
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from dateline.model.continents import CONTINENTS
from dateline.model.gist import Outline
from dateline.model.provenance import Reason
from dateline.model.story import Edit, Story, StoryEdit
from dateline.store.base import Store
from dateline.views.base import Answer, AsOf, Reading, view
from dateline.views.coverage import continents
from dateline.views.following import Follows, followed
from dateline.views.ground import OnTheGround, on_the_ground
from dateline.views.insights import Insight
from dateline.views.ranking import Ranked, parts, summed
from dateline.views.regions import subregion
from dateline.views.storyline import Counted, Course, Told, briefed, counted, marked, read_all
from dateline.views.summing.all import insights
from dateline.views.summing.quiet import SOME, WEEKS, gone_quiet
from dateline.views.telling import speakers
from dateline.views.unchanged import Unchanged
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
class _Weighed:
    """What a story weighs, by parts and in all; the continent and the sub-region of it in which it plays first ("" if
    that is not known); its articles of the window."""

    why: tuple[Reason, ...]
    score: float
    home: str
    part: str
    fresh: tuple[Outline, ...]


WEIGHED: Unchanged[_Weighed] = Unchanged(1 << 10)  # by story


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A story as told, counted and weighed."""

    id: str
    told: Told
    size: Counted
    weighed: _Weighed


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
    found = [c for c in _candidates(store, window, today, first, edits) if c.size.new]
    inside = [c for c in found if not c.size.muted and (not code or code in c.size.continents)]
    inside.sort(key=lambda c: (-c.weighed.score, c.id))
    breaking, columns = _laid_out(inside, [code] if code else list(CONTINENTS))
    placed = {c.id for c in (*breaking, *(c for column in columns.values() for c in column))}
    shown = [c for c in inside if c.id in placed]
    silent = [o for o in columns if not any(o in c.size.continents for c in shown)]
    behind = _behind(store, silent, today, first, edits)
    told = _ranked(store, shown, [_follows(store, c, first, as_of, n) for n, c in enumerate(shown)])
    fresh = {c.id: c.weighed.fresh for c in inside}
    return Glance(
        since=first,
        as_of=today,
        region=code,
        held=len(inside),
        breaking=tuple(told[c.id] for c in breaking),
        regions=tuple(_news(store, o, columns[o], inside, told, next(iter(behind.get(o, [])), None)) for o in columns),
        ground=_ground(store, inside, told, fresh),
        insights=(
            *insights(store, fresh, first, today, code),
            *_quiet(behind, inside, first),
        ),
        muted=sum(c.size.muted for c in found),
        why=why,
    )


def _laid_out(
    inside: Sequence[_Candidate], regions: Sequence[str]
) -> tuple[list[_Candidate], dict[str, list[_Candidate]]]:
    """What breaks, and the column of each region: every story once, where it plays first."""
    breaking = _breaking(inside)
    above = {c.id for c in breaking}
    return breaking, {o: _column([c for c in inside if c.weighed.home == o and c.id not in above]) for o in regions}


def _column(stories: Sequence[_Candidate]) -> list[_Candidate]:
    """At most EACH stories by rank, the best of each sub-region before the second of any."""
    taken: Counter[str] = Counter()
    turns = []
    for rank, one in enumerate(stories):
        part = one.weighed.part
        turns.append((taken[part], rank))
        taken[part] += 1
    return [stories[rank] for rank in sorted(rank for _, rank in sorted(turns)[:EACH])]


def _follows(store: Store, shown: _Candidate, first: date, as_of: date | None, rank: int) -> Follows | None:
    """The earlier story that one of the first by rank follows, if it began in the window."""
    story = shown.told.story
    if rank >= FOLLOWED or story.first_day is None or story.first_day < first:
        return None
    return followed(store, story, shown.size.countries, as_of)


def _candidates(
    store: Store, stories: Sequence[Story], today: date, first: date, edits: Sequence[StoryEdit]
) -> list[_Candidate]:
    return [_candidate(told, today, first, edits) for told in read_all(store, stories, today)]


def _candidate(told: Told, today: date, first: date, edits: Sequence[StoryEdit]) -> _Candidate:
    size, name = counted(told, today, first, edits), told.story.id
    of = (size, told.articles, today, first)
    return _Candidate(name, told, size, WEIGHED.get(name, of, lambda: _weighed(told, size, today, first)))


def _weighed(told: Told, size: Counted, today: date, first: date) -> _Weighed:
    why, home = parts(size, today), next(iter(size.continents), "")
    part = next((subregion(c) for c in size.countries if continents().get(c) == home), "")
    fresh = tuple(o for o in told.articles if o.day is not None and o.day >= first)
    return _Weighed(why, summed(why), home, part, fresh)


def _ranked(store: Store, stories: Sequence[_Candidate], follows: Sequence[Follows | None]) -> dict[str, Ranked]:
    """The stories by id, with who speaks for each."""
    copies = {
        a: first for c in stories[:1] for a, first in c.told.copies.items()
    }  # those of all that were read with it
    voices = speakers(store, [c.told.articles for c in stories], copies)
    told = zip(stories, voices, follows, strict=True)
    return {c.id: Ranked(briefed(c.size, voice, before), c.weighed.score, c.weighed.why) for c, voice, before in told}


def _breaking(inside: Sequence[_Candidate]) -> list[_Candidate]:
    """What people pinned, and bursts that stand out against what is usual in their region."""
    usual: dict[str, list[int]] = {}
    for one in inside:
        usual.setdefault(one.weighed.home, []).append(one.size.outlets)
    first = [c for c in inside if c.size.pinned or (_bursts(c) and _stands_out(c, usual[c.weighed.home]))]
    return first[:BREAKING]


def _bursts(one: _Candidate) -> bool:
    return one.size.course is Course.BREAKING


def _stands_out(one: _Candidate, outlets: Sequence[int]) -> bool:
    """Whether more outlets tell a story than the usual one of its region; where there are few, any burst does."""
    return len(outlets) < FEW or one.size.outlets > statistics.median_low(outlets)


def _behind(
    store: Store, silent: Collection[str], today: date, first: date, edits: Sequence[StoryEdit]
) -> dict[str, list[Ranked]]:
    """The stories before the window of each silent continent, the latest first: some of the weeks before, or else the
    last one."""
    found: dict[str, list[Ranked]] = {}
    before = store.stories.latest(None, first - timedelta(days=1), BEHIND) if silent else ()
    for told in read_all(store, before, first):
        last = told.story.last_day
        enough = SOME if last is not None and (first - last).days <= WEEKS else 1
        if all(len(found.get(one, ())) >= enough for one in silent):
            break
        home = next(iter(told.where.continents), "")
        if home in silent and len(found.get(home, ())) < enough and not marked(told.story, edits, Edit.MUTE):
            one = _candidate(told, today, first, edits)
            found.setdefault(home, []).extend(_ranked(store, [one], [None]).values())
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
    elsewhere = tuple(c.id for c in inside if c.id in told and code in c.size.continents and c.id not in own)
    thin = not column and not elsewhere
    feeds = [f for f in store.feeds.all() if continents().get(f.outlet.country.upper()) == code] if thin else []
    healthy = [f for f in feeds if (h := store.feeds.health(f.id)).visited_at and not h.failures]
    playing = _parts(column, [c for c in inside if c.weighed.home == code])
    stories = tuple(told[c.id] for c in column)
    return RegionNews(code, CONTINENTS[code], stories, elsewhere, latest, len(feeds), len(healthy), playing)


def _parts(column: Sequence[_Candidate], held: Sequence[_Candidate]) -> tuple[SubRegion, ...]:
    """The sub-regions of the stories of a column, in order."""
    playing = Counter(c.weighed.part for c in held)
    names = dict.fromkeys(c.weighed.part for c in column if c.weighed.part)
    shown = {name: tuple(c.id for c in column if c.weighed.part == name) for name in names}
    return tuple(SubRegion(name, stories, playing[name]) for name, stories in shown.items())


def _ground(
    store: Store, inside: Sequence[_Candidate], told: Mapping[str, Ranked], fresh: Mapping[str, Sequence[Outline]]
) -> tuple[OnTheGround, ...]:
    """Reports of the window; an article that speaks for a story above is not shown again."""
    spoken = {r.story.voice.article.article for r in told.values()}
    placed = [c for c in inside if c.weighed.home]
    return on_the_ground(store, [(c.id, fresh[c.id], c.weighed.home) for c in placed], spoken)
