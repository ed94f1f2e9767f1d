"""A story told as following an earlier one of its matter."""

from __future__ import annotations

from datetime import timedelta

from test_glance import CHILE, KENYA, NOW, TODAY, add, reading

from dateline.model.matter import Matter
from dateline.store.open import open_store
from dateline.views.glance import glance
from dateline.views.story import story

FIRST = (
    "Tamarugal voters turned down the charter of Governor Ossandon in a first referendum, the board of elections said. "
    "Ossandon called the charter of Tamarugal dead."
)
SECOND = (
    "Church bells rang in every valley when a shorter text won, two years on. Families danced until dawn, shops stayed "
    "shut, and Governor Ossandon of Tamarugal thanked teachers who had carried leaflets from door to door."
)
ELSEWHERE = "Fishing crews of Lamu island landed record catches of tuna, the harbour office told reporters on Sunday."


def test_the_second_vote_follows_the_first() -> None:
    store = open_store(None)
    add(store, "first", FIRST, CHILE, ("CL", "SA"), TODAY - timedelta(days=700))
    add(store, "tuna", ELSEWHERE, KENYA, ("KE", "AF"), TODAY - timedelta(days=300))
    add(store, "second", SECOND, CHILE, ("CL", "SA"))
    first, second = (store.stories.of_articles([f"article-{n}"])[0] for n in ("first", "second"))
    assert first.id != second.id
    follows = story(reading(store), second.id).brief.follows
    assert follows is not None
    assert (follows.story, follows.last_day) == (first.id, TODAY - timedelta(days=700))
    assert any("Ossandon" in reason.words for reason in follows.why)
    (shown,) = glance(reading(store)).regions[-1].stories
    assert shown.story.follows == follows


def test_a_first_story_follows_none() -> None:
    store = open_store(None)
    add(store, "first", FIRST, CHILE, ("CL", "SA"), TODAY - timedelta(days=700))
    add(store, "tuna", ELSEWHERE, KENYA, ("KE", "AF"))
    for name in ("first", "tuna"):
        (one,) = store.stories.of_articles([f"article-{name}"])
        assert story(reading(store), one.id).brief.follows is None


def test_a_story_names_the_dossiers_that_it_belongs_to() -> None:
    store = open_store(None)
    add(store, "first", FIRST, CHILE, ("CL", "SA"))
    add(store, "tuna", ELSEWHERE, KENYA, ("KE", "AF"))
    store.matters.put(Matter("matter-1", "charter", "The charter", "Tamarugal charter", "me", NOW), NOW)
    store.matters.put(Matter("matter-2", "tuna", "Tuna", "tuna quotas", "me", NOW), NOW)
    first, tuna = (store.stories.of_articles([f"article-{n}"])[0].id for n in ("first", "tuna"))
    assert story(reading(store), first).matters == ("charter",)
    assert story(reading(store), tuna).matters == ()
