"""All stories of a set of articles at once: what online arrival is measured against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.link.stories.affinity import STANDARD, Setting, affinity
from dateline.link.stories.grouping import group
from dateline.link.stories.parting import Parting
from dateline.link.stories.profile import Compared, keys
from dateline.model.story import StoryProfile


def whole(profiles: Iterable[StoryProfile], setting: Setting = STANDARD) -> list[tuple[str, ...]]:
    """The stories of all these articles, each a tuple of ids, in order."""
    ordered = sorted((Compared(p) for p in profiles), key=lambda c: c.id)
    found = {(a.id, b.id): score for a, b in pairs(ordered) if (score := affinity(a, b, setting)) > 0}
    spots = [c.id for c in ordered if c.profile.spot]
    parted = Parting({c.id: c for c in ordered}, setting)
    return group([(c.id,) for c in ordered], found, setting.same, loose=spots, parted=parted)


def pairs(ordered: Iterable[Compared]) -> Iterator[tuple[Compared, Compared]]:
    """All pairs that share a key, each once, in the given order."""
    carriers: dict[str, list[int]] = {}
    seen: list[Compared] = []
    for at, one in enumerate(ordered):
        near = {n for key in keys(one.profile) for n in carriers.get(key, ())}
        for before in sorted(near):
            yield seen[before], one
        seen.append(one)
        for key in keys(one.profile):
            carriers.setdefault(key, []).append(at)
