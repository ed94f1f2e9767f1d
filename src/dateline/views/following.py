"""Which story another one follows, and the matters that it belongs to: the second vote is a story of its own, told as
following the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.link.matching import about, words_of
from dateline.link.stories.following import KIN, LOOKED_AT, kin_reasons, kinship
from dateline.link.stories.profile import Compared, keys
from dateline.model.provenance import Reason
from dateline.model.story import Story
from dateline.store.base import Store
from dateline.store.base_stories import Placed, Weights
from dateline.views.gists import outlines
from dateline.views.regions import region

NEAR = 20  # articles that share words and are looked at
LIKELY = 5  # stories of these that are compared by names and lands
CLOSEST = 3  # stories of these whose places are read
PLACED = 60  # articles of such a story whose places are


@dataclass(frozen=True, slots=True)
class Follows:
    """The earlier story, its headline and last day, and what both share."""

    story: str
    headline: str
    last_day: date | None
    why: tuple[Reason, ...]


def followed(store: Store, story: Story, countries: Sequence[str], as_of: date | None = None) -> Follows | None:
    """The story of the same matter that ended before this one began and is nearest in names, words and lands; one of
    the two must play where the other mostly does. None if there is none, or the story has no day."""
    first = story.first_day
    own = _compared(store, story.articles[:LOOKED_AT])
    if first is None or not own or not countries or (as_of is not None and first > as_of):
        return None
    named = list(dict.fromkeys(k for article in own for k in keys(article.profile)))
    near = store.stories.near(named, first, NEAR, later=False)
    earlier = [s for s in store.stories.of_articles(near) if s.id != story.id and s.last_day and s.last_day <= first]
    for kin, other in _likeliest(store, own, earlier)[:CLOSEST]:
        if kin >= KIN and _joined(countries, _countries(store, other)):
            return _follows(store, own, other)
    return None


def _likeliest(store: Store, own: Sequence[Compared], stories: Sequence[Story]) -> list[tuple[float, Story]]:
    """The kinship of those stories of whose first articles one shares most words, the nearest kin first."""
    firsts = store.stories.weights([a for s in stories for a in s.articles[:LOOKED_AT]])
    alike = {a: max(_alike(mine.weights, theirs) for mine in own) for a, theirs in firsts.items() if theirs}
    best = {s.id: max((alike.get(a, 0.0) for a in s.articles[:LOOKED_AT]), default=0.0) for s in stories}
    near = sorted((s for s in stories if best[s.id]), key=lambda s: (-best[s.id], s.id))
    profiles = store.stories.profiles([a for s in near[:LIKELY] for a in s.articles[:LOOKED_AT]])
    kin = [(kinship(own, _ready(profiles, s.articles[:LOOKED_AT])), s) for s in near[:LIKELY]]
    return sorted(kin, key=lambda k: (-k[0], k[1].id))


def _alike(mine: Weights, theirs: Weights) -> float:
    """The cosine of the words of two articles."""
    return sum(weight * theirs[stem] for stem, weight in mine.items() if stem in theirs)


def matters_of(store: Store, articles: Sequence[str]) -> tuple[str, ...]:
    """The names of the dossiers that one of these articles (the first few) belongs to: it is about every word of the
    dossier's query."""
    some = [h.revision for a in articles[:LOOKED_AT] if (h := store.articles.get(a))]
    found = []
    for matter in store.matters.all():
        words = words_of(matter.query)
        if words and any(all(about(words, r.headline, r.text).about.values()) for r in some):
            found.append(matter.name)
    return tuple(found)


def _follows(store: Store, own: Sequence[Compared], other: Story) -> Follows:
    theirs = _compared(store, other.articles[:1])
    held = store.articles.get(other.articles[0])
    headline = held.revision.headline if held else ""
    return Follows(other.id, headline, other.last_day, kin_reasons(theirs[0], own[0]))


def _compared(store: Store, articles: Sequence[str]) -> list[Compared]:
    return _ready(store.stories.profiles(articles), articles)


def _ready(profiles: Mapping[str, Placed], articles: Sequence[str]) -> list[Compared]:
    return [Compared(profiles[a].profile) for a in articles if a in profiles and profiles[a].profile.terms]


def _countries(store: Store, story: Story) -> tuple[str, ...]:
    lands = {o.id: o.country for o in store.outlets.all()}
    return region(outlines(store, story.articles[:PLACED]).values(), lands).countries


def _joined(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    return bool(theirs) and (mine[0] in theirs or theirs[0] in mine)
