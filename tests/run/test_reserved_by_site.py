"""A site that reserves text and data mining by its tdmrep.json: recorded, obeyed as set, asked for once a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from fetching_bench import OURS, Bench
from loopback import page
from newsroom import Story, article, item, rss

from dateline.ingest import robots
from dateline.ingest.optouts import signals
from dateline.ingest.tdmrep import ADDRESS, read, reserves

WHOLE = b'[{"location": "/a/", "tdm-reservation": 1, "tdm-policy": "https://x.example/p"}, {"location": "/a/1"}]'


def serve(bench: Bench, told: bytes = WHOLE, status: int = 200) -> None:
    both = [Story("one", n) for n in range(2)]
    bench.server.on("/rss", page(rss("".join(item(bench.server, s, whole=False) for s in both), "one")), "one")
    for story in both:
        bench.server.on(f"/a/{story.number}", page(article(story), Content_Type="text/html"), "one")
    bench.server.on(ADDRESS, page(told, status, Content_Type="application/json"), "one")
    bench.keep("one")


def read_whole(bench: Bench) -> dict[str, bool]:
    """Whether the text of its page is held, by number of article."""
    return {h.article.url[-1]: "Paragraph 0" in h.revision.text for h in bench.store.articles.all()}


def test_what_is_reserved_is_not_even_asked_for(bench: Bench) -> None:
    serve(bench)
    bench.round()
    assert read_whole(bench) == {"0": False, "1": True}
    assert bench.server.asked("/a/0", "one") == []
    noted = [" ".join(h.revision.notes) for h in bench.store.articles.all() if h.article.url.endswith("0")]
    assert "reserved by its outlet (tdm-reservation)" in noted[0]


def test_it_is_recorded_where_the_setting_does_not_obey_it(bench: Bench) -> None:
    serve(bench)
    bench.settings = replace(OURS, obey_opt_outs="noai")
    bench.round()
    assert read_whole(bench) == {"0": True, "1": True}
    notes = {h.article.url[-1]: "tdm-reservation" in " ".join(h.revision.notes) for h in bench.store.articles.all()}
    assert notes == {"0": True, "1": False}


@pytest.mark.parametrize(("told", "status"), [(b"{", 200), (b"", 404), (b"oops", 500), (b"\xff\xfe\x00", 200)])
def test_a_site_that_says_nothing_readable_reserves_nothing(bench: Bench, told: bytes, status: int) -> None:
    serve(bench, told, status)
    bench.round()
    assert read_whole(bench) == {"0": True, "1": True}


def test_it_is_asked_for_once_a_day(bench: Bench) -> None:
    serve(bench)
    bench.settings = replace(OURS, obey_opt_outs="")
    bench.round()
    bench.round(later=timedelta(hours=2), recheck=2)
    assert len(bench.server.asked(ADDRESS, "one")) == 1
    bench.round(later=timedelta(hours=25), recheck=3)
    assert len(bench.server.asked(ADDRESS, "one")) == 2


@pytest.mark.parametrize(
    ("rules", "path", "reserved"),
    [
        ('[{"location": "/", "tdm-reservation": 1}]', "/a", True),
        ('[{"location": "/", "tdm-reservation": "1"}]', "/a", True),
        ('[{"location": "/", "tdm-reservation": 0}]', "/a", False),
        ('[{"location": "/", "tdm-reservation": 1}, {"location": "/free/*", "tdm-reservation": 0}]', "/free/a", False),
        ('[{"location": "/free/*", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}]', "/free/a", False),
        ('[{"location": "*.html$", "tdm-reservation": 1}]', "/a.html", True),
        ('[{"location": "*.html$", "tdm-reservation": 1}]', "/a.htmlx", False),
        ('{"location": "/", "tdm-reservation": 1}', "/a", True),
        ('[1, null, {"location": 3}, {"tdm-reservation": 1}]', "/a", False),
        ("[" * 100_000, "/a", False),
    ],
)
def test_the_longest_pattern_decides(rules: str, path: str, reserved: bool) -> None:
    assert reserves(read(rules), f"https://x.example{path}") is reserved


def test_usage_lines_of_robots_txt_are_signals() -> None:
    told = robots.read("User-agent: *\nContent-Usage: /news/ train-ai=n, ai=n\nAllow: /")
    assert signals({}, "", told) == ("ai-input=no", "ai-train=no")
    assert signals({}, "", None, reserved=True) == ("tdm-reservation",)
