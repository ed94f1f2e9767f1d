"""What an article's states changed: paragraph by paragraph and word by word, also for hostile lengths."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dateline.errors import NothingFound, UsageError
from dateline.model.article import Article, Published, Revision, article_id, revision_id
from dateline.model.outlet import Outlet
from dateline.store.open import open_store
from dateline.views.base import Reading
from dateline.views.show import show
from dateline.views.shown.changes import LONGEST, ChangeShown, changes, passages

PAPER = Outlet("paper.example", "The Paper")
ARTICLE = Article(article_id(PAPER.id, "https://paper.example/1", ""), PAPER.id, "https://paper.example/1")
FIRST = "Talks began on Monday.\n\nFive ministers came to the lake.\n\nA second round was set for May."
LATER = "Talks began on Tuesday.\n\nFive ministers came to the lake.\n\nThe delegation of the north stayed away."


def at(hour: int) -> datetime:
    return datetime(2026, 3, 1, hour, tzinfo=UTC)


def state(text: str, headline: str = "Talks", day: date | None = None, withdrawn: bool = False) -> Revision:
    published = Published(day) if day else None
    named = revision_id(ARTICLE.id, headline, text, published, withdrawn)
    return Revision(named, ARTICLE.id, headline, text, "en", published_at=published, withdrawn=withdrawn)


@pytest.fixture
def reading(small: Reading) -> Reading:
    return replace(small, store=open_store(None))


def put(reading: Reading, *states: Revision) -> None:
    for hour, revision in enumerate(states):
        reading.store.articles.put(PAPER, ARTICLE, revision, None, at(hour))


def test_words_and_paragraphs_that_differ_are_told(reading: Reading) -> None:
    put(reading, state(FIRST), state(LATER))
    (change,) = changes(reading, ARTICLE.id)
    assert change.recorded_at == at(1) and not change.withdrawn
    one, two, three = change.passages
    assert [(p.kind, p.words) for p in one.pieces] == [
        ("same", "Talks began on"),
        ("gone", "Monday."),
        ("new", "Tuesday."),
    ]
    assert (one.kind, one.same, two.same) == ("reworded", 0, 1)
    assert [(p.kind, p.pieces[0].words) for p in (two, three)] == [
        ("gone", "A second round was set for May."),
        ("new", "The delegation of the north stayed away."),
    ]


def test_headline_day_and_withdrawal_are_told(reading: Reading) -> None:
    told = state(FIRST, "Talks end", date(2026, 3, 1))
    put(
        reading, state(FIRST), told, replace(state(FIRST, "Talks end", date(2026, 3, 1), True), notes=("took it back",))
    )
    first, second = changes(reading, ARTICLE.id)
    assert (first.headlines, first.days, first.passages) == (("Talks", "Talks end"), (None, date(2026, 3, 1)), ())
    assert (second.withdrawn, second.notes) == (True, ("took it back",))
    assert [c.revision for c in changes(reading, ARTICLE.id, at(1))] == [first.revision]


def test_show_gives_the_changes_and_leads_to_them(reading: Reading) -> None:
    put(reading, state(FIRST), state(LATER))
    shown = show(reading, ARTICLE.id, changes=True)
    assert shown.article is None and shown.changes and isinstance(shown.changes[0], ChangeShown)
    assert show(reading, ARTICLE.id).next == (f"show {ARTICLE.id} --changes",)
    put(reading, state(FIRST))


def test_one_state_is_no_change_and_other_things_do_not_change(reading: Reading) -> None:
    put(reading, state(FIRST))
    assert changes(reading, ARTICLE.id) == ()
    with pytest.raises(UsageError, match="only articles"):
        changes(reading, "claim-1")
    with pytest.raises(NothingFound):
        changes(reading, "article-0")


def test_long_texts_are_not_matched_word_by_word() -> None:
    old, new = (" ".join(f"{mark}{n % 7}" for n in range(LONGEST * 30)) for mark in "ab")
    assert [p.kind for p in passages(old, new)] == ["gone", "new"]
    lines = "\n".join("same line" for _ in range(50_000))
    (only,) = passages(lines, lines + "\nand one more")
    assert (only.kind, only.same) == ("new", 50_000)
