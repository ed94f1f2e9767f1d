"""What placing one article costs, and what the glance costs, against few and against many stored articles.

The stored articles are variants of real news: other names, other days, so that words and lengths are those of news
while the happenings differ. The same new articles are placed against both (and rolled back).
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from dateline.link.stories.arriving import arrive
from dateline.link.stories.profile import keys, profile
from dateline.model.article import Article, Published, Revision
from dateline.model.outlet import Outlet
from dateline.model.story import Sort, Story, StoryProfile
from dateline.run.storying import StoreAround
from dateline.store.base import Store
from dateline.store.open import open_store
from dateline.views.base import Reading
from dateline.views.glance import glance
from evals.shared import shared_folder
from evals.stories.bench import Labelled, read

NOW = datetime(2026, 1, 1, tzinfo=UTC)
NEW = 40  # articles that are placed and timed
SPAN = 3000  # days over which the stored articles are spread
OUTLETS = tuple(
    Outlet(f"o{n}.example", f"Outlet {n}", land) for n, land in enumerate("KE DE CL JP AU US IN ZA".split())
)


def main(argv: list[str]) -> int:
    """Prints milliseconds at both sizes and their ratios; --json for data."""
    parser = argparse.ArgumentParser(prog="python -m evals.stories.cost", description=__doc__)
    parser.add_argument("--small", type=int, default=10_000)
    parser.add_argument("--large", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    figures = measure(options.small, options.large)
    print(json.dumps(figures, indent=1) if options.json else "\n".join(f"{k}: {v}" for k, v in figures.items()))
    return 0


def measure(small: int, large: int) -> dict[str, Any]:
    """Median milliseconds of placing an article and of the glance, at each size."""
    news = read(shared_folder() / "bench" / "stories" / "news_clusters.jsonl")
    new, stored = news[:NEW], [profile(a.id, a.headline, a.text, a.day) for a in news[NEW:]]
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "bench.sqlite")
        filling = variants(stored)
        held = 0
        for size in (small, large):
            fill(store, filling, size - held)
            held = size
            figures[f"placing against {size}, ms"] = placing(store, new)
            figures[f"glance over {size}, ms"] = millis(lambda: glance(Reading(store, _none, NOW.date(), NOW)), 9)
        store.close()
    return figures


def _none() -> Any:
    raise AssertionError("no annotators are needed")


def variants(stored: Sequence[StoryProfile]) -> Iterator[StoryProfile]:
    """Each profile again and again with other names and on other days."""
    number = 0
    while True:
        for one in stored:
            number += 1
            terms = tuple(replace(t, stem=f"{t.stem}{number % 97}") if t.sort is Sort.NAME else t for t in one.terms)
            day = NOW.date() - timedelta(days=number * 7 % SPAN)
            yield StoryProfile(f"article-{number:07}", day, terms)


def fill(store: Store, filling: Iterator[StoryProfile], count: int) -> None:
    """Adds that many articles, each a story of its own."""
    for start in range(0, count, 1000):
        with store.transaction():
            for _ in range(min(1000, count - start)):
                _add(store, next(filling))
        print(f"stored {start + 1000} of {count}", file=sys.stderr)


def _add(store: Store, one: StoryProfile) -> None:
    outlet = OUTLETS[int(one.article_id[-4:]) % len(OUTLETS)]
    published = Published(one.day) if one.day else None
    headline = " ".join(t.form for t in one.terms[:6])
    name = one.article_id
    revision = Revision(f"revision-{name}", name, headline, "Text.", "en", published_at=published)
    store.articles.put(outlet, Article(name, outlet.id, name), revision, None, NOW)
    store.stories.put_profile(one, revision.id, keys(one), NOW - timedelta(days=3))
    store.stories.put([Story(f"story-{name}", (name,), one.day, one.day)], (), (), NOW)


def placing(store: Store, new: Sequence[Labelled]) -> float:
    """Median milliseconds to find and group what is around an article that is not stored."""
    day = NOW.date() - timedelta(days=SPAN // 2)
    profiles = [profile(f"new-{a.id}", a.headline, a.text, day) for a in new]
    return round(statistics.median(millis(partial(arrive, p, StoreAround(store, NOW)), 3) for p in profiles), 1)


def millis(do: Callable[[], Any], times: int) -> float:
    """The median of some times, in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        do()
        taken.append(1000 * (time.perf_counter() - start))
    return round(statistics.median(taken), 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
