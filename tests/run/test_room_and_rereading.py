"""The room that a store may take, and pages read again by a better version from the bytes that were kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dateline.desk import Desk, open_desk
from dateline.errors import UsageError
from dateline.ingest import items, reader
from dateline.run import extracting
from dateline.settings import Settings

PART = "<p>The council of district {0} met on Monday and agreed on a budget for the coming year, the mayor said.</p>"


class Clock:
    """An hour later at each look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


def pages(folder: Path, count: int, padding: int = 0) -> list[Path]:
    import random

    made = []
    for n in range(count):
        noise = random.Random(n).randbytes(padding).hex()
        head = f'<title>Budget {n}</title><link rel="canonical" href="https://x.example/{n}"><!-- {noise} -->'
        path = folder / f"{n}.html"
        path.write_text(f"<html><head>{head}</head><body><article>{PART.format(n) * 3}</article></body></html>")
        made.append(path)
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "s.sqlite", Settings(), now=Clock()) as opened:
        yield opened


def kept(desk: Desk) -> dict[str, bool]:
    """Whether the bytes of each article are there, by headline."""
    store = desk.store
    return {h.revision.headline: bool(store.articles.captures(h.article.id)[-1].content) for h in store.articles.all()}


def test_over_the_room_allowed_bytes_go_oldest_first_and_texts_stay(tmp_path: Path) -> None:
    with open_desk(tmp_path / "s.sqlite", Settings(room=3), now=Clock()) as desk:
        for path in pages(tmp_path, 12, padding=200_000):
            desk.job("import", path=(str(path),), later=True)
        held = kept(desk)
        status = desk.view("status")
        assert [held[f"Budget {n}"] for n in range(12)] == sorted(held.values())
        assert 0 < sum(held.values()) < 12 and status.room.used <= 3_000_000
        assert (status.allowed, status.room.captures) == (3_000_000, sum(held.values()))
        assert len(desk.store.articles.search("budget", limit=50)) == 12 and not status.warnings[3:]


def test_what_bytes_alone_cannot_free_is_warned_of(tmp_path: Path) -> None:
    with open_desk(tmp_path / "s.sqlite", Settings(room=1), now=Clock()) as desk:
        long = tmp_path / "long.txt"
        long.write_text("Long\n\n" + " ".join(str(n) for n in range(400_000)))
        desk.job("import", path=(str(long),), later=True)
        assert kept(desk) == {"Long": False} and "more than the setting room allows" in desk.view("status").warnings[-1]


def test_without_a_limit_nothing_goes(desk: Desk, tmp_path: Path) -> None:
    desk.job("import", path=tuple(map(str, pages(tmp_path, 5))), later=True)
    assert all(kept(desk).values()) and desk.view("status").room.captures == 5


def test_pages_that_an_older_version_read_are_read_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = pages(tmp_path, 3)
    with monkeypatch.context() as before:
        before.setattr(items, "READER", "page/0")
        before.setattr(items.clean, "line", lambda raw: " ".join(raw.split()).replace("Budget 1", "Bu"))
        desk.job("import", path=tuple(map(str, told)), later=True)
    assert desk.view("status").older_reader == 3 and "extract --stale" in desk.view("status").next
    done = desk.job("extract", stale=True, later=True)
    assert (done.reader, done.revised, done.same, done.without_text) == (reader.READER, 1, 2, 0)
    (changed,) = done.articles
    states = desk.store.articles.revisions(changed)
    assert [s.revision.headline for s in states] == ["Bu", "Budget 1"]
    assert f"read again by {reader.READER}" in states[-1].revision.notes[-1]
    assert states[0].revision.text == states[1].revision.text
    assert [c.reader for c in desk.store.articles.captures(changed)] == [reader.READER]
    again = desk.job("extract", stale=True, later=True)
    assert (again.revised, again.same, desk.view("status").older_reader) == (0, 0, 0)


def test_a_page_in_which_no_text_is_found_any_more_leaves_its_article_as_it_is(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.job("import", path=tuple(map(str, pages(tmp_path, 1))), later=True)
    (held,) = desk.store.articles.all()
    monkeypatch.setattr(extracting, "reread", lambda *_: None)
    done = desk.job("extract", article=(held.article.id,), later=True)
    assert (done.without_text, done.articles) == (1, ())
    assert desk.store.articles.get(held.article.id) == held


def test_something_has_to_be_named(desk: Desk) -> None:
    with pytest.raises(UsageError, match="--stale"):
        desk.job("extract")
