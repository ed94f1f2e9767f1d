"""An article arrives: the stories around it are grouped anew, with bounded work; ids and settled parts stay."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Protocol

from dateline.link.stories.affinity import STANDARD, Setting, affinity
from dateline.link.stories.grouping import Pair, group
from dateline.link.stories.parting import Parting
from dateline.link.stories.profile import Compared, keys
from dateline.model.ids import content_id
from dateline.model.story import Edit, Redirect, Story, StoryEdit, StoryProfile

NEAREST = 40  # articles that share a key with a new one and are compared with it
AROUND = 6  # stories that are grouped anew with it, at most
SPOKEN = 24  # articles that speak for a story: of a larger one those nearest in time
FAINT = 0.5  # share of the threshold from which a story is looked at


class Lookup(Protocol):
    """What is held around an article; small answers only."""

    def near(self, of: StoryProfile, names: Sequence[str], limit: int) -> Sequence[str]:
        """Ids of other articles that share these keys, those sharing most first."""

    def profiles(self, article_ids: Collection[str]) -> Mapping[str, StoryProfile]:
        """The profiles of articles that are still held and not withdrawn."""

    def stories_of(self, article_ids: Collection[str]) -> Sequence[Story]:
        """The stories that hold any of these."""

    def settled(self, article_ids: Collection[str]) -> Collection[str]:
        """Those of these articles that readers have seen in their story for a while: they stay together."""

    def edits(self) -> Sequence[StoryEdit]:
        """What people said of stories."""

    def minted(self, story_id: str) -> bool:
        """Whether a story ever had this id."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """What is to be recorded: stories as they are now, ids that end, and where they go on."""

    stories: tuple[Story, ...]
    retired: tuple[str, ...]
    redirects: tuple[Redirect, ...]


def arrive(of: StoryProfile, lookup: Lookup, setting: Setting = STANDARD) -> Arranged:
    """Places one article (new, or with a new text) among the stories that are held.

    Looks at NEAREST articles and AROUND stories, of each at SPOKEN articles, however many are held.
    """
    new = Compared(of)
    found = lookup.profiles([a for a in lookup.near(of, keys(of), NEAREST) if a != of.article_id])
    scores = {a: affinity(new, Compared(p), setting) for a, p in found.items()}
    close = sorted((a for a, s in scores.items() if s >= setting.same * FAINT), key=lambda a: (-scores[a], a))
    around: dict[str, Story] = {s.id: s for s in lookup.stories_of([of.article_id])}
    for article in close:
        if len(around) < AROUND:
            around.update((s.id, s) for s in lookup.stories_of([article]))
    return regroup([of], around.values(), lookup, setting)


def regroup(
    new: Sequence[StoryProfile],
    around: Iterable[Story],
    lookup: Lookup,
    setting: Setting = STANDARD,
    *,
    loose: bool = False,
) -> Arranged:
    """Groups some stories and new articles anew; `loose` lets settled articles change their story, too."""
    stories = _with_merged({s.id: s for s in around}, lookup)
    spoken = {s.id: _speakers(s, new) for s in stories.values()}
    names = {a for speakers in spoken.values() for a in speakers}
    profiles = {**lookup.profiles(names), **{p.article_id: p for p in new}}
    settled = set() if loose else set(lookup.settled(names - {p.article_id for p in new}))
    parts = _parts(stories.values(), spoken, profiles, settled)
    parts += [[p.article_id] for p in new if not any(p.article_id in part for part in parts)]
    always, never = _said(lookup.edits(), profiles)
    parts = _joined(parts, always)
    spots = [a for a, p in profiles.items() if p.spot]
    made = {a: Compared(p) for a, p in profiles.items()}
    near = _affinities(made, parts, setting)
    groups = group(parts, near, setting.same, never, settled, spots, Parting(made, setting))
    held = lookup.profiles({a for s in stories.values() for a in s.articles} | set(profiles))
    whole = _with_silent(groups, stories.values(), spoken, {**held, **profiles})
    days = {a: p.day for a, p in {**held, **profiles}.items()}
    return name(whole, tuple(stories.values()), days, lookup, settled)


def _with_merged(stories: dict[str, Story], lookup: Lookup) -> dict[str, Story]:
    """The stories, and those that people said are one with them."""
    mine = {a for s in stories.values() for a in s.articles}
    said = [(*e.articles[:1], *e.others[:1]) for e in lookup.edits() if e.edit is Edit.MERGE]
    more = {a for pair in said if mine & set(pair) for a in pair} - mine
    return {**stories, **{s.id: s for s in lookup.stories_of(sorted(more))}} if more else stories


def _speakers(story: Story, new: Sequence[StoryProfile]) -> tuple[str, ...]:
    """The articles of a story that are looked at: all, or those nearest to the end where the new ones stand."""
    if len(story.articles) <= SPOKEN:
        return story.articles
    days = [p.day for p in new if p.day]
    middle = story.last_day is None or story.first_day is None or not days
    late = middle or abs((max(days) - story.last_day).days) <= abs((max(days) - story.first_day).days)  # type: ignore[operator]
    return story.articles[-SPOKEN:] if late else story.articles[:SPOKEN]


def _parts(
    stories: Iterable[Story],
    spoken: Mapping[str, Sequence[str]],
    profiles: Mapping[str, StoryProfile],
    settled: Collection[str],
) -> list[list[str]]:
    """What stays together: the settled articles of each story, all speakers of a large one; the others are free."""
    parts: list[list[str]] = []
    for story in stories:
        speakers = [a for a in spoken[story.id] if a in profiles]
        large = len(story.articles) > SPOKEN
        core = [a for a in speakers if large or a in settled]
        parts += [core] if core else []
        parts += [[a] for a in speakers if a not in core]
    return parts


def _said(edits: Iterable[StoryEdit], held: Collection[str]) -> tuple[list[Pair], list[Pair]]:
    """The pairs that people put together, and those that they put apart."""
    always: list[Pair] = []
    never: list[Pair] = []
    for edit in edits:
        pairs = [(min(a, b), max(a, b)) for a in edit.articles for b in edit.others if a in held and b in held]
        if edit.edit is Edit.MERGE:
            always += pairs[:1]
        elif edit.edit is Edit.SPLIT:
            never += pairs
    return always, never


def _joined(parts: Sequence[Sequence[str]], always: Sequence[Pair]) -> list[list[str]]:
    """The parts, with those joined that people put together."""
    joined = [list(p) for p in parts]
    for a, b in always:
        one = next((p for p in joined if a in p), None)
        other = next((p for p in joined if b in p), None)
        if one is not None and other is not None and one is not other:
            joined.remove(other)
            one += other
    return joined


def _affinities(made: Mapping[str, Compared], parts: Sequence[Sequence[str]], setting: Setting) -> dict[Pair, float]:
    found = {}
    for one, other in combinations(parts, 2):
        for a in one:
            for b in other:
                if score := affinity(made[a], made[b], setting):
                    found[min(a, b), max(a, b)] = score
    return found


def _with_silent(
    groups: Iterable[Sequence[str]],
    stories: Iterable[Story],
    spoken: Mapping[str, Sequence[str]],
    held: Collection[str],
) -> list[list[str]]:
    """The groups, with the articles of large stories that were not looked at where the others of theirs went."""
    whole = [list(g) for g in groups]
    for story in stories:
        silent = [a for a in story.articles if a not in spoken[story.id] and a in held]
        home = next((g for g in whole if not set(spoken[story.id]).isdisjoint(g)), None)
        if silent and home is None:
            whole.append(silent)
        elif home is not None:
            home += [a for a in silent if a not in home]
    return whole


def name(
    groups: Sequence[Collection[str]],
    before: Sequence[Story],
    days: Mapping[str, date | None],
    lookup: Lookup,
    settled: Collection[str] = (),
) -> Arranged:
    """Gives each group an id: that of the story it has most settled articles of, then most articles (the older story on
    a tie), else a new one."""
    shares = sorted(
        (-len(both.intersection(settled)), -len(both), story.first_day or date.max, story.id, n)
        for n, g in enumerate(groups)
        for story in before
        if (both := set(story.articles) & set(g))
    )
    named: dict[int, str] = {}
    for *_, story_id, n in shares:
        if n not in named and story_id not in named.values():
            named[n] = story_id
    origin = {n: story_id for *_, story_id, n in reversed(shares)}
    came = {s.id: s.came_from for s in before}
    stories: list[Story] = []
    for n, articles in enumerate(groups):
        own = named.get(n)
        ordered = sorted(articles, key=lambda a: (days.get(a) or date.max, a))
        story_id = own or _mint(ordered[0], lookup, {s.id for s in stories})
        from_ = came[own] if own else origin.get(n, "")
        known = [d for a in articles if (d := days.get(a))]
        stories.append(Story(story_id, tuple(ordered), min(known, default=None), max(known, default=None), from_))
    return _ended(stories, before)


def _mint(first: str, lookup: Lookup, taken: Collection[str]) -> str:
    """An id that no story ever had: it tells nothing of what the story holds later."""
    number = 0
    while (made := content_id("story", first, str(number))) in taken or lookup.minted(made):
        number += 1
    return made


def _ended(stories: Sequence[Story], before: Sequence[Story]) -> Arranged:
    """Ids that no group has kept go on where most of their articles are (the first by id on a tie)."""
    kept = {s.id for s in stories}
    redirects = []
    for old in before:
        if old.id in kept:
            continue
        shares = sorted((-len(set(old.articles) & set(s.articles)), s.id) for s in stories)
        if shares and shares[0][0] < 0:
            redirects.append(Redirect(old.id, shares[0][1], "its articles stand there now"))
    retired = tuple(sorted(s.id for s in before if s.id not in kept))
    known = {s.id: s for s in before}
    changed = tuple(s for s in stories if known.get(s.id) != s)
    return Arranged(changed, retired, tuple(redirects))
