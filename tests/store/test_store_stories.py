"""Stories, what they are found by, and what people said of them: alike in both back ends."""

from __future__ import annotations

from datetime import date

from store_records import at, made, put, stone

from dateline.model.story import Edit, Redirect, Sort, Story, StoryEdit, StoryProfile, StoryTerm
from dateline.store.base import Store
from dateline.store.base_stories import EACH

DAY = date(2026, 2, 3)


def profile(article_id: str, day: date | None = DAY, word: str = "ferry") -> StoryProfile:
    return StoryProfile(article_id, day, (StoryTerm(word, 1.0, word.title(), Sort.NAME),), (DAY,))


def story(name: str, *articles: str, last: date | None = DAY) -> Story:
    return Story(name, articles, last, last)


def placed(store: Store, name: str, *keys: str, day: date | None = DAY) -> str:
    item = put(store, made(name, day=day))
    store.stories.put_profile(profile(item.id, day), item.revision.id, keys, at(0))
    return item.id


def test_articles_wait_until_their_current_text_has_a_profile(store: Store) -> None:
    late, early = put(store, made("late", day=date(2026, 2, 9))), put(store, made("early"))
    undated = put(store, made("undated", day=None))
    assert list(store.stories.waiting()) == [early.id, late.id, undated.id]
    store.stories.put_profile(profile(early.id), early.revision.id, ["ferry"], at(1))
    assert list(store.stories.waiting()) == [late.id, undated.id]
    put(store, made("early", "Another text of this article, with more words in it."), 2)
    assert early.id in store.stories.waiting()


def test_a_profile_comes_back_with_the_moment_of_its_first_placing(store: Store) -> None:
    item = put(store, made("a"))
    store.stories.put_profile(profile(item.id), item.revision.id, ["ferry"], at(1))
    store.stories.put_profile(profile(item.id, word="budget"), item.revision.id, ["budget"], at(9))
    (kept,) = store.stories.profiles([item.id, "article-0"]).values()
    assert (kept.profile, kept.placed_at) == (profile(item.id, word="budget"), at(1))
    assert list(store.stories.near(["ferry"], DAY, 9)) == []
    assert list(store.stories.near(["budget"], DAY, 9)) == [item.id]


def test_near_are_those_that_share_most_keys_undated_ones_too(store: Store) -> None:
    one = placed(store, "one", "a")
    two = placed(store, "two", "a", "b", day=date(2026, 5, 1))
    undated = placed(store, "none", "b", day=None)
    assert list(store.stories.near(["a", "b"], DAY, 9)) == [two, *sorted([one, undated])]
    assert list(store.stories.near(["a", "b"], None, 1)) == [two]
    assert list(store.stories.near([], DAY, 9)) == []


def test_of_a_common_key_only_those_nearest_in_time_are_looked_at(store: Store) -> None:
    days = [date.fromordinal(DAY.toordinal() + n) for n in range(-EACH - 5, EACH + 6)]
    ids = [placed(store, f"n{n:03}", "common", day=d) for n, d in enumerate(days)]
    assert sorted(store.stories.near(["common"], DAY, 999)) == sorted(ids[6:-5])


def test_stories_are_recorded_retired_and_redirected(store: Store) -> None:
    one, other = story("story-1", "article-a"), story("story-2", "article-b")
    store.stories.put([one, other], [], [], at(0))
    whole = story("story-1", "article-a", "article-b")
    store.stories.put([whole], ["story-2"], [Redirect("story-2", "story-1", "merged")], at(5))
    assert store.stories.get("story-2") is None
    assert store.stories.get("story-2", at(3)) == other
    assert store.stories.minted("story-2")
    assert not store.stories.minted("story-3")
    assert store.stories.redirect("story-2") == Redirect("story-2", "story-1", "merged")
    assert list(store.stories.of_articles(["article-b"])) == [whole]
    assert list(store.stories.of_articles(["article-b"], at(1))) == [other]
    assert list(store.stories.all(at(1))) == [one, other]
    assert list(store.stories.resolve("story-")) == ["story-1", "story-2"]
    store.stories.put([one, other], [], [], at(9))
    assert store.stories.redirect("story-2") is None


def test_putting_the_same_story_twice_is_one_row(store: Store) -> None:
    one = story("story-1", "article-a")
    store.stories.put([one], [], [], at(0))
    store.stories.put([one], ["story-1"], [], at(4))
    assert list(store.stories.all(at(2))) == [one] == list(store.stories.all())


def test_the_latest_stories_come_first(store: Store) -> None:
    old, new = story("story-1", "a"), story("story-2", "b", last=date(2026, 3, 1))
    undated = story("story-3", "c", last=None)
    store.stories.put([old, new, undated], [], [], at(0))
    assert list(store.stories.latest(None, None, 9)) == [new, old, undated]
    assert list(store.stories.latest(DAY, date(2026, 2, 20), 9)) == [old]
    assert list(store.stories.latest(DAY, None, 1)) == [new]


def test_the_busiest_stories_of_some_days_come_first(store: Store) -> None:
    small, large = story("story-1", "a", last=date(2026, 2, 5)), story("story-2", "b", "c")
    other, late = story("story-3", "d"), story("story-4", "e", "f", last=date(2026, 3, 1))
    store.stories.put([small, large, other, late, story("story-5", "g", last=None)], [], [], at(0))
    assert list(store.stories.busiest(DAY, date(2026, 2, 9), 9)) == [large, small, other]
    assert list(store.stories.busiest(DAY, date(2026, 3, 9), 1)) == [late]


def test_a_persons_word_is_undone_but_not_deleted(store: Store) -> None:
    pin = StoryEdit("edit-1", Edit.PIN, "story-1", "ada", at(0))
    mute = StoryEdit("edit-2", Edit.MUTE, "story-2", "ada", at(1), ("article-a",))
    for edit in (pin, mute, pin):
        store.stories.edit(edit)
    assert list(store.stories.edits()) == [pin, mute]
    undone = store.stories.undo(None, at(2))
    assert undone is not None
    assert (undone.id, undone.undone) == ("edit-2", True)
    assert store.stories.undo("edit-2", at(3)) is None
    assert list(store.stories.edits()) == [pin]


def test_of_a_removed_article_no_profile_is_left(store: Store) -> None:
    item = put(store, made("a"))
    store.stories.put_profile(profile(item.id), item.revision.id, ["ferry"], at(1))
    store.articles.remove(stone(item))
    assert store.stories.profiles([item.id]) == {}
    assert list(store.stories.near(["ferry"], DAY, 9)) == []
    assert list(store.stories.waiting()) == []


def test_what_fails_inside_a_transaction_leaves_no_trace(store: Store) -> None:
    try:
        with store.transaction():
            store.stories.put([story("story-1", "a")], [], [], at(0))
            store.stories.edit(StoryEdit("edit-1", Edit.PIN, "story-1", "ada", at(0)))
            raise RuntimeError
    except RuntimeError:
        pass
    assert list(store.stories.all()) == []
    assert list(store.stories.edits()) == []
