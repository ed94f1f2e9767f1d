"""What people say of stories: merge, split, pin, mute. It survives recomputation, and is undone, never deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from dateline.errors import NothingFound, UsageError
from dateline.link.stories.arriving import Arranged, regroup
from dateline.model.ids import content_id
from dateline.model.story import Edit, Story, StoryEdit
from dateline.run.base import job
from dateline.run.resolving import article_named
from dateline.run.storying import StoreAround, keep
from dateline.run.working import Working

HELP = "dateline stories lists stories and their ids"


@dataclass(frozen=True, slots=True)
class StoryEdited:
    """What was said (or taken back), and the stories as they are now."""

    edit: StoryEdit
    stories: tuple[Story, ...]


@job(
    "story.merge",
    doc="Say that two stories are one; the older id stays, the other leads to it.",
    sample={"a": "story-", "b": "story-"},
)
def merge(working: Working, a: Annotated[str, "A story's id."], b: Annotated[str, "The other's."]) -> StoryEdited:
    """Joins two stories. Raises UsageError if they are one already."""
    one, other = story_named(working, a), story_named(working, b)
    if one.id == other.id:
        raise UsageError("that is one story already", what=one.id, do="name two stories")
    made = _edit(working, Edit.MERGE, one.id, one.articles[:1], other.articles[:1])
    return _said(working, made, [one, other])


@job(
    "story.split",
    doc="Say that some articles are another story than the rest of theirs; the rest keeps the id.",
    sample={"story": "story-", "articles": ("article-",)},
)
def split(
    working: Working,
    story: Annotated[str, "The story's id."],
    articles: Annotated[tuple[str, ...], "The ids of the articles that leave it."],
) -> StoryEdited:
    """Takes articles out of a story. Raises UsageError for articles that do not stand in it, or for all of them."""
    held = story_named(working, story)
    leaving = tuple(dict.fromkeys(article_named(working.store, a) for a in articles))
    if strangers := [a for a in leaving if a not in held.articles]:
        raise UsageError("does not stand in this story", what=strangers[0], do=f"dateline story {held.id} lists them")
    staying = tuple(a for a in held.articles if a not in leaving)
    if not leaving or not staying:
        raise UsageError("nothing is left to split", what=held.id, do="name some of its articles, not all")
    return _said(working, _edit(working, Edit.SPLIT, held.id, leaving, staying), [held])


@job("story.pin", doc="Keep a story at the top of the glance until it is undone.", sample={"story": "story-"})
def pin(working: Working, story: Annotated[str, "The story's id."]) -> StoryEdited:
    """Pins a story."""
    return _marked(working, Edit.PIN, story)


@job("story.mute", doc="Keep a story out of the glance until it is undone.", sample={"story": "story-"})
def mute(working: Working, story: Annotated[str, "The story's id."]) -> StoryEdited:
    """Mutes a story; it can still be found and read."""
    return _marked(working, Edit.MUTE, story)


@job("story.undo", doc="Take back what was said of stories: the last word, or the one with this id.", sample={})
def undo(working: Working, edit: Annotated[str, "The id of the word; the last one if left out."] = "") -> StoryEdited:
    """Takes back a word and groups its articles anew. Raises NothingFound if there is none."""
    store = working.store
    with store.transaction():
        undone = store.stories.undo(edit or None, working.now())
        if undone is None:
            raise NothingFound("nothing was said of stories that could be taken back", what=edit, do=HELP)
        around = list(store.stories.of_articles([*undone.articles, *undone.others]))
        stories = _regrouped(working, around) if undone.edit in (Edit.MERGE, Edit.SPLIT) else around
    return StoryEdited(undone, tuple(stories))


def story_named(working: Working, typed: str) -> Story:
    """The story that was meant: its id or the first characters of it, redirects followed. Raises NothingFound if there
    is none, UsageError if several fit."""
    stories = working.store.stories
    stem = typed if typed.startswith("story-") else f"story-{typed}"
    found = stories.resolve(stem)
    exact = [stem] if stem in found else list(found)
    if len(exact) > 1:
        raise UsageError(f"could be {', '.join(exact[:5])}", what=typed, do="type more of the id")
    at = exact[0] if exact else stem
    while stories.get(at) is None and (onward := stories.redirect(at)):
        at = onward.to
    if (held := stories.get(at)) is None:
        raise NothingFound("no such story is held", what=typed, do=HELP)
    return held


def _edit(
    working: Working, edit: Edit, story: str, articles: Sequence[str] = (), others: Sequence[str] = ()
) -> StoryEdit:
    user, now = working.settings.user, working.now()
    named = content_id("storyedit", edit, story, *articles, "|", *others, user, now.isoformat())
    return StoryEdit(named, edit, story, user, now, tuple(articles), tuple(others))


def _marked(working: Working, edit: Edit, typed: str) -> StoryEdited:
    held = story_named(working, typed)
    made = _edit(working, edit, held.id, held.articles[:1])
    working.store.stories.edit(made)
    return StoryEdited(made, (held,))


def _said(working: Working, made: StoryEdit, around: Sequence[Story]) -> StoryEdited:
    with working.store.transaction():
        working.store.stories.edit(made)
        stories = _regrouped(working, around)
    return StoryEdited(made, tuple(stories))


def _regrouped(working: Working, around: Sequence[Story]) -> list[Story]:
    store, now = working.store, working.now()
    arranged: Arranged = regroup([], around, StoreAround(store, now), loose=True)
    keep(store, arranged, now)
    articles = {a for s in around for a in s.articles}
    return list(store.stories.of_articles(articles))
