"""Which group keeps a story's id when its articles part."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from dateline.link.stories.arriving import name
from dateline.model.story import Story, StoryEdit, StoryProfile

DAY = date(2024, 3, 1)
DAYS: Mapping[str, date | None] = dict.fromkeys("abcd", DAY)
HELD = Story("story-1", ("a", "b", "c", "d"), DAY, DAY)


class Nothing:
    """A store that holds nothing else."""

    def near(self, of: StoryProfile, names: Sequence[str], limit: int) -> Sequence[str]:
        return ()

    def profiles(self, article_ids: Collection[str]) -> Mapping[str, StoryProfile]:
        return {}

    def stories_of(self, article_ids: Collection[str]) -> Sequence[Story]:
        return ()

    def settled(self, article_ids: Collection[str]) -> Collection[str]:
        return ()

    def edits(self) -> Sequence[StoryEdit]:
        return ()

    def minted(self, story_id: str) -> bool:
        return story_id == HELD.id


def _ids(groups: Sequence[Sequence[str]], settled: Sequence[str] = ()) -> dict[tuple[str, ...], str]:
    return {s.articles: s.id for s in name(groups, [HELD], DAYS, Nothing(), settled).stories}


def test_the_larger_part_keeps_the_id() -> None:
    ids = _ids([["a"], ["b", "c", "d"]])
    assert ids["b", "c", "d"] == HELD.id != ids["a",]


def test_what_readers_have_seen_there_keeps_the_id_though_more_leave_it() -> None:
    ids = _ids([["a"], ["b", "c", "d"]], settled=["a"])
    assert ids["a",] == HELD.id != ids["b", "c", "d"]


def test_the_part_that_leaves_tells_where_it_came_from() -> None:
    arranged = name([["a"], ["b", "c", "d"]], [HELD], DAYS, Nothing(), ["a"])
    assert {s.articles: s.came_from for s in arranged.stories} == {("a",): "", ("b", "c", "d"): HELD.id}
    assert arranged.retired == ()
