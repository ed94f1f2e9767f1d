"""New, revised, same, withdrawn: decided from values alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dateline.ingest import clean
from dateline.ingest.base import Item
from dateline.ingest.decide import Change, Decision, article_of, decide
from dateline.model.article import Article, Capture, Published, Revision
from dateline.model.outlet import Outlet

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = Published(date(2026, 2, 27))
MOMENT = Published(date(2026, 2, 27), datetime(2026, 2, 27, 9, tzinfo=UTC))


@dataclass(frozen=True)
class Kept:
    article: Article
    revision: Revision


def arrived(**changes: Any) -> Item:
    item = Item(
        outlet=Outlet("x.example", "X"),
        url="https://x.example/a",
        headline="Talks begin",
        text="They began.",
        published_at=DAY,
        modified_at=None,
        language="en",
        byline="Ann Lee",
        withdrawn=False,
        notes=(),
        capture=Capture("capture-1", "https://x.example/a", NOW, "0", "text/plain", b""),
    )
    return replace(item, **changes)


def after(first: Item, *then: Item) -> Decision:
    decision = decide(None, first, NOW)
    for item in then:
        decision = decide(Kept(decision.article, decision.revision), item, NOW)
    return decision


def test_what_is_not_held_is_new() -> None:
    decision = after(arrived())
    assert decision.change is Change.NEW
    assert decision.article == article_of(arrived())
    assert decision.revision.article_id == decision.article.id
    assert decision.revision.text == "They began."


@pytest.mark.parametrize(
    "again",
    [
        {},
        {"byline": ""},
        {"published_at": None},
        {"headline": ""},
        {"notes": ("read again",)},
        {"url": "https://m.x.example/a"},
    ],
)
def test_what_says_the_same_or_less_is_the_same(again: dict[str, Any]) -> None:
    first = after(arrived())
    second = after(arrived(), arrived(**again))
    assert second.change is Change.SAME
    assert second.revision == first.revision


@pytest.mark.parametrize(
    "changed",
    [{"text": "They began late."}, {"headline": "Talks start"}, {"published_at": Published(date(2026, 2, 26))}],
)
def test_what_says_something_else_is_a_revision_of_the_same_article(changed: dict[str, Any]) -> None:
    first, second = after(arrived()), after(arrived(), arrived(**changed))
    assert second.change is Change.REVISED
    assert second.article == first.article
    assert second.revision.id != first.revision.id


def test_without_an_address_the_headline_and_the_day_are_the_article() -> None:
    brief = arrived(url="", headline="News in brief")
    assert after(brief, replace(brief, text="Other.")).change is Change.REVISED
    next_day = replace(brief, published_at=Published(date(2026, 2, 28)))
    assert article_of(brief) != article_of(next_day)
    assert article_of(brief) == article_of(replace(brief, published_at=MOMENT))


def test_a_day_is_not_lost_to_an_hour_nor_an_hour_to_a_day() -> None:
    assert after(arrived(), arrived(published_at=MOMENT)).revision.published_at == MOMENT
    assert after(arrived(published_at=MOMENT), arrived()).change is Change.SAME


def test_a_withdrawal_keeps_the_text() -> None:
    decision = after(arrived(), arrived(withdrawn=True, text="", headline=""))
    assert decision.change is Change.WITHDRAWN
    assert decision.revision.withdrawn
    assert decision.revision.text == "They began."
    assert decision.revision.headline == "Talks begin"


def test_withdrawn_twice_is_the_same_and_coming_back_is_a_revision() -> None:
    gone = arrived(withdrawn=True, text="")
    assert after(arrived(), gone, gone).change is Change.SAME
    back = after(arrived(), gone, arrived())
    assert back.change is Change.REVISED
    assert not back.revision.withdrawn


def test_a_late_copy_of_an_earlier_state_changes_nothing() -> None:
    late = arrived(text="They will begin.", modified_at=datetime(2026, 2, 27, 8, tzinfo=UTC))
    now = arrived(modified_at=datetime(2026, 2, 27, 9, tzinfo=UTC))
    assert after(now, late).change is Change.SAME
    assert after(late, now).change is Change.REVISED


def test_a_text_that_comes_back_gets_its_old_id_back() -> None:
    first = after(arrived())
    assert after(arrived(), arrived(text="Other."), arrived()).revision.id == first.revision.id


SAME_ARTICLE = [
    "https://www.news.example/world/talks-begin",
    "http://news.example/world/talks-begin/",
    "https://m.news.example/world/talks-begin?utm_source=mail&utm_medium=x",
    "https://mobile.news.example/world/talks-begin#comments",
    "https://amp.news.example/world/talks-begin",
    "https://www.news.example/amp/world/talks-begin",
    "https://www.news.example/world/talks-begin/amp/",
    "https://WWW.News.Example:443/world/talks-begin?fbclid=1",
    "https://www.news.example/world/talks-begin?outputType=amp",
    " https://www.news.example/world/talks-\nbegin ",
]


@pytest.mark.parametrize("url", SAME_ARTICLE)
def test_all_addresses_of_one_article_are_one(url: str) -> None:
    assert clean.key(url) == clean.key(SAME_ARTICLE[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.example/a?id=1", "https://x.example/a?id=2"),
        ("https://x.example/a", "https://x.example/A"),
        ("https://x.example/a", "https://y.example/a"),
        ("https://x.example:8080/a", "https://x.example/a"),
        ("https://x.example/champ", "https://x.example/ch"),
        ("https://m.example/a", "https://example/a"),
        ("https://x.example/a?output=1", "https://x.example/a?output=2"),
        ("file:///tmp/a.txt", "file:///tmp/b.txt"),
    ],
)
def test_other_addresses_stay_apart(one: str, other: str) -> None:
    assert clean.key(one) != clean.key(other)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://x.example/a?b=2&utm_source=x&a=1#top", "https://x.example/a?b=2&a=1"),
        ("HTTP://X.example:80", "http://x.example/"),
        ("https://x.example/ü?q=a b", "https://x.example/%C3%BC?q=ab"),
        ("https://x.example/100%25", "https://x.example/100%25"),
        ("https://[::1]:8000/a", "https://[::1]:8000/a"),
        ("mailto:a@x.example", "mailto:a@x.example"),
        ("https:///a", ""),
        ("http://x.example:port/", ""),
        ("no address", ""),
        ("", ""),
        ("https://x.example/" + "a" * 3000, ""),
    ],
)
def test_an_address_is_shown_without_noise(url: str, shown: str) -> None:
    assert clean.canonical(url) == shown


@pytest.mark.parametrize("url", SAME_ARTICLE)
def test_cleaning_twice_changes_nothing(url: str) -> None:
    assert clean.canonical(clean.canonical(url)) == clean.canonical(url)
    assert clean.key(clean.key(url)) == clean.key(url)
