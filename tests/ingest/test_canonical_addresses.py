"""Parameters that select content stay in an address; those that tell where a reader came from go."""

from __future__ import annotations

import pytest

from dateline.ingest import clean


@pytest.mark.parametrize(
    "query", ["rss=politics", "rss=812", "feature=the-long-read", "id=3&rss=world", "p=1", "a=1&a=2"]
)
def test_what_may_select_content_stays(query: str) -> None:
    url = f"https://x.example/news?{query}"
    assert clean.canonical(url) == url


@pytest.mark.parametrize(
    "query", ["rss", "rss=1", "RSS=true", "feature=share", "utm_source=rss", "fbclid=x", "cmpid=rss"]
)
def test_what_tells_where_a_reader_came_from_goes(query: str) -> None:
    assert clean.canonical(f"https://x.example/news?{query}&id=3") == "https://x.example/news?id=3"
    assert clean.key(f"http://www.x.example/news/?{query}") == "https://x.example/news"
