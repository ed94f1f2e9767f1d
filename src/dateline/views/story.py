"""One story: its articles in order, its voices, why they stand together, what came since a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from dateline.errors import NothingFound, UsageError
from dateline.link.stories.affinity import STANDARD, affinity, alike, reasons
from dateline.link.stories.profile import Compared
from dateline.model.provenance import Reason
from dateline.model.story import Story as Kept
from dateline.store.base import Store
from dateline.views.articles import Brief, brief
from dateline.views.base import Answer, AsOf, Reading, view
from dateline.views.following import followed, matters_of
from dateline.views.storyline import StoryBrief, Told, counted, read, spoken

# The most that days and a report from the spot add to what words have in common, with room for rounding.
MOST_BESIDES = STANDARD.spot + max(STANDARD.together, STANDARD.awaited) + 1e-9


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story: the one before it that it stands nearest to ("" for the first), and why, in named parts
    that sum up to `nearness`. `copy_of` is the article that it is a copy of."""

    article: Brief
    nearest: str
    nearness: float
    why: tuple[Reason, ...]
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class StoryShown(Answer):
    """A story: asked for by `asked`, which may be an id that has ended (`redirected` tells how it went on), and
    the dossiers that it belongs to."""

    asked: str
    redirected: tuple[str, ...]
    brief: StoryBrief
    came_from: str
    as_of: date | None
    new_since: date | None
    threshold: float
    members: tuple[Member, ...]
    matters: tuple[str, ...] = ()

    @property
    def exit_status(self) -> int:
        """1 if nothing came since the day asked for."""
        return 0 if self.members else 1

    @property
    def warnings(self) -> tuple[str, ...]:
        """How an old id went on, and that nothing is new."""
        old = tuple(f"{self.asked} goes on as {self.brief.story}: {why}" for why in self.redirected)
        return old if self.members else (*old, f"nothing of it is held since {self.new_since}")

    @property
    def next(self) -> tuple[str, ...]:
        """Its first new article."""
        return tuple(f"show {m.article.article}" for m in self.members[:1])


@view(
    "story",
    doc="One story: its articles in order, its independent voices, and why they stand together.",
    sample={"id": "story-"},
)
def story(
    reading: Reading,
    id: Annotated[str, "The story's id, or its first characters; an id that has ended leads on."],
    *,
    new_since: Annotated[date | None, "Only articles published on this day or later."] = None,
    as_of: AsOf = None,
) -> StoryShown:
    """A story with its articles; raises NothingFound for an id that no story ever had."""
    store = reading.store
    kept, onward = named(store, id)
    told = read(store, kept, as_of)
    if told is None:
        raise NothingFound("no article of this story was published by then", what=kept.id, do="give a later --as-of")
    size = counted(told, as_of or reading.today, new_since, store.stories.edits())
    brief_ = spoken(store, told, size, followed(store, kept, size.countries, as_of))
    members = tuple(
        m for m in _members(store, told) if new_since is None or (m.article.published_at or date.min) >= new_since
    )
    matters = matters_of(store, [o.article_id for o in told.articles])
    return StoryShown(id, onward, brief_, kept.came_from, as_of, new_since, STANDARD.same, members, matters)


def named(store: Store, typed: str) -> tuple[Kept, tuple[str, ...]]:
    """The story meant by an id (or its first characters), and why ids went on, if it has ended."""
    stem = typed if typed.startswith("story-") else f"story-{typed}"
    found = store.stories.resolve(stem)
    current = [i for i in found if store.stories.get(i)] or list(found)
    if stem not in found and stem != "story-" and len(current) > 1:
        raise UsageError(f"could be {', '.join(current[:5])}", what=typed, do="type more of the id")
    at, onward = stem if stem in found else next(iter(current), stem), list[str]()
    while (kept := store.stories.get(at)) is None and (redirect := store.stories.redirect(at)):
        at = redirect.to
        onward.append(redirect.why)
    if kept is None:
        raise NothingFound("no such story is held", what=typed, do="dateline stories lists stories and their ids")
    return kept, tuple(onward)


def _members(store: Store, told: Told) -> list[Member]:
    profiles = store.stories.profiles([o.article_id for o in told.articles])
    made = {a: Compared(p.profile) for a, p in profiles.items()}
    members: list[Member] = []
    before: list[Compared] = []
    for held in (h for o in told.articles if (h := store.articles.get(o.article_id))):
        own = made.get(held.article.id)
        near, nearest = _nearest(own, before) if own else (0.0, None)
        before += [own] if own else []
        copied = told.copies.get(held.article.id, held.article.id)
        copy_of = copied if copied != held.article.id else ""
        if own is None or nearest is None:
            members.append(Member(brief(held), "", 0.0, (), copy_of))
        else:
            members.append(Member(brief(held), nearest.id, round(near, 3), reasons(nearest, own), copy_of))
    return sorted(members, key=lambda m: (m.article.published_at or date.max, m.article.article))


def _nearest(own: Compared, before: Sequence[Compared]) -> tuple[float, Compared | None]:
    """The article that one stands nearest to, the last by id of those as near, and how near; None if there is none.
    Words are most of what is counted and quickly compared: once the rest cannot make up for fewer, none is nearer."""
    by_words = sorted(((alike(own, other), other) for other in before), key=lambda found: (-found[0], found[1].id))
    near, nearest = 0.0, None
    for both, other in by_words:
        if both + MOST_BESIDES < near:
            break
        score = affinity(own, other)
        if nearest is None or (score, other.id) > (near, nearest.id):
            near, nearest = score, other
    return near, nearest
