"""Positions that changed: a party that now supports what it opposed, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dateline.annotate.positions.finder import Page, positions
from dateline.link.positions import Dated, succession
from dateline.link.stories.profile import keys
from dateline.model.claim import Claim
from dateline.model.position import Position, Stance
from dateline.model.time import day
from dateline.store.base import Held, Store
from dateline.views.articles import brief
from dateline.views.evidence import published_day
from dateline.views.insights import Basis, Insight, InsightKind
from dateline.views.summing.acts import named

STORIES = 12  # stories whose fresh articles are looked at, the first by rank
FRESH = 2  # articles of each, the latest
NEAR = 24  # articles that share words with one that takes a position
BEFORE = 6  # of these, from before the window, whose positions are read
SIDES = {Stance.SUPPORTS: True, Stance.OFFERS: True, Stance.OPPOSES: False}  # for or against
RULE = "a party for what it was against before these days, or against what it was for"

Taken = tuple[Position, Held]


def turned(store: Store, stories: Sequence[Sequence[Held]], first: date) -> list[Insight]:
    """Turns told by the fresh articles of some stories, against articles from before the window that share words."""
    found: dict[str, Insight] = {}
    for articles in stories[:STORIES]:
        for held in list(articles)[-FRESH:]:
            fresh = [t for t in _taken(store, held) if t[0].stance in SIDES]
            for new, old in _turns(fresh, list(_earlier(store, held, first)) if fresh else []):
                found.setdefault(f"{new[0].actor} {old[0].id}", _insight(new, old))
    return list(found.values())


def _turns(fresh: Sequence[Taken], earlier: Sequence[Taken]) -> Iterator[tuple[Taken, Taken]]:
    """Fresh positions that take the place of earlier ones on the same thing with the opposite stance."""
    taken = {p.id: (p, h) for p, h in (*earlier, *fresh)}
    new = {p.id for p, _ in fresh}
    dated = [Dated(p, day(d)) for p, h in taken.values() if (d := published_day(h))]
    for later, before in sorted(succession(dated).items()):
        one, other = taken[later], taken[before]
        sides = {SIDES.get(one[0].stance), SIDES.get(other[0].stance)}
        if later in new and before not in new and sides == {True, False}:
            yield one, other


def _earlier(store: Store, held: Held, first: date) -> Iterator[Taken]:
    """The positions of articles from before the window that share words with one."""
    profile = store.stories.profiles([held.article.id]).get(held.article.id)
    if profile is None:
        return
    near = (store.articles.get(a) for a in store.stories.near(keys(profile.profile), first, NEAR))
    before = [h for h in near if h and (published_day(h) or date.max) < first]
    for other in before[:BEFORE]:
        yield from _taken(store, other)


def _taken(store: Store, held: Held) -> Iterator[Taken]:
    layer, revision = store.annotations.layer, held.revision
    claims: list[Claim] = [c for c in store.claims.of_article(held.article.id) if c.revision_id == revision.id]
    if claims:
        sentences, actors, quotes = (tuple(layer(revision.id, name)) for name in ("sentences", "actors", "quotes"))
        yield from ((p, held) for p in positions(Page(revision.text, sentences, actors, quotes, claims)))


def _insight(new: Taken, old: Taken) -> Insight:
    position, before = new[0], old[0]
    told = f"{named(position.actor)}: {before.stance} on {published_day(old[1])}, {position.stance} now"
    return Insight(InsightKind.POSITION, told, (_basis(*new), _basis(*old)), "", RULE)


def _basis(position: Position, held: Held) -> Basis:
    return Basis(position.claim, position.sentence.exact, brief(held))
