"""Articles come into stories: steady ids, the same groups whatever the order, people's words that hold."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from evals.stories.bench import read as labelled
from evals.stories.scoring import bcubed
from evals.stories.stream import OUTLET, Arriving, put, read, replay
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import NothingFound, UsageError
from dateline.link.stories.whole import whole
from dateline.model.article import Article, Published, Revision
from dateline.run.removing import remove
from dateline.run.stories import merge, pin, split, story_named, undo
from dateline.run.storying import story_pending
from dateline.run.working import Working
from dateline.store.base import Store
from dateline.store.open import open_store

DAY = date(2024, 3, 1)
NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
FERRY = (
    "The ferry Malaita Star sank off Marovo with ninety passengers aboard, police in Gizo said.",
    "Divers searched the Marovo lagoon for passengers of the ferry Malaita Star, which sank with ninety aboard.",
    "The captain of the Malaita Star told police in Gizo of a cracked hull; the ferry sank off Marovo.",
)
LEVIES = (
    "Parliament in Lilongwe passed a budget that raises fuel levies; minibus drivers parked their buses in protest.",
    "Minibus drivers in Lilongwe struck over the fuel levies that parliament put into the budget.",
)
OTHER = "A goat won the village fair in Ballycastle, to the dismay of the owner of a prize bull."
TEXTS = (*FERRY, *LEVIES, OTHER)


def arriving(number: int, days: int = 0) -> Arriving:
    return Arriving(f"article-{number}", TEXTS[number].split(",")[0], TEXTS[number], DAY + timedelta(days=days))


def stories(store: Store) -> set[tuple[str, ...]]:
    return {tuple(sorted(s.articles)) for s in store.stories.all()}


def working(store: Store, at: datetime = NOON) -> Working:
    return Working(store, lambda: pytest.fail("no annotators are needed"), lambda: at)


def taken(order: list[int]) -> Store:
    store = open_store(None)
    for number in order:
        put(store, arriving(number), NOON)
        story_pending(working(store))
    return store


TOLD = {("article-0", "article-1", "article-2"), ("article-3", "article-4"), ("article-5",)}


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(TEXTS))), st.integers(0, 5))
def test_the_same_stories_whatever_the_order_of_arrival(order: list[int], twice: int) -> None:
    assert stories(taken([*order, twice])) == TOLD


def state(number: int, kind: str) -> tuple[Article, Revision]:
    """One state of an article: a first draft on another subject, its text, or its withdrawal. The last of a story is
    undated, and one lies in the future."""
    day = {2: None, 4: Published(DAY + timedelta(days=3))}.get(number, Published(DAY))
    text = {"draft": f"Correspondents await word, number {number}; nothing more is known.", "text": TEXTS[number]}.get(
        kind, ""
    )
    article = Article(f"article-{number}", OUTLET.id, f"https://stream.example/{number}")
    headline = text.split(",", maxsplit=1)[0]
    return article, Revision(
        f"revision-{number}-{kind}", article.id, headline, text, "en", published_at=day, withdrawn=kind == "gone"
    )


LAST = dict.fromkeys(range(len(TEXTS)), "text") | {1: "gone"}
CHAOS = {("article-0", "article-2"), ("article-3", "article-4"), ("article-5",)}


@settings(max_examples=40, deadline=None)
@given(
    st.permutations(range(len(TEXTS))),
    st.lists(st.tuples(st.integers(0, len(TEXTS) - 1), st.sampled_from(["draft", "text", "gone"])), max_size=12),
    st.lists(st.integers(0, len(TEXTS) - 1), max_size=4),
)
def test_chaos_ends_in_the_same_stories(order: list[int], before: list[tuple[int, str]], again: list[int]) -> None:
    """Articles in any order, drafts and withdrawals before their last text, duplicates after it, one gone for good,
    one undated, one from the future: the groups are those of the last states."""
    store = open_store(None)
    for number, kind in (*before, *((n, LAST[n]) for n in order), *((n, LAST[n]) for n in again)):
        store.articles.put(OUTLET, *state(number, kind), None, NOON)
        story_pending(working(store))
    assert stories(store) == CHAOS


def test_news_in_any_order_make_the_stories_of_the_whole(shared: Path) -> None:
    """Stated difference: BCubed F of one order against another is at least 0.97."""
    some = [a for a in labelled(shared / "bench" / "stories" / "news_clusters.jsonl") if a.day][:120]
    items = [Arriving(a.id, a.headline, a.text, a.day) for a in some if a.day]
    found = []
    for order in (items, items[::-1]):
        store = open_store(None)
        for item in order:
            put(store, item, NOON)
            story_pending(working(store))
        label = {a: s.id for s in store.stories.all() for a in s.articles}
        found.append([label[i.id] for i in items])
    assert bcubed(found[0], found[1]).f1 >= 0.97
    groups = whole(p.profile for p in store.stories.profiles([i.id for i in items]).values())
    batch = {a: n for n, group in enumerate(groups) for a in group}
    assert bcubed([batch[i.id] for i in items], found[0]).f1 >= 0.97


def test_a_story_keeps_its_id_as_articles_come() -> None:
    store = taken([0])
    (before,) = store.stories.all()
    for number in (1, 5, 2):
        put(store, arriving(number, days=number), NOON)
        story_pending(working(store, NOON + timedelta(days=number)))
    kept = store.stories.get(before.id)
    assert kept is not None
    assert sorted(kept.articles) == ["article-0", "article-1", "article-2"]
    assert (kept.first_day, kept.last_day) == (DAY, DAY + timedelta(days=2))


def test_a_bridge_joins_two_stories_and_leaves_a_redirect() -> None:
    store = open_store(None)
    far = (
        "Ferry Malaita Star sank off Marovo lagoon.",
        "Gizo police hold captain over cracked hull.",
        "Ferry Malaita Star sank off Marovo lagoon: Gizo police hold captain over cracked hull.",
    )
    for number, text in enumerate(far):
        put(store, Arriving(f"article-{number}", "", text, DAY), NOON)
        story_pending(working(store))
        if number == 1:
            before = {s.id for s in store.stories.all()}
    now = {s.id for s in store.stories.all()}
    assert len(before) == 2
    for ended in before - now:
        redirect = store.stories.redirect(ended)
        assert redirect is not None
        assert redirect.to in now


def test_doing_it_again_changes_nothing() -> None:
    store = taken([0, 1, 3])
    before = list(store.stories.all())
    assert story_pending(working(store, NOON + timedelta(days=9))).articles == 0
    assert list(store.stories.all()) == before


def test_an_article_that_becomes_something_else_leaves_its_story() -> None:
    store = taken([0, 1, 3])
    changed = Arriving("article-1", LEVIES[1], LEVIES[1], DAY)
    revision = Revision("revision-new", "article-1", changed.headline, changed.text, "en", published_at=Published(DAY))
    store.articles.put(OUTLET, Article("article-1", OUTLET.id, "u"), revision, None, NOON)
    story_pending(working(store))
    assert stories(store) == {("article-0",), ("article-1", "article-3")}


def test_a_withdrawn_article_stands_in_no_story() -> None:
    store = taken([0, 1, 3])
    gone = Revision("revision-gone", "article-1", "", "", "en", withdrawn=True)
    store.articles.put(OUTLET, Article("article-1", OUTLET.id, "u"), gone, None, NOON)
    story_pending(working(store))
    assert stories(store) == {("article-0",), ("article-3",)}


def test_a_removed_article_leaves_its_story_at_once() -> None:
    store = taken([0, 1, 3])
    remove(working(store), "article-0", "a takedown")
    assert stories(store) == {("article-1",), ("article-3",)}
    remove(working(store), "article-3", "a takedown")
    assert stories(store) == {("article-1",)}


@pytest.mark.parametrize("topic", ["egypt"])
def test_stories_of_a_stream_are_steady(shared: Path, topic: str) -> None:
    seen = replay(read(shared / "bench" / "timelines" / "t17" / topic))
    assert seen.moved / seen.articles < 0.03
    assert seen.lost == 0
    assert seen.ended > 0


def named(store: Store, article: str) -> str:
    (story,) = store.stories.of_articles([article])
    return story.id


def test_a_merge_by_hand_holds_as_news_come_and_is_taken_back() -> None:
    store = taken([0, 1, 3])
    ferry, levies = named(store, "article-0"), named(store, "article-3")
    merged = merge(working(store), ferry, levies)
    assert [len(s.articles) for s in merged.stories] == [3]
    put(store, arriving(2), NOON)
    story_pending(working(store))
    assert stories(store) == {("article-0", "article-1", "article-2", "article-3")}
    ended = ({ferry, levies} - {named(store, "article-0")}).pop()
    assert story_named(working(store), ended).id == named(store, "article-0")
    undo(working(store))
    assert stories(store) == {("article-0", "article-1", "article-2"), ("article-3",)}
    assert store.stories.redirect(ended) is None or store.stories.get(ended) is None


def test_a_split_by_hand_holds_as_news_come_and_is_taken_back() -> None:
    store = taken([0, 1])
    whole_id = named(store, "article-0")
    split(working(store), whole_id, ("article-1",))
    assert stories(store) == {("article-0",), ("article-1",)}
    (left,) = (s for s in store.stories.all() if s.articles == ("article-1",))
    assert left.came_from == whole_id
    put(store, arriving(2), NOON)
    story_pending(working(store))
    assert named(store, "article-0") != named(store, "article-1")
    undo(working(store))
    assert stories(store) == {("article-0", "article-1", "article-2")}


def test_words_that_make_no_sense_are_refused() -> None:
    store = taken([0, 1, 3])
    ferry = named(store, "article-0")
    with pytest.raises(UsageError, match="one story already"):
        merge(working(store), ferry, ferry)
    with pytest.raises(UsageError, match="does not stand in this story"):
        split(working(store), ferry, ("article-3",))
    with pytest.raises(UsageError, match="nothing is left"):
        split(working(store), ferry, ("article-0", "article-1"))
    with pytest.raises(NothingFound, match="no such story"):
        pin(working(store), "story-none")
    with pytest.raises(NothingFound, match="nothing was said"):
        undo(working(store))


def test_pins_are_kept_and_taken_back() -> None:
    store = taken([0])
    said = pin(working(store), named(store, "article-0"))
    assert [e.id for e in store.stories.edits()] == [said.edit.id]
    assert undo(working(store), said.edit.id).edit.undone
    assert list(store.stories.edits()) == []
