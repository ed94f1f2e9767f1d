from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.model.article import Article, Revision
from dateline.model.outlet import UNKNOWN_OUTLET, Outlet
from dateline.store.base import Held
from dateline.views.evidence import told_by


@pytest.mark.parametrize(
    ("outlet", "url", "told"),
    [
        (Outlet("paper.example", "The Paper"), "https://paper.example/1", "The Paper"),
        (Outlet("paper.example", ""), "https://paper.example/1", "paper.example"),
        (Outlet("the-paper", "The Paper"), "file:///notes/draft%20one.txt", "The Paper"),
        (Outlet(UNKNOWN_OUTLET, "unknown outlet"), "file:///notes/draft%20one.txt", "draft one.txt"),
        (Outlet(UNKNOWN_OUTLET, "unknown outlet"), "", "unknown outlet"),
    ],
)
def test_a_reader_is_told_the_outlet_or_else_the_file(outlet: Outlet, url: str, told: str) -> None:
    article = Article("article-1", outlet.id, url)
    held = Held(
        outlet, article, Revision("revision-1", "article-1", "", "Text.", "en"), datetime(2026, 1, 1, tzinfo=UTC)
    )
    assert told_by(held) == told
