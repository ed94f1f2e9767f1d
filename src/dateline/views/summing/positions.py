"""Positions that changed: a party that now supports what it opposed, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dateline.link.positions import Dated, succession
from dateline.link.stories.profile import keys
from dateline.model.gist import Gist, Outline
from dateline.model.position import Position, Stance
from dateline.model.time import day
from dateline.store.base import Store
from dateline.views.articles import brief
from dateline.views.gists import gists, outlines
from dateline.views.insights import Basis, Insight, InsightKind
from dateline.views.summing.acts import named

STORIES = 12  # stories whose fresh articles are looked at, the first by rank
FRESH = 2  # articles of each, the latest
NEAR = 24  # articles that share words with one that takes a position
BEFORE = 6  # of these, from before the window, whose positions are read
SIDES = {Stance.SUPPORTS: True, Stance.OFFERS: True, Stance.OPPOSES: False}  # for or against
RULE = "a party for what it was against before these days, or against what it was for"

Taken = tuple[Position, Outline]


def turned(store: Store, stories: Sequence[Sequence[Outline]], first: date) -> list[Insight]:
    """Turns told by the fresh articles of some stories, against articles from before the window that share words."""
    fresh = gists(store, [o.article_id for articles in stories[:STORIES] for o in articles[-FRESH:]])
    found: dict[str, Insight] = {}
    for article in dict.fromkeys(o.article_id for articles in stories[:STORIES] for o in articles[-FRESH:]):
        own = [t for t in _taken(fresh[article]) if t[0].stance in SIDES]
        for new, old in _turns(own, list(_earlier(store, article, first)) if own else []):
            found.setdefault(f"{new[0].actor} {old[0].id}", _insight(store, new, old))
    return list(found.values())


def _turns(fresh: Sequence[Taken], earlier: Sequence[Taken]) -> Iterator[tuple[Taken, Taken]]:
    """Fresh positions that take the place of earlier ones on the same thing with the opposite stance."""
    taken = {p.id: (p, o) for p, o in (*earlier, *fresh)}
    new = {p.id for p, _ in fresh}
    dated = [Dated(p, day(o.day)) for p, o in taken.values() if o.day]
    for later, before in sorted(succession(dated).items()):
        one, other = taken[later], taken[before]
        sides = {SIDES.get(one[0].stance), SIDES.get(other[0].stance)}
        if later in new and before not in new and sides == {True, False}:
            yield one, other


def _earlier(store: Store, article: str, first: date) -> Iterator[Taken]:
    """The positions of articles from before the window that share words with one."""
    profile = store.stories.profiles([article]).get(article)
    if profile is None:
        return
    near = store.stories.near(keys(profile.profile), first - timedelta(days=1), NEAR, later=False)
    known = outlines(store, near)
    before = [a for a in near if a in known and (known[a].day or date.max) < first][:BEFORE]
    whole = gists(store, before)
    for other in before:
        yield from _taken(whole[other])


def _taken(gist: Gist) -> Iterator[Taken]:
    return ((position, gist.outline) for position in gist.positions)


def _insight(store: Store, new: Taken, old: Taken) -> Insight:
    position, before = new[0], old[0]
    told = f"{named(position.actor)}: {before.stance} on {old[1].day}, {position.stance} now"
    shown = tuple(basis for taken in (new, old) if (basis := _basis(store, taken[0])))
    return Insight(InsightKind.POSITION, told, shown, "", RULE)


def _basis(store: Store, position: Position) -> Basis | None:
    held = store.articles.get(position.article_id)
    return Basis(position.claim, position.sentence.exact, brief(held)) if held else None
